import Documents
import Quantities
import Testing

struct WorkbookReaderTests {
    @Test func `共享文字合并各段并略去注音`() throws {
        let book = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
                <c r="C1" t="s"><v>2</v></c></row>
                """,
            texts: """
                <si><t xml:space="preserve"> 办公费 </t></si>\
                <si><r><rPr><b/></rPr><t>职工</t></r><r><t>帮扶</t></r>\
                <rPh sb="0" eb="2"><t>bangfu</t></rPh><phoneticPr fontId="1"/></si>\
                <si><t>A&amp;B&lt;&#30005;&gt;_x000D_换行</t></si>
                """)
        #expect(try book.summary() == ["A1= 办公费  B1=职工帮扶 C1=A&B<电>\r换行"])
    }

    @Test func `单元格内的文字、布尔、错误值和公式缓存值都读得出`() throws {
        let book = WorkbookMaker(
            rows: """
                <row r="2"><c r="A2" t="inlineStr"><is><r><t>慰</t></r><r><t>问</t></r></is></c>\
                <c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#REF!</v></c>\
                <c r="D2"><f>SUM(A1:A9)</f><v>12.5</v></c><c r="E2" t="str"><f>A2</f><v>慰问</v></c>\
                <c r="F2"><f>NOW()</f></c></row>
                """)
        #expect(try book.summary() == ["A2=慰问 B2=真 C2=!#REF! D2=#12.5 E2=慰问 F2=空"])
        #expect(
            try book.rows()[0].cells.map(\.hasFormula) == [false, false, false, true, true, true])
    }

    @Test func `日期和百分比按数字格式识别`() throws {
        let book = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1" s="1"><v>44408</v></c><c r="B1" s="2"><v>44408.75</v></c>\
                <c r="C1" s="3"><v>0.8946</v></c><c r="D1" s="4"><v>0.5</v></c>\
                <c r="E1" s="4"><v>44408.5</v></c><c r="F1" s="99"><v>7</v></c>\
                <c r="G1" s="1"><v>60</v></c><c r="H1" t="d"><v>2021-07-31T00:00:00</v></c></row>
                """,
            styles: """
                <numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\
                </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>\
                <xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="10"/><xf numFmtId="20"/></cellXfs>\
                <dxfs><dxf><numFmt numFmtId="177" formatCode="yyyy"/></dxf></dxfs>
                """)
        #expect(
            try book.summary() == [
                "A1=@2021-07-31 B1=@2021-07-31 C1=#0.8946 D1=#0.5 E1=@2021-07-31 F1=#7 G1=?60 "
                    + "H1=@2021-07-31"
            ])
        let cells = try book.rows()[0].cells
        #expect(cells.map(\.hasTime) == [false, true, false, false, true, false, false, false])
        #expect(cells.map(\.isPercent) == [false, false, true, false, false, false, false, false])
        #expect(cells[2].text == "89.46%")
    }

    @Test func `一九〇四日期系统下同一序号晚四年零一天`() throws {
        let sheet = """
            <worksheet xmlns="\(WorkbookMaker.main)"><sheetData><row r="1"><c r="A1" s="0">\
            <v>42946</v></c></row></sheetData></worksheet>
            """
        let book = WorkbookMaker(
            sheet: sheet, styles: #"<cellXfs><xf numFmtId="14"/></cellXfs>"#,
            properties: #"<workbookPr date1904="1"/>"#)
        #expect(try book.summary() == ["A1=@2021-07-31"])
    }

    @Test func `没有位置的行和单元格依次编号`() throws {
        let book = WorkbookMaker(
            rows: """
                <row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="B5"><v>2</v></c>\
                <c><v>9</v></c></row><row><c r="A8"><v>8</v></c></row><row><c><v>0</v></c></row>
                """)
        #expect(try book.summary() == ["A1=#1 C1=#3", "B5=#2 C5=#9", "A8=#8", "A9=#0"])
    }

    @Test func `带前缀的命名空间和严格格式也读得出`() throws {
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        let sheet = """
            <x:worksheet xmlns:x="\(strict)" xmlns:y="urn:y"><x:sheetData><x:row r="1" y:r="9" y:s="1">\
            <x:c r="A1" y:t="s" t="inlineStr"><x:is><x:t><![CDATA[三公 & 经费]]></x:t></x:is></x:c>\
            <x:c r="B1"><x:v><!-- 注 -->628<!-- 注 -->.8</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """
        let workbook = """
            <x:workbook xmlns:x="\(strict)" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships">\
            <x:sheets><x:sheet name="A&amp;B" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>
            """
        let book = WorkbookMaker(sheet: sheet).with("xl/workbook.xml", workbook)
        #expect(try book.summary() == ["A1=三公 & 经费 B1=#628.8"])
        #expect(try book.reader().sheets.map(\.name) == ["A&B"])
    }

    @Test func `隐藏的工作表读得出并注明，图表工作表略去`() throws {
        let links = ["worksheet", "worksheet", "chartsheet"].enumerated().map { index, kind in
            WorkbookMaker.link("rId\(index + 1)", kind, "/xl/worksheets/sheet1.xml")
        }
        let book = WorkbookMaker(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
            .with("xl/_rels/workbook.xml.rels", WorkbookMaker.linkList(links.joined()))
            .with(
                "xl/workbook.xml",
                WorkbookMaker.workbook(
                    """
                    <sheet name="支付" sheetId="1" r:id="rId1"/><sheet name="底稿" sheetId="2" \
                    state="veryHidden" r:id="rId2"/><sheet name="图" sheetId="3" r:id="rId3"/>
                    """))
        let reader = try book.reader()
        #expect(
            reader.sheets == [
                TableSheet(name: "支付", isHidden: false, index: 0),
                TableSheet(name: "底稿", isHidden: true, index: 1),
            ])
        #expect(try reader.sheet(named: "底稿") == reader.sheets[1])
        #expect(
            throws: DocumentError.noSuchSheet(file: "支付.xlsx", sheet: "收入", present: ["支付", "底稿"])
        ) {
            try reader.sheet(named: "收入")
        }
    }

    @Test func `只有格式的行和单元格略去，乱序的单元格排好`() throws {
        let book = WorkbookMaker(
            rows: """
                <row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row><row r="2" ht="20"/>\
                <row r="3"><c r="A3" s="1"/><c r="B3" t="inlineStr"><is><t></t></is></c></row>\
                <row r="4"><c r="A4"><v>4</v></c></row>
                """)
        #expect(try book.summary() == ["A1=#1 C1=#3", "A4=#4"])
    }

    @Test func `读不懂的单元格各自指出，其余照读`() throws {
        let book = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1"><v>1,234</v></c><c r="B1"><v>1E+99</v></c><c r="C1" t="s"><v>7</v></c>\
                <c r="D1" t="d"><v>昨天</v></c><c r="E1" t="s"><v>x</v></c><c r="F1"><v>5</v></c></row>
                """)
        let cells = try book.rows()[0].cells
        #expect(
            cells.map(\.content).dropLast() == [
                .unreadable(.notANumber("1,234")), .unreadable(.numberTooLarge("1E+99")),
                .unreadable(.missingSharedText("7")), .unreadable(.noSuchDay("昨天")),
                .unreadable(.missingSharedText("x")),
            ])
        #expect(cells.last?.text == "5")
    }

    @Test func `合并单元格的值归首格，需要时填满`() throws {
        let book = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row>\
                <row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>20</v></c></row>\
                <row r="4"><c r="A4" s="1"/><c r="B4"><v>30</v></c></row>\
                <row r="6"><c r="A6"><v>2</v></c></row>
                """,
            after: """
                <mergeCells count="3"><mergeCell ref="A3:A5"/><mergeCell ref="A1:C1"/>\
                <mergeCell ref="D9"/></mergeCells>
                """)
        let reader = try book.reader()
        let sheet = reader.sheets[0]
        #expect(try reader.mergedRanges(in: sheet).map(\.a1) == ["A3:A5", "A1:C1", "D9:D9"])
        var rows: [String] = []
        try reader.forEachRowFillingMergedCells(in: sheet) { row in
            rows.append(row.cells.map { "\($0.place)=\($0.text)" }.joined(separator: " "))
        }
        #expect(rows == ["A1=标题 B1=标题 C1=标题", "A3=1 B3=20", "A4=1 B4=30", "A6=2"])
    }

    @Test func `预览只读前几行，读取可由调用者中止`() throws {
        let rows = (1...3000).map { #"<row r="\#($0)"><c r="A\#($0)"><v>\#($0)</v></c></row>"# }
        let reader = try WorkbookMaker(rows: rows.joined()).reader()
        let first = try reader.firstRows(2, of: reader.sheets[0])
        #expect(first.map(\.number) == [1, 2])
        #expect(try reader.firstRows(0, of: reader.sheets[0]).isEmpty)
        #expect(try reader.firstRows(9999, of: reader.sheets[0]).count == 3000)
        struct Stop: Error {}
        var seen = 0
        #expect(throws: Stop.self) {
            try reader.forEachRow(in: reader.sheets[0]) { _ in
                seen += 1
                if seen == 1500 { throw Stop() }
            }
        }
        #expect(seen == 1500)
    }

    @Test func `反斜杠和大小写不同的部件名照样找到`() throws {
        var book = WorkbookMaker(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
        book.parts = book.parts.map { part in
            let name =
                part.name.hasPrefix("xl/worksheets")
                ? part.name.split(separator: "/").joined(separator: "\\").uppercased() : part.name
            return (name, part.text)
        }
        #expect(try book.summary() == ["A1=#1"])
    }

    @Test func `一行里的单元格按列取得`() throws {
        let row = try WorkbookMaker(
            rows: #"<row r="7"><c r="B7"><v>1</v></c><c r="D7"><v>2</v></c></row>"#
        ).rows()[0]
        #expect((0...5).map { row[column: $0].text } == ["", "", "1", "", "2", ""])
        #expect(row[column: 3].place.a1 == "C7")
        #expect(!row.isBlank)
    }
}
