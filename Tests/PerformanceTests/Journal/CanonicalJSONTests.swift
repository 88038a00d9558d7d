import Performance
import Testing

struct CanonicalJSONTests {
    static let spellings: [(CanonicalJSON, String)] = [
        (nil, "null"), (true, "true"), (false, "false"), (0, "0"),
        (.integer(.min), "-9223372036854775808"), (.integer(.max), "9223372036854775807"),
        ("", "\"\""), ("金额“1/2”", "\"金额“1/2”\""),
        ("\"\\\u{8}\u{9}\u{A}\u{C}\u{D}\u{1}\u{1F}", #""\"\\\b\t\n\f\r\u0001\u001f""#),
        ([], "[]"), ([1, "a", [nil]], "[1,\"a\",[null]]"), ([:], "{}"),
        (["b": 1, "a": 2, "甲": 3, "B": 4, "": 5], "{\"\":5,\"B\":4,\"a\":2,\"b\":1,\"甲\":3}"),
    ]

    @Test(arguments: spellings)
    func `每个值只有一种写法并能读回`(value: CanonicalJSON, text: String) throws {
        #expect(value.text == text)
        #expect(try CanonicalJSON(reading: text) == value)
    }

    @Test(arguments: [
        (" { \"b\" : [ 1 , 2 ] ,\n\t\"a\" : null } ", "{\"a\":null,\"b\":[1,2]}"),
        (#""\u7ee9\u6548\/""#, "\"绩效/\""), (#""\ud83d\ude00""#, "\"😀\""),
    ])
    func `别的写法读成同一个值`(text: String, canonical: String) throws {
        #expect(try CanonicalJSON(reading: text).text == canonical)
    }

    @Test(arguments: [
        ("", CanonicalJSONSyntaxError(.unexpectedEnd, offset: 0)),
        ("tru", .init(.unexpectedEnd, offset: 3)),
        ("truth", .init(.unexpectedByte, offset: 3)),
        ("1 2", .init(.unexpectedByte, offset: 2)),
        ("1.5", .init(.notAnInteger, offset: 0)), ("1e3", .init(.notAnInteger, offset: 0)),
        ("01", .init(.notAnInteger, offset: 0)), ("-0", .init(.notAnInteger, offset: 0)),
        ("9223372036854775808", .init(.notAnInteger, offset: 0)),
        ("-", .init(.unexpectedEnd, offset: 1)), ("[1,]", .init(.unexpectedByte, offset: 3)),
        ("{\"a\":1,\"a\":2}", .init(.duplicateKey, offset: 10)),
        ("{a:1}", .init(.unexpectedByte, offset: 1)), ("\"a", .init(.unexpectedEnd, offset: 2)),
        ("\"\n\"", .init(.unexpectedByte, offset: 1)),
        (#""\x""#, .init(.invalidEscape, offset: 2)),
        (#""\u12g4""#, .init(.invalidEscape, offset: 5)),
        (#""\ud83d""#, .init(.invalidEscape, offset: 3)),
        ("NaN", .init(.unexpectedByte, offset: 0)),
    ])
    func `不是规范的内容被指出错在哪里`(text: String, expected: CanonicalJSONSyntaxError) {
        #expect(throws: expected) { try CanonicalJSON(reading: text) }
    }

    @Test func `不是 UTF-8 的字节被拒绝`() {
        #expect(throws: CanonicalJSONSyntaxError(.invalidUTF8, offset: 1)) {
            try CanonicalJSON(reading: [0x22, 0xFF, 0x22])
        }
    }

    @Test(arguments: [(64, true), (65, false)])
    func `嵌套最多六十四层`(depth: Int, isRead: Bool) {
        let text =
            String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
        #expect(((try? CanonicalJSON(reading: text)) != nil) == isRead)
    }
}
