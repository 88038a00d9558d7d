import Documents
import Testing

struct ReadableWorkbookTests {
    /// A cell shown by the format of a code, and what is seen.
    private func shown(_ number: String, _ code: String) throws -> String {
        let escaped = code.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "&quot;")
        let book = WorkbookMaker(
            rows: #"<row r="1"><c r="A1" s="0"><v>\#(number)</v></c></row>"#,
            styles: """
                <numFmts><numFmt numFmtId="200" formatCode="\(escaped)"/></numFmts>\
                <cellXfs><xf numFmtId="200"/></cellXfs>
                """)
        return try ReadableDocument(ZipMaker(book.parts).bytes, "表.xlsx").text
    }

    @Test(arguments: [
        ("0.8946", "0.00%", "89.46%"), ("0.8946", "0%", "89%"), ("1", "0.0%", "100.0%"),
        ("1234567.891", "#,##0.00", "1,234,567.89"), ("824.5", "0.00", "824.50"),
        ("824.5", "0.##", "824.5"), ("0.5", "#.00", ".50"), ("0.005", "0.00", "0.01"),
        ("12345678", "0.00,", "12345.68"), ("938.31", "0.00\"万元\"", "938.31万元"),
        ("1234.5", "¥#,##0.00", "¥1,234.50"), ("1234.5", "[$¥-804]#,##0.00", "¥1,234.50"),
        ("-98.63", "#,##0.00", "-98.63"), ("-98.63", "0.00;[Red](0.00)", "(98.63)"),
        ("-0.001", "0.00", "0.00"), ("0", "0.00;-0.00;\"—\"", "—"), ("7", "000", "007"),
        ("1234.5", "_ * #,##0.00_ ;_ * -#,##0.00_ ", "1,234.50"),
        ("8.3000000000000007", "General", "8.3"),
        ("0.894567893121", "General", "0.894567893"), ("123456789012", "General", "123456789012"),
        ("1234.5", "0.00E+00", "1234.5"), ("0.5", "# ?/?", "0.5"),
        ("44408", "yyyy-mm-dd", "2021-07-31"),
        ("44408", "yyyy\"年\"m\"月\"d\"日\"", "2021年7月31日"), ("44408", "yyyy\"年\"m\"月\"", "2021年7月"),
    ])
    func `数字按单元格格式显示的样子读出`(number: String, code: String, seen: String) throws {
        #expect(try shown(number, code).trimmed == seen)
    }

    @Test func `各表各行成行，列由制表符隔开，合并单元格只读一次`() throws {
        let book = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1" t="inlineStr"><is><t>收支\n表</t></is></c><c r="B1" t="str"><v>藏</v></c></row>\
                <row r="3"><c r="B3"><f>1+1</f><v>2</v></c><c r="D3" t="b"><v>1</v></c></row>
                """,
            after: #"<mergeCells><mergeCell ref="A1:C1"/></mergeCells>"#)
        let document = try ReadableDocument(ZipMaker(book.parts).bytes, "表.xlsx")
        #expect(document.text == "收支 表\n\t2\t\tTRUE\n")
        #expect(document.summary == ["工作表“支付”A1+0[收支 表]", "工作表“支付”B3+0[2]", "工作表“支付”D3+0[TRUE]"])
        #expect(document.kind == .workbook)
    }

    @Test func `隐藏的工作表也读，并说出来`() throws {
        let book = WorkbookMaker(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
            .with(
                "xl/workbook.xml",
                WorkbookMaker.workbook(
                    #"<sheet name="甲" sheetId="1" r:id="rId1"/><sheet name="乙" sheetId="2" state="hidden" r:id="rId1"/>"#
                ))
        let document = try ReadableDocument(ZipMaker(book.parts).bytes, "表.xlsx")
        #expect(document.text == "1\n\n1\n")
        #expect(document.notices == ["工作表“乙”是隐藏的，其中的内容也已读取。"])
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
