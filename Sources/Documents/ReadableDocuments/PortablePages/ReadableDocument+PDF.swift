/// What keeps the words of a PDF from being read (PDF 保护).
package enum PortableProtection: Hashable, Sendable {
    case openingPassword
    case copyingForbidden
}

extension ReadableDocument {
    /// Reads the text layer of a PDF with poppler's `pdftotext`, which keeps the columns of tables.
    ///
    /// Pages that hold pictures and no text are named in a notice.
    init(portable file: InputFile, limits: ReadableLimits, converters: Converters) throws {
        let tools = PortableTools(file: file, limits: limits, converters: converters)
        let folder = try TemporaryFolder(for: file.name)
        let path = try folder.put(file, as: "original.pdf", limit: limits.fileBytes)
        let pages = PortablePages(layout: try tools.text(of: path, in: folder))
        var builder = ReadableTextBuilder(file: file.name, limits: limits)
        for (index, lines) in pages.pages.enumerated() {
            for line in lines {
                if let number = line.number {
                    for (cell, words) in line.cells.enumerated() {
                        if cell > 0 { try builder.endCell() }
                        try builder.append(
                            words.utf8, at: .page(index + 1, line: number),
                            offset: line.offsets[cell])
                    }
                }
                try builder.endLine()
            }
        }
        let blank = pages.blankPages
        let scanned = blank.isEmpty ? [] : try tools.pagesWithPictures(of: path, in: folder, blank)
        self = builder.document(kind: .pdf, notices: Self.notice(scanned, of: pages.pages.count))
    }

    private static func notice(_ scanned: [Int], of pages: Int) -> [String] {
        guard !scanned.isEmpty else { return [] }
        let listed = scanned.prefix(20).map(String.init).joined(separator: "、")
        let which =
            scanned.count == pages
            ? "各页都" : scanned.count > 20 ? "第\(listed)页等 \(scanned.count) 页" : "第\(listed)页"
        return ["\(which)只有图片、没有文字，可能是扫描件，未能读取。请向提供者索取 .docx 或有文字的 PDF。"]
    }
}

/// Runs poppler's programs over one PDF.
private struct PortableTools {
    let file: InputFile
    let limits: ReadableLimits
    let converters: Converters

    /// The text with its layout, a form feed after each page.
    func text(of path: String, in folder: TemporaryFolder) throws -> [UInt8] {
        let outcome = try run(
            "pdftotext", ["-layout", "-enc", "UTF-8", "-eol", "unix", path, "-"], in: folder)
        switch outcome {
        case .ended(code: 0): break
        case .tooSlow:
            throw DocumentError.converterTooSlow(file: file.name, seconds: limits.converterSeconds)
        case .ended(code: 3):
            throw DocumentError.protectedPDF(file: file.name, fault: .copyingForbidden)
        case .ended:
            let complaint = String(decoding: try output("stderr", of: folder), as: UTF8.self)
            throw complaint.contains("Incorrect password")
                ? DocumentError.protectedPDF(file: file.name, fault: .openingPassword)
                : DocumentError.damagedPDF(file: file.name)
        case .broken, .notStarted: throw DocumentError.damagedPDF(file: file.name)
        }
        return try output("stdout", of: folder)
    }

    /// Those of `pages` that hold a picture.
    func pagesWithPictures(
        of path: String, in folder: TemporaryFolder, _ pages: [Int]
    ) throws -> [Int] {
        guard case .ended(code: 0) = try run("pdfimages", ["-list", path], in: folder)
        else { return [] }
        let list = String(decoding: try output("stdout", of: folder), as: UTF8.self)
        let held = list.split(separator: "\n").dropFirst(2).compactMap { line in
            line.split(separator: " ").first.flatMap { Int($0) }
        }
        let all = Set(held)
        return pages.filter { all.contains($0) }
    }

    private func run(
        _ name: String, _ arguments: [String], in folder: TemporaryFolder
    ) throws -> ChildProcess.Outcome {
        let program = try converters.program(
            name, in: "poppler-utils", for: file.name, kind: .pdf)
        return ChildProcess(
            program: program, arguments: arguments, folder: folder.path, memory: 2 << 30,
            output: limits.textBytes, seconds: limits.converterSeconds
        ).run()
    }

    private func output(_ stream: String, of folder: TemporaryFolder) throws -> [UInt8] {
        let input = try InputBytes(
            InputFile(path: "\(folder.path)/\(stream)", name: file.name), limit: limits.textBytes)
        return try input.bytes(at: 0, count: input.size)
    }
}
