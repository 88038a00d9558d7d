import Documents
import Testing

struct BadFilesTests {
    @Test(arguments: try BadArchives.all() + BadSheets.all() + BadTexts.all())
    func `坏文件被拒绝，并说清是哪里、该怎么办`(file: BadFile) throws {
        let complaint = try file.complaint()
        #expect(complaint == file.message)
    }

    @Test func `坏文件不少于四十种`() throws {
        let all = try BadArchives.all() + BadSheets.all() + BadTexts.all()
        #expect(all.count >= 40)
        #expect(Set(all.map(\.name)).count == all.count)
    }

    @Test func `任意截断或改动一个字节都不会使读取崩溃`() throws {
        let rows = #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44197</v></c></row>"#
        let book = WorkbookMaker(
            rows: rows, texts: "<si><t>办公费</t></si>",
            styles: #"<cellXfs><xf numFmtId="14"/></cellXfs>"#)
        let bytes = try ZipMaker(book.parts).bytes
        for length in stride(from: 0, to: bytes.count, by: 7) {
            let cut = BadFile("截断.xlsx", Array(bytes.prefix(length)), "")
            #expect(try cut.complaint() != nil)
        }
        for place in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[place] ^= 0x41
            // Names, dates and sizes of no consequence may pass; nothing else but a refusal may.
            _ = try BadFile("改动.xlsx", changed, "").complaint()
        }
    }
}
