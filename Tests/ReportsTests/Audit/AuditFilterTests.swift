import Foundation
import Performance
import Reports
import Testing
import TextAudit

/// The audit as a filter: one line in, one line out.
struct AuditFilterTests {
    /// Runs lines through a filter whose finding is that a text holds `错`, and returns its output.
    private func run(
        _ input: String, piece: Int = .max, minimum: FindingSeverity = .note,
        longestLine: Int = AuditFilter.longestLine
    ) -> (lines: [String], filter: AuditFilter) {
        run(Array(input.utf8), piece: piece, minimum: minimum, longestLine: longestLine)
    }

    private func run(
        _ input: [UInt8], piece: Int = .max, minimum: FindingSeverity = .note,
        longestLine: Int = AuditFilter.longestLine
    ) -> (lines: [String], filter: AuditFilter) {
        let filter = AuditFilter(minimum: minimum, longestLine: longestLine) { _, text in
            guard let place = Array(text).firstRange(of: Array("错".utf8)) else { return [] }
            return [
                TextFinding(
                    ruleId: "CC-001", kind: .sum, level: .blocking, severity: .error,
                    verdict: .error, spans: [place], expression: "", computed: nil, stated: nil,
                    difference: nil, tolerance: nil, message: String(decoding: text, as: UTF8.self),
                    advice: "", candidates: [])
            ]
        }
        var start = 0
        while start < input.count {
            let end = piece < input.count - start ? start + piece : input.count
            input[start..<end].withUnsafeBufferPointer { filter.take($0) }
            start = end
        }
        filter.finish()
        let output = String(decoding: filter.output.bytes, as: UTF8.self)
        return (output.split(separator: "\n").map(String.init), filter)
    }

    private func finding(id: String, text: String, _ offset: Int) -> String {
        #"{"id":\#(id),"findings":[{"kind":"sum","expression":"","spans":["错"],"#
            + #""offsets":[[\#(offset),\#(offset + 1)]],"severity":"error","rule":"CC-001","#
            + #""verdict":"error","computed":null,"stated":null,"difference":null,"#
            + #""tolerance":null,"candidates":[],"message":"\#(text)","advice":""}]}"#
    }

    @Test(arguments: [1, 2, 3, 7, 64, .max])
    func `一行一个结果，次序不变，怎样分段都一样`(piece: Int) {
        let input =
            "\u{FEFF}" + #"{"id":"甲","text":"对"}"# + "\r\n\n  \n" + #"{"text":"一\n错","id":17}"#
            + "\n"
            + #"不是 JSON"# + "\n" + #"{"id":"乙","text":"错","more":{"a":[1,{"b":null}],"c":"}"}}"#
        let (lines, filter) = run(input, piece: piece)
        #expect(
            lines == [
                #"{"id":"甲","findings":[]}"#, finding(id: "17", text: #"一\n错"#, 2),
                #"{"id":null,"error":"这一行不是 JSON 对象。请每行写一个对象："#
                    + #"{\"id\":\"编号\",\"text\":\"全文\"}。"}"#, finding(id: #""乙""#, text: "错", 0),
            ])
        #expect(filter.documentCount == 3)
        #expect(filter.badLineCount == 1)
        #expect(filter.hasErrors)
    }

    @Test(arguments: [
        (#"a\"b\\c\/d\b\f\n\r\t"#, "a\"b\\c/d\u{8}\u{C}\n\r\t错"),
        (#"\u6c49\u5B57\u0041\u00e9"#, "汉字Aé错"), (#"\ud83d\ude00"#, "😀错"),
        (#"\ud83d"#, "\u{FFFD}错"), (#"\ude00\ud83d\u0041"#, "\u{FFFD}\u{FFFD}A错"),
        ("汉字 and ascii, longer than eight bytes", "汉字 and ascii, longer than eight bytes错"),
        (#"\u0000"#, "\0错"), ("", "错"),
    ])
    func `转义的文字读成原来的文字`(escaped: String, text: String) {
        var message = JSONBytes()
        message.string(text)
        let quoted = String(decoding: message.bytes, as: UTF8.self).dropFirst().dropLast()
        let (lines, _) = run(#"{"id":1,"text":"\#(escaped)错"}"#)
        #expect(
            lines == [
                finding(id: "1", text: String(quoted), text.unicodeScalars.count - 1)
            ])
    }

    private static let form = #"请每行写一个对象：{\"id\":\"编号\",\"text\":\"全文\"}。"#

    @Test(arguments: [
        (#"[]"#, "null", "这一行不是 JSON 对象。\(form)"), (#"{"id":1}"#, "1", "缺少 text。\(form)"),
        (#"{}"#, "null", "缺少 text。\(form)"),
        (#"{"id":"a","text":5}"#, #""a""#, "text 应是一段文字（字符串）。\(form)"),
        (#"{"id":"a","text":"b"#, #""a""#, "这一行没有写完，JSON 缺少结尾。\(form)"),
        (#"{"id":"a","text":"b\"#, #""a""#, "这一行没有写完，JSON 缺少结尾。\(form)"),
        (#"{"id":"a","text":"b\u12"#, #""a""#, "这一行没有写完，JSON 缺少结尾。\(form)"),
        (#"{"id":"a","text":"\x"}"#, #""a""#, "第 20 个字节处不是有效的 JSON。\(form)"),
        ("{\"id\":\"a\",\"text\":\"\t\"}", #""a""#, "第 19 个字节处不是有效的 JSON。\(form)"),
        (#"{"id":01,"text":""}"#, "null", "第 8 个字节处不是有效的 JSON。\(form)"),
        (#"{"id":nul,"text":""}"#, "null", "第 7 个字节处不是有效的 JSON。\(form)"),
        (#"{"text":"",}"#, "null", "第 12 个字节处不是有效的 JSON。\(form)"),
        (#"{"text":""} {}"#, "null", "第 13 个字节处不是有效的 JSON。\(form)"),
        (#"{"id":[1,],"text":""}"#, "null", "第 10 个字节处不是有效的 JSON。\(form)"),
    ])
    func `读不懂的行说明原因，编号读到就带上`(line: String, id: String, message: String) {
        let (lines, filter) = run(line + "\n" + #"{"id":2,"text":""}"#)
        #expect(lines == [#"{"id":\#(id),"error":"\#(message)"}"#, #"{"id":2,"findings":[]}"#])
        #expect(filter.badLineCount == 1)
    }

    @Test(arguments: [
        (1, true), (64, true), (65, false), (100_000, false),
    ])
    func `层数有限，不用递归`(depth: Int, isRead: Bool) {
        let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let (lines, _) = run(#"{"id":3,"more":\#(nested),"text":"对"}"#)
        #expect(
            lines == [
                isRead
                    ? #"{"id":3,"findings":[]}"#
                    : #"{"id":3,"error":"JSON 的层数超过 64 层。\#(Self.form)"}"#
            ])
    }

    @Test(arguments: [4, 7, 1000])
    func `太长的行跳过，后面的照常`(piece: Int) {
        let long = #"{"id":1,"text":"\#(String(repeating: "长", count: 1 << 19))"}"#
        let (lines, filter) = run(
            long + "\n" + #"{"id":2,"text":"对"}"# + "\n" + long, piece: piece * 1024,
            longestLine: 1 << 20)
        let refusal = #"{"id":null,"error":"这一行超过 1 MB。请把文件拆开，每行放一份。"}"#
        #expect(lines == [refusal, #"{"id":2,"findings":[]}"#, refusal])
        #expect(filter.badLineCount == 2)
    }

    @Test(arguments: [
        ([0x22, 0xFF, 0x22] as [UInt8], 17), ([0x22, 0xE4, 0xB8, 0x22], 19), ([0xC0, 0x80], 16),
    ])
    func `不是 UTF-8 的行说明从哪里起`(bytes: [UInt8], place: Int) {
        let (lines, _) = run(Array(#"{"id":1,"text":"#.utf8) + bytes + Array("}".utf8))
        #expect(
            lines == [#"{"id":null,"error":"第 \#(place) 个字节起不是 UTF-8 文字。请先转换为 UTF-8 再输入。"}"#])
    }

    @Test func `只要某个级别以上的发现时，是否有错误照样记得`() {
        let (lines, filter) = run(#"{"id":1,"text":"错"}"#, minimum: .error)
        #expect(lines.count == 1)
        #expect(filter.hasErrors)
    }

    @Test func `陌生人的行不能让程序打开文件`() {
        let (lines, _) = run(#"{"id":1,"path":"/etc/passwd"}"#)
        #expect(lines == [#"{"id":1,"error":"缺少 text。\#(Self.form)"}"#])
    }
}
