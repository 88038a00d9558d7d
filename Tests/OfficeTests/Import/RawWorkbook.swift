@testable import Documents

/// A workbook of payments whose XML a test writes itself, as strangers' programs do.
struct RawWorkbook {
    private var parts: [(name: String, text: String)]

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

    /// A header and two payments; the second one's cells can be replaced.
    static func payments(
        merged: String? = nil, firstDay: String? = nil, day: String? = nil, amount: String? = nil,
        isHidden: Bool = false, before: String = "", after: String = ""
    ) -> RawWorkbook {
        let header = row(1, ["日期", "凭证号", "分录号", "支出类别", "金额（元）"])
        let first =
            #"<row r="2">\#(firstDay ?? text("A2", "2021-03-05"))\#(text("B2", "付-1"))"#
            + #"<c r="C2"><v>1</v></c>\#(text("D2", "公用经费"))<c r="E2"><v>35</v></c></row>"#
        let second =
            #"<row r="3">\#(day ?? text("A3", "2021-03-06"))\#(text("B3", "付-2"))"#
            + #"<c r="C3"><v>1</v></c>\#(text("D3", "公用经费"))\#(amount ?? #"<c r="E3"><v>36</v></c>"#)</row>"#
        let merges = merged.map {
            #"<mergeCells count="1"><mergeCell ref="\#($0)"/></mergeCells>"#
        }
        let sheet =
            head + before + #"<worksheet xmlns="\#(main)"><sheetData>"#
            + header + first + second + "</sheetData>" + (merges ?? "") + after + "</worksheet>"
        return RawWorkbook(parts: frame(isHidden: isHidden) + [("xl/worksheets/sheet1.xml", sheet)])
    }

    func with(_ name: String, _ text: String) -> RawWorkbook {
        RawWorkbook(parts: parts + [(name, text)])
    }

    func bytes() throws -> [UInt8] { try Self.zip(parts) }

    static func zip(_ parts: [(name: String, text: String)]) throws -> [UInt8] {
        var writer = ArchiveWriter()
        for part in parts { writer.add(part.name, Array(part.text.utf8)) }
        return try writer.archive()
    }

    /// Makes the headers of a part claim another unpacked size.
    static func claiming(_ size: UInt32, for part: String, in archive: [UInt8]) -> [UInt8] {
        var bytes = archive
        let name = Array(part.utf8)
        for start in bytes.indices.dropLast(46 + name.count) {
            let isCentral = bytes[start...].starts(with: [0x50, 0x4B, 0x01, 0x02])
            let isLocal = bytes[start...].starts(with: [0x50, 0x4B, 0x03, 0x04])
            guard isCentral || isLocal, bytes[(start + (isCentral ? 46 : 30))...].starts(with: name)
            else { continue }
            for byte in 0..<4 {
                bytes[start + (isCentral ? 24 : 22) + byte] = UInt8(
                    truncatingIfNeeded: size >> UInt32(8 * byte))
            }
        }
        return bytes
    }

    private static func frame(isHidden: Bool) -> [(name: String, text: String)] {
        let state = isHidden ? #" state="hidden""# : ""
        return [
            ("[Content_Types].xml", head + "<Types/>"),
            ("_rels/.rels", linkList([("officeDocument", "xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                linkList([("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")])
            ),
            (
                "xl/workbook.xml",
                head + #"<workbook xmlns="\#(main)" xmlns:r="\#(links)"><sheets>"#
                    + #"<sheet name="3月" sheetId="1"\#(state) r:id="rId1"/></sheets></workbook>"#
            ),
            (
                "xl/styles.xml",
                head + #"<styleSheet xmlns="\#(main)"><cellXfs count="2">"#
                    + #"<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
            ),
        ]
    }

    private static func linkList(_ targets: [(kind: String, target: String)]) -> String {
        let list = targets.enumerated().map { index, link in
            #"<Relationship Id="rId\#(index + 1)" Type="\#(links)/\#(link.kind)" Target="\#(link.target)"/>"#
        }
        return head
            + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
            + list.joined() + "</Relationships>"
    }

    private static func row(_ number: Int, _ texts: [String]) -> String {
        let cells = texts.enumerated().map { index, content in
            text(CellPlace(row: number, column: index + 1).a1, content)
        }
        return #"<row r="\#(number)">\#(cells.joined())</row>"#
    }

    private static func text(_ place: String, _ content: String) -> String {
        #"<c r="\#(place)" t="inlineStr"><is><t>\#(content)</t></is></c>"#
    }
}
