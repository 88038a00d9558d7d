import Documents
import Performance

/// Tells whether a computed cell of a returned form still holds the form's own formula (公式核对).
///
/// Rows and columns may have been put in, so that the formula is looked for over the cells in which its
/// parts were read; a sum may cover more rows than were filled in.
struct FormFormulaCheck {
    private let sheet: FormAnswerSheet
    /// The page's sheet that the formula stands on.
    private let own: String

    init(_ sheet: FormAnswerSheet, on own: String) {
        self.sheet = sheet
        self.own = own
    }

    /// - Parameter row: the answers beside it, where it stands in a table.
    /// - Returns: the formula that belongs there; nil where it does stand there.
    func expected(
        _ formula: FormFormula, found: String, in row: [String: FormAnswerSheet.Answer]?
    ) -> String? {
        var parts: [Part] = []
        func part(_ operand: FormFormula.Operand) -> String {
            parts.append(self.part(operand, row))
            return "\u{1}"
        }
        guard let template = FormFormulaText.text(of: formula, part) else { return nil }
        // Each part is asked for as often as the formula names it.
        let order = Self.order(of: formula, parts)
        guard !matches(FormFormulaText.normalised(found), template, order) else { return nil }
        return FormFormulaText.text(of: formula) { words(self.part($0, row)) }
    }

    /// Where a part of a formula must point.
    private enum Part {
        case cell(String)
        /// A column of a sheet from a row or above it to a row or below it.
        case column(prefix: String, Int, ClosedRange<Int>)
        /// Nothing was read of it: any reference will do.
        case unknown(String)
    }

    private func part(
        _ operand: FormFormula.Operand, _ row: [String: FormAnswerSheet.Answer]?
    ) -> Part {
        switch operand {
        case .answer(let name):
            guard let answer = row?[name] ?? sheet.fields[name]
            else { return .unknown(name) }
            return .cell(prefix(answer.sheet) + answer.cell.place.a1)
        case .total(let table, let column):
            let cells = (sheet.tables[table] ?? []).compactMap { $0[column] }
            guard let first = cells.first, let last = cells.last
            else { return .unknown("\(table).\(column)") }
            return .column(
                prefix: prefix(first.sheet), first.cell.place.column,
                first.cell.place.row...max(first.cell.place.row, last.cell.place.row))
        }
    }

    private func prefix(_ other: String) -> String { other == own ? "" : "'\(other)'!" }

    /// The references in the order in which the text names them.
    private static func order(of formula: FormFormula, _ parts: [Part]) -> [Part] {
        switch formula {
        case .sum: parts + parts
        case .quotient: [parts[0], parts[1], parts[1], parts[0], parts[1]]
        }
    }

    private func matches(_ found: String, _ template: String, _ order: [Part]) -> Bool {
        let pieces = FormFormulaText.normalised(template)
            .split(separator: "\u{1}", omittingEmptySubsequences: false)
        guard pieces.count == order.count + 1, found.hasPrefix(pieces[0]) else { return false }
        var rest = found.dropFirst(pieces[0].count)
        for (part, piece) in zip(order, pieces.dropFirst()) {
            let end = rest.firstIndex { "),=+-/".contains($0) } ?? rest.endIndex
            guard fits(rest[..<end], part) else { return false }
            rest = rest[end...]
            guard rest.hasPrefix(piece) else { return false }
            rest = rest.dropFirst(piece.count)
        }
        return rest.isEmpty
    }

    private func fits(_ reference: Substring, _ part: Part) -> Bool {
        switch part {
        case .cell(let cell): return reference == FormFormulaText.normalised(cell)
        case .unknown: return !reference.isEmpty
        case .column(let prefix, let column, let rows):
            let prefix = FormFormulaText.normalised(prefix)
            guard reference.hasPrefix(prefix) else { return false }
            let ends = reference.dropFirst(prefix.count).split(separator: ":").map {
                CellPlace(a1: String($0))
            }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2
            else { return false }
            return first.column == column && last.column == column
                && first.row <= rows.lowerBound && last.row >= rows.upperBound
        }
    }

    private func words(_ part: Part) -> String {
        switch part {
        case .cell(let cell): cell
        case .unknown(let name): "【\(name)】"
        case .column(let prefix, let column, let rows):
            prefix
                + CellRange(
                    CellPlace(row: rows.lowerBound, column: column),
                    CellPlace(row: rows.upperBound, column: column)
                ).a1
        }
    }
}
