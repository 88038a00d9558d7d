import Documents
import Quantities
import Testing

/// How a form looks and behaves when a clerk opens it.
struct WorksheetWritingTests {
    private func archive(_ sheet: Worksheet) throws -> WrittenArchive {
        try WrittenArchive(
            try Workbook(properties: try SampleDocuments.properties("样例"), sheets: [sheet]).bytes())
    }

    private func form() throws -> WrittenArchive {
        try WrittenArchive(try SampleWorkbooks.form().bytes())
    }

    @Test func `工作表的元素按标准规定的次序排列`() throws {
        #expect(
            try form().tree("xl/worksheets/sheet1.xml").children.map(\.name) == [
                "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData",
                "sheetProtection", "mergeCells", "dataValidations", "printOptions", "pageMargins",
                "pageSetup", "headerFooter", "legacyDrawing",
            ])
        #expect(
            try form().tree("xl/workbook.xml").children.map(\.name) == [
                "workbookPr", "bookViews", "sheets", "definedNames", "calcPr",
            ])
        #expect(
            try form().tree("xl/styles.xml").children.map(\.name) == [
                "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles",
            ])
    }

    @Test func `单元格按行列次序写且地址不重复`() throws {
        let sheet = try form().tree("xl/worksheets/sheet1.xml")
        let places = try sheet.all("c").map { try #require(CellPlace(a1: $0["r"] ?? "")) }
        #expect(places == places.sorted())
        #expect(Set(places).count == places.count)
        #expect(try sheet.first("dimension")["ref"] == "A1:I10")
        for row in sheet.all("row") {
            #expect(row.all("c").allSatisfy { $0["r"]?.hasSuffix(row["r"] ?? "-") == true })
        }
    }

    @Test func `合并区域的每一格都有边框`() throws {
        var sheet = Worksheet("表")
        sheet.merge(
            CellRange("B2", "C3"), WorksheetCell(.text("合并"), CellStyle { $0.hasBorder = true }))
        #expect(sheet["B2"]?.value == .text("合并"))
        #expect(sheet["C3"]?.value == .blank)
        #expect(sheet["A1"] == nil)
        let archive = try archive(sheet)
        let looks = try archive.tree("xl/styles.xml").first("cellXfs").children
        for cell in try archive.tree("xl/worksheets/sheet1.xml").all("c") {
            let look = looks[try #require(Int(cell["s"] ?? ""))]
            #expect(look["borderId"] == "1")
        }
    }

    @Test func `打印在A4上且标题行每页重复`() throws {
        let archive = try form()
        let sheet = try archive.tree("xl/worksheets/sheet1.xml")
        #expect(
            try sheet.first("pageSetup").attributes == [
                "paperSize": "9", "orientation": "portrait", "fitToWidth": "1", "fitToHeight": "0",
            ])
        #expect(try sheet.first("pageSetUpPr")["fitToPage"] == "1")
        #expect(try sheet.first("oddFooter").text == "&C第 &P 页，共 &N 页")
        let titles = try archive.tree("xl/workbook.xml").first("definedName")
        #expect(titles["name"] == "_xlnm.Print_Titles")
        #expect(titles.text == "'项目支出绩效自评表'!$1:$3")
    }

    @Test(arguments: [
        ("A4", ["ySplit": "3", "activePane": "bottomLeft"]),
        ("C1", ["xSplit": "2", "activePane": "topRight"]),
        ("C4", ["xSplit": "2", "ySplit": "3", "activePane": "bottomRight"]),
    ])
    func `冻结窗格停在给定的格`(a1: String, expected: [String: String]) throws {
        let place = try #require(CellPlace(a1: a1))
        var sheet = Worksheet("表")
        sheet.frozenAt = place
        let pane = try archive(sheet).tree("xl/worksheets/sheet1.xml").first("pane")
        let fixed = ["topLeftCell": place.a1, "state": "frozen"]
        #expect(pane.attributes == expected.merging(fixed) { one, _ in one })
        sheet.frozenAt = "A1"
        #expect(try archive(sheet).tree("xl/worksheets/sheet1.xml").all("pane").isEmpty)
    }

    @Test func `保护的表只让填空白格`() throws {
        let archive = try form()
        let sheet = try archive.tree("xl/worksheets/sheet1.xml")
        #expect(try sheet.first("sheetProtection")["sheet"] == "1")
        let looks = try archive.tree("xl/styles.xml").first("cellXfs").children
        let open = try sheet.all("c").filter { cell in
            let look = looks[try #require(Int(cell["s"] ?? ""))]
            return try look.first("protection")["locked"] == "0"
        }
        #expect(open.map { $0["r"] } == ["I7", "I8", "I9"])
    }

    @Test func `数太宽时缩小而不显示井号`() throws {
        let archive = try form()
        let looks = try archive.tree("xl/styles.xml").first("cellXfs").children
        let cells = try archive.tree("xl/worksheets/sheet1.xml").all("c")
        for (place, shrinks) in [("E5", "1"), ("I5", "1"), ("D7", "0")] {
            let cell = try #require(cells.first { $0["r"] == place })
            let alignment = try looks[try #require(Int(cell["s"] ?? ""))].first("alignment")
            #expect(alignment["shrinkToFit"] == shrinks)
            #expect(alignment["wrapText"] == (shrinks == "1" ? "0" : "1"))
        }
    }

    @Test(arguments: [
        // Six characters fill 12 half-widths; one more needs a second line of 16 points.
        ("六个字正好了", 12, 22), ("七个字就要两行", 12, 38), ("一\n二\n三", 12, 54), ("abcdefghijklm", 12, 38),
    ])
    func `行高容得下折行的文字`(text: String, width: Int, points: Int) throws {
        var sheet = Worksheet("表")
        sheet.columnWidths = [width]
        sheet.put(.text(text), CellStyle { $0.wraps = true }, at: "A1")
        let row = try archive(sheet).tree("xl/worksheets/sheet1.xml").first("row")
        #expect(row["ht"] == "\(points)")
        sheet.rowHeights[1] = 99
        let fixed = try archive(sheet).tree("xl/worksheets/sheet1.xml").first("row")
        #expect(fixed["ht"] == "99")
    }

    @Test func `跨行合并的长文字把最后一行撑高`() throws {
        var sheet = Worksheet("表")
        sheet.columnWidths = [10]
        let long = String(repeating: "年度总体目标", count: 10)
        sheet.merge(
            CellRange("A1", "A3"), WorksheetCell(.text(long), CellStyle { $0.wraps = true }))
        let rows = try archive(sheet).tree("xl/worksheets/sheet1.xml").all("row")
        // 60 characters, five a line: 12 lines of 16 points and 6; two plain rows have 30 of it.
        #expect(rows.map { $0["ht"] } == [nil, nil, "168"])
    }

    @Test func `批注写明来源且藏在格后`() throws {
        let archive = try form()
        let comment = try archive.tree("xl/comments1.xml").first("comment")
        #expect(comment["ref"] == "F7")
        #expect(comment.text == "来源：帮扶台账第 12—306 行")
        let box = try archive.tree("xl/drawings/vmlDrawing1.vml")
        #expect(try box.first("x:Row").text == "6")
        #expect(try box.first("x:Column").text == "5")
        let sheet = try archive.tree("xl/worksheets/sheet1.xml")
        let links = try archive.tree("xl/worksheets/_rels/sheet1.xml.rels").all("Relationship")
        let drawing = links.first { $0["Id"] == (try? sheet.first("legacyDrawing")["r:id"]) }
        #expect(drawing?["Target"] == "../drawings/vmlDrawing1.vml")
    }

    @Test func `隐藏的表不显示且打开时停在可见的表`() throws {
        var hidden = Worksheet("溯源")
        hidden.isHidden = true
        let workbook = Workbook(
            properties: try SampleDocuments.properties("样例"), sheets: [hidden, Worksheet("表")])
        let archive = try WrittenArchive(try workbook.bytes())
        let tree = try archive.tree("xl/workbook.xml")
        #expect(tree.all("sheet").map { $0["state"] } == ["hidden", nil])
        #expect(try tree.first("workbookView")["activeTab"] == "1")
    }

    @Test func `下拉列表可以取自别的表`() throws {
        var sheet = Worksheet("表")
        let source = CellRange("A2", "A30")
        sheet.dropDowns = [DropDownList(CellRange("B2", "B9"), .cells(sheet: "王'五", source))]
        let list = try archive(sheet).tree("xl/worksheets/sheet1.xml").first("formula1")
        #expect(list.text == "'王''五'!$A$2:$A$30")
    }
}
