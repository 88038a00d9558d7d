import Dispatch
import Documents
import Formulas
package import Performance
import Quantities
package import Storage

/// Imports files of rows into ledgers (导入): looked at, previewed, then all or nothing.
///
/// One import is one use case: its rows, its journal entry and the new head of the chain come in
/// together or not at all. The same file twice adds nothing.
package struct LedgerImporter: Sendable {
    private let definitions: [LedgerDefinition]
    private let memory: any LayoutMemory

    package init(definitions: [LedgerDefinition], memory: any LayoutMemory) {
        self.definitions = definitions.filter { $0.takesImports }
        self.memory = memory
    }

    /// Finds out how a file will be read: ledger, sheets, columns, and what is still to be asked.
    ///
    /// - Throws: ``ImportRefusal``; what the memory throws.
    package func plan(_ order: ImportOrder) throws -> ImportPlan {
        let source = try order.file.open()
        do {
            return try ImportPlanner(definitions: definitions, memory: memory).plan(order, source)
        } catch let error as DocumentError {
            throw ImportRefusal(reading: error, of: order.file)
        }
    }

    /// Says what an import would do, and leaves everything as it is.
    ///
    /// - Parameter progress: called now and then; what it throws ends the preview.
    /// - Throws: ``StorageError`` where the book takes no rows; what `progress` throws.
    package func preview(
        _ order: ImportOrder, in store: LedgerStore,
        progress: (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        try run(order, in: store, isPreview: true, progress)
    }

    /// Imports a file: all of it, or nothing where anything is refused, unless the order takes
    /// good rows only.
    ///
    /// - Parameter progress: called now and then; what it throws takes the import back.
    /// - Throws: ``StorageError`` where the book takes no rows; what `progress` throws.
    package func commit(
        _ order: ImportOrder, in store: LedgerStore,
        progress: (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        try run(order, in: store, isPreview: false, progress)
    }

    private func run(
        _ order: ImportOrder, in store: LedgerStore, isPreview: Bool,
        _ progress: (ImportProgress) throws -> Void
    ) throws -> ImportReport {
        var report = ImportReport(file: order.file.name)
        do {
            let plan = try plan(order)
            report.describe(plan)
            guard report.isClean else { return report }
            report.fileDigest = try order.file.digest()
            let useCase = UseCase(
                unitCode: order.book.unitCode, actor: order.actor, at: order.at, action: "导入",
                payload: plan.payload(order, fileDigest: report.fileDigest))
            let begun = report
            if isPreview {
                return try store.rehearse(useCase) { acceptance in
                    try write(order, plan, begun, acceptance, progress)
                }
            }
            let accepted = try store.accept(useCase, journalsAlways: false) { acceptance in
                let report = try write(order, plan, begun, acceptance, progress)
                guard report.mayBeTaken(order) else { throw RefusedImport(report: report) }
                return report
            }
            report = accepted.result
            report.isAccepted = true
            report.receipt = accepted.receipt
            try rememberAnswers(order, plan)
        } catch let refused as RefusedImport {
            return refused.report
        } catch let refusal as ImportRefusal {
            report.add(refusal)
        }
        return report
    }

    private func rememberAnswers(_ order: ImportOrder, _ plan: ImportPlan) throws {
        guard !order.answers.isEmpty else { return }
        for sheet in plan.sheets {
            try memory.remember(order.answers, forLayout: sheet.layout.fingerprint)
        }
    }

    /// Writes what a second thread reads: the other half of the pipeline.
    private func write(
        _ order: ImportOrder, _ plan: ImportPlan, _ begun: ImportReport, _ acceptance: Acceptance,
        _ progress: (ImportProgress) throws -> Void
    ) throws -> ImportReport {
        var report = begun
        let queue = BatchQueue(capacity: 4)
        let reading = ImportReading(order: order, plan: plan, definitions: definitions)
        let reader = DispatchGroup()
        DispatchQueue(label: "jixiao.import.reading").async(group: reader) {
            reading.run(into: queue)
        }
        defer {
            queue.cancel()
            reader.wait()
        }
        var rows: Int64 = 0
        while true {
            switch queue.next() {
            case .batch(let batch):
                try acceptance.keep(plan.ledger.table, in: order.book)
                let outcome = try acceptance.insert(
                    batch, into: plan.ledger.table, of: order.book)
                rows += Int64(batch.count)
                queue.recycle(batch)
                report.add(outcome, of: plan.ledger)
                try progress(ImportProgress(rows: rows))
            case .end(let end):
                report.add(end)
                return report
            }
        }
    }
}

/// Takes an import back in which something was refused.
private struct RefusedImport: Error {
    let report: ImportReport
}

extension ImportPlan {
    /// What the journal keeps of an import: the file by its digest, and how it was read.
    func payload(_ order: ImportOrder, fileDigest: String) -> CanonicalJSON {
        [
            "file": .string(order.file.name),
            "goodRowsOnly": .bool(order.takesGoodRowsOnly),
            "ledger": .string(ledger.table),
            "sha256": .string(fileDigest),
            "sheets": .array(sheets.map(\.payload)),
            "year": .integer(Int64(order.book.year.number)),
        ]
    }
}

extension ImportPlan.Sheet {
    fileprivate var payload: CanonicalJSON {
        var columns: [String: CanonicalJSON] = [:]
        for column in layout.columns {
            columns[CellPlace.letters(ofColumn: column.place)] = .string(
                column.target.name(in: layout.ledger))
        }
        return [
            "columns": .object(columns),
            "headerRows": .array(layout.headerRows.map { .integer(Int64($0)) }),
            "sheet": .string(sheet.name),
            "unit": layout.sheetUnit.map { .string($0.rawValue) } ?? .null,
        ]
    }
}
