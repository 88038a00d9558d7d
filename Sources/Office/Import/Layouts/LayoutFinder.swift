import Documents
import Formulas
import Performance
import Quantities

/// Finds the header of one ledger among the first rows of a sheet (查找表头).
struct LayoutFinder {
    /// How many rows of a sheet are looked at.
    static let rowCount = 60

    let names: HeaderNames
    let rows: [TableRow]

    var definition: LedgerDefinition { names.definition }

    init(_ definition: LedgerDefinition, rows: [TableRow]) {
        names = HeaderNames(definition)
        self.rows = rows
    }

    /// Columns without which a row cannot be: 分录号 is none, since an empty one is 1.
    var required: [Int] {
        definition.columns.indices.filter {
            definition.columns[$0].isRequired && !definition.isOrdinalOfKey($0)
        }
    }

    /// The row, or pair of rows, that names most columns; nil where none names two.
    func best() -> HeaderCandidate? {
        var best: HeaderCandidate?
        for (index, row) in rows.enumerated() where !row.isBlank {
            consider(HeaderCandidate(row, names: names), &best)
            if index + 1 < rows.count {
                consider(HeaderCandidate(row, rows[index + 1], names: names), &best)
            }
        }
        return best
    }

    private func consider(_ candidate: HeaderCandidate?, _ best: inout HeaderCandidate?) {
        guard let candidate, candidate.found.count >= min(2, definition.columns.count)
        else { return }
        guard let current = best else {
            best = candidate
            return
        }
        if weight(candidate) > weight(current) { best = candidate }
    }

    /// Required columns count more; a conflict still names its column; of equals, one row wins.
    private func weight(_ candidate: HeaderCandidate) -> Int {
        let found = candidate.found
        let units = candidate.columns.count { $0.header.moneyUnit != nil && $0.match != nil }
        return required.count { found.contains($0) } * 10_000 + found.count * 100
            + candidate.conflicts.count * 100 + units * 2 - (candidate.rows.count - 1)
    }

    /// The rows above the header.
    func rowsAbove(_ candidate: HeaderCandidate) -> [TableRow] {
        rows.filter { $0.number < candidate.rows.lowerBound }
    }

    /// The rows below the header, as samples of what its columns hold.
    func rowsBelow(_ candidate: HeaderCandidate) -> [TableRow] {
        rows.filter { $0.number > candidate.rows.upperBound }
    }
}

extension LedgerDefinition {
    /// Whether a column numbers the rows within the rest of a natural key: 分录号, 1 where it is
    /// empty.
    func isOrdinalOfKey(_ index: Int) -> Bool {
        guard case .number(scale: 0, _) = columns[index].type else { return false }
        return naturalKey.count > 1 && columns[index].name == naturalKey.last
    }

    func columnIndex(named name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
