import Foundation
import Performance
import Reports
import TextAudit

/// Documents and findings made up for the tests of how an audit is shown.
enum SampleAudit {
    /// The library's report of `Examples/audit`.
    static func library() throws -> AuditedDocument {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let name = "图书馆自评报告.txt"
        let data = try Data(contentsOf: root.appending(path: "Examples/audit/\(name)"))
        return AuditedDocument(name: name, text: Array(data))
    }

    /// A finding that speaks of words by what they are, each where it first stands after the last.
    static func finding(
        _ rule: CheckID, _ severity: FindingSeverity,
        kind: TextFinding.Kind = .ratio, _ words: [String], in document: AuditedDocument,
        expression: String = "", computed: String? = nil,
        stated: String? = nil, difference: String? = nil, tolerance: String? = nil,
        _ message: String = "有误。", advice: String = "请核对。", candidates: [String] = []
    ) -> TextFinding {
        TextFinding(
            ruleId: rule, kind: kind, level: severity == .error ? .blocking : .answered,
            severity: severity, verdict: .error,
            spans: words.compactMap { range($0, in: document) },
            expression: expression, computed: computed, stated: stated, difference: difference,
            tolerance: tolerance, message: message, advice: advice, candidates: candidates)
    }

    static func finding(
        _ words: [String], in document: AuditedDocument, _ message: String = "有误。"
    ) -> TextFinding {
        finding("CC-021", .error, words, in: document, message)
    }

    /// The UTF-8 bytes of some words where they first stand; after `|`, where they next stand.
    static func range(_ words: String, in document: AuditedDocument) -> Range<Int>? {
        let parts = words.split(separator: "|").map { Array($0.utf8) }
        var start = 0
        for (index, part) in parts.enumerated() {
            guard let found = document.text[start...].firstRange(of: part) else { return nil }
            if index == parts.count - 1 { return found }
            start = found.upperBound
        }
        return nil
    }

    /// What there is to find in the library's report, in the words of these tests.
    static func libraryFindings(_ document: AuditedDocument) -> [TextFinding] {
        [
            finding(
                "CC-005", .error, kind: .sum,
                ["543.80万元", "260.00万元", "128.50万元", "95.30万元", "50.00万元"], in: document,
                expression: "543.80万元 = 260.00万元 + 128.50万元 + 95.30万元 + 50.00万元",
                computed: "533.80万元", stated: "543.80万元", difference: "10.00万元",
                tolerance: "0.02万元",
                "项目支出543.80万元与各项目之和533.80万元不一致，相差10.00万元。",
                advice: "请核对项目支出和各项目的金额，看是否漏列项目。"),
            finding(
                "CC-021", .error, ["96.60%", "1208.75万元", "支出预算|1286.40万元"], in: document,
                expression: "96.60% = 1208.75万元 ÷ 1286.40万元", computed: "93.96%",
                stated: "96.60%", difference: "2.64个百分点", tolerance: "0.005个百分点",
                "支出完成率应为93.96%，文中为96.60%。", advice: "请核对支出合计、支出预算和完成率三个数。",
                candidates: ["96.60% = 1208.75万元 ÷ 1251.30万元（收入合计）"]),
            finding(
                "CC-001", .error, kind: .sum,
                ["523.30", "258.40", "120.00", "95.30\t|95.30", "47.60"],
                in: document, expression: "523.30 = 258.40 + 120.00 + 95.30 + 47.60",
                computed: "521.30万元", stated: "523.30万元", difference: "2.00万元", tolerance: "0.02万元",
                "表中支出数合计523.30万元与各行之和521.30万元不一致。", advice: "请核对合计行和各行的支出数。"),
            finding(
                "CC-065", .error, kind: .sum, ["212场", "86场", "74场", "54场"], in: document,
                expression: "212场 = 86场 + 74场 + 54场", computed: "214场", stated: "212场",
                difference: "2场", tolerance: "0场", "阅读活动212场与分项之和214场不一致。",
                advice: "请核对各类活动的场次。"),
            finding(
                "CC-060", .error, kind: .repeat, ["52.00万元", "50.00万元"], in: document,
                expression: "52.00万元 = 50.00万元", computed: "50.00万元", stated: "52.00万元",
                difference: "2.00万元", tolerance: "0.01万元",
                "全民阅读活动费预算前后不一致：一处为50.00万元，另一处为52.00万元。", advice: "请按批复的预算统一两处的数。"),
            finding(
                "CC-025", .warning, kind: .difference, ["结余|2.40万元", "52.00万元", "实际支出|47.60万元"],
                in: document, expression: "2.40万元 = 52.00万元 − 47.60万元", computed: "4.40万元",
                stated: "2.40万元", difference: "2.00万元", tolerance: "0.02万元",
                "结余应为4.40万元，文中为2.40万元。", advice: "请核对预算数、支出数和结余。",
                candidates: ["2.40万元 = 50.00万元 − 47.60万元"]),
            finding(
                "CC-042", .warning, kind: .compare, ["12名", "14人"], in: document,
                expression: "12名 = 14人", computed: "14人", stated: "12名", difference: "2人",
                "编外人员一处为14人，另一处为12名。", advice: "请说明两处的口径，或统一人数。"),
            finding(
                "CC-096", .note, kind: .style, ["馆舍维护费"], in: document,
                "“馆舍维护费”没有说明完成了什么。", advice: "建议补充完成情况和实际支出。"),
        ]
    }
}

extension AuditedDocument {
    init(name: String, text: String) { self.init(name: name, text: Array(text.utf8)) }
}
