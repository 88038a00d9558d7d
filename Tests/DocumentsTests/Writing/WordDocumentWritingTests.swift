import Documents
import Quantities
import Testing

struct WordDocumentWritingTests {
    private func document(_ blocks: [WordBlock]) throws -> WordDocument {
        WordDocument(
            properties: try SampleDocuments.properties("样例"),
            sections: [WordSection(blocks: blocks)])
    }

    private func body(_ blocks: [WordBlock]) throws -> XMLTree {
        let archive = try WrittenArchive(try document(blocks).bytes())
        return try #require(try archive.tree("word/document.xml").children.first)
    }

    /// ECMA-376 wants the children of these elements in this order; Word repairs the file otherwise.
    private static let orders = [
        "w:pPr": [
            "w:pStyle", "w:keepNext", "w:pageBreakBefore", "w:snapToGrid", "w:spacing", "w:ind",
            "w:jc", "w:outlineLvl", "w:sectPr",
        ],
        "w:rPr": ["w:rFonts", "w:b", "w:color", "w:spacing", "w:sz", "w:szCs", "w:shd", "w:lang"],
        "w:tblPr": ["w:tblW", "w:jc", "w:tblBorders", "w:tblLayout", "w:tblCellMar"],
        "w:tcPr": ["w:tcW", "w:gridSpan", "w:vMerge", "w:shd", "w:vAlign"],
        "w:sectPr": ["w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:cols"],
        "w:style": ["w:name", "w:basedOn", "w:next", "w:qFormat", "w:pPr", "w:rPr"],
        "w:settings": [
            "w:zoom", "w:mirrorMargins", "w:defaultTabStop", "w:evenAndOddHeaders",
            "w:characterSpacingControl", "w:compat", "w:themeFontLang",
        ],
        "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"],
    ]

    @Test(arguments: [
        "word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml",
    ])
    func `元素按标准规定的次序排列`(path: String) throws {
        let tree = try WrittenArchive(try SampleDocuments.report().bytes()).tree(path)
        var seen = 0
        for element in tree.all {
            guard let order = Self.orders[element.name] else { continue }
            let places = try element.children.map { child in
                try #require(order.firstIndex(of: child.name), "\(element.name) 中的 \(child.name)")
            }
            #expect(places == places.sorted(), "\(element.name)")
            seen += 1
        }
        #expect(seen > 0)
    }

    @Test func `每个数字编号成为包住它的书签`() throws {
        let tree = try WrittenArchive(try SampleDocuments.report().bytes()).tree(
            "word/document.xml")
        var found: [String: String] = [:]
        for paragraph in tree.all("w:p") {
            for (index, child) in paragraph.children.enumerated()
            where child.name == "w:bookmarkStart" {
                let end = try #require(paragraph.children[safe: index + 2])
                #expect(end.name == "w:bookmarkEnd")
                #expect(end["w:id"] == child["w:id"])
                found[try #require(child["w:name"])] = paragraph.children[index + 1].text
            }
        }
        #expect(
            found == [
                "fig_R001": "938.76", "fig_R002": "1048.86", "fig_R003": "938.31",
                "fig_R004": "89.46%", "fig_R005": "297.5965",
            ])
        let ids = tree.all("w:bookmarkStart").compactMap { $0["w:id"] }
        #expect(ids == ["0", "1", "2", "3", "4"])
    }

    @Test(arguments: [
        ("一 < 二 & 三 > \"四\" '五'", ["t:一 < 二 & 三 > \"四\" '五'"]),
        ("  两头有空格  ", ["t:  两头有空格  "]),
        ("甲\n乙\r\n丙\r丁\u{0B}戊", ["t:甲", "br", "t:乙", "br", "t:丙", "br", "t:丁", "br", "t:戊"]),
        ("甲\t乙", ["t:甲", "tab", "t:乙"]),
        ("\n", ["br"]),
        ("", []),
        ("甲\u{0}\u{1}\u{8}\u{C}\u{1F}乙\u{FFFE}\u{FFFF}丙", ["t:甲乙丙"]),
        ("𠮷\u{20000}é", ["t:𠮷\u{20000}é"]),
    ])
    func `文字原样写入且不破坏文件`(text: String, expected: [String]) throws {
        let run = try body([.text(.body, text)]).first("w:r")
        let pieces = run.children.map { child in
            child.name == "w:t" ? "t:\(child.text)" : String(child.name.dropFirst(2))
        }
        #expect(pieces == expected)
        for text in run.all("w:t") { #expect(text["xml:space"] == "preserve") }
    }

    @Test func `文字的外观写在文字上`() throws {
        let run = WordRun("超支", isBold: true, color: .red, highlight: .paleYellow)
        let look = try body([.text(.body, [run])]).first("w:r").first("w:rPr")
        #expect(look.children.map(\.name) == ["w:b", "w:color", "w:shd"])
        #expect(look.children[1]["w:val"] == "C00000")
        #expect(look.children[2]["w:fill"] == "FFF2CC")
    }

    @Test(arguments: [
        ("R1", true), (String(repeating: "a", count: 36), true), ("a_Z9", true),
        (String(repeating: "a", count: 37), false), ("", false), ("R-1", false), ("数1", false),
    ])
    func `数字编号只收书签容得下的`(id: String, isAdmitted: Bool) throws {
        let written = try document([.text(.body, [WordRun("1", figureID: id)])])
        if isAdmitted {
            _ = try written.bytes()
        } else {
            #expect(throws: WordWritingError.unusableFigureID(id)) { try written.bytes() }
        }
    }

    @Test func `同一编号出现两次被拒绝`() throws {
        let cell = WordTableCell([WordRun("1", figureID: "R1")])
        let written = try document([
            .text(.body, [WordRun("1", figureID: "R1")]),
            .table(WordTable(columnShares: [1], rows: [WordTableRow([cell])])),
        ])
        #expect(throws: WordWritingError.duplicateFigure("R1")) { try written.bytes() }
    }

    @Test(arguments: [
        (WordWritingError.duplicateFigure("R1"), "报告中数字编号“R1”出现了两次，请给每个数字不同的编号。"),
        (.unusableFigureID("R-1"), "数字编号“R-1”不能用作书签：只能有 1—36 个英文字母、数字或下划线。"),
        (.rowDoesNotFit(table: 2, row: 3), "第 2 张表第 3 行的单元格与列数对不上，请检查合并单元格。"),
        (.emptyTable(1), "第 1 张表没有列或没有行。"),
        (.unevenChart(1), "第 1 张图各系列的数据个数与类别个数不一致，或没有数据。"),
        (.archive("磁盘已满"), "文档打包失败：磁盘已满。"),
    ])
    func `拒绝时说清楚哪里不对`(error: WordWritingError, message: String) {
        #expect(error.message == message)
    }

    @Test func `没有内容的文档也是完整的文件`() throws {
        let empty = WordDocument(properties: try SampleDocuments.properties("空"), sections: [])
        let tree = try WrittenArchive(try empty.bytes()).tree("word/document.xml")
        #expect(try tree.first("w:body").children.map(\.name) == ["w:p", "w:sectPr"])
    }

    @Test func `溯源数据随文件走且原样取回`() throws {
        let archive = try WrittenArchive(try SampleDocuments.report().bytes())
        let trace = try archive.tree(WordDocument.tracePart)
        let expected = try #require(try SampleDocuments.report().trace)
        #expect(trace.name == "trace")
        #expect(trace.text == expected)
        let without = try WrittenArchive(try document([]).bytes())
        #expect(!without.paths.contains(WordDocument.tracePart))
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
