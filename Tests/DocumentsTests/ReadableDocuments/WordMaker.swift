import Documents

/// Makes small Word documents from raw XML, as strangers' programs write them.
struct WordMaker {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    var parts: [(name: String, text: String)]

    init(_ body: String, numbering: String? = nil, styles: String? = nil, root: String? = nil) {
        let declared =
            #"xmlns:w="\#(Self.main)" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#
            + #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#
            + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
        var links = ""
        parts = [
            ("[Content_Types].xml", WorkbookMaker.head + "<Types/>"),
            (
                "_rels/.rels",
                WorkbookMaker.linkList(
                    WorkbookMaker.link("rId1", "officeDocument", "word/document.xml"))
            ),
            (
                "word/document.xml",
                root ?? "<w:document \(declared)><w:body>\(body)</w:body></w:document>"
            ),
        ]
        if let numbering {
            links += WorkbookMaker.link("rId1", "numbering", "numbering.xml")
            parts.append(
                ("word/numbering.xml", "<w:numbering \(declared)>\(numbering)</w:numbering>"))
        }
        if let styles {
            links += WorkbookMaker.link("rId2", "styles", "styles.xml")
            parts.append(("word/styles.xml", "<w:styles \(declared)>\(styles)</w:styles>"))
        }
        if !links.isEmpty {
            parts.append(("word/_rels/document.xml.rels", WorkbookMaker.linkList(links)))
        }
    }

    var bytes: [UInt8] { get throws { try ZipMaker(parts).bytes } }

    func read() throws -> ReadableDocument { try ReadableDocument(bytes, "自评.docx") }

    /// A paragraph of one run.
    static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(run(text))</w:p>"
    }

    static func run(_ text: String) -> String {
        #"<w:r><w:t xml:space="preserve">\#(text)</w:t></w:r>"#
    }

    static func cell(_ content: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
    }
}
