import Documents
import Foundation
import Testing

/// Other people's programs over a workbook: openpyxl, and LibreOffice by way of its own format.
enum OutsideOffice {
    static let hasOpenpyxl =
        (try? run("/usr/bin/python3", ["-c", "import openpyxl"], in: "/tmp")) == 0
    static let hasLibreOffice = access("/usr/bin/soffice", X_OK) == 0

    /// Types into the empty form what a filled one holds, cell by cell, as a clerk does.
    static func typed(_ filled: [UInt8], into empty: [UInt8]) throws -> [UInt8] {
        try inFolder { folder in
            try FileRelease.write(filled, to: "\(folder)/filled.xlsx")
            try FileRelease.write(empty, to: "\(folder)/empty.xlsx")
            try FileRelease.write(Array(script.utf8), to: "\(folder)/type.py")
            #expect(try run("/usr/bin/python3", ["type.py"], in: folder) == 0)
            return Array(try Data(contentsOf: URL(filePath: "\(folder)/typed.xlsx")))
        }
    }

    /// Opened by LibreOffice, saved as .ods, opened again and saved as .xlsx: all files at once, since
    /// the program takes longer to start than to convert.
    ///
    /// - Returns: by the names given.
    static func throughLibreOffice(_ workbooks: [String: [UInt8]]) throws -> [String: [UInt8]] {
        try inFolder { folder in
            let names = workbooks.keys.sorted()
            for name in names {
                try FileRelease.write(workbooks[name] ?? [], to: "\(folder)/\(name).xlsx")
            }
            for (from, to) in [("xlsx", "ods"), ("ods", "xlsx")] {
                let code = try run(
                    "/usr/bin/soffice",
                    [
                        "-env:UserInstallation=file://\(folder)/profile", "--headless",
                        "--convert-to", to,
                    ] + names.map { "\($0).\(from)" }, in: folder)
                #expect(code == 0)
            }
            return try workbooks.reduce(into: [:]) { converted, workbook in
                let file = URL(filePath: "\(folder)/\(workbook.key).xlsx")
                converted[workbook.key] = Array(try Data(contentsOf: file))
            }
        }
    }

    /// Puts formulas into cells of the first sheet, as a clerk with openpyxl does.
    static func withFormulas(
        _ formulas: [String: String], in workbook: [UInt8]
    ) throws -> [UInt8] {
        try inFolder { folder in
            try FileRelease.write(workbook, to: "\(folder)/form.xlsx")
            let lines = formulas.sorted { $0.key < $1.key }.map {
                "book.worksheets[0]['\($0.key)'] = '=\($0.value)'"
            }
            let script =
                "import openpyxl\nbook = openpyxl.load_workbook('form.xlsx')\n"
                + lines.joined(separator: "\n") + "\nbook.save('form.xlsx')\n"
            try FileRelease.write(Array(script.utf8), to: "\(folder)/swap.py")
            #expect(try run("/usr/bin/python3", ["swap.py"], in: folder) == 0)
            return Array(try Data(contentsOf: URL(filePath: "\(folder)/form.xlsx")))
        }
    }

    private static let script = """
        import openpyxl
        filled, empty = openpyxl.load_workbook('filled.xlsx'), openpyxl.load_workbook('empty.xlsx')
        for sheet in filled.worksheets:
            if sheet.sheet_state != 'visible' or sheet.title == '填表说明':
                continue
            own = empty[sheet.title]
            for row in sheet.iter_rows():
                for cell in row:
                    target = own[cell.coordinate]
                    if isinstance(target, openpyxl.cell.cell.MergedCell) or cell.value == target.value:
                        continue
                    assert not target.protection.locked, (sheet.title, cell.coordinate)
                    target.value = cell.value
        empty.save('typed.xlsx')
        """

    private static func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = NSTemporaryDirectory() + "jixiao-form-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    private static func run(_ program: String, _ arguments: [String], in folder: String) throws
        -> Int32
    {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
