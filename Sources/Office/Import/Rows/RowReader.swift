import Documents
import Formulas
import Performance
import Quantities
import Storage

/// Reads the rows of one sheet into what its ledger stores, or says why not.
struct RowReader {
    /// What became of a row of the sheet.
    enum Outcome {
        case accepted
        /// Blank, a header or title again, a footer.
        case leftOut
        case refused([ImportRefusal])
        /// Another table begins: what follows is not read.
        case stopped(ImportRefusal)
    }

    let layout: SheetLayout
    let place: ImportPlace
    private(set) var totals: TotalRows
    private(set) var notices: [ImportNotice] = []
    /// Columns of the sheet that hold something and go nowhere.
    private(set) var strayColumns: Set<Int> = []

    private var readers: [ColumnReader]
    private let places: [Int]
    private let targets: [LayoutTarget]
    /// For each column of the ledger the position of its reader, or -1.
    private let readerOfColumn: [Int]
    private var readings: [CellReading]
    private var keys: RowKeyMaker
    private let classifier: RowClassifier
    private let refunds: RefundRule
    private let ordinalColumn: Int?
    private let dayReader: Int
    /// Columns of money that a vertical merge covers, and the rows it does.
    private let mergedMoney: [CellRange]

    /// - Parameters:
    ///   - others: all ledgers, by whose names a second table is known.
    ///   - merged: the merged ranges of the sheet.
    init(
        _ layout: SheetLayout, book: BookID, at place: ImportPlace, others: [HeaderNames],
        merged: [CellRange] = []
    ) {
        let ledger = layout.ledger
        self.layout = layout
        self.place = place
        let read = layout.columns.filter { $0.target != .leftOut }
        places = read.map(\.place)
        targets = read.map(\.target)
        readers = read.map { Self.reader($0, ledger, book) }
        readings = Array(repeating: .missing, count: read.count)
        let readerOfColumn = ledger.columns.indices.map { column in
            read.firstIndex { $0.target == .column(column) } ?? -1
        }
        self.readerOfColumn = readerOfColumn
        keys = RowKeyMaker(ledger)
        classifier = RowClassifier(layout, others: others)
        refunds = RefundRule(ledger, hasKindColumn: read.contains { $0.target == .rowKind })
        ordinalColumn = ledger.columns.indices.first { ledger.isOrdinalOfKey($0) }
        let day = ledger.columnIndex(named: ledger.dayColumn)
        dayReader = day.map { readerOfColumn[$0] } ?? -1
        totals = TotalRows(columns: read.indices.filter { read[$0].moneyUnit != nil })
        let money = Set(read.filter { $0.moneyUnit != nil }.map(\.place))
        mergedMoney = merged.filter { range in
            range.last.row > range.first.row && range.first.row > layout.headerRows.upperBound
                && money.contains { (range.first.column...range.last.column).contains($0) }
        }
    }

    private static func reader(
        _ column: SheetLayout.Column, _ ledger: LedgerDefinition, _ book: BookID
    ) -> ColumnReader {
        switch column.target {
        case .column(let index):
            let definition = ledger.columns[index]
            let isDated = ledger.kind == .entries && definition.name == ledger.dayColumn
            return ColumnReader(
                definition, moneyUnit: column.moneyUnit ?? .yuan, year: isDated ? book.year : nil,
                isRequired: definition.isRequired && !ledger.isOrdinalOfKey(index))
        case .rowKind, .leftOut: return .rowKind(column.header)
        case .unitCode: return .unitCode(column.header, book.unitCode)
        case .fiscalYear: return .year(column.header, book.year)
        }
    }

    /// The names of the columns read, by the position of their cells.
    var names: [String] { readers.map(\.name) }

    /// Reads one row and appends it to the batch where nothing is wrong with it.
    mutating func read(_ row: SheetRow, into batch: inout RowBatch) -> Outcome {
        if row.fields.isEmpty { return .leftOut }
        let faults = readCells(row)
        if faults == 0, !classifier.mayBeTotal(row) {
            let problems = refunds.problems(readings, targets)
            if problems.isEmpty {
                accept(row, into: &batch)
                return .accepted
            }
        }
        return readSlowly(row, faults: faults, into: &batch)
    }

    /// Reads each cell and counts those that are refused or lack what is required.
    private mutating func readCells(_ row: SheetRow) -> Int {
        var faults = 0
        var field = 0
        for index in places.indices {
            let place = places[index]
            while field < row.fields.count, row.fields[field].column < place {
                stray(row.fields[field].column)
                field += 1
            }
            guard field < row.fields.count, row.fields[field].column == place else {
                readings[index] = .missing
                if readers[index].isRequired { faults += 1 }
                continue
            }
            let found = row.fields[field]
            field += 1
            readings[index] =
                found.isTyped
                ? readers[index].read(row.typed[found.typedIndex])
                : readers[index].read(row.bytes(of: found))
            switch readings[index] {
            case .missing where readers[index].isRequired: faults += 1
            case .refused: faults += 1
            default: break
            }
        }
        while field < row.fields.count {
            stray(row.fields[field].column)
            field += 1
        }
        if !mergedMoney.isEmpty { faults += refuseMergedMoney(row) }
        return faults
    }

    private mutating func stray(_ column: Int) {
        guard !strayColumns.contains(column) else { return }
        if !layout.columns.contains(where: { $0.place == column }) { strayColumns.insert(column) }
    }

    /// One amount over several rows belongs to none of them.
    private mutating func refuseMergedMoney(_ row: SheetRow) -> Int {
        var faults = 0
        for index in totals.columns {
            let cell = CellPlace(row: row.number, column: places[index])
            guard let range = mergedMoney.first(where: { $0.contains(cell) }) else { continue }
            if case .refused = readings[index] { continue }
            readings[index] = .refused(.mergedRows(range.a1))
            faults += 1
        }
        return faults
    }

    /// Appends the row to the batch under its key.
    private mutating func accept(_ row: SheetRow, into batch: inout RowBatch) {
        let kind = refunds.kind(readings, targets)
        let (readings, readerOfColumn, ordinal) = (readings, readerOfColumn, ordinalColumn)
        func cell(_ column: Int) -> CellReading {
            let reader = readerOfColumn[column]
            let reading = reader >= 0 ? readings[reader] : .missing
            if column == ordinal, case .missing = reading { return .integer(1) }
            return reading
        }
        keys.withKey(kind: kind, columnCount: readerOfColumn.count, cell) { key in
            batch.begin(key: key, kind: kind, sourceRow: Int64(row.number))
        }
        for column in readerOfColumn.indices {
            switch cell(column) {
            case .integer(let number): batch.append(number)
            case .text(let text): batch.append(text: text)
            case .utf8(let bytes): batch.append(utf8: UnsafeRawBufferPointer(bytes))
            case .missing, .refused: batch.appendMissing()
            }
        }
        totals.add(readings)
    }

    /// Says what a row is that is no plain row of data.
    private mutating func readSlowly(
        _ row: SheetRow, faults: Int, into batch: inout RowBatch
    ) -> Outcome {
        var hasDay = false
        if dayReader >= 0, case .text = readings[dayReader] { hasDay = true }
        let hasMoney = totals.columns.contains {
            if case .integer = readings[$0] { true } else { false }
        }
        switch classifier.kind(of: row, hasDay: hasDay, hasMoney: hasMoney) {
        case .total(let label):
            for difference in totals.check(label, readings) {
                let index = difference.column
                notices.append(
                    ImportNotice(
                        at(row.number, places[index]),
                        .totalDiffers(
                            label: label.text, column: readers[index].name,
                            stated: difference.stated, sum: difference.sum)))
            }
            return .leftOut
        case .blank, .header, .footer: return .leftOut
        case .section(let text):
            notices.append(
                ImportNotice(at(row.number, nil), .rowLeftOut(text: FoundText(text).text)))
            return .leftOut
        case .otherUnit(let unit):
            let first = layout.columns.lazy.compactMap(\.moneyUnit).first ?? .yuan
            return .stopped(
                ImportRefusal(
                    at(row.number, nil),
                    .row(.otherMoneyUnit(first: first.rawValue, here: unit.rawValue))))
        case .secondHeader(let names):
            return .stopped(ImportRefusal(at(row.number, nil), .row(.secondHeader(names: names))))
        case .data: break
        }
        let refusals = refusals(of: row)
        if refusals.isEmpty {
            accept(row, into: &batch)
            return .accepted
        }
        totals.markIncomplete()
        return .refused(refusals)
    }

    private func at(_ row: Int, _ column: Int?) -> ImportPlace {
        ImportPlace(file: place.file, sheet: place.sheet, row: row, column: column)
    }

    private func refusals(of row: SheetRow) -> [ImportRefusal] {
        let problems = refunds.problems(readings, targets)
        return places.indices.compactMap { index in
            var problem = problems[index]
            switch readings[index] {
            case .refused(let found): problem = found
            case .missing where readers[index].isRequired: problem = .requiredEmpty
            default: break
            }
            guard let problem else { return nil }
            let found = row.field(at: places[index]).map(row.text(of:)) ?? ""
            return ImportRefusal(
                at(row.number, places[index]),
                .cell(
                    column: readers[index].name, found: FoundText(found), problem,
                    expected: readers[index].expected))
        }
    }
}
