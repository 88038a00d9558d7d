import Documents
import Seeds
import Testing

/// Bytes cut, turned and repeated at random: nothing but a refusal may come of it.
struct ReadableDamagedFilesTests {
    private static let page = """
        <!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>一、支出</h1><table><tr>\
        <td rowspan="2">人员&nbsp;经费<td colspan=2>602.10</td></tr><tr><td>1<td>2</table><pre>a
        b</pre><!-- 注 --><p>支出 839.38 万元<br>完成 &#56;7.87%<script>x<y</script></body></html>
        """

    private static func samples() throws -> [(String, [UInt8])] {
        let body =
            WordMaker.paragraph("一、支出 839.38 万元")
            + "<w:tbl><w:tr>\(WordMaker.cell(WordMaker.paragraph("合计")))</w:tr></w:tbl>"
        let xml = WordMaker(body).parts[2].text
        return [
            ("a.docx", try WordMaker(body).bytes),
            (
                "a.xlsx",
                try ZipMaker(
                    WorkbookMaker(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").parts
                ).bytes
            ),
            ("a.html", Array(page.utf8)), ("a.txt", Array("一、支出\n839.38 万元".utf8)),
            ("document.xml", Array(xml.utf8)),
        ]
    }

    @Test func `任意截断、改动、重复字节都不会使读取和加批注崩溃`() throws {
        var random = RandomSource()
        for (name, bytes) in try Self.samples() {
            for _ in 0..<300 {
                var changed = bytes
                for _ in 0...Int(random.next() % 4) { Self.change(&changed, &random) }
                // A part alone is put back into its document.
                let file =
                    name == "document.xml"
                    ? try WordMaker("", root: String(decoding: changed, as: UTF8.self)).bytes
                    : changed
                try Self.use(file, name, &random)
            }
        }
    }

    private static func change(_ bytes: inout [UInt8], _ random: inout RandomSource) {
        guard !bytes.isEmpty else { return }
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 5 {
        case 0: bytes.removeLast(bytes.count - place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.removeSubrange(place..<min(place + 9, bytes.count))
        case 3: bytes.insert(contentsOf: bytes[place..<min(place + 30, bytes.count)], at: place)
        default: bytes[place] ^= 1 << UInt8(random.next() % 8)
        }
    }

    private static func use(_ bytes: [UInt8], _ name: String, _ random: inout RandomSource) throws {
        let file = InputFile(bytes: bytes, name: name)
        do {
            let document = try ReadableDocument(reading: file, converters: Converters(folders: []))
            var end = 0
            for piece in document.pieces {
                #expect(piece.range.lowerBound >= end && !piece.range.isEmpty)
                end = piece.range.upperBound
            }
            #expect(end <= document.text.utf8.count)
            guard document.kind == .wordDocument,
                let piece = document.pieces.randomElement(using: &random),
                case .paragraph(let index) = piece.origin
            else { return }
            let marked = try MarkedWordDocument.bytes(
                of: file,
                marks: [
                    WordMark(paragraph: index, range: 1..<piece.length, text: "核", severity: .note)
                ])
            #expect(try ReadableDocument(marked, name).text == document.text)
        } catch is DocumentError {}
    }
}
