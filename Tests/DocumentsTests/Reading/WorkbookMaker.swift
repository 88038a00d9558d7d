import Documents
import Quantities

/// Makes small workbooks from raw XML, as strangers' programs write them.
struct WorkbookMaker {
    var parts: [(name: String, text: String)]

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    /// One sheet named 支付, whose rows are given as XML.
    init(rows: String = "", after: String = "", texts: String? = nil, styles: String? = nil) {
        self.init(
            sheet: """
                \(Self.head)<worksheet xmlns="\(Self.main)"><sheetData>\(rows)</sheetData>\(after)\
                </worksheet>
                """, texts: texts, styles: styles)
    }

    init(sheet: String, texts: String? = nil, styles: String? = nil, properties: String = "") {
        var links = Self.link("rId1", "worksheet", "worksheets/sheet1.xml")
        parts = [
            ("[Content_Types].xml", Self.head + "<Types/>"),
            ("_rels/.rels", Self.linkList(Self.link("rId1", "officeDocument", "xl/workbook.xml"))),
        ]
        if let texts {
            links += Self.link("rId2", "sharedStrings", "sharedStrings.xml")
            parts.append(
                ("xl/sharedStrings.xml", Self.head + #"<sst xmlns="\#(Self.main)">\#(texts)</sst>"#)
            )
        }
        if let styles {
            links += Self.link("rId3", "styles", "styles.xml")
            parts.append(
                (
                    "xl/styles.xml",
                    Self.head + #"<styleSheet xmlns="\#(Self.main)">\#(styles)</styleSheet>"#
                ))
        }
        parts += [
            ("xl/_rels/workbook.xml.rels", Self.linkList(links)),
            (
                "xl/workbook.xml",
                Self.workbook(#"<sheet name="支付" sheetId="1" r:id="rId1"/>"#, properties)
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
    }

    static func workbook(_ sheets: String, _ properties: String = "") -> String {
        """
        \(head)<workbook xmlns="\(main)" xmlns:r="\(links)">\(properties)\
        <sheets>\(sheets)</sheets></workbook>
        """
    }

    static func link(_ id: String, _ kind: String, _ target: String) -> String {
        #"<Relationship Id="\#(id)" Type="\#(links)/\#(kind)" Target="\#(target)"/>"#
    }

    static func linkList(_ links: String) -> String {
        """
        \(head)<Relationships \
        xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(links)</Relationships>
        """
    }

    /// The same workbook with one part replaced, added, or taken out.
    func with(_ name: String, _ text: String?) -> WorkbookMaker {
        var copy = self
        copy.parts.removeAll { $0.name == name }
        if let text { copy.parts.append((name, text)) }
        return copy
    }

    func file(_ name: String = "支付.xlsx") throws -> InputFile {
        InputFile(bytes: try ZipMaker(parts).bytes, name: name)
    }

    func reader() throws -> WorkbookReader { try WorkbookReader(file()) }

    /// All rows of the first sheet.
    func rows() throws -> [TableRow] {
        let reader = try reader()
        var rows: [TableRow] = []
        try reader.forEachRow(in: reader.sheets[0]) { rows.append($0) }
        return rows
    }

    /// `A1=办公费 B1=#20` for each row: what stands where, numbers after `#`.
    func summary() throws -> [String] {
        try rows().map { row in
            row.cells.map { "\($0.place)=\(Self.brief($0.content))" }.joined(separator: " ")
        }
    }

    static func brief(_ content: CellContent) -> String {
        switch content {
        case .blank: "空"
        case .text(let text): text
        case .number(let number): "#\(number.text)"
        case .day(let day): "@\(day.iso)"
        case .boolean(let value): value ? "真" : "假"
        case .error(let text): "!\(text)"
        case .unreadable(let fault): "?\(fault.found)"
        }
    }
}
