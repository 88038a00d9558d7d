import Documents
import Glibc
import Testing

/// One report in every format that LibreOffice makes of it says the same.
///
/// Skipped where LibreOffice or poppler is not installed.
@Suite(
    .serialized,
    .enabled(if: access("/usr/bin/soffice", X_OK) == 0 && access("/usr/bin/pdftotext", X_OK) == 0))
struct ReadableRoundTripTests {
    /// What LibreOffice makes of a document.
    private func converted(_ bytes: [UInt8], _ endings: [String]) throws -> [String: [UInt8]] {
        let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(temporary)/jixiao-office-XXXXXX".utf8CString)
        let folder = String(cString: try #require(mkdtemp(&template)))
        defer { system("rm -rf '\(folder)'") }
        try FileRelease.write(bytes, to: "\(folder)/report.docx")
        var files: [String: [UInt8]] = [:]
        for ending in endings {
            let command =
                "cd '\(folder)' && HOME='\(folder)' timeout 60 soffice --headless "
                + "-env:UserInstallation=file://\(folder)/profile --convert-to \(ending) "
                + "report.docx >/dev/null 2>&1"
            try #require(system(command) == 0)
            files[ending] = try contents("\(folder)/report.\(ending)")
        }
        return files
    }

    private func contents(_ path: String) throws -> [UInt8] {
        let file = try #require(fopen(path, "rb"))
        defer { fclose(file) }
        var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes += chunk.prefix(count)
        }
        return bytes
    }

    /// The words alone, without white space and list marks.
    private func words(_ text: String) -> String {
        text.filter { !$0.isWhitespace }
    }

    private func tableRows(_ document: ReadableDocument) -> [String] {
        document.text.split(separator: "\n").filter { $0.contains("\t") }.map { words(String($0)) }
    }

    private static let sentences = [
        "2021 年某区某局部门整体支出绩效自评报告", "一、基本情况",
        "本局实有人数 48 人，其中在编在职人员 8 人，编外人员 40 人，2021 年度收入预算 938.76 万元，"
            + "其中：一般公共预算财政拨款收入 937.92 万元；其他收入 0.84 万元；基本能够保障履行主要职责。",
        "2021 年支出合计 839.38 万元，完成支出预算 87.87%，主要是人员经费支出减少 98.63 万元。",
    ]

    private static func report() throws -> [UInt8] {
        let rows = [
            ["项目", "预算（万元）", "决算（万元）", "执行率"], ["人员经费", "602.10", "520.33", "86.42%"],
            ["合计", "604.60", "522.6365", "86.44%"],
        ]
        return try WordDocument(
            properties: try SampleDocuments.properties("自评"),
            sections: [
                WordSection(
                    blocks: sentences.map { .text(.body, $0) } + [
                        .table(
                            WordTable(
                                columnShares: [30, 20, 20, 20],
                                rows: rows.map { row in
                                    WordTableRow(row.map { WordTableCell($0) })
                                }))
                    ] + [.text(.body, "以上数据截至 2021 年 12 月 31 日。")])
            ]
        ).bytes()
    }

    @Test func `同一份报告的各种格式读出同样的文字和表格`() throws {
        let report = try Self.report()
        let original = try ReadableDocument(report, "自评.docx")
        let expected = words(original.text)
        #expect(Self.sentences.allSatisfy { expected.contains(words($0)) })
        let rows = tableRows(original)
        #expect(rows.count == 3)
        for (ending, bytes) in try converted(report, ["pdf", "html", "doc", "rtf"]) {
            let document = try ReadableDocument(bytes, "自评.\(ending)")
            #expect(words(document.text) == expected, "\(ending)")
            #expect(tableRows(document) == rows, "\(ending)")
            #expect(document.notices == [], "\(ending)")
        }
    }

    @Test func `坏的旧版文档说清转换没有成功`() throws {
        let head = CompoundMaker.file(["WordDocument"])
        #expect(
            try readingComplaint(head, "坏.doc")
                == "“坏.doc”是旧版 Word 文档（.doc），转换没有成功，文件可能已损坏。请打开后另存为 .docx 再试。")
    }

    /// Reads the shared corpus, which stands beside the package on some machines only.
    @Test(.enabled(if: access(Self.seed, R_OK) == 0))
    func `种子报告的各种格式读出同样的文字`() throws {
        let text = try ReadableDocument(reading: InputFile(path: Self.seed))
        let paragraphs = text.text.split(separator: "\n").map { WordBlock.text(.body, String($0)) }
        let report = try WordDocument(
            properties: try SampleDocuments.properties("种子"),
            sections: [WordSection(blocks: paragraphs)]
        ).bytes()
        let expected = words(text.text)
        #expect(words(try ReadableDocument(report, "种子.docx").text) == expected)
        for (ending, bytes) in try converted(report, ["pdf", "html"]) {
            #expect(
                words(try ReadableDocument(bytes, "种子.\(ending)").text) == expected, "\(ending)")
        }
    }

    private static let seed: String = {
        let steps = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        return "\(steps)/../shared/corpus/000-zengcheng-union-2021.txt"
    }()
}
