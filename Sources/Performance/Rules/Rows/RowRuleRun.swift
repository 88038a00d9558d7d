import Formulas
import Quantities

/// Judges the rows of a sheet one after another, in the memory of a few of them (逐行检查).
package struct RowRuleRun {
    private let set: RuleSet
    private let columns: RowColumns
    private var batch: RecordBatch
    private var numbers: [Int] = []
    /// 有值、空白、读不出 of each fact of the row at hand.
    private var states: [RowState]
    package private(set) var rowCount = 0
    /// Conditions that could not be decided, since a number did not fit.
    package private(set) var undecided = 0

    private static let batchRows = 1024

    package init(_ set: RuleSet, _ columns: RowColumns) {
        self.set = set
        self.columns = columns
        batch = RecordBatch(shape: set.subject.shape, reserving: Self.batchRows)
        states = Array(repeating: .blank, count: set.subject.facts.count)
    }

    /// Takes the next row.
    ///
    /// - Parameters:
    ///   - number: as the user sees it at the edge of the sheet.
    ///   - cell: what stands in a 0-based column.
    ///   - found: is told what the rules say of rows taken so far, in their order.
    package mutating func take(
        row number: Int, _ cell: (Int) -> RowCell, _ found: (RowFinding) -> Void
    ) {
        for (place, source) in columns.sources.enumerated() {
            switch source {
            case .cell(let column): append(cell(column), place)
            // A state stands behind the fact that it watches.
            case .state(let watched): batch.append(text: states[watched].rawValue.utf8)
            case .absent: batch.appendMissing()
            }
        }
        numbers.append(number)
        rowCount += 1
        if numbers.count == Self.batchRows { flush(found) }
    }

    /// Judges the rows that are left.
    package mutating func finish(_ found: (RowFinding) -> Void) { flush(found) }

    private mutating func flush(_ found: (RowFinding) -> Void) {
        undecided += set.judge(batch) { hit in
            let rule = set.rules[hit.rule]
            let finding = set.finding(hit, record: batch.record(at: hit.row))
            found(
                RowFinding(
                    row: numbers[hit.row], column: rule.field.flatMap(columns.column),
                    finding: finding))
        }
        batch.removeAll()
        numbers.removeAll(keepingCapacity: true)
    }

    // MARK: Cells

    private mutating func append(_ cell: RowCell, _ place: Int) {
        states[place] = .present
        switch (set.subject.facts[place].kind, cell) {
        case (.text, .text(let text)): append(text, place)
        case (.text, .number(let number)): batch.append(text: number.text.utf8)
        case (.text, .day(let day)): batch.append(text: day.iso.utf8)
        case (.text, .blank):
            states[place] = .blank
            batch.append(text: [])
        case (_, .blank): append(missing: .blank, place)
        case (.day, .day(let day)): batch.append(day)
        case (.day, .text(let text)): append(day: text, place)
        case (.number(let unit, _), .number(let number)): append(number, unit, place)
        case (.number(let unit, _), .text(let text)): append(number: text, unit, place)
        case (.truth, .text(let text)):
            guard case .truth(let truth)? = set.subject.facts[place].value(reading: text)
            else { return append(missing: .unreadable, place) }
            batch.append(truth)
        default: append(missing: .unreadable, place)
        }
    }

    private mutating func append(_ text: String, _ place: Int) {
        let isPadded = text.first?.isWhitespace == true || text.last?.isWhitespace == true
        let text = isPadded ? text.trimmedAnswer : text
        if text.isEmpty { states[place] = .blank }
        batch.append(text: text.utf8)
    }

    private mutating func append(missing state: RowState, _ place: Int) {
        states[place] = state
        batch.appendMissing()
    }

    private mutating func append(day text: String, _ place: Int) {
        let text = text.trimmedAnswer
        guard !text.isEmpty else { return append(missing: .blank, place) }
        guard let day = try? Day(reading: text)
        else { return append(missing: .unreadable, place) }
        batch.append(day)
    }

    private mutating func append(number text: String, _ unit: UnitSymbol?, _ place: Int) {
        if let number = ExactDecimal(text) { return append(number, unit, place) }
        let text = text.trimmedAnswer
        guard !text.isEmpty else { return append(missing: .blank, place) }
        let bare = FormFieldType.number.read(text)
        if bare.problem == nil, let number = bare.text.flatMap({ ExactDecimal($0) }) {
            return append(number, unit, place)
        }
        guard let figure = try? FigureReading(text), figure.upper == nil,
            figure.quantity.unit == unit?.unit ?? .one
        else { return append(missing: .unreadable, place) }
        batch.append(figure.quantity.value)
    }

    private mutating func append(_ number: ExactDecimal, _ unit: UnitSymbol?, _ place: Int) {
        if unit == nil || unit?.factor == .one, number.scale <= 18,
            let mantissa = Int64(exactly: number.mantissa)
        {
            return batch.append(mantissa: mantissa, scale: number.scale)
        }
        guard let value = try? number.fraction.multiplied(by: unit?.factor ?? .one)
        else { return append(missing: .unreadable, place) }
        batch.append(value)
    }
}

/// Whether a cell has a value that could be read.
private enum RowState: String {
    case present = "有值"
    case blank = "空白"
    case unreadable = "读不出"
}

/// What a rule says of one row of a sheet (逐行发现).
package struct RowFinding: Hashable, Sendable {
    /// As the user sees it at the edge of the sheet.
    package let row: Int
    /// 1-based; nil where the whole row is meant.
    package let column: Int?
    package let finding: RuleFinding

    package init(row: Int, column: Int?, finding: RuleFinding) {
        self.row = row
        self.column = column
        self.finding = finding
    }
}
