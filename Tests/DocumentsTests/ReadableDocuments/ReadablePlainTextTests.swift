import Documents
import Testing

struct ReadablePlainTextTests {
    private static let words = "一、基本情况\r\n\r\n支出合计 839.38 万元，\n完成预算 87.87%。"
    private static let expected = "一、基本情况\n\n支出合计 839.38 万元，\n完成预算 87.87%。"

    private static func encodings() -> [(String, [UInt8])] {
        func wide(_ bigEndian: Bool) -> [UInt8] {
            words.utf16.flatMap { unit in
                bigEndian
                    ? [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                    : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            }
        }
        let gb = gb18030(words)
        return [
            ("UTF-8", Array(words.utf8)),
            ("UTF-8 带标记", [0xEF, 0xBB, 0xBF] + Array(words.utf8)),
            ("UTF-16LE 带标记", [0xFF, 0xFE] + wide(false)),
            ("UTF-16BE 带标记", [0xFE, 0xFF] + wide(true)),
            ("UTF-16LE 无标记", wide(false)),
            ("UTF-16BE 无标记", wide(true)),
            ("GB18030", gb),
        ]
    }

    /// The words in GB18030, as its table has them.
    private static func gb18030(
        _ words: String
    ) -> [UInt8] {
        let codes: [Character: [UInt8]] = [
            "一": [0xD2, 0xBB], "、": [0xA1, 0xA2], "基": [0xBB, 0xF9], "本": [0xB1, 0xBE],
            "情": [0xC7, 0xE9], "况": [0xBF, 0xF6], "支": [0xD6, 0xA7], "出": [0xB3, 0xF6],
            "合": [0xBA, 0xCF], "计": [0xBC, 0xC6], "万": [0xCD, 0xF2], "元": [0xD4, 0xAA],
            "，": [0xA3, 0xAC], "完": [0xCD, 0xEA], "成": [0xB3, 0xC9], "预": [0xD4, 0xA4],
            "算": [0xCB, 0xE3], "。": [0xA1, 0xA3],
        ]
        return words.flatMap { codes[$0] ?? Array(String($0).utf8) }
    }

    @Test(arguments: encodings())
    func `各种编码的文本读出同样的文字和行号`(name: String, bytes: [UInt8]) throws {
        let document = try ReadableDocument(bytes, "自评.txt")
        #expect(document.text == Self.expected)
        #expect(document.kind == .text)
        #expect(document.notices == [])
        #expect(
            document.summary == [
                "第1行+0[一、基本情况]", "第3行+0[支出合计 839.38 万元，]", "第4行+0[完成预算 87.87%。]",
            ])
    }

    @Test func `任何一个字节都说得出原来在哪里`() throws {
        let document = try ReadableDocument(Self.words, "自评.txt")
        #expect(document.origin(of: "839.38") == TextPosition(origin: .line(3), offset: 13))
        #expect(document.origin(at: 0) == TextPosition(origin: .line(1), offset: 0))
        // The end of the first line and the blank one after it belong to the line before them.
        #expect(document.origin(at: 18) == TextPosition(origin: .line(1), offset: 18))
        #expect(document.origin(at: 19) == TextPosition(origin: .line(1), offset: 18))
        #expect(document.origin(at: 9_999) == TextPosition(origin: .line(4), offset: 22))
        #expect(try ReadableDocument("\n\n", "空行.txt").origin(at: 0) == nil)
        #expect(try ReadableDocument("甲\r乙\r\n丙", "回车.txt").text == "甲\n乙\n丙")
    }

    @Test func `文字超过上限时说清上限`() throws {
        var limits = ReadableLimits.standard
        limits.textBytes = 9
        #expect(try readingComplaint(Array("一二三".utf8), "长.txt", limits: limits) == nil)
        #expect(
            try readingComplaint(Array("一二三\n".utf8), "长.txt", limits: limits)
                == "“长.txt”的文字超过 9 字节的上限。请拆成几个文件再试。")
    }

    @Test(arguments: [
        (TextOrigin.line(12), "第12行"), (.paragraph(4), "第5段"),
        (.cell(sheet: "收支", CellPlace(row: 7, column: 2)), "工作表“收支”B7"),
        (.page(3, line: 12), "第3页第12行"), (.element(0), "第1段"),
    ])
    func `位置按使用者的数法说出来`(origin: TextOrigin, name: String) {
        #expect(origin.chineseName == name)
    }
}
