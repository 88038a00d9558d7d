import Documents
import Testing

struct DelimitedReaderTests {
    private func rows(
        _ bytes: [UInt8], encoding: TextEncoding? = nil, separator: Separator? = nil
    ) throws -> [String] {
        let reader = try DelimitedReader(
            InputFile(bytes: bytes, name: "支付.csv"), encoding: encoding, separator: separator)
        var rows: [String] = []
        try reader.forEachDelimitedRow { row in
            let fields = (0..<row.fields.count).map { row.text($0) }
            rows.append("\(row.line):" + fields.joined(separator: "¦"))
        }
        return rows
    }

    private func rows(_ text: String, separator: Separator? = nil) throws -> [String] {
        try rows(Array(text.utf8), separator: separator)
    }

    @Test(arguments: [
        ("a,b\r\n1,2\r\n", ["1:a¦b", "2:1¦2"]), ("a,b\n1,2", ["1:a¦b", "2:1¦2"]),
        ("a,b\r1,2\r", ["1:a¦b", "2:1¦2"]), ("a,b\n\n\r\n1,2\n", ["1:a¦b", "4:1¦2"]),
        ("a,\"b\",c\n", ["1:a¦b¦c"]), ("\"a\"\"b\",\"\"\n", ["1:a\"b¦"]), ("\"\"\"\"\n", ["1:\""]),
        ("\"两\n行\",x\ny,z", ["1:两\n行¦x", "3:y¦z"]),
        ("\"两\r\n行\",x\r\ny,z", ["1:两\r\n行¦x", "3:y¦z"]),
        ("\"a\rb\",x\ry,z", ["1:a\rb¦x", "3:y¦z"]), ("5\"管,1\n", ["1:5\"管¦1"]),
        ("\"a\"  ,b\n", ["1:a¦b"]),
        (",,\na,b,\n", ["1:¦¦", "2:a¦b¦"]), ("甲\n乙\n", ["1:甲", "2:乙"]), ("a,b,", ["1:a¦b¦"]),
        ("\u{FEFF}a,b\n", ["1:a¦b"]), ("sep=;\na;b,c\n", ["2:a¦b,c"]),
        ("sep=|\r\na|b\r\n", ["2:a¦b"]),
        ("\n\n", []), ("\"\",\"\"", ["1:¦"]), ("\"a\"", ["1:a"]), ("x", ["1:x"]),
    ])
    func `逗号分隔文本按行按列读出`(text: String, expected: [String]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(arguments: [
        ("凭证号\t金额\n1\t1,234.50\n2\t2,000\n", Separator.tab), ("a;b\n1,5;2\n3;4\n", .semicolon),
        ("a|b\n1|2\n", .verticalBar), ("凭证号，金额\n1，20\n", .fullWidthComma),
        ("摘要,金额\n办公费，差旅费,1\n印刷费，邮寄费,2\n", .comma), ("一列\n二\n", .comma), ("", .comma),
        ("2021年支付明细\n凭证号,日期,金额\n1,2021-01-01,5\n", .comma),
        ("\"a;b;c\",1\n\"d;e;f\",2\n", .comma),
    ])
    func `分隔符由内容判断`(text: String, separator: Separator) throws {
        // A blank keeps the empty text from being an empty file.
        let bytes = Array((text.isEmpty ? " " : text).utf8)
        #expect(try DelimitedReader(InputFile(bytes: bytes, name: "x.csv")).separator == separator)
    }

    @Test func `分隔符和编码可由调用者指定`() throws {
        #expect(try rows("a;b,c\n", separator: .semicolon) == ["1:a¦b,c"])
        let gb: [UInt8] = [0xB0, 0xEC, 0x2C, 0x31]
        #expect(try rows(gb, encoding: .gb18030) == ["1:办¦1"])
        #expect(throws: DocumentError.badEncoding(file: "支付.csv", line: 1, offset: 1)) {
            try rows(gb, encoding: .utf8)
        }
    }

    @Test(arguments: [
        ([0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0x62], TextEncoding.utf8, "1:a¦b"),
        ([0xFF, 0xFE, 0x9E, 0x52, 0x2C, 0x00, 0x31, 0x00], .utf16LittleEndian, "1:办¦1"),
        ([0xFE, 0xFF, 0x52, 0x9E, 0x00, 0x2C, 0x00, 0x31], .utf16BigEndian, "1:办¦1"),
        ([0xB0, 0xEC, 0xB9, 0xAB, 0xB7, 0xD1, 0x2C, 0x31], .gb18030, "1:办公费¦1"),
        // 㐀, which GBK lacks, takes four bytes.
        ([0x81, 0x39, 0xEE, 0x39, 0x2C, 0x31], .gb18030, "1:㐀¦1"),
        (
            [0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE, 0x2C, 0x00, 0x31, 0x00], .utf16LittleEndian,
            "1:😀¦1"
        ),
        (Array("办公费,1".utf8), .utf8, "1:办公费¦1"), (Array("a,1".utf8), .utf8, "1:a¦1"),
    ])
    func `编码由内容判断`(bytes: [UInt8], encoding: TextEncoding, row: String) throws {
        let reader = try DelimitedReader(InputFile(bytes: bytes, name: "x.csv"))
        #expect(reader.encoding == encoding)
        #expect(try rows(bytes) == [row])
    }

    @Test func `一个坏字节不会让整份 UTF-8 文件被当作 GB18030`() throws {
        var bytes = Array(String(repeating: "办公费,差旅费\n", count: 100).utf8)
        bytes[bytes.count - 3] = 0xFF
        // Line 100 ends with 费: its second byte is wrong.
        #expect(
            throws: DocumentError.badEncoding(file: "支付.csv", line: 100, offset: bytes.count - 2)
        ) {
            try rows(bytes)
        }
    }

    @Test func `非 ASCII 字符很晚才出现时编码仍判断正确`() throws {
        let head = String(repeating: "1,2,3\n", count: 50_000)
        let gb: [UInt8] = Array(head.utf8) + [0xB0, 0xEC, 0x2C, 0x31, 0x2C, 0x32, 0x0A]
        #expect(try rows(gb).last == "50001:办¦1¦2")
        #expect(try rows(Array((head + "办,1,2\n").utf8)).last == "50001:办¦1¦2")
    }

    @Test func `坏字节之前的行照常交出`() throws {
        let bytes = Array("1,办\n2,公\n3,".utf8) + [0x00] + Array("\n".utf8)
        let reader = try DelimitedReader(InputFile(bytes: bytes, name: "支付.csv"))
        var seen: [Int] = []
        #expect(throws: DocumentError.notText(file: "支付.csv", line: 3, offset: 15)) {
            try reader.forEachDelimitedRow { seen.append($0.line) }
        }
        #expect(seen == [1, 2])
    }

    @Test func `列数与众不同的行按行号列出`() throws {
        let reader = try DelimitedReader(
            InputFile(bytes: Array("标题\na,b,c\n1,2,3\n4,5\n6,7,8,9\n7,8,9\n".utf8), name: "x.csv"))
        #expect(reader.widths.usual == 0)
        try reader.forEachDelimitedRow { _ in }
        #expect(reader.widths.usual == 3)
        #expect(reader.widths.ragged.map(\.line) == [1, 4, 5])
        #expect(reader.widths.ragged.map(\.width) == [1, 2, 4])
    }

    @Test func `文本也是一张表，空行略去，空格不成单元格`() throws {
        let source = try TableFile.open(
            InputFile(bytes: Array("a,,b\n,,\n\n\"x\ny\",1,\n".utf8), name: "2021.支付.csv"))
        #expect(source.file == "2021.支付.csv")
        #expect(source.sheets == [TableSheet(name: "2021.支付")])
        var cells: [String] = []
        try source.forEachRow(in: source.sheets[0]) { row in
            cells += row.cells.map { "\($0.place)=\($0.text)" }
        }
        #expect(cells == ["A1=a", "C1=b", "A4=x\ny", "B4=1"])
    }

    @Test func `留下的行不受后面读取影响`() throws {
        let text = (1...60_000).map { "\($0),\"第\"\"\($0)\"\"笔\"\n" }.joined()
        let reader = try DelimitedReader(InputFile(bytes: Array(text.utf8), name: "x.csv"))
        var kept: [DelimitedRow] = []
        try reader.forEachDelimitedRow { if $0.line % 20_000 == 1 { kept.append($0) } }
        #expect(kept.map { $0.text(1) } == [#"第"1"笔"#, #"第"20001"笔"#, #"第"40001"笔"#])
        #expect(kept.map { Array($0[0]) } == ["1", "20001", "40001"].map { Array($0.utf8) })
        #expect(kept[0][9].isEmpty)
    }

    @Test func `一格恰好三万二千七百六十七字时照读`() throws {
        let text = String(repeating: "帮", count: TableLimits.textLength)
        #expect(try rows("a,\(text)\n") == ["1:a¦\(text)"])
        let wide = String(repeating: ",", count: TableLimits.columns - 1)
        #expect(try rows(wide + "\n").map { $0.utf8.filter { $0 == 0xC2 }.count } == [16_383])
    }
}
