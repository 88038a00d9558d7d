import Documents
import Quantities
import Testing

struct WorkbookWritingTests {
    private func workbook(_ sheets: [Worksheet]) throws -> Workbook {
        Workbook(properties: try SampleDocuments.properties("样例"), sheets: sheets)
    }

    private func archive(_ sheets: Worksheet...) throws -> WrittenArchive {
        try WrittenArchive(try workbook(sheets).bytes())
    }

    private func archive(_ value: WorksheetCell.Value) throws -> WrittenArchive {
        var sheet = Worksheet("表")
        sheet.put(value, at: "A1")
        return try archive(sheet)
    }

    /// The look of a cell as `styles.xml` holds it.
    private func look(of cell: XMLTree, in archive: WrittenArchive) throws -> XMLTree {
        let looks = try archive.tree("xl/styles.xml").first("cellXfs").children
        return looks[try #require(Int(cell["s"] ?? ""))]
    }

    @Test(arguments: [
        ("=1+1", true), ("+86 20", true), ("-295人次", true), ("@SUM(A1)", true),
        ("\t=1", true), ("\r=1", true), ("\n=1", true), ("＝1＋1", true), ("'=1", true),
        ("=cmd|'/C calc'!A0", true), ("1=1", false), ("季度", false), ("—", false), (" =1", false),
    ])
    func `像公式的文字仍是文字`(text: String, isQuoted: Bool) throws {
        let archive = try archive(.text(text))
        let cell = try archive.tree("xl/worksheets/sheet1.xml").first("c")
        #expect(cell["t"] == "s")
        #expect(cell.all("f").isEmpty)
        #expect(try look(of: cell, in: archive)["quotePrefix"] == (isQuoted ? "1" : "0"))
        let shared = try archive.tree("xl/sharedStrings.xml").first("t")
        #expect(shared.text == text.replacing("\r", with: "\n"))
    }

    @Test(arguments: [
        "8.04", "9.95", "0.1", "-0.50", "628.80", "0.4785", "999999999999999", "0.00",
        "1234567890123.45", "100000000000000000000", "-99999999999999.9",
    ])
    func `数按原样写入一位不差`(text: String) throws {
        let cell = try archive(.number(try SampleWorkbooks.number(text)))
            .tree("xl/worksheets/sheet1.xml").first("c")
        #expect(cell["t"] == nil)
        #expect(try cell.first("v").text == text)
    }

    @Test(arguments: ["1234567890123456", "0.1234567890123456", "1234567890.123456"])
    func `电子表格存不下的数被指出`(text: String) throws {
        let number = try SampleWorkbooks.number(text)
        let expected = WorkbookWritingError.tooManyDigits(sheet: "表", cell: "A1", number: text)
        #expect(throws: expected) { try archive(.number(number)) }
        #expect(throws: expected) { try archive(.formula("1/3", cached: .number(number))) }
    }

    @Test func `公式带着现在的值`() throws {
        let number = try archive(
            .formula("IF(A2<B2,\"是\"&C2,1)", cached: .number(ExactDecimal("0.8946").unwrapped)))
        let cell = try number.tree("xl/worksheets/sheet1.xml").first("c")
        #expect(try cell.first("f").text == "IF(A2<B2,\"是\"&C2,1)")
        #expect(try cell.first("v").text == "0.8946")
        #expect(cell["t"] == nil)
        let text = try archive(.formula("T(A2)", cached: .text("优 & 良")))
            .tree("xl/worksheets/sheet1.xml").first("c")
        #expect(text["t"] == "str")
        #expect(try text.first("v").text == "优 & 良")
    }

    @Test(arguments: [
        ("1900-01-01", "1"), ("1900-02-28", "59"), ("1900-03-01", "61"), ("2000-01-01", "36526"),
        ("2021-12-31", "44561"),
    ])
    func `日期按电子表格的序号写`(iso: String, serial: String) throws {
        let archive = try archive(.day(try #require(Day(iso: iso))))
        let cell = try archive.tree("xl/worksheets/sheet1.xml").first("c")
        #expect(try cell.first("v").text == serial)
        #expect(try look(of: cell, in: archive)["numFmtId"] == "165")
        let formats = try archive.tree("xl/styles.xml").all("numFmt")
        #expect(formats.map { $0["formatCode"] } == ["#,##0.00##", "yyyy\\-mm\\-dd"])
    }

    @Test(arguments: [
        ("一\r\n二\r三\n四", "一\n二\n三\n四"), ("  空格  ", "  空格  "),
        ("_x0041_", "_x005F_x0041_"), ("_x004_", "_x004_"), ("a_x00e9_b", "a_x005F_x00e9_b"),
        ("_", "_"), ("甲\u{0}\u{B}乙", "甲乙"), ("<&>\"'", "<&>\"'"),
    ])
    func `单元格文字原样写入`(text: String, stored: String) throws {
        let shared = try archive(.text(text)).tree("xl/sharedStrings.xml").first("t")
        #expect(shared.text == stored)
        #expect(shared["xml:space"] == "preserve")
    }

    @Test func `相同的文字只存一次而写法不同的各存各的`() throws {
        var sheet = Worksheet("表")
        sheet.append(
            ["甲", "乙", "甲", "\u{E9}", "e\u{301}", ""].map { WorksheetCell(.text($0)) })
        let archive = try archive(sheet)
        let texts = try archive.tree("xl/sharedStrings.xml")
        #expect(texts["count"] == "5")
        #expect(texts["uniqueCount"] == "4")
        let bytes = texts.all("t").map { Array($0.text.utf8) }
        #expect(bytes == ["甲", "乙", "\u{E9}", "e\u{301}"].map { Array($0.utf8) })
        let cells = try archive.tree("xl/worksheets/sheet1.xml").all("c")
        #expect(cells.map(\.text) == ["0", "1", "0", "2", "3", ""])
    }

    @Test(arguments: [32_767, 32_768]) func `过长的文字被指出`(count: Int) throws {
        let text = String(repeating: "字", count: count)
        if count <= 32_767 {
            _ = try archive(.text(text))
        } else {
            #expect(throws: WorkbookWritingError.textTooLong(sheet: "表", cell: "A1")) {
                try archive(.text(text))
            }
        }
    }

    @Test(arguments: [
        (String(repeating: "表", count: 31), true), (String(repeating: "表", count: 32), false),
        ("", false), ("a/b", false), ("a:b", false), ("[1]", false), ("'a", false), ("a'", false),
        ("王'五", true), ("a\nb", false),
    ])
    func `工作表名只收可用的`(name: String, isAdmitted: Bool) throws {
        if isAdmitted {
            _ = try archive(Worksheet(name))
        } else {
            #expect(throws: WorkbookWritingError.unusableSheetName(name)) {
                try archive(Worksheet(name))
            }
        }
    }

    @Test func `重名或全隐藏的工作簿被拒绝`() throws {
        #expect(throws: WorkbookWritingError.duplicateSheetName("sheet1")) {
            try archive(Worksheet("Sheet1"), Worksheet("sheet1"))
        }
        var hidden = Worksheet("表")
        hidden.isHidden = true
        #expect(throws: WorkbookWritingError.noVisibleSheet) { try archive(hidden) }
        #expect(throws: WorkbookWritingError.noVisibleSheet) { try workbook([]).bytes() }
    }

    @Test(arguments: [
        (CellRange("A1", "B2"), CellRange("B2", "C3"), true),
        (CellRange("A1", "B2"), CellRange("C1", "D2"), false),
        (CellRange("A1", "A9"), CellRange("B5", "B6"), false),
        (CellRange("C1", "C9"), CellRange("A5", "D5"), true),
    ])
    func `重叠的合并区域被指出`(one: CellRange, other: CellRange, overlaps: Bool) throws {
        var sheet = Worksheet("表")
        sheet.merge(one, WorksheetCell(.text("一")))
        sheet.merge(other, WorksheetCell(.text("二")))
        let written = sheet
        if overlaps {
            let expected = WorkbookWritingError.overlappingMerges(sheet: "表", one.a1, other.a1)
            #expect(throws: expected) { try archive(written) }
        } else {
            let merges = try archive(written).tree("xl/worksheets/sheet1.xml").all("mergeCell")
            #expect(merges.map { $0["ref"] } == [one.a1, other.a1])
        }
    }

    @Test(arguments: [
        (["甲", "乙"], true), ([String(repeating: "字", count: 255)], true),
        ([String(repeating: "字", count: 256)], false), (["甲,乙"], false), ([], false),
        (["甲", ""], false), (["\"甲\""], false),
    ])
    func `下拉选项只收文件容得下的`(items: [String], isAdmitted: Bool) throws {
        var sheet = Worksheet("表")
        sheet.dropDowns = [DropDownList(CellRange("B2", "B9"), .items(items))]
        let written = sheet
        if isAdmitted {
            let list = try archive(written).tree("xl/worksheets/sheet1.xml").first("dataValidation")
            #expect(list["sqref"] == "B2:B9")
            #expect(try list.first("formula1").text == "\"\(items.joined(separator: ","))\"")
        } else {
            let expected = WorkbookWritingError.unusableDropDown(sheet: "表", range: "B2:B9")
            #expect(throws: expected) { try archive(written) }
        }
    }

    @Test(arguments: [
        (WorkbookWritingError.noVisibleSheet, "工作簿里至少要有一张看得见的工作表。"),
        (.unusableSheetName("a/b"), "工作表名“a/b”不能用：须为 1—31 个字，不含 : \\ / ? * [ ]，首尾不用单引号。"),
        (.duplicateSheetName("表"), "有两张工作表都叫“表”，请换一个名字。"),
        (
            .tooManyDigits(sheet: "表", cell: "B2", number: "1234567890123456"),
            "工作表“表”单元格 B2 的数 1234567890123456 超过 15 位有效数字，电子表格会改动它。请先按规定取舍。"
        ),
        (
            .textTooLong(sheet: "表", cell: "B2"),
            "工作表“表”单元格 B2 的文字超过 32767 个字符，电子表格放不下。请缩短或分成几格。"
        ),
        (.overlappingMerges(sheet: "表", "A1:B2", "B2:C3"), "工作表“表”的合并区域 A1:B2 与 B2:C3 重叠。"),
        (
            .unusableDropDown(sheet: "表", range: "B2:B9"),
            "工作表“表”B2:B9 的下拉选项不能用：每项不为空、不含逗号和双引号，合计不超过 255 个字符。"
        ),
        (.archive("磁盘已满"), "工作簿打包失败：磁盘已满。"),
    ])
    func `拒绝时说清楚哪里不对`(error: WorkbookWritingError, message: String) {
        #expect(error.message == message)
    }
}
