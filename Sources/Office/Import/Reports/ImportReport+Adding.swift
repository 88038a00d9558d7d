import Documents
import Formulas
import Performance
import Quantities
import Storage

extension ImportReport {
    /// Whether the rows may go in: nothing is refused, or good rows alone were asked for and the
    /// whole file could be read.
    func mayBeTaken(_ order: ImportOrder) -> Bool {
        isClean || (order.takesGoodRowsOnly && added > 0 && !isBroken)
    }

    /// What the plan says before any row is read.
    mutating func describe(_ plan: ImportPlan) {
        ledger = plan.ledger.name
        sheets = plan.sheets.map(\.sheet.name)
        questions = plan.questions
        add(plan.notices)
        for sheet in plan.sheets {
            let open = sheet.questions.filter(\.isRequired)
            guard !open.isEmpty else { continue }
            let place = ImportPlace(file: file, sheet: sheets.count > 1 ? sheet.sheet.name : nil)
            add(ImportRefusal(place, .sheet(.openQuestions(open.map(\.letters)))))
        }
    }

    mutating func add(_ outcome: InsertOutcome, of ledger: LedgerDefinition) {
        added += outcome.added
        known += outcome.known
        changed += outcome.conflictCount
        for conflict in outcome.conflicts { add(ImportRefusal(conflict, in: ledger)) }
        refusalCount += outcome.conflictCount - Int64(outcome.conflicts.count)
    }

    mutating func add(_ end: BatchQueue.ReadingEnd) {
        for sheet in end.sheets {
            refused += sheet.refused
            leftOut += sheet.leftOut
            for refusal in sheet.refusals { add(refusal) }
            refusalCount += sheet.refusalCount - Int64(sheet.refusals.count)
            isBroken = isBroken || sheet.isStopped
            add(sheet.notices)
        }
        sums = Self.sums(of: end.sheets)
        if let failure = end.failure {
            isBroken = true
            add(failure)
        }
        if refusalCount == 0, added + known == 0,
            let empty = end.sheets.lazy.compactMap(\.emptiness).first
        {
            add(empty)
        }
        sortRefusals()
    }

    /// One sum for each column of money, over all sheets.
    private static func sums(of sheets: [SheetSummary]) -> [ColumnSum] {
        var names: [String] = []
        var totals: [String: Int128] = [:]
        for (column, fen) in sheets.flatMap(\.sums) {
            if totals[column] == nil { names.append(column) }
            totals[column, default: 0] += fen
        }
        return names.map { name in
            ColumnSum(
                column: name,
                total: ExactDecimal(
                    mantissa: totals[name] ?? 0, scale: MoneyUnit.yuan.decimals))
        }
    }

    /// In the order of the file: sheet by sheet, row by row, column by column.
    private mutating func sortRefusals() {
        let order = Dictionary(
            uniqueKeysWithValues: sheets.enumerated().map { ($0.element, $0.offset) })
        func rank(_ place: ImportPlace) -> (Int, Int, Int) {
            (place.sheet.flatMap { order[$0] } ?? 0, place.row ?? 0, place.column ?? 0)
        }
        refusals.sort { rank($0.place) < rank($1.place) }
    }
}

extension ImportRefusal {
    /// A row whose key stands for another content.
    init(_ conflict: RowConflict, in ledger: LedgerDefinition) {
        let source = conflict.offeredSource
        var differences = zip(ledger.columns, zip(conflict.existing.cells, conflict.offered))
            .filter { $1.0 != $1.1 }
            .map { column, cells in
                RowProblem.Difference(
                    column: column.name, stored: column.text(of: cells.0),
                    here: column.text(of: cells.1))
            }
        if conflict.existing.kind != conflict.offeredKind {
            differences.append(
                .init(
                    column: "记录类型", stored: conflict.existing.kind.chineseName,
                    here: conflict.offeredKind.chineseName))
        }
        self.init(
            ImportPlace(
                file: source.file, sheet: source.sheet.isEmpty ? nil : source.sheet,
                row: source.row.map(Int.init)),
            .row(
                .changed(
                    key: FoundText(conflict.rowKey).text,
                    at: ImportPlace(conflict.existingSource), differences: differences)))
    }
}

extension ImportPlace {
    fileprivate init(_ source: RowSource) {
        self.init(
            file: source.file, sheet: source.sheet.isEmpty ? nil : source.sheet,
            row: source.row.map(Int.init))
    }
}

extension LedgerRow.Kind {
    fileprivate var chineseName: String {
        switch self {
        case .normal: "正常"
        case .reversal: "红冲"
        case .refund: "退款"
        }
    }
}

extension LedgerColumn {
    /// A stored cell as a message shows it.
    fileprivate func text(of cell: CellValue) -> String {
        switch (cell, type) {
        case (.missing, _): "空"
        case (.text(let text), _): FoundText(text).text
        case (.integer(let fen), .money): Money(fen: fen).text(in: .yuan)
        case (.integer(let number), .number(let scale, _)):
            ExactDecimal(mantissa: Int128(number), scale: scale).trimmed().text
        case (.integer(let number), .truth): number == 0 ? "否" : "是"
        case (.integer(let number), _): String(number)
        }
    }
}
