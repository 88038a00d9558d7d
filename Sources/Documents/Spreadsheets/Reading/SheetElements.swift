import Quantities

/// Reads the rows of one sheet (工作表) as they pass; rows wait here until they are handed out.
final class SheetElements: XMLElements {
    /// Rows that are complete and wait to be handed out.
    private(set) var finished: [TableRow] = []
    /// Merged ranges; they stand behind the rows.
    private(set) var mergedRanges: [CellRange] = []

    private let values: CellValues
    private let sheet: String
    private let wantsRows: Bool

    private var isInRows = false
    private var row = RowUnderWay()
    private var cell = CellUnderWay()
    private var collector = TextCollector()
    private var isInCell = false
    private var isInPhonetic = false

    private static let mergedRangeLimit = 100_000

    init(sheet: String, values: CellValues, wantsRows: Bool) {
        self.sheet = sheet
        self.values = values
        self.wantsRows = wantsRows
    }

    /// Hands the finished rows out and forgets them.
    func handOut(_ body: (TableRow) throws -> Void) rethrows {
        guard !finished.isEmpty else { return }
        defer { finished.removeAll(keepingCapacity: true) }
        for row in finished { try body(row) }
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard isInRows else {
            if name == "sheetData" { isInRows = wantsRows }
            if name == "mergeCell" { startMergedRange(attributes) }
            return
        }
        switch name.letter {
        case UInt8(ascii: "c"): startCell(attributes)
        case UInt8(ascii: "v"): wantsText = isInCell
        case UInt8(ascii: "f"): cell.hasFormula = true
        case UInt8(ascii: "t"): wantsText = isInCell && !isInPhonetic
        default:
            if name == "row" { startRow(attributes) }
            if name == "rPh" { isInPhonetic = true }
        }
    }

    override func end(_ name: XMLName) {
        guard isInRows else { return }
        switch name.letter {
        case UInt8(ascii: "v"), UInt8(ascii: "t"): wantsText = false
        case UInt8(ascii: "c"): endCell()
        case UInt8(ascii: "f"): break
        default:
            if name == "row" { endRow() }
            if name == "rPh" { isInPhonetic = false }
            if name == "sheetData" { isInRows = false }
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !collector.append(bytes) { failTooLong() }
    }

    private func failTooLong() {
        fail(
            DocumentError.cellTextTooLong(
                file: values.file, sheet: sheet, place: cell.place(in: row),
                limit: TableLimits.textLength))
    }
}

// MARK: - Rows

/// The row that is being read.
private struct RowUnderWay {
    var number = 0
    /// The file does not number this row; its cells may.
    var isNumberGuessed = false
    var cells: [TableCell] = []
    var lastColumn = 0
    var isOutOfOrder = false
}

/// The cell that is being read.
private struct CellUnderWay {
    var column = 0
    var style = 0
    var kind = CellValues.Kind.number
    var hasFormula = false

    func place(in row: RowUnderWay) -> CellPlace { CellPlace(row: row.number, column: column) }
}

extension SheetElements {
    private func startRow(_ attributes: XMLAttributes) {
        let previous = row.number
        row.lastColumn = 0
        row.isOutOfOrder = false
        row.isNumberGuessed = true
        row.number = previous + 1
        for index in 0..<attributes.count where !attributes.hasPrefix(index) {
            guard let name = attributes.name(index), name.letter == UInt8(ascii: "r") else {
                continue
            }
            guard let number = Self.whole(attributes.value(index)), number > previous else {
                return failRow(attributes.value(index), after: previous)
            }
            row.number = number
            row.isNumberGuessed = false
        }
        guard row.number <= TableLimits.rows else {
            return fail(
                DocumentError.tooManyRows(file: values.file, sheet: sheet, limit: TableLimits.rows))
        }
    }

    private func endRow() {
        guard !row.cells.isEmpty else { return }
        if row.isOutOfOrder {
            row.cells.sort { $0.place.column < $1.place.column }
            for (one, next) in zip(row.cells, row.cells.dropFirst()) where one.place == next.place {
                return fail(
                    DocumentError.duplicateCell(
                        file: values.file, sheet: sheet, place: one.place))
            }
        }
        let count = row.cells.count
        finished.append(TableRow(number: row.number, cells: row.cells))
        row.cells = []
        row.cells.reserveCapacity(count)
    }

    private func failRow(_ number: UnsafeBufferPointer<UInt8>, after previous: Int) {
        fail(
            DocumentError.badRowNumber(
                file: values.file, sheet: sheet, number: String(decoding: number, as: UTF8.self),
                previous: previous))
    }

    /// A whole number of at most nine digits; nil for anything else.
    @inline(__always)
    fileprivate static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var number = 0
        for byte in bytes {
            let digit = byte &- 48
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}

// MARK: - Cells

extension SheetElements {
    private func startCell(_ attributes: XMLAttributes) {
        isInCell = true
        collector.clear()
        cell.style = 0
        cell.kind = .number
        cell.hasFormula = false
        cell.column = row.lastColumn + 1
        for index in 0..<attributes.count where !attributes.hasPrefix(index) {
            guard let name = attributes.name(index) else { continue }
            let value = attributes.value(index)
            switch name.letter {
            case UInt8(ascii: "r"): placeCell(value)
            case UInt8(ascii: "s"): cell.style = Self.whole(value) ?? 0
            case UInt8(ascii: "t"): cell.kind = CellValues.Kind(value)
            default: break
            }
        }
        guard cell.column <= TableLimits.columns else {
            return fail(
                DocumentError.tooManyColumns(
                    file: values.file, sheet: sheet, row: row.number, limit: TableLimits.columns))
        }
        if cell.column <= row.lastColumn { row.isOutOfOrder = true }
        row.lastColumn = cell.column
    }

    private func placeCell(_ reference: UnsafeBufferPointer<UInt8>) {
        guard let place = CellPlace(a1Bytes: reference) else { return failCell(reference) }
        if row.isNumberGuessed, row.cells.isEmpty, place.row > row.number { row.number = place.row }
        guard place.row == row.number else { return failCell(reference) }
        cell.column = place.column
    }

    private func failCell(_ reference: UnsafeBufferPointer<UInt8>) {
        fail(
            DocumentError.badCellReference(
                file: values.file, sheet: sheet, row: row.number,
                reference: String(decoding: reference, as: UTF8.self)))
    }

    private func endCell() {
        isInCell = false
        if collector.isEmpty, !cell.hasFormula { return }
        guard
            let value = values.content(collector, kind: cell.kind, style: cell.style)
        else { return failTooLong() }
        if case .blank = value.content, !cell.hasFormula { return }
        row.cells.append(
            TableCell(
                cell.place(in: row), value.content, hasFormula: cell.hasFormula,
                isPercent: value.isPercent, hasTime: value.hasTime))
    }

    private func startMergedRange(_ attributes: XMLAttributes) {
        let reference = attributes.text("ref") ?? ""
        let corners = reference.split(separator: ":", omittingEmptySubsequences: false)
        guard corners.count <= 2, let one = corners.first.flatMap({ CellPlace(a1: $0) }),
            let other = corners.last.flatMap({ CellPlace(a1: $0) })
        else {
            return fail(
                DocumentError.badMergedRange(file: values.file, sheet: sheet, reference: reference))
        }
        guard mergedRanges.count < Self.mergedRangeLimit else {
            return fail(
                DocumentError.tooManyMergedRanges(
                    file: values.file, sheet: sheet, limit: Self.mergedRangeLimit))
        }
        mergedRanges.append(CellRange(one, other))
    }
}
