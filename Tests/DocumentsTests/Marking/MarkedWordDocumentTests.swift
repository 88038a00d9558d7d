import Documents
import Testing

struct MarkedWordDocumentTests {
    private static func start(_ id: Int) -> String { #"<w:commentRangeStart w:id="\#(id)"/>"# }

    private static func end(_ id: Int) -> String {
        #"<w:commentRangeEnd w:id="\#(id)"/><w:r><w:commentReference w:id="\#(id)"/></w:r>"#
    }

    private func marked(_ maker: WordMaker, _ marks: [WordMark]) throws -> WrittenArchive {
        try WrittenArchive(
            MarkedWordDocument.bytes(
                of: InputFile(bytes: maker.bytes, name: "自评.docx"), marks: marks))
    }

    /// The body of a document whose paragraph 0 is marked on ranges of its text.
    private func body(_ body: String, _ ranges: [Range<Int>], paragraph: Int = 0) throws -> String {
        let archive = try marked(
            WordMaker(body),
            ranges.map {
                WordMark(paragraph: paragraph, range: $0, text: "核", severity: .error)
            })
        let all = String(decoding: try archive.bytes("word/document.xml"), as: UTF8.self)
        _ = try archive.tree("word/document.xml")
        let head = try #require(all.split(separator: "<w:body>").last)
        return String(try #require(head.split(separator: "</w:body>").first))
    }

    static let red = #"<w:rPr><w:color w:val="FF0000"/></w:rPr>"#
    static let kept = #"<w:t xml:space="preserve">"#

    @Test func `批注正好落在那几个字上，字的格式不变`() throws {
        let run = "<w:r>\(Self.red)<w:t>支出 839.38 万元</w:t></w:r>"
        let written = try body("<w:p>\(run)</w:p>", [7..<13])
        let again = "</w:t></w:r>"
        #expect(
            written == "<w:p><w:r>\(Self.red)\(Self.kept)支出 \(again)\(Self.start(0))"
                + "<w:r>\(Self.red)\(Self.kept)839.38\(again)\(Self.end(0))"
                + "<w:r>\(Self.red)\(Self.kept) 万元\(again)</w:p>")
    }

    @Test func `整个运行、跨几个运行、到段首段尾都不多切`() throws {
        let runs =
            "<w:r><w:t>支出</w:t></w:r><w:r w:rsidR=\"1\"><w:t>839</w:t></w:r><w:r><w:t>万元</w:t></w:r>"
        let plain = "<w:r><w:t>支出</w:t></w:r>"
        let middle = "<w:r w:rsidR=\"1\"><w:t>839</w:t></w:r>"
        let last = "<w:r><w:t>万元</w:t></w:r>"
        #expect(
            try body("<w:p>\(runs)</w:p>", [6..<9])
                == "<w:p>\(plain)\(Self.start(0))\(middle)\(Self.end(0))\(last)</w:p>")
        #expect(
            try body("<w:p>\(runs)</w:p>", [0..<15])
                == "<w:p>\(Self.start(0))\(plain)\(middle)\(last)\(Self.end(0))</w:p>")
        #expect(
            try body("<w:p>\(runs)</w:p>", [0..<0, 3..<12])
                == "<w:p>\(Self.start(0))<w:r>\(Self.kept)支</w:t></w:r>\(Self.start(1))"
                + "<w:r>\(Self.kept)出</w:t></w:r>\(middle)<w:r>\(Self.kept)万</w:t></w:r>\(Self.end(1))"
                + "<w:r>\(Self.kept)元</w:t></w:r>\(Self.end(0))</w:p>")
    }

    @Test func `一处两条批注只切一次，字符不会切成两半`() throws {
        let written = try body("<w:p><w:r><w:t>甲乙&amp;丙</w:t></w:r></w:p>", [3..<7, 4..<8])
        #expect(
            written == "<w:p><w:r>\(Self.kept)甲</w:t></w:r>\(Self.start(0))\(Self.start(1))"
                + "<w:r>\(Self.kept)乙&amp;</w:t></w:r>\(Self.end(0))<w:r>\(Self.kept)丙</w:t></w:r>"
                + "\(Self.end(1))</w:p>")
    }

    @Test func `制表符、换行之间切开，空段和没有的段也有着落`() throws {
        let run = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r>"
        #expect(
            try body("<w:p>\(run)</w:p>", [4..<7])
                == "<w:p><w:r><w:t>甲</w:t><w:tab/></w:r>\(Self.start(0))<w:r><w:t>乙</w:t></w:r>"
                + "\(Self.end(0))<w:r><w:br/></w:r></w:p>")
        #expect(try body("<w:p/>", [0..<3]) == "<w:p>\(Self.start(0))\(Self.end(0))</w:p>")
        #expect(
            try body("<w:p><w:pPr><w:jc/></w:pPr></w:p>", [0..<0])
                == "<w:p><w:pPr><w:jc/></w:pPr>\(Self.start(0))\(Self.end(0))</w:p>")
        #expect(throws: DocumentError.noSuchParagraph(file: "自评.docx", index: 1)) {
            try body("<w:p/>", [0..<1], paragraph: 1)
        }
    }

    @Test func `文本框、公式、带拼音的字不切开`() throws {
        let box =
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        #expect(
            try body("<w:p>\(box)</w:p>", [0..<3], paragraph: 1)
                == "<w:p>\(Self.start(0))\(box)\(Self.end(0))</w:p>")
        let formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
        #expect(
            try body("<w:p>\(formula)</w:p>", [1..<2])
                == "<w:p>\(Self.start(0))\(formula)\(Self.end(0))</w:p>")
        let ruby =
            "<w:r><w:ruby><w:rt><w:r><w:t>yi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>一二</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        #expect(
            try body("<w:p>\(ruby)</w:p>", [0..<3])
                == "<w:p>\(Self.start(0))\(ruby)\(Self.end(0))</w:p>")
    }

    @Test func `批注部件、类型和关系齐全，其余部件一字节不变`() throws {
        let maker = WordMaker(WordMaker.paragraph("支出"), styles: "<w:style w:styleId=\"a\"/>")
        let archive = try marked(
            maker,
            [WordMark(paragraph: 0, range: 0..<6, text: "应为 <1> & \"2\"\n请核对", severity: .warning)])
        #expect(archive.paths == maker.parts.map(\.name) + ["word/comments.xml"])
        for part in ["_rels/.rels", "word/styles.xml"] {
            let own = try #require(maker.parts.first { $0.name == part })
            #expect(try archive.bytes(part) == Array(own.text.utf8))
        }
        let comment = try archive.tree("word/comments.xml").first("w:comment")
        #expect(
            comment.attributes == [
                "w:id": "0", "w:author": "绩效审核", "w:initials": "绩",
            ])
        #expect(comment.all("w:p").map(\.text) == ["【警告】应为 <1> & \"2\"", "请核对"])
        let type = try archive.tree("[Content_Types].xml").first("Override")
        #expect(type["PartName"] == "/word/comments.xml")
        let links = try archive.tree("word/_rels/document.xml.rels").all("Relationship")
        #expect(links.last?["Target"] == "/word/comments.xml")
        #expect(Set(links.compactMap { $0["Id"] }).count == links.count)
    }

    @Test func `原有的批注保留，编号接着排，同样的输入得同样的字节`() throws {
        let once = try MarkedWordDocument.bytes(
            of: InputFile(bytes: WordMaker(WordMaker.paragraph("支出合计")).bytes, name: "a.docx"),
            marks: [WordMark(paragraph: 0, range: 0..<6, text: "一", severity: .note)])
        let twice = { (author: String) in
            try MarkedWordDocument.bytes(
                of: InputFile(bytes: once, name: "a.docx"),
                marks: [WordMark(paragraph: 0, range: 3..<9, text: "二", severity: .error)],
                author: author)
        }
        #expect(try twice("复核") == twice("复核"))
        let archive = try WrittenArchive(twice("复核\"甲\""))
        let comments = try archive.tree("word/comments.xml").all("w:comment")
        #expect(comments.map { $0["w:id"] } == ["0", "1"])
        #expect(comments.map { $0["w:author"] } == ["绩效审核", "复核\"甲\""])
        let links = try archive.tree("word/_rels/document.xml.rels").all("Relationship")
        #expect(links.count == 1)
        #expect(try ReadableDocument(twice("复核"), "a.docx").text == "支出合计\n")
        #expect(
            try MarkedWordDocument.bytes(of: InputFile(bytes: once, name: "a.docx"), marks: [])
                == once)
    }

    @Test(arguments: [
        "<document xmlns='\(WordMaker.main)'><body><p><r><t>甲乙</t></r></p></body></document>",
        "<x:document xmlns:x='\(WordMaker.main)'><x:body><x:p><x:r><x:t>甲乙</x:t></x:r></x:p></x:body></x:document>",
        "<?xml version='1.0'?><!-- <w:p/> --><w:document xmlns:w='\(WordMaker.main)'><w:body><w:p a='>'><w:r><w:t>甲<!-- 注 -->乙</w:t></w:r></w:p></w:body></w:document>",
    ])
    func `名称前缀各不相同、夹有注释也标得对`(root: String) throws {
        let archive = try marked(
            WordMaker("", root: root),
            [WordMark(paragraph: 0, range: 3..<6, text: "核", severity: .error)])
        let tree = try archive.tree("word/document.xml")
        #expect(AnchoredWords(tree).byID == ["0": "乙"])
    }

    @Test func `读出的每一处文字都能标回原处`() throws {
        let report = try SampleDocuments.report().bytes()
        let document = try ReadableDocument(report, "自评.docx")
        let bytes = Array(document.text.utf8)
        var marks: [WordMark] = []
        var expected: [String: String] = [:]
        for piece in document.pieces where !piece.isGenerated {
            let words = String(decoding: bytes[piece.range], as: UTF8.self)
            // A part of each piece: from its second character to its last but one.
            let middle = words.dropFirst(words.count > 3 ? 1 : 0).dropLast(words.count > 3 ? 1 : 0)
            let before = words.prefix(words.count > 3 ? 1 : 0).utf8.count
            let start = try #require(document.origin(at: piece.range.lowerBound + before))
            guard case .paragraph(let index) = start.origin else { continue }
            expected["\(marks.count)"] = String(middle)
            marks.append(
                WordMark(
                    paragraph: index, range: start.offset..<(start.offset + middle.utf8.count),
                    text: "核", severity: .note))
        }
        #expect(marks.count > 100)
        let marked = try MarkedWordDocument.bytes(
            of: InputFile(bytes: report, name: "自评.docx"), marks: marks)
        let tree = try WrittenArchive(marked).tree("word/document.xml")
        #expect(AnchoredWords(tree).byID == expected)
        #expect(try ReadableDocument(marked, "自评.docx").text == document.text)
    }
}

/// The words between the anchors of each comment.
struct AnchoredWords {
    private(set) var byID: [String: String] = [:]

    init(_ tree: XMLTree) {
        var open: Set<String> = []
        for element in tree.all {
            let name = element.name.split(separator: ":").last ?? ""
            let id = element.attributes.first { $0.key.hasSuffix("id") }?.value ?? ""
            switch name {
            case "commentRangeStart":
                open.insert(id)
                byID[id] = ""
            case "commentRangeEnd": open.remove(id)
            case "t": for id in open { byID[id]? += element.text }
            case "tab": for id in open where element["w:pos"] == nil { byID[id]? += "\t" }
            case "br": for id in open { byID[id]? += "\n" }
            default: break
            }
        }
    }
}
