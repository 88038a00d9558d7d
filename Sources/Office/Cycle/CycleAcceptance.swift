import Formulas
import Performance
import Quantities
import Storage

/// A use case of the cycle while it is being accepted: what it may read and add.
final class CycleAcceptance {
    private let acceptance: Acceptance
    let reader: CycleReader
    let day: Day
    private var addedRows = 0

    init(_ acceptance: Acceptance, _ desk: CycleDesk) throws {
        self.acceptance = acceptance
        reader = CycleReader(acceptance.reader, desk)
        day = try Day(shanghaiMilliseconds: acceptance.useCase.at)
    }

    /// The journal entry that figures stand on, before this use case adds anything.
    func dataHead() throws -> Anchor {
        try acceptance.reader.dataHead(of: reader.desk.book.unitCode)
    }

    /// Adds one row, its cells by the Chinese names of their columns; others stay empty.
    ///
    /// - Throws: ``CycleError/tooLong(field:maximum:actual:)``, ``CycleError/missing(field:)``.
    func add(_ cells: [String: CycleCell], to ledger: CycleLedger) throws {
        let definition = try reader.definition(ledger)
        let values = try definition.columns.map { column in
            let cell = cells[column.name] ?? .empty
            try cell.check(column)
            return cell.value
        }
        precondition(
            cells.keys.allSatisfy { name in definition.columns.contains { $0.name == name } },
            "the pack's test checks the columns' names")
        let book = reader.desk.book
        try acceptance.keep(definition.table, in: book)
        var batch = RowBatch(file: acceptance.useCase.actor, columnCount: values.count)
        batch.append(key: nextKey(definition, cells), sourceRow: nil, cells: values)
        let outcome = try acceptance.insert(batch, into: definition.table, of: book)
        guard outcome.added == 1 else { throw StorageError.conflictingTransactions }
    }

    /// The natural key and which row of which journal entry it is: each version has its own.
    private func nextKey(_ definition: LedgerDefinition, _ cells: [String: CycleCell]) -> String {
        addedRows += 1
        let natural = definition.naturalKey.map { cells[$0]?.text ?? "" }
        return (natural + ["\(acceptance.journalNumber)-\(addedRows)"]).joined(separator: "|")
    }
}

/// What stands in a cell that a use case adds.
enum CycleCell: ExpressibleByStringLiteral {
    case empty
    case text(String)
    case number(Int64)

    init(stringLiteral value: String) { self = .text(value) }

    /// An absent or empty text leaves the cell empty.
    init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
    init(_ day: Day?) { self.init(day?.iso) }
    init(_ number: Int?) { self = number.map { .number(Int64($0)) } ?? .empty }
    init(_ truth: Bool) { self = .number(truth ? 1 : 0) }

    var value: CellValue {
        switch self {
        case .empty: .missing
        case .text(let text): .text(text)
        case .number(let number): .integer(number)
        }
    }

    var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): "\(number)"
        }
    }

    func check(_ column: LedgerColumn) throws(CycleError) {
        switch self {
        case .empty:
            if column.isRequired { throw .missing(field: column.name) }
        case .text(let text):
            let count = text.unicodeScalars.count
            if let maximum = column.maximumLength, count > maximum {
                throw .tooLong(field: column.name, maximum: maximum, actual: count)
            }
            if !column.choices.isEmpty, !column.choices.contains(where: { $0.text == text }) {
                throw .missing(field: column.name)
            }
        case .number: return
        }
    }
}
