import Documents
import Foundation
import Testing

/// Both sides of the limits that a file can reach.
struct ReadingLimitsTests {
    private let row = #"<row r="1"><c r="A1"><v>1</v></c></row>"#

    private func complaint(
        _ book: WorkbookMaker, limits: ArchiveLimits = .standard,
        textLimits: SharedTextLimits = .standard
    ) throws -> DocumentError? {
        do {
            let reader = try WorkbookReader(
                book.file(), limits: limits, textLimits: textLimits)
            try reader.forEachRow(in: reader.sheets[0]) { _ in }
            return nil
        } catch let error as DocumentError {
            return error
        }
    }

    @Test func `部件个数在上限内照读，多一个拒绝`() throws {
        let book = WorkbookMaker(rows: row)
        var limits = ArchiveLimits.standard
        limits.parts = book.parts.count
        #expect(try complaint(book, limits: limits) == nil)
        limits.parts -= 1
        #expect(
            try complaint(book, limits: limits)
                == .tooManyParts(file: "支付.xlsx", count: limits.parts + 1, limit: limits.parts))
    }

    @Test func `解压后的总量在上限内照读，多一字节拒绝`() throws {
        let book = WorkbookMaker(rows: row)
        var limits = ArchiveLimits.standard
        limits.totalBytes = book.parts.map(\.text.utf8.count).reduce(0, +)
        #expect(try complaint(book, limits: limits) == nil)
        limits.totalBytes -= 1
        #expect(
            try complaint(book, limits: limits)
                == .archiveTooLarge(file: "支付.xlsx", limit: limits.totalBytes))
    }

    @Test func `单个部件和整个文件的大小在上限内照读，多一字节拒绝`() throws {
        let book = WorkbookMaker(rows: row)
        let largest = try #require(book.parts.max { $0.text.utf8.count < $1.text.utf8.count })
        var limits = ArchiveLimits.standard
        limits.partBytes = largest.text.utf8.count
        #expect(try complaint(book, limits: limits) == nil)
        limits.partBytes -= 1
        #expect(
            try complaint(book, limits: limits)
                == .partTooLarge(
                    file: "支付.xlsx", part: largest.name, bytes: limits.partBytes + 1,
                    limit: limits.partBytes))
        limits = .standard
        limits.fileBytes = try ZipMaker(book.parts).bytes.count
        #expect(try complaint(book, limits: limits) == nil)
        limits.fileBytes -= 1
        #expect(
            try complaint(book, limits: limits)
                == .fileTooLarge(
                    file: "支付.xlsx", bytes: limits.fileBytes + 1, limit: limits.fileBytes))
    }

    @Test func `压缩比只对大部件有上限`() throws {
        let book = WorkbookMaker(rows: row).with(
            "xl/media/a.bin", String(repeating: "0", count: 1 << 20))
        #expect(try complaint(book) == nil)
        var limits = ArchiveLimits.standard
        limits.ratioFreeBytes = (1 << 20) - 1
        #expect(
            try complaint(book, limits: limits)
                == .suspiciousCompression(file: "支付.xlsx", part: "xl/media/a.bin", limit: 250))
        limits.ratio = 2000
        #expect(try complaint(book, limits: limits) == nil)
    }

    @Test func `嵌套层数在上限内照读，多一层拒绝`() throws {
        var limits = ArchiveLimits.standard
        let book = WorkbookMaker(rows: row)
        limits.depth = 5  // worksheet, sheetData, row, c, v
        #expect(try complaint(book, limits: limits) == nil)
        limits.depth = 4
        #expect(
            try complaint(book, limits: limits)
                == .nestedTooDeeply(file: "支付.xlsx", part: "xl/worksheets/sheet1.xml", limit: 4))
    }

    @Test func `共享文字的条数和字节在上限内照读，超出拒绝`() throws {
        let book = WorkbookMaker(rows: row, texts: "<si><t>办公</t></si><si><t>ab</t></si>")
        #expect(try complaint(book, textLimits: SharedTextLimits(count: 2, bytes: 8)) == nil)
        #expect(
            try complaint(book, textLimits: SharedTextLimits(count: 1, bytes: 8))
                == .tooManySharedTexts(file: "支付.xlsx", limit: "1 条"))
        #expect(
            try complaint(book, textLimits: SharedTextLimits(count: 2, bytes: 7))
                == .tooManySharedTexts(file: "支付.xlsx", limit: "7 字节"))
    }

    @Test func `一格恰好三万二千七百六十七字、一行恰好一万六千三百八十四列时照读`() throws {
        // 😀 counts as two characters, as in Excel.
        let text = String(repeating: "帮", count: TableLimits.textLength - 2) + "😀"
        let book = WorkbookMaker(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="XFC1" t="inlineStr"><is><t>\(text)</t></is></c>\
                <c><v>2</v></c></row><row r="1048576"><c><v>3</v></c></row>
                """, texts: "<si><t>\(text)</t></si>")
        let rows = try book.rows()
        #expect(rows.map(\.number) == [1, 1_048_576])
        #expect(rows[0].cells.map(\.text) == [text, text, "2"])
        #expect(rows[0].cells.last?.place.a1 == "XFD1")
    }

    @Test func `合并区域超过十万处时拒绝`() throws {
        let ranges = (1...100_001).map { #"<mergeCell ref="A\#($0):B\#($0)"/>"# }.joined()
        let reader = try WorkbookMaker(after: "<mergeCells>\(ranges)</mergeCells>").reader()
        #expect(
            throws: DocumentError.tooManyMergedRanges(
                file: "支付.xlsx", sheet: "支付", limit: 100_000)
        ) { try reader.mergedRanges(in: reader.sheets[0]) }
    }

    @Test func `文件不存在、是文件夹时说清原因`() throws {
        let folder = FileManager.default.temporaryDirectory.path
        for path in ["\(folder)/没有-\(UUID().uuidString)/支付.xlsx"] {
            #expect(throws: DocumentError.cannotOpen(file: "支付.xlsx", reason: .notFound)) {
                try TableFile.open(InputFile(path: path))
            }
        }
        #expect(throws: DocumentError.cannotOpen(file: "夹", reason: .notAFile)) {
            try TableFile.open(InputFile(path: folder, name: "夹"))
        }
    }

    @Test func `磁盘上的文件与内存中的一样读`() throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("jixiao-\(UUID().uuidString).bin").path
        defer { unlink(path) }
        for bytes in [
            try ZipMaker(WorkbookMaker(rows: row).parts).bytes, Array("甲,乙\n1,2\n".utf8),
        ] {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            var rows: [[TableRow]] = []
            for file in [InputFile(path: path, name: "支付"), InputFile(bytes: bytes, name: "支付")] {
                let source = try TableFile.open(file)
                rows.append(try source.firstRows(10, of: source.sheets[0]))
            }
            #expect(rows[0] == rows[1])
            #expect(!rows[0].isEmpty)
        }
        try Data(ZipMaker(WorkbookMaker(rows: row).parts).bytes).write(
            to: URL(fileURLWithPath: path))
        let (count, cells) = try countCells(xlsx: path)
        #expect((count, cells) == (1, 1))
    }
}
