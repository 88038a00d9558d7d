import Documents
import Quantities
import Testing

struct MarkedLongSheetTests {
    /// A sheet of three columns; each row's second cell says its number.
    private func workbook(rows: Int) throws -> [UInt8] {
        var sheet = Worksheet("明细")
        sheet.columnWidths = [8, 12, 12]
        for row in 1...rows {
            sheet.append([
                WorksheetCell(.text("第\(row)行")),
                WorksheetCell(
                    .number(ExactDecimal(mantissa: Int128(row), scale: 2)),
                    CellStyle { $0.format = .amount }), nil,
            ])
        }
        return try Workbook(
            properties: DocumentProperties(title: "明细", day: try #require(Day(iso: "2021-01-01"))),
            sheets: [sheet]
        ).bytes()
    }

    private func cells(_ bytes: [UInt8]) throws -> [String: String] {
        let reader = try WorkbookReader(InputFile(bytes: bytes, name: "回.xlsx"))
        var texts: [String: String] = [:]
        try reader.forEachRow(in: reader.sheets[0]) { row in
            for cell in row.cells { texts[cell.place.a1] = cell.text }
        }
        return texts
    }

    @Test(arguments: [1, 2, 1_000, 5_000])
    func `每个错误写在错误列里其余不变`(rows: Int) throws {
        let original = try workbook(rows: rows)
        var remarks = RowRemarks()
        for row in 1...rows where row % 3 == 1 {
            remarks.add(row: row, column: 2, .error, "金额不对")
            if row % 2 == 1 { remarks.add(row: row, column: 1, .warning, "名称 <可疑> & 请核对") }
        }
        let input = InputFile(bytes: original, name: "明细.xlsx")
        let marked = try MarkedLongSheet.bytes(
            of: input, sheet: "明细", remarks: remarks, total: "共 \(remarks.count) 处")
        let (before, after) = (try cells(original), try cells(marked))
        for (place, text) in before { #expect(after[place] == text) }
        #expect(
            after["D1"]
                == "审核意见（共 \(remarks.count) 处）\nB1：【错误】金额不对\nA1：【警告】名称 <可疑> & 请核对")
        for row in 2...max(rows, 2) where row <= rows {
            let isOdd = row % 2 == 1
            let text = "B\(row)：【错误】金额不对" + (isOdd ? "\nA\(row)：【警告】名称 <可疑> & 请核对" : "")
            #expect(after["D\(row)"] == (row % 3 == 1 ? text : nil))
        }
        #expect(after.count == before.count + (1...rows).count { $0 == 1 || $0 % 3 == 1 })
    }

    @Test func `没有错误时只写合计`() throws {
        let original = try workbook(rows: 3)
        let marked = try MarkedLongSheet.bytes(
            of: InputFile(bytes: original, name: "明细.xlsx"), sheet: "明细", remarks: RowRemarks(),
            total: "共 0 处")
        #expect(try cells(marked)["D1"] == "审核意见（共 0 处）")
    }

    @Test(.enabled(if: PythonReader.isInstalled, "没有安装 python3-docx 和 python3-openpyxl"))
    func `openpyxl看到红格批注和原来的格式`() throws {
        var remarks = RowRemarks()
        for row in 1...1_500 { remarks.add(row: row, column: 2, .error, "金额不对") }
        let marked = try MarkedLongSheet.bytes(
            of: InputFile(bytes: try workbook(rows: 1_500), name: "明细.xlsx"), sheet: "明细",
            remarks: remarks, total: "共 1500 处")
        let answer = try PythonReader.answer(
            of: """
                import openpyxl, sys, shutil
                shutil.copy(sys.argv[1], sys.argv[1] + '.xlsx')
                sheet = openpyxl.load_workbook(sys.argv[1] + '.xlsx').active
                import os; os.unlink(sys.argv[1] + '.xlsx')
                print(sheet['B1500'].fill.fgColor.rgb, sheet['B1500'].number_format, sheet['A7'].fill.fill_type)
                print(sum(c.comment is not None for row in sheet.iter_rows() for c in row))
                print(sheet['D1500'].value, sheet.column_dimensions['D'].width)
                """, about: marked)
        #expect(answer == "FFFFC7CE #,##0.00 None\n1000\nB1500：【错误】金额不对 48.0\n")
    }
}
