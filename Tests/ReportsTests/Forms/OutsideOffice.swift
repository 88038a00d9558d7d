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

    /// Opened by LibreOffice, saved as .ods, opened again and saved as .xlsx.
    static func throughLibreOffice(_ workbook: [UInt8]) throws -> [UInt8] {
        try inFolder { folder in
            try FileRelease.write(workbook, to: "\(folder)/form.xlsx")
            for (from, to) in [("form.xlsx", "ods"), ("form.ods", "xlsx")] {
                let code = try run(
                    "/usr/bin/soffice",
                    [
                        "-env:UserInstallation=file://\(folder)/profile", "--headless",
                        "--convert-to", to, from,
                    ], in: folder)
                #expect(code == 0)
            }
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
