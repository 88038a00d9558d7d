import Documents
import Testing

struct MarkedWorkbookTests {
    private static let styles = """
        <fonts count="1"><font><sz val="11"/></font></fonts><cellXfs count="2"><xf numFmtId="0"/>\
        <xf numFmtId="10"/></cellXfs>
        """
    private static let rows = """
        <row r="1" spans="1:2"><c r="A1" t="str"><v>项目</v></c><c r="B1" t="str"><v>预算</v></c></row>\
        <row r="3" ht="20"><c r="A3" t="str"><v>合计</v></c><c r="B3" s="1"><f>SUM(B1:B2)</f><v>0.8787</v></c></row>
        """
    private static let marks = [
        CellMark(sheet: "支付", place: "B3", text: "应为 89.46%。", severity: .error),
        CellMark(sheet: "支付", place: "A3", text: "名称不一致。", severity: .note),
        CellMark(sheet: "支付", place: "B3", text: "另请核对。", severity: .warning),
    ]

    private func marked(
        _ book: WorkbookMaker, _ marks: [CellMark] = Self.marks
    ) throws -> WrittenArchive {
        try WrittenArchive(
            MarkedWorkbook.bytes(of: book.file(), marks: marks))
    }

    private static let sheetPart = "xl/worksheets/sheet1.xml"

    private func sheet(_ archive: WrittenArchive) throws -> String {
        String(decoding: try archive.bytes(Self.sheetPart), as: UTF8.self)
    }

    private static func remark(_ place: String, _ text: String, _ style: Int?) -> String {
        "<c r=\"\(place)\"\(style.map { " s=\"\($0)\"" } ?? "") t=\"inlineStr\"><is>"
            + "<t xml:space=\"preserve\">\(text)</t></is></c>"
    }

    private static let remarks = "B3：【错误】应为 89.46%。\nA3：【提示】名称不一致。\nB3：【警告】另请核对。"

    @Test func `批注和意见列写进去，公式、行高、格式不动`() throws {
        let book = WorkbookMaker(rows: Self.rows, styles: Self.styles)
        let archive = try marked(book)
        let expected = """
            <row r="1" ><c r="A1" t="str"><v>项目</v></c><c r="B1" t="str"><v>预算</v></c>\
            \(Self.remark("C1", "审核意见", 5))</row>\
            <row r="3" ht="20"><c r="A3" t="str"><v>合计</v></c><c r="B3" s="1"><f>SUM(B1:B2)</f><v>0.8787</v></c>\
            \(Self.remark("C3", Self.remarks, 4))</row>
            """
        let written = try sheet(archive)
        #expect(written.contains("<sheetData>\(expected)</sheetData>"))
        #expect(
            written.contains(
                #"<cols><col min="3" max="3" width="48" customWidth="1"/></cols><sheetData>"#))
        let drawing = try XMLTree(archive.bytes(Self.sheetPart)).first("legacyDrawing")
        let links = try archive.tree("xl/worksheets/_rels/sheet1.xml.rels").all("Relationship")
        #expect(
            links.map { $0["Target"] } == ["/xl/comments1.xml", "/xl/drawings/vmlDrawing1.vml"])
        #expect(drawing["r:id"] == links[1]["Id"])
        let comments = try archive.tree("xl/comments1.xml").all("comment")
        #expect(comments.map { $0["ref"] } == ["B3", "A3"])
        #expect(comments.map(\.text) == ["【错误】应为 89.46%。\n【警告】另请核对。", "【提示】名称不一致。"])
        let styles = try archive.tree("xl/styles.xml")
        #expect(try styles.first("fonts")["count"] == "5")
        #expect(try styles.first("cellXfs").children.count == 6)
        #expect(try archive.tree("xl/drawings/vmlDrawing1.vml").all("v:shape").count == 2)
        let types = try archive.tree("[Content_Types].xml").all("Override").map { $0["PartName"] }
        #expect(types == ["/xl/comments1.xml", "/xl/drawings/vmlDrawing1.vml"])
        for part in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
            let own = try #require(book.parts.first { $0.name == part })
            #expect(try archive.bytes(part) == Array(own.text.utf8))
        }
    }

    @Test func `空行、空表、首行有意见时意见列也放得对`() throws {
        let mark = { (place: CellPlace) in
            CellMark(sheet: "支付", place: place, text: "缺数。", severity: .warning)
        }
        let between = try sheet(marked(WorkbookMaker(rows: Self.rows), [mark("B2"), mark("A9")]))
        #expect(
            between.contains(
                "<row r=\"2\">\(Self.remark("C2", "B2：【警告】缺数。", nil))</row><row r=\"3\""))
        #expect(
            between.contains(
                "<row r=\"9\">\(Self.remark("C9", "A9：【警告】缺数。", nil))</row></sheetData>"))
        let first = try sheet(marked(WorkbookMaker(rows: Self.rows), [mark("A1")]))
        #expect(first.contains(Self.remark("C1", "审核意见：A1：【警告】缺数。", nil)))
        let empty = WorkbookMaker(
            sheet: "<worksheet xmlns=\"\(WorkbookMaker.main)\"><sheetData/><extLst/></worksheet>")
        let written = try sheet(marked(empty, [mark("A1")]))
        #expect(
            written.contains(
                "<sheetData><row r=\"1\">\(Self.remark("A1", "审核意见：A1：【警告】缺数。", nil))</row></sheetData>"
            ))
        #expect(written.hasSuffix("r:id=\"rIdMark2\"/><extLst/></worksheet>"))
        let short = WorkbookMaker(rows: "<row r=\"2\"/>")
        #expect(
            try sheet(marked(short, [mark("A2")])).contains(
                "<row r=\"2\">\(Self.remark("A2", "审核意见：A2：【警告】缺数。", nil))</row>"))
    }

    @Test(arguments: [
        (
            #"<cols><col min="1" max="16384" width="9" style="1"/></cols>"#,
            #"<cols><col min="1" max="2" width="9" style="1"/>OWN<col min="4" max="16384" width="9" style="1"/></cols>"#
        ),
        (
            #"<cols><col min="1" max="2" width="9"/></cols>"#,
            #"<cols><col min="1" max="2" width="9"/>OWN</cols>"#
        ),
        (
            #"<cols><col min="7" max="7" width="9"/></cols>"#,
            #"<cols>OWN<col min="7" max="7" width="9"/></cols>"#
        ),
        (#"<cols><col min="3" max="3" width="9"/></cols>"#, #"<cols>OWN</cols>"#),
    ])
    func `列宽的定义不重叠`(columns: String, expected: String) throws {
        let book = WorkbookMaker(
            sheet: """
                <worksheet xmlns="\(WorkbookMaker.main)"><dimension ref="A1:B3"/>\(columns)\
                <sheetData>\(Self.rows)</sheetData></worksheet>
                """)
        let own = #"<col min="3" max="3" width="48" customWidth="1"/>"#
        let written = try sheet(marked(book))
        let parts = expected.split(separator: "OWN", omittingEmptySubsequences: false)
        #expect(written.contains(parts.joined(separator: own)))
        #expect(written.contains(#"<dimension ref="A1:C3"/>"#))
    }

    @Test func `原有的批注保留，同一格的接在后面`() throws {
        let book = WorkbookMaker(rows: Self.rows, styles: Self.styles)
        let once = try MarkedWorkbook.bytes(of: book.file(), marks: [Self.marks[0]], author: "原作者")
        let twice = try MarkedWorkbook.bytes(
            of: InputFile(bytes: once, name: "a.xlsx"), marks: [Self.marks[1], Self.marks[2]])
        let archive = try WrittenArchive(twice)
        let list = try archive.tree("xl/comments1.xml")
        #expect(list.all("author").map(\.text) == ["原作者", "绩效审核"])
        #expect(list.all("comment").map { $0["ref"] } == ["B3", "A3"])
        #expect(list.all("comment").map { $0["authorId"] } == ["0", "1"])
        #expect(
            list.all("comment").map(\.text) == ["【错误】应为 89.46%。\n【警告】另请核对。", "【提示】名称不一致。"])
        let shapes = try archive.tree("xl/drawings/vmlDrawing1.vml").all("v:shape")
        #expect(shapes.map { $0["id"] } == ["_x0000_s1025", "_x0000_s1026"])
        #expect(try sheet(archive).components("legacyDrawing") == 1)
        #expect(!archive.paths.contains("xl/comments2.xml"))
    }

    @Test func `没有这张工作表时说清有哪些`() throws {
        let mark = CellMark(sheet: "无", place: "A1", text: "核", severity: .error)
        #expect(throws: DocumentError.noSuchSheet(file: "支付.xlsx", sheet: "无", present: ["支付"])) {
            try MarkedWorkbook.bytes(of: WorkbookMaker().file(), marks: [mark])
        }
    }

    @Test func `名称带前缀的工作表也标得对，同样的输入得同样的字节`() throws {
        let sheet = """
            <x:worksheet xmlns:x="\(WorkbookMaker.main)"><x:sheetData><x:row><x:c t="str"><x:v>甲</x:v></x:c>\
            </x:row></x:sheetData></x:worksheet>
            """
        let book = WorkbookMaker(sheet: sheet)
        let mark = CellMark(sheet: "支付", place: "A1", text: "核", severity: .error)
        let bytes = try MarkedWorkbook.bytes(of: book.file(), marks: [mark])
        #expect(try MarkedWorkbook.bytes(of: book.file(), marks: [mark]) == bytes)
        #expect(try ReadableDocument(bytes, "a.xlsx").text == "甲\t审核意见：A1：【错误】核\n")
        _ = try WrittenArchive(bytes).tree(Self.sheetPart)
    }
}

extension String {
    /// How often a word occurs.
    fileprivate func components(_ word: String) -> Int {
        split(separator: word, omittingEmptySubsequences: false).count - 1
    }
}
