import Documents
import Testing

struct FileKindTests {
    private static func zip(_ names: [String]) throws -> [UInt8] {
        try ZipMaker(names.map { ($0, "x") }).bytes
    }

    static func cases() throws -> [(String, [UInt8], FileKind)] {
        [
            ("a.xlsx", try ZipMaker(WorkbookMaker().parts).bytes, .workbook),
            ("a.csv", try ZipMaker(WorkbookMaker().parts).bytes, .workbook),
            ("a.xlsx", try zip(["xl/workbook.xml", "xl/vbaProject.bin"]), .macroDocument),
            ("a.xlsx", try zip(["xl/workbook.xml", "xl/macrosheets/sheet1.xml"]), .macroDocument),
            ("a.docx", try zip(["word/document.xml", "word/vbaProject.bin"]), .macroDocument),
            ("a.docx", try zip(["word/document.xml"]), .wordDocument),
            ("a.docx", try zip(["[Content_Types].xml", "word/document2.xml"]), .wordDocument),
            ("a.xlsx", try zip(["[Content_Types].xml", "xl/styles.xml"]), .workbook),
            ("a.zip", try zip(["[Content_Types].xml", "a"]), .zipArchive),
            ("a.xlsb", try zip(["xl/workbook.bin"]), .binaryWorkbook),
            ("a.pptx", try zip(["ppt/presentation.xml"]), .presentation),
            ("a.ods", try zip(["mimetype", "content.xml"]), .openDocument),
            ("a.zip", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], .zipArchive),
            ("a.xls", CompoundMaker.file(["Workbook"]), .oldWorkbook),
            ("a.xls", CompoundMaker.file(["1", "2", "3", "4", "5", "Workbook"]), .oldWorkbook),
            ("a.doc", CompoundMaker.file(["WordDocument"]), .oldWordDocument),
            ("a.xlsx", CompoundMaker.file(["EncryptedPackage"]), .passwordProtected),
            ("a.msg", CompoundMaker.file(["x"]), .oldContainer),
            ("a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive),
            ("a.gz", [0x1F, 0x8B, 8], .otherArchive),
            ("a.png", [0x89, 0x50, 0x4E, 0x47], .picture),
            ("a.pdf", Array("%PDF-1.4".utf8), .pdf),
            ("a.xls", Array("<html><table>".utf8), .webPage),
            ("a.xls", Array("  <!DOCTYPE HTML>".utf8), .webPage),
            ("a.xml", Array("<?xml version=\"1.0\"?><a/>".utf8), .xml),
            ("a.csv", Array("a<b,c".utf8), .text),
            ("a.csv", [0xFF, 0xFE, 0x61, 0x00], .text),
            ("a.csv", [0xB0, 0xEC, 0x2C], .text),
            ("a.bin", [1, 0, 2], .binary),
            ("a", [], .empty),
        ]
    }

    @Test(arguments: try cases())
    func `文件类型由内容判断，不看扩展名`(name: String, bytes: [UInt8], kind: FileKind) throws {
        #expect(try FileKind.of(InputFile(bytes: bytes, name: name)) == kind)
        #expect(!kind.chineseName.isEmpty)
    }

    @Test func `目录成环的旧文件不会读不完`() throws {
        var bytes = CompoundMaker.file(["a"])
        // The directory's sector names itself as the next one.
        bytes.replaceSubrange(516..<520, with: [1, 0, 0, 0])
        #expect(try FileKind.of(InputFile(bytes: bytes, name: "a.xls")) == .oldContainer)
        bytes.replaceSubrange(516..<520, with: [0xF0, 0xFF, 0xFF, 0x7F])
        #expect(try FileKind.of(InputFile(bytes: bytes, name: "a.xls")) == .oldContainer)
    }
}
