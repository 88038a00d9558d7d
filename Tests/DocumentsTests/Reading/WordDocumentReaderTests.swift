import Documents
import Testing

struct WordDocumentReaderTests {
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    private static func parts(_ body: String) -> [(name: String, text: String)] {
        let list = [
            WorkbookMaker.link("rId1", "officeDocument", "word/document.xml"),
            WorkbookMaker.link("rId2", "metadata/core-properties", "docProps/core.xml"),
            WorkbookMaker.link("rId3", "custom-properties", "docProps/custom.xml"),
        ].joined()
        return [
            ("_rels/.rels", WorkbookMaker.linkList(list)),
            (
                "word/_rels/document.xml.rels",
                WorkbookMaker.linkList(
                    WorkbookMaker.link("rId1", "footer", "footer1.xml")
                        + WorkbookMaker.link("rId2", "header", "header1.xml"))
            ),
            (
                "word/document.xml",
                #"<w:document xmlns:w="\#(word)"><w:body>\#(body)</w:body></w:document>"#
            ),
            (
                "word/header1.xml",
                #"<w:hdr xmlns:w="\#(word)"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>"#
            ),
            (
                "word/footer1.xml",
                #"<w:ftr xmlns:w="\#(word)"><w:p><w:r><w:t>— 1 —</w:t></w:r></w:p></w:ftr>"#
            ),
            (
                "docProps/core.xml",
                """
                <cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>自评报告</dc:title>\
                <dc:creator/></cp:coreProperties>
                """
            ),
            (
                "docProps/custom.xml",
                """
                <Properties xmlns:vt="urn:vt"><property fmtid="{D}" pid="2" name="journalHead">\
                <vt:lpwstr>9f&amp;3a</vt:lpwstr></property></Properties>
                """
            ),
        ]
    }

    private func text(_ body: String) throws -> WordText {
        let bytes = try ZipMaker(Self.parts(body)).bytes
        return try WordDocumentReader(InputFile(bytes: bytes, name: "自评.docx")).text()
    }

    @Test func `段落的文字按各段顺序连起来`() throws {
        let text = try text(
            """
            <w:p><w:pPr><w:pStyle w:val="Heading1"/><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>\
            <w:r><w:t xml:space="preserve">一、 </w:t></w:r><w:ins><w:r><w:t>基本</w:t></w:r></w:ins>\
            <w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:r><w:t>情况</w:t></w:r></w:p>\
            <w:p><w:r><w:t>支出</w:t><w:tab/><w:t>824</w:t><w:br/><w:t>万元</w:t><w:noBreakHyphen/></w:r>\
            <w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p/>
            """)
        #expect(
            text.paragraphs == [
                WordTextParagraph(text: "一、 基本情况", style: "Heading1"),
                WordTextParagraph(text: "支出\t824\n万元-"), WordTextParagraph(text: ""),
            ])
    }

    @Test func `表格按行按格读出，跨列跨行和表中表都在`() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
        }
        let inner = "<w:tc><w:tbl><w:tr>\(cell("内"))</w:tr></w:tbl><w:p/></w:tc>"
        let text = try text(
            """
            <w:p><w:r><w:t>前</w:t></w:r></w:p><w:tbl><w:tr>\(cell("指标", #"<w:gridSpan w:val="2"/>"#))</w:tr>\
            <w:tr>\(cell("人次", #"<w:vMerge w:val="restart"/>"#))\(cell("321"))</w:tr>\
            <w:tr>\(cell("", "<w:vMerge/>"))\(inner)</w:tr></w:tbl>
            """)
        let table = try #require(text.tables.first)
        #expect(table.rows.map { $0.map(\.text) } == [["指标"], ["人次", "321"], ["", "内\n"]])
        #expect(table.rows[0][0].columns == 2)
        #expect(table.rows.map { $0[0].continuesAbove } == [false, false, true])
        #expect(text.paragraphs.map(\.text) == ["前", "指标", "人次", "321", "", "内", ""])
        #expect(text.tables.count == 1)
    }

    @Test func `文本框里的文字只读一遍`() throws {
        let box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
        let text = try text(
            """
            <w:p><w:r><w:t>前</w:t><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>\(box)</mc:Choice>\
            <mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r></w:p>
            """)
        #expect(text.paragraphs.map(\.text) == ["框", "前后"])
    }

    @Test func `页眉页脚、属性和原始部件都取得到`() throws {
        let bytes = try ZipMaker(Self.parts("<w:p/>")).bytes
        let reader = try WordDocumentReader(InputFile(bytes: bytes, name: "自评.docx"))
        let text = try reader.text()
        #expect(text.headers.map { $0.flatMap(\.paragraphs).map(\.text) } == [["页眉"]])
        #expect(text.footers.map { $0.flatMap(\.paragraphs).map(\.text) } == [["— 1 —"]])
        #expect(text.properties == ["title": "自评报告", "creator": ""])
        #expect(text.customProperties == ["journalHead": "9f&3a"])
        #expect(reader.partNames.contains("docProps/custom.xml"))
        #expect(try reader.bytes(ofPart: "word/footer1.xml").starts(with: Array("<w:ftr".utf8)))
        #expect(throws: DocumentError.missingPart(file: "自评.docx", part: "word/media/a.png")) {
            try reader.bytes(ofPart: "word/media/a.png")
        }
    }

    @Test func `段落太多、不是文档、缺页脚时说清原因`() throws {
        let bytes = try ZipMaker(Self.parts("<w:p/><w:p/>")).bytes
        let file = InputFile(bytes: bytes, name: "自评.docx")
        #expect(try WordDocumentReader(file, blockLimit: 2).text().paragraphs.count == 2)
        #expect(throws: DocumentError.documentTooLarge(file: "自评.docx", limit: 1)) {
            try WordDocumentReader(file, blockLimit: 1).text()
        }
        let book = try ZipMaker(WorkbookMaker().parts).bytes
        #expect(
            throws: DocumentError.wrongKind(
                file: "自评.docx", found: .workbook, wanted: .wordDocument)
        ) { try WordDocumentReader(InputFile(bytes: book, name: "自评.docx")) }
        let cut = try ZipMaker(Self.parts("<w:p/>").filter { $0.name != "word/footer1.xml" }).bytes
        #expect(throws: DocumentError.missingPart(file: "自评.docx", part: "word/footer1.xml")) {
            try WordDocumentReader(InputFile(bytes: cut, name: "自评.docx")).text()
        }
        #expect(throws: DocumentError.emptyFile(file: "空.docx")) {
            try WordDocumentReader(InputFile(bytes: [], name: "空.docx"))
        }
    }
}
