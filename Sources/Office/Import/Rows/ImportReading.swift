import Documents
import Formulas
import Performance
import Storage

/// Reads the sheets of a plan, row by row, into batches: the first half of the pipeline.
struct ImportReading: Sendable {
    let order: ImportOrder
    let plan: ImportPlan
    /// All ledgers, by whose names a second table is known.
    let definitions: [LedgerDefinition]

    private static let rowsInBatch = 2000

    /// Reads everything; the last item says how it ended.
    func run(into queue: BatchQueue) {
        var end = BatchQueue.ReadingEnd()
        do {
            let source = try order.file.open()
            for sheet in plan.sheets {
                end.sheets.append(try read(sheet, of: source, into: queue))
            }
        } catch is CancelledReading {
            return
        } catch {
            end.failure = ImportRefusal(reading: error, of: order.file)
        }
        _ = queue.push(.end(end))
    }

    private func read(
        _ sheet: ImportPlan.Sheet, of source: any TableSource, into queue: BatchQueue
    ) throws -> SheetSummary {
        let rows = SheetSource(source: source, sheet: sheet.sheet)
        let place = rows.place
        var reader = RowReader(
            sheet.layout, book: order.book, at: place, others: definitions.map(HeaderNames.init),
            merged: try rows.mergedRanges())
        var summary = SheetSummary(sheet.layout, at: place)
        var batch = emptyBatch(place, queue)
        do {
            try rows.forEachRow { row in
                if row.number <= sheet.layout.headerRows.upperBound { return }
                let outcome = reader.read(row, into: &batch)
                summary.count(outcome)
                if case .stopped = outcome { throw StoppedSheet() }
                if batch.count >= Self.rowsInBatch {
                    guard queue.push(.batch(batch)) else { throw CancelledReading() }
                    batch = emptyBatch(place, queue)
                }
            }
        } catch is StoppedSheet {}
        if batch.count > 0 {
            guard queue.push(.batch(batch)) else { throw CancelledReading() }
        }
        reader.finish(&summary)
        return summary
    }

    private func emptyBatch(_ place: ImportPlace, _ queue: BatchQueue) -> RowBatch {
        let sheet = place.sheet ?? ""
        if let spare = queue.spareBatch(file: place.file, sheet: sheet) { return spare }
        var batch = RowBatch(
            file: place.file, sheet: sheet, columnCount: plan.ledger.columns.count)
        batch.reserve(rows: Self.rowsInBatch, bytes: Self.rowsInBatch * 128)
        return batch
    }
}

/// The writer wants no more.
private struct CancelledReading: Error {}

/// A second table begins: the rest of the sheet is not read.
private struct StoppedSheet: Error {}

extension RowReader {
    /// Adds what only the end of the sheet shows: sums, notices, columns that went nowhere.
    func finish(_ summary: inout SheetSummary) {
        summary.totalRows = totals.rowCount
        summary.notices = notices
        summary.sums = zip(totals.columns, totals.sums).map { (names[$0.0], $0.1) }
        for column in strayColumns.sorted() {
            let header = layout.headerTexts.lazy.compactMap { $0[column] }.last ?? "没有表头"
            summary.notices.append(
                ImportNotice(
                    ImportPlace(
                        file: place.file, sheet: place.sheet, row: layout.headerRows.upperBound,
                        column: column), .columnLeftOut(header: header)))
        }
    }
}
