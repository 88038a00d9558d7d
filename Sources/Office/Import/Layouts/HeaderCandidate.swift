import Documents
import Performance
import Quantities

/// One row, or two rows together, read as the header of a ledger.
struct HeaderCandidate {
    struct Column {
        let place: Int
        let header: HeaderText
        var match: HeaderNames.Match?
    }

    let rows: ClosedRange<Int>
    var columns: [Column]
    /// Names that several columns bear with the same right, with these columns.
    private(set) var conflicts: [(name: String, places: [Int])] = []
    let headerTexts: [[Int: String]]

    /// Ledger columns found, by their position in the definition.
    var found: Set<Int> {
        Set(
            columns.compactMap {
                if case .column(let index) = $0.match?.target { index } else { nil }
            })
    }

    /// Reads one row as the header; nil where it holds no text.
    init?(_ row: TableRow, names: HeaderNames) {
        let texts = Self.texts(of: row)
        guard !texts.isEmpty else { return nil }
        rows = row.number...row.number
        headerTexts = [texts.mapValues(\.whole)]
        columns = texts.sorted { $0.key < $1.key }.map { place, header in
            Column(place: place, header: header, match: names.match(header))
        }
        settleConflicts(names)
    }

    /// Reads two rows as one header: `支出` over `金额` is 支出金额, `金额` over `（元）` is 金额（元）.
    ///
    /// nil where the lower row is none of a header: it holds something else than text, or adds
    /// nothing.
    init?(_ upper: TableRow, _ lower: TableRow, names: HeaderNames) {
        guard lower.number == upper.number + 1, !lower.isBlank else { return nil }
        for cell in lower.cells where !cell.isBlank {
            guard case .text = cell.content else { return nil }
        }
        let (top, bottom) = (Self.texts(of: upper), Self.texts(of: lower))
        var columns: [Column] = []
        var carried: HeaderText?
        var lowerAdds = false
        for place in Set(top.keys).union(bottom.keys).sorted() {
            if let own = top[place] { carried = own }
            let spellings = Self.spellings(top: top[place], carried: carried, bottom: bottom[place])
            let found = spellings.lazy.compactMap { header in
                names.match(header).map { (header, $0) }
            }.first
            if let found, bottom[place] != nil, found.0 != top[place] { lowerAdds = true }
            guard let header = found?.0 ?? spellings.first else { continue }
            columns.append(Column(place: place, header: header, match: found?.1))
        }
        guard lowerAdds else { return nil }
        rows = upper.number...lower.number
        headerTexts = [top.mapValues(\.whole), bottom.mapValues(\.whole)]
        self.columns = columns
        settleConflicts(names)
    }

    private static func texts(of row: TableRow) -> [Int: HeaderText] {
        var texts: [Int: HeaderText] = [:]
        for cell in row.cells {
            guard case .text(let text) = cell.content else { continue }
            let header = HeaderText(text)
            if !header.isEmpty { texts[cell.place.column] = header }
        }
        return texts
    }

    /// The ways to read one column of a header of two rows, the likeliest first.
    private static func spellings(
        top: HeaderText?, carried: HeaderText?, bottom: HeaderText?
    ) -> [HeaderText] {
        guard let bottom else { return top.map { [$0] } ?? [] }
        let above = top ?? carried
        let isUnitAlone = UnitLine.unit(named: bottom.whole.filter { !"()".contains($0) }) != nil
        if isUnitAlone, let above {
            return [HeaderText("\(above.base)(\(bottom.whole.filter { !"()".contains($0) }))")]
        }
        let joined = above.map { [HeaderText($0.text + bottom.text)] } ?? []
        return joined + [bottom] + (top.map { [$0] } ?? [])
    }

    /// Leaves each target to one column: the one that bears its own name, else nobody.
    private mutating func settleConflicts(_ names: HeaderNames) {
        let claims = Dictionary(
            grouping: columns.indices.filter { columns[$0].match != nil },
            by: { columns[$0].match?.target })
        for (target, indices) in claims where indices.count > 1 && target != .leftOut {
            let best = indices.compactMap { columns[$0].match?.rank }.min()
            let winners = indices.filter { columns[$0].match?.rank == best }
            for index in indices where winners.count > 1 || index != winners[0] {
                columns[index].match = nil
            }
            if winners.count > 1, case .column(let column) = target {
                conflicts.append(
                    (names.definition.columns[column].name, winners.map { columns[$0].place }))
            }
        }
        conflicts.sort { $0.places[0] < $1.places[0] }
    }
}
