import Documents
import Testing

/// GB/T 9704—2012 as the file states it.
struct WordPageWritingTests {
    private func archive(_ sections: [WordSection]) throws -> WrittenArchive {
        let document = WordDocument(
            properties: try SampleDocuments.properties("样例"), sections: sections)
        return try WrittenArchive(try document.bytes())
    }

    @Test func `竖页是国标版心`() throws {
        let tree = try archive([WordSection(blocks: [.text(.body, "正文")])]).tree(
            "word/document.xml")
        let (size, margins) = (try tree.first("w:pgSz"), try tree.first("w:pgMar"))
        #expect(size.attributes == ["w:w": "11906", "w:h": "16838"])
        // 天头 37 mm, 订口 28 mm; what stays is 156 mm × 225 mm.
        #expect(margins["w:top"] == "2098")
        #expect(margins["w:left"] == "1587")
        #expect(margins["w:right"] == "1474")
        #expect(margins["w:bottom"] == "1984")
    }

    @Test func `横页自成一节且页码连续`() throws {
        let tree = try archive([
            WordSection(blocks: [.text(.body, "前")]),
            WordSection(.landscape, blocks: [.text(.body, "宽表")]),
            WordSection(blocks: [.text(.body, "后")]),
        ]).tree("word/document.xml")
        let sizes = tree.all("w:pgSz")
        #expect(sizes.map { $0["w:orient"] } == [nil, "landscape", nil])
        #expect(sizes[1]["w:w"] == "16838")
        #expect(tree.all("w:pgNumType").isEmpty)
        #expect(tree.all("w:p").map(\.text) == ["前", "宽表", "后"])
    }

    @Test func `页码单页居右双页居左`() throws {
        let archive = try archive([WordSection(blocks: [])])
        let links = try archive.tree("word/_rels/document.xml.rels").all("Relationship")
        let references = try archive.tree("word/document.xml").all("w:footerReference")
        for (kind, side, indent) in [("default", "right", "w:right"), ("even", "left", "w:left")] {
            let id = try #require(references.first { $0["w:type"] == kind }?["r:id"])
            let target = try #require(links.first { $0["Id"] == id }?["Target"])
            let footer = try archive.tree("word/\(target)")
            #expect(footer.all("w:t").map(\.text).joined() == "— 1 —")
            #expect(try footer.first("w:instrText").text == " PAGE ")
            #expect(try footer.first("w:jc")["w:val"] == side)
            #expect(try footer.first("w:ind")[indent] == "280")
        }
        let settings = try archive.tree("word/settings.xml")
        #expect(settings.all("w:evenAndOddHeaders").count == 1)
    }

    @Test(arguments: [
        ("Title", "方正小标宋简体", "44", "700"), ("Heading1", "黑体", "32", "560"),
        ("Heading2", "楷体_GB2312", "32", "560"), ("Heading3", "仿宋_GB2312", "32", "560"),
        ("BodyText", "仿宋_GB2312", "32", "560"), ("Caption", "黑体", "24", "440"),
        ("TableText", "宋体", "21", "320"), ("Note", "宋体", "18", "280"),
        ("Footer", "宋体", "28", "360"),
    ])
    func `样式的字体字号行距`(id: String, font: String, halfPoints: String, line: String) throws {
        let styles = try archive([]).tree("word/styles.xml").all("w:style")
        let style = try #require(styles.first { $0["w:styleId"] == id })
        #expect(try style.first("w:rFonts")["w:eastAsia"] == font)
        #expect(try style.first("w:sz")["w:val"] == halfPoints)
        let spacing = try style.first("w:spacing")
        #expect(spacing["w:line"] == line)
        #expect(spacing["w:lineRule"] == "exact")
    }

    @Test func `正文首行缩进二字且每行容二十八字`() throws {
        let styles = try archive([]).tree("word/styles.xml").all("w:style")
        let body = try #require(styles.first { $0["w:styleId"] == "BodyText" })
        #expect(
            try body.first("w:ind").attributes == ["w:firstLineChars": "200", "w:firstLine": "640"])
        let squeeze = try #require(Int(try body.first("w:rPr").first("w:spacing")["w:val"] ?? ""))
        // 28 characters in 11906 − 1587 − 1474 twips.
        #expect(28 * (320 + squeeze) <= 8845)
        #expect(29 * (320 + squeeze) > 8845)
    }

    @Test func `每种字体在缺字体的机器上都有替代`() throws {
        let archive = try archive([])
        let fonts = try archive.tree("word/fontTable.xml").all("w:font")
        let used = Set(
            try archive.tree("word/styles.xml").all("w:rFonts").compactMap { $0["w:eastAsia"] })
        #expect(used.count == 5)
        for name in used {
            let font = try #require(fonts.first { $0["w:name"] == name })
            #expect(try !font.first("w:altName")["w:val"].unwrapped.isEmpty)
            #expect(try font.first("w:panose1")["w:val"].unwrapped.count == 20)
            #expect(try font.first("w:charset")["w:val"] == "86")
        }
    }

    @Test func `居中或居右的正文不缩进`() throws {
        let tree = try archive([
            WordSection(blocks: [
                .paragraph(WordParagraph(.body, alignment: .center, [WordRun("中")])),
                .paragraph(WordParagraph(.body, alignment: .leading, [WordRun("左")])),
            ])
        ]).tree("word/document.xml")
        let looks = tree.all("w:pPr")
        #expect(looks[0].children.map(\.name) == ["w:pStyle", "w:ind", "w:jc"])
        #expect(looks[1].children.map(\.name) == ["w:pStyle", "w:jc"])
    }

    @Test func `分页加在下一段上而不留空行`() throws {
        let blocks: [WordBlock] = [
            .text(.body, "前"), .pageBreak, .text(.body, "后"), .pageBreak,
            .table(WordTable(columnShares: [1], rows: [WordTableRow([WordTableCell("表")])])),
        ]
        let body = try archive([WordSection(blocks: blocks)]).tree("word/document.xml")
            .first("w:body")
        #expect(body.children.map(\.name) == ["w:p", "w:p", "w:p", "w:tbl", "w:p", "w:sectPr"])
        #expect(
            body.children[0...2].map { $0.all("w:pageBreakBefore").count } == [0, 1, 1])
    }
}

extension Optional {
    /// The value, or a failed test.
    var unwrapped: Wrapped {
        get throws { try #require(self) }
    }
}
