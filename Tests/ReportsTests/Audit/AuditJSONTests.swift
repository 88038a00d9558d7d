import Foundation
import Performance
import Reports
import Seeds
import Testing
import TextAudit

/// The findings for programs, in the form that the corpus is scored by.
struct AuditJSONTests {
    @Test func `发现逐字写出，位置按字符数`() {
        let document = AuditedDocument(name: "乙.方案.docx", text: "😀支出\"20\"万元，结余5万元")
        let finding = SampleAudit.finding(
            "CC-026", .error, kind: .difference, ["\"20\"万元", "5万元"], in: document,
            expression: "20 − 5", computed: "15万元", "应为15万元。", advice: "请核对。",
            candidates: ["甲", "乙"])
        var json = JSONBytes()
        AuditJSON.write(AuditReport(document, findings: [finding]), to: &json)
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"id":"乙.方案","findings":[{"kind":"difference","expression":"20 − 5","#
                + #""spans":["\"20\"万元","5万元"],"offsets":[[3,9],[12,15]],"severity":"error","#
                + #""rule":"CC-026","verdict":"error","computed":"15万元","stated":null,"#
                + #""difference":null,"tolerance":null,"candidates":["甲","乙"],"#
                + #""message":"应为15万元。","advice":"请核对。"}]}"#)
    }

    @Test func `没有发现时是空列表，说明写在最后`() {
        var json = JSONBytes()
        AuditJSON.write(
            [
                AuditReport(AuditedDocument(name: "甲.pdf", text: ""), findings: []),
                AuditReport(
                    AuditedDocument(name: "乙", text: Array("无".utf8), notices: ["第 2 页是图片。"]),
                    findings: []),
            ], to: &json)
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"[{"id":"甲","findings":[]},{"id":"乙","findings":[],"notices":["第 2 页是图片。"]}]"#
                + "\n")
    }

    @Test func `控制字符都转义，标准库读回同样的文字`() throws {
        let text = (0..<0x30).map { String(Unicode.Scalar(UInt8($0))) }.joined() + "\\/\u{7F}汉😀"
        var json = JSONBytes()
        json.string(text)
        let read = try JSONSerialization.jsonObject(
            with: Data(json.bytes), options: .fragmentsAllowed)
        #expect(read as? String == text)
    }

    @Test func `数字一行一个`() {
        let text = "约😀938.76万元，3%"
        let figures = [
            TextFigure(
                kind: .amount, value: "938.76", unit: "万元", precision: 2, qualifier: .about,
                range: 7..<19),
            TextFigure(
                kind: .percent, value: "3", unit: "%", precision: 0, qualifier: nil, range: 22..<24),
        ]
        var json = JSONBytes()
        var utf8 = text
        utf8.withUTF8 { AuditJSON.write(figures, of: $0, to: &json) }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"text":"938.76万元","kind":"amount","value":"938.76","unit":"万元","start":2,"#
                + #""end":10,"precision":2,"qualifier":"about"}"# + "\n"
                + #"{"text":"3%","kind":"percent","value":"3","unit":"%","start":11,"end":13,"#
                + #""precision":0,"qualifier":null}"# + "\n")
    }

    @Test func `任意文字中的字节位置与逐个数出的字符位置相同`() throws {
        var random = RandomSource()
        let alphabet = ["a", "0", "é", "汉", "，", "😀", "\n"]
        for _ in 0..<200 {
            let scalars = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            var starts = [0]
            for scalar in scalars { starts.append(starts[starts.count - 1] + scalar.utf8.count) }
            let from = Int.random(in: 0..<scalars.count, using: &random)
            let to = Int.random(in: (from + 1)...scalars.count, using: &random)
            let document = AuditedDocument(name: "a", text: scalars.joined())
            let finding = TextFinding(
                ruleId: "CC-001", kind: .sum, level: .blocking, severity: .error, verdict: .error,
                spans: [starts[from]..<starts[to]], expression: "", computed: nil, stated: nil,
                difference: nil, tolerance: nil, message: "", advice: "", candidates: [])
            var json = JSONBytes()
            AuditJSON.write(AuditReport(document, findings: [finding]), to: &json)
            let text = String(decoding: json.bytes, as: UTF8.self)
            #expect(text.contains("\"offsets\":[[\(from),\(to)]]"), "seed \(random.seed)")
        }
    }
}
