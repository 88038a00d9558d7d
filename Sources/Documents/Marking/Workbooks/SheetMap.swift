/// Where rows, columns and the rest stand in the bytes of a sheet (工作表结构).
struct SheetMap {
    /// Where an element takes more content at its end.
    struct Gap {
        let range: Range<Int>
        /// The name of an element without content, which must be opened first.
        let name: String?
    }

    struct Row {
        let number: Int
        let start: Int
        /// The attribute `spans`, with its name.
        let spans: Range<Int>?
        var end: Gap
    }

    struct Columns {
        let columns: ClosedRange<Int>
        let range: Range<Int>
        /// The values of `min` and `max`.
        let bounds: (min: Range<Int>, max: Range<Int>)
    }

    let bytes: [UInt8]
    /// Of the sheet's own names, with colon.
    private(set) var prefix = ""
    private(set) var rows: [Row] = []
    private(set) var columns: [Columns] = []
    private(set) var lastColumn = 0
    /// The value of the sheet's dimension.
    private(set) var dimension: Range<Int>?
    private(set) var rowsStart: Int?
    private(set) var rowsEnd: Gap?
    /// Where the drawing of comments belongs; nil where the sheet names one.
    private(set) var drawingPlace: Int?

    /// The cells that are asked for, where the sheet has them.
    private(set) var markedCells: [Cell] = []

    struct Cell {
        let style: Int?
        /// The value of its style.
        let styleRange: Range<Int>?
        /// Behind the element's name.
        let nameEnd: Int
    }

    private let marked: Set<CellPlace>
    private var depth = 0
    private var isInRows = false
    private var column = 0
    private var hasDrawing = false

    init(_ bytes: [UInt8], marked: Set<CellPlace> = []) {
        self.bytes = bytes
        self.marked = marked
        var tokens = XMLTokens(bytes)
        while let token = tokens.next() {
            switch token.kind {
            case .start:
                depth += 1
                start(token, tokens)
            case .empty:
                depth += 1
                start(token, tokens)
                depth -= 1
            case .end:
                end(token, tokens)
                depth -= 1
            default: break
            }
        }
        if hasDrawing { drawingPlace = nil }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A row by its number.
    func row(_ number: Int) -> Row? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == number ? rows[low] : nil
    }

    /// The tag of a range of columns, for other columns.
    func tag(_ own: Columns, columns: ClosedRange<Int>) -> String {
        var edits = XMLEdits()
        let start = own.range.lowerBound
        func moved(_ range: Range<Int>) -> Range<Int> {
            (range.lowerBound - start)..<(range.upperBound - start)
        }
        edits.replace(moved(own.bounds.min), with: "\(columns.lowerBound)")
        edits.replace(moved(own.bounds.max), with: "\(columns.upperBound)")
        return String(decoding: edits.applied(to: Array(bytes[own.range])), as: UTF8.self)
    }

    /// Elements that stand behind the drawing of comments.
    ///
    /// - Source: ECMA-376 part 1, 18.3.1.99 (CT_Worksheet), in its order.
    private static let behindDrawing: [StaticString] = [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
        "tableParts", "extLst",
    ]
}

extension SheetMap {
    private mutating func start(_ token: XMLTokens.Token, _ tokens: XMLTokens) {
        func isNamed(_ name: StaticString) -> Bool { tokens.hasName(token, name) }
        let isEmpty = token.kind == .empty
        if depth == 1 { prefix = tokens.colonPrefix(token) }
        if isInRows {
            if isNamed("row") { startRow(token, tokens) }
            if isNamed("c") { startCell(token, tokens) }
            return
        }
        if depth == 2 {
            if drawingPlace == nil, Self.behindDrawing.contains(where: isNamed) {
                drawingPlace = token.range.lowerBound
            }
            if isNamed("legacyDrawing") { hasDrawing = true }
            if isNamed("dimension") { dimension = tokens.attribute("ref", of: token)?.range }
            if isNamed("sheetData") {
                rowsStart = token.range.lowerBound
                isInRows = !isEmpty
                if isEmpty { rowsEnd = gap(token, tokens) }
            }
        } else if isNamed("col") {
            startColumns(token, tokens)
        } else if isNamed("mergeCell") {
            let corners = tokens.attribute("ref", of: token)?.value.split(separator: ":") ?? []
            let last = corners.last.flatMap { CellPlace(a1: $0) }
            lastColumn = max(lastColumn, last?.column ?? 0)
        }
    }

    private mutating func startRow(_ token: XMLTokens.Token, _ tokens: XMLTokens) {
        let number = tokens.attribute("r", of: token).flatMap { Int($0.value) }
        let spans = tokens.attributes(of: token).first { $0.name == "spans" }
        rows.append(
            Row(
                number: number ?? (rows.last?.number ?? 0) + 1, start: token.range.lowerBound,
                spans: spans?.whole, end: gap(token, tokens)))
        column = 0
    }

    private mutating func startCell(_ token: XMLTokens.Token, _ tokens: XMLTokens) {
        let place = tokens.attribute("r", of: token).flatMap { CellPlace(a1: $0.value) }
        column = place?.column ?? column + 1
        if let place, marked.contains(place) {
            let style = tokens.attribute("s", of: token)
            markedCells.append(
                Cell(
                    style: style.flatMap { Int($0.value) }, styleRange: style?.range,
                    nameEnd: token.name.upperBound))
        }
        lastColumn = max(lastColumn, column)
    }

    private mutating func startColumns(_ token: XMLTokens.Token, _ tokens: XMLTokens) {
        guard let least = tokens.attribute("min", of: token),
            let most = tokens.attribute("max", of: token), let first = Int(least.value),
            let last = Int(most.value), first > 0, first <= last
        else { return }
        columns.append(
            Columns(
                columns: first...last, range: token.range, bounds: (least.range, most.range)))
    }

    private mutating func end(_ token: XMLTokens.Token, _ tokens: XMLTokens) {
        if isInRows, tokens.hasName(token, "row"), !rows.isEmpty {
            let place = token.range.lowerBound
            rows[rows.count - 1].end = Gap(range: place..<place, name: nil)
        } else if depth == 2, tokens.hasName(token, "sheetData") {
            isInRows = false
            let place = token.range.lowerBound
            rowsEnd = Gap(range: place..<place, name: nil)
        } else if depth == 1 {
            drawingPlace = drawingPlace ?? token.range.lowerBound
        }
    }

    /// For an element that may turn out to hold content.
    private func gap(_ token: XMLTokens.Token, _ tokens: XMLTokens) -> Gap {
        let end = token.range.upperBound
        return Gap(range: (end - 2)..<end, name: tokens.text(token.name))
    }
}
