package import Formulas
import Quantities
package import Seeds

/// Random rows for any ledger: blanks, zeros, reversals, refunds, two years, several units.
package struct RandomLedgers {
    static let texts = ["公用经费", "人员经费", "A", "B", "a", ""]
    let units: [String]
    let years = [2020, 2021]
    /// Journal numbers of rows run from 1 to here; snapshots look from some of them.
    let lastJournalNumber = 12

    package init(units: [String] = ["u1", "u-2"]) { self.units = units }

    package func books(
        of ledgers: [LedgerShape], rowsPerBook: Int, using random: inout RandomSource
    ) -> SampleBooks {
        var books = SampleBooks()
        books.kept = []
        for ledger in ledgers {
            for unit in units {
                books.rowsByLedger[ledger.name, default: []] += rows(
                    of: ledger, unit: unit, count: rowsPerBook * years.count, using: &random)
            }
            if random.chance(80) { books.kept.insert("\(ledger.name)@2021") }
            if random.chance(60) { books.kept.insert("\(ledger.name)@2020") }
        }
        return books
    }

    private func rows(
        of ledger: LedgerShape, unit: String, count: Int, using random: inout RandomSource
    ) -> [LedgerRow] {
        var rows: [LedgerRow] = []
        var reversed: Set<Int64> = []
        for ordinal in 1...count {
            let year = random.pick(years)
            let target = rows.isEmpty ? nil : random.pick(rows)
            let isReversal =
                random.chance(8) && target?.kind != .reversal
                && target.map { reversed.insert($0.id).inserted } == true
            let isRefund = !isReversal && random.chance(6)
            let journalNumber = max(
                Int64(random.number(1...lastJournalNumber)),
                isReversal ? target?.journalNumber ?? 0 : 0)
            rows.append(
                LedgerRow(
                    id: journalNumber * 10_000_000 + Int64(ordinal),
                    book: SampleBooks.book(year, unit: unit), journalNumber: journalNumber,
                    kind: isReversal ? .reversal : isRefund ? .refund : .normal,
                    reverses: isReversal ? target?.id : nil,
                    cells: ledger.columns.map { cell($0, of: ledger, year, using: &random) }))
        }
        return rows
    }

    private func cell(
        _ column: ColumnShape, of ledger: LedgerShape, _ year: Int,
        using random: inout RandomSource
    ) -> CellValue {
        let isKey = ledger.keyColumns.contains(column.name)
        let isDay = column.name == ledger.dayColumn
        guard !random.chance(isKey || isDay ? 2 : 12) else { return .missing }
        switch column.type {
        case .money, .number:
            if random.chance(15) { return .integer(0) }
            return .integer(Int64(random.number(random.chance(20) ? -500...0 : 0...30_000)))
        case .truth: return .integer(random.chance(50) ? 1 : 0)
        case .text:
            return .text(isKey ? "K\(random.number(1...6))" : random.pick(Self.texts))
        case .day:
            // A few rows stand in the book of another year than their day's.
            return .text(Self.day(random.chance(4) ? 4041 - year : year, using: &random).iso)
        }
    }

    static func day(_ year: Int, using random: inout RandomSource) -> Day {
        let edges = [(2, 28), (1, 1), (12, 31), (6, 30), (7, 1)]
        let (month, number) =
            random.chance(20)
            ? random.pick(edges) : (random.number(1...12), random.number(1...28))
        guard let day = Day(year: year, month: month, day: number)
        else { preconditionFailure("a day of every year") }
        return random.chance(3) ? Day(year: year, month: 2, day: 29) ?? day : day
    }

    /// Snapshots of all units and years: whole years, parts, earlier journal numbers.
    package func snapshots(count: Int, using random: inout RandomSource) -> [Snapshot] {
        // Few different ones a plan, as an evaluation would ask.
        let journals = [Int64(lastJournalNumber), Int64(random.number(3...lastJournalNumber))]
        return (0..<count).map { _ in
            let year = random.chance(75) ? 2021 : 2020
            var days: [Day?] = [nil, nil]
            if random.chance(50) { days[1] = Self.day(year, using: &random) }
            if random.chance(20) { days[0] = Self.day(year, using: &random) }
            return Snapshot(
                book: SampleBooks.book(year, unit: random.pick(units)), periodStart: days[0],
                periodEnd: days[1],
                journalNumber: random.chance(70) ? journals[0] : random.pick(journals))
        }
    }
}
