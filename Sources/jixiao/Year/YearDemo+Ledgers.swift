import ArgumentParser
import Formulas
import Office
import Performance
import Quantities
import ZengchengExample

/// Chapter three: the ledgers grow month by month.
extension YearDemo {
    func keepLedgers(_ months: ClosedRange<Int>) throws {
        if months.lowerBound == 1 {
            story.chapter("三、逐月台账：收入、支付、业务记录")
            story.on(Self.day(2021, 1, 29))
            try importFiles(named: ["01-内设机构.csv"])
        }
        for month in months {
            let first = Self.day(2021, month, 1)
            let last = cycle.book.year.monthEnd(month)
            story.on(last)
            let added = try importing(try ZengchengExample.files(ofMonth: month))
            if month == 9 { try importFiles(named: ["09-设备采购.xlsx"]) }
            let figures = try figures(["支出决算", "支出完成率"], through: last)
            story.tell(
                Seat.finance.rawValue,
                "\(first.month)月入账 \(added) 行；累计支出 \(figures[0])，占全年预算 \(figures[1])，"
                    + "序时进度 \(Self.timeProgress(month))")
        }
    }

    /// month ÷ 12, as it is printed.
    static func timeProgress(_ month: Int) -> String {
        (try? Fraction(Int128(month), over: 12).percentText()) ?? ""
    }

    func importFiles(named names: [String]) throws {
        let files = try ZengchengExample.files().filter { names.contains($0.name) }
        let added = try importing(files)
        story.tell(Seat.finance.rawValue, "导入 \(names.joined(separator: "、"))：新增 \(added) 行")
    }

    private func importing(_ files: [ZengchengExample.File]) throws -> Int64 {
        let importer = ImportDesk(workplace, memoryPath: folder + "/jixiao-year.layouts.json")
        let book = try importer.book(
            unit: cycle.book.unitCode, year: cycle.book.year.number,
            unitName: ZengchengExample.unitName, actor: Seat.finance.rawValue, at: story.next())
        var added: Int64 = 0
        for file in files {
            let report = try importer.run(
                ImportOrder(
                    file: ImportFile(path: file.path), book: book, ledger: file.ledger,
                    sheet: file.sheet, actor: Seat.finance.rawValue, at: story.next()),
                commits: true, progress: { _ in })
            guard report.isClean else {
                Output.lines(ImportText.lines(report, isPreview: false))
                throw ExitCode(2)
            }
            added += report.added
        }
        return added
    }

    private func figures(_ names: [String], through day: Day) throws -> [String] {
        let measures = MeasureDesk(try desk(through: day))
        return try measures.figures(names, traced: false).map {
            ValueText.text($0, in: measures.unit(of: $0.name))
        }
    }
}
