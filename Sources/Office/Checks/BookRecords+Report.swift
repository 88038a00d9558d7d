import Formulas
import Packs
import Performance
import Quantities
import Reports
import TextAudit

/// The department's own report as cross-checks see it (报告文本): composed from the book, and read by the
/// auditor of texts.
extension BookRecords {
    /// Facts and the rules of the text audit that count for them.
    private static let counted: [(fact: String, rule: CheckID)] = [
        ("重复数不一致处", "CC-060"), ("名称不一致处", "CC-061"), ("小数位不规范处", "CC-062"),
        ("单位混用处", "CC-063"), ("年度不一致处", "CC-064"), ("口径不一致处", "CC-065"),
        ("称谓不一致处", "CC-066"), ("缺百分号处", "CC-031"), ("占位残留处", "CC-090"),
        ("表述不完整处", "CC-091"), ("序号不连续处", "CC-092"), ("一因多用处", "CC-095"),
    ]

    /// None where nobody has written any text of the report.
    func report() throws -> [Record] {
        guard !desk.texts.isEmpty else { return [] }
        let bundle = try ReportBundle.compose(
            ReportFactsReader(desk).facts(), FormPack.builtIn())
        guard let audit = try ReportRelease.audit(bundle).first else { return [] }
        let rules = audit.findings.map(\.ruleId)
        var facts: Facts = ["名称": .text(bundle.report.title)]
        for (fact, rule) in Self.counted { facts[fact] = count(rules.count { $0 == rule }) }
        // Three conclusions without a figure are one finding.
        facts["雷同结论次数"] = count(rules.contains("CC-094") ? 3 : 0)
        facts["问题数"] = count(texts(of: "主要问题"))
        facts["措施数"] = count(texts(of: "改进措施"))
        return [Record(subject: "报告文本", object: bundle.report.title, facts: facts)]
    }

    private func texts(of section: String) -> Int {
        desk.texts.count { $0.text("章节键") == section }
    }

    private func count(_ number: Int) -> FormulaValue { .number(Fraction(Int64(number))) }
}
