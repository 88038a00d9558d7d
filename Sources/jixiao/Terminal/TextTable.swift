import Reports

/// A table for the terminal, its columns aligned however wide their characters are.
struct TextTable {
    enum Alignment {
        case left
        case right
    }

    private let columns: [(title: String, alignment: Alignment)]
    private var rows: [[String]] = []

    init(_ columns: [(String, Alignment)]) {
        self.columns = columns.map { (title: $0.0, alignment: $0.1) }
    }

    mutating func append(_ cells: [String]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(cells)
    }

    /// The lines, without trailing blanks.
    var lines: [String] {
        let all = [columns.map(\.title)] + rows
        let widths = columns.indices.map { column in
            all.map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        var lines = all.map { row in
            columns.indices.map { pad(row[$0], to: widths[$0], columns[$0].alignment) }
                .joined(separator: "  ").trimmingTrailingBlanks
        }
        lines.insert(
            String(repeating: "─", count: widths.reduce(0, +) + 2 * max(columns.count - 1, 0)),
            at: 1)
        return lines
    }

    private func pad(_ text: String, to width: Int, _ alignment: Alignment) -> String {
        let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        return alignment == .left ? text + blanks : blanks + text
    }
}

extension String {
    fileprivate var trimmingTrailingBlanks: String {
        var view = self[...]
        while view.last == " " { view.removeLast() }
        return String(view)
    }
}
