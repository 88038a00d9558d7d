import Documents
import Foundation
import Quantities
import Testing

/// One report as lines of text, made into files of several kinds (同一份报告).
struct SampleReport: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }

    /// A text of the repository, with one figure changed where `change` says so.
    init(_ path: String, change: (from: String, to: String)? = nil) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: path)
        name = file.deletingPathExtension().lastPathComponent
        var text = try String(contentsOf: file, encoding: .utf8)
        if let change {
            let place = try #require(text.range(of: change.from))
            text.replaceSubrange(place, with: change.to)
        }
        self.text = text
    }

    /// Paragraphs and tables: rows with tabs that follow one another make a table.
    private enum Block {
        case paragraph(String)
        case table([[String]])
    }

    private var blocks: [Block] {
        var blocks: [Block] = []
        var rows: [[String]] = []
        for line in text.split(separator: "\n").map(String.init) {
            if line.contains("\t") {
                rows.append(
                    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
                continue
            }
            if !rows.isEmpty { blocks.append(.table(rows)) }
            rows = []
            blocks.append(.paragraph(line))
        }
        if !rows.isEmpty { blocks.append(.table(rows)) }
        return blocks
    }

    var plainText: [UInt8] { Array(text.utf8) }

    func wordDocument() throws -> [UInt8] {
        let blocks: [WordBlock] = blocks.map { block in
            switch block {
            case .paragraph(let text): .text(.body, text.trimmingCharacters(in: .whitespaces))
            case .table(let rows): .table(Self.table(rows))
            }
        }
        let day = try #require(Day(year: 2024, month: 3, day: 31))
        return try WordDocument(
            properties: DocumentProperties(title: name, creator: "某局", day: day),
            sections: [WordSection(blocks: blocks)]
        ).bytes()
    }

    private static func table(_ rows: [[String]]) -> WordTable {
        let width = rows.map(\.count).max() ?? 1
        return WordTable(
            columnShares: [4] + Array(repeating: 2, count: width - 1),
            rows: rows.map { row in
                let cells = row + Array(repeating: "", count: width - row.count)
                return WordTableRow(cells.map { WordTableCell($0) })
            })
    }

    var webPage: [UInt8] {
        var page =
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>报告</title></head><body>\n"
        for block in blocks {
            switch block {
            case .paragraph(let text): page += "<p>\(Self.escaped(text))</p>\n"
            case .table(let rows):
                page += "<table>"
                for row in rows {
                    page += "<tr>"
                    for cell in row { page += "<td>\(Self.escaped(cell))</td>" }
                    page += "</tr>\n"
                }
                page += "</table>\n"
            }
        }
        return Array((page + "</body></html>\n").utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;")
            .replacingOccurrences(of: "<", with: "&lt;")
    }

    /// The Word document printed by LibreOffice.
    func portableDocument() throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "jixiao-round-trip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch {
                Issue.record("临时文件夹没有删掉：\(error)")
            }
        }
        try Data(wordDocument()).write(to: folder.appending(path: "report.docx"))
        let office = Process()
        office.executableURL = URL(filePath: "/usr/bin/soffice")
        office.arguments = [
            "-env:UserInstallation=file://\(folder.path())/profile", "--headless",
            "--convert-to", "pdf", "--outdir", folder.path(),
            folder.appending(path: "report.docx").path(),
        ]
        office.standardOutput = FileHandle.nullDevice
        office.standardError = FileHandle.nullDevice
        try office.run()
        office.waitUntilExit()
        return try [UInt8](Data(contentsOf: folder.appending(path: "report.pdf")))
    }
}
