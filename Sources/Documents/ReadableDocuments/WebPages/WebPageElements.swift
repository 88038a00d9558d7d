/// Reads what a web page says: blocks as lines, table rows as lines of cells.
///
/// A table that only sets the page (it holds tables, or long texts side by side) gives its blocks
/// one after the other instead.
final class WebPageElements: HTMLElements {
    var failure: (any Error)?
    private var builder: ReadableTextBuilder
    private let columnLimit: Int

    /// Lines that are complete but still inside a table.
    private var tables: [TableUnderWay] = []
    private var words: [UInt8] = []
    private var element = 0
    /// White space is due, and a line ended inside it.
    private var space = Space.none
    private var skipped = 0
    private var preformatted = 0

    private enum Space {
        case none, blank, lineEnd
    }

    private struct Line {
        let words: [UInt8]
        let element: Int
    }

    private struct CellUnderWay {
        var lines: [Line] = []
        var columns = 1
        var rows = 1
        var holdsTable = false
    }

    private struct TableUnderWay {
        var row: [CellUnderWay] = []
        var cell: CellUnderWay?
        /// Rows in which a cell from above still covers a column.
        var covered: [Int: Int] = [:]
        /// Lines of the rows so far; they go to the page, or to the cell around this table.
        var rows: [Row] = []
    }

    private enum Row {
        case line(Line)
        /// Cells and how many columns each of them covers; an empty line list where one from above
        /// does.
        case cells([(lines: [Line], columns: Int)])
    }

    init(file: String, limits: ReadableLimits) {
        builder = ReadableTextBuilder(file: file, limits: limits)
        columnLimit = limits.webPageColumns
    }

    /// The page as a document, once it has been parsed.
    func document(notices: [String]) throws -> ReadableDocument {
        endBlock()
        while !tables.isEmpty { endTable() }
        if let failure { throw failure }
        return builder.document(kind: .webPage, notices: notices)
    }

    func start(_ name: String, _ attributes: [String: String]) {
        if skipped > 0 || Self.isPassedOver(name, attributes) {
            if !Self.void.contains(name) { skipped += 1 }
            return
        }
        switch name {
        case "br": endBlock(isBreak: true)
        case "table":
            endBlock()
            tables.append(TableUnderWay())
        case "tr":
            endBlock()
            endRow()
        case "td", "th": startCell(attributes)
        case "pre":
            endBlock()
            preformatted += 1
        default: if Self.blocks.contains(name) { endBlock() }
        }
    }

    func end(_ name: String) {
        if skipped > 0 {
            if !Self.void.contains(name) { skipped -= 1 }
            return
        }
        switch name {
        case "table":
            endBlock()
            endTable()
        case "tr":
            endBlock()
            endRow()
        case "td", "th":
            endBlock()
            endCell()
        case "pre":
            endBlock()
            preformatted = max(0, preformatted - 1)
        default: if Self.blocks.contains(name) { endBlock() }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard skipped == 0 else { return }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isHardSpace = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
            if isHardSpace || byte == 0x20 || byte == 0x09 || byte == 0x0C {
                if space == .none { space = .blank }
                index += isHardSpace ? 2 : 1
            } else if byte == 0x0A || byte == 0x0D {
                if preformatted > 0 { endBlock() } else { space = .lineEnd }
                index += 1
            } else {
                put(byte)
                index += 1
            }
        }
    }

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "p", "section", "summary", "tbody", "tfoot", "thead", "ul",
    ]

    private static let void: Set<String> = [
        "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex",
        "link", "meta", "param", "source", "track", "wbr",
    ]

    private static func isPassedOver(_ name: String, _ attributes: [String: String]) -> Bool {
        switch name {
        case "script", "style", "noscript", "template", "head", "title", "select", "iframe",
            "object", "svg", "canvas", "button", "rt", "rp", "del":
            return true
        default:
            if attributes["hidden"] != nil { return true }
            // As LibreOffice writes headers and footers, page numbers among them.
            if name == "div", ["header", "footer"].contains(attributes["title"] ?? "") {
                return true
            }
            let style = attributes["style"]?.lowercased().filter { $0 != " " }
            return style?.contains("display:none") == true
        }
    }
}

// MARK: - Words and blocks

extension WebPageElements {
    /// Puts a byte behind the white space that is due before it.
    private func put(_ byte: UInt8) {
        if space != .none {
            // A line that ended between two Chinese characters was broken by the page's writer.
            let isInsideText = space == .lineEnd && byte >= 0xE3 && (words.last ?? 0) >= 0x80
            if !words.isEmpty, !isInsideText { words.append(0x20) }
            space = .none
        }
        words.append(byte)
    }

    /// Ends the line; blank ones are dropped.
    private func endBlock(isBreak: Bool = false) {
        space = .none
        guard !words.isEmpty else { return }
        let line = Line(words: words, element: element)
        words.removeAll(keepingCapacity: true)
        element += 1
        if tables.isEmpty {
            write(line)
        } else if tables[tables.count - 1].cell != nil {
            tables[tables.count - 1].cell?.lines.append(line)
        } else {
            tables[tables.count - 1].rows.append(.line(line))
        }
    }

    private func write(_ line: Line) {
        attempt {
            try builder.append(line.words, at: .element(line.element))
            try builder.endLine()
        }
    }

    private func attempt(_ body: () throws -> Void) {
        do { try body() } catch { failure = failure ?? error }
    }
}

// MARK: - Tables

extension WebPageElements {
    private func startCell(_ attributes: [String: String]) {
        endBlock()
        guard !tables.isEmpty else { return }
        endCell()
        var cell = CellUnderWay()
        cell.columns = min(max(Int(attributes["colspan"] ?? "") ?? 1, 1), columnLimit)
        cell.rows = min(max(Int(attributes["rowspan"] ?? "") ?? 1, 1), 10_000)
        tables[tables.count - 1].cell = cell
    }

    private func endCell() {
        guard !tables.isEmpty, let cell = tables[tables.count - 1].cell else { return }
        tables[tables.count - 1].cell = nil
        tables[tables.count - 1].row.append(cell)
    }

    private func endRow() {
        endCell()
        guard !tables.isEmpty, !tables[tables.count - 1].row.isEmpty else { return }
        let row = tables[tables.count - 1].row
        tables[tables.count - 1].row = []
        if Self.isLayout(row) {
            for line in row.flatMap(\.lines) { tables[tables.count - 1].rows.append(.line(line)) }
            return
        }
        var cells: [(lines: [Line], columns: Int)] = []
        var covered = tables[tables.count - 1].covered
        var column = 0
        func passCovered() {
            while let rows = covered[column], column < columnLimit {
                covered[column] = rows > 1 ? rows - 1 : nil
                cells.append(([], 1))
                column += 1
            }
        }
        var fresh: [Int: Int] = [:]
        for cell in row {
            passCovered()
            guard column < columnLimit else { break }
            cells.append((cell.lines, cell.columns))
            for own in column..<(column + cell.columns) where cell.rows > 1 {
                fresh[own] = cell.rows - 1
            }
            column += cell.columns
        }
        passCovered()
        covered.merge(fresh) { _, new in new }
        tables[tables.count - 1].covered = covered
        tables[tables.count - 1].rows.append(.cells(cells))
    }

    private func endTable() {
        endRow()
        guard let table = tables.popLast() else { return }
        if !tables.isEmpty { tables[tables.count - 1].cell?.holdsTable = true }
        for row in table.rows {
            switch row {
            case .line(let line): pass(line)
            case .cells(let cells):
                if tables.isEmpty {
                    write(cells)
                } else {
                    pass(Self.joined(cells))
                }
            }
        }
    }

    /// Hands a line of an inner table to what is around it.
    private func pass(_ line: Line) {
        if tables.isEmpty {
            write(line)
        } else if tables[tables.count - 1].cell != nil {
            tables[tables.count - 1].cell?.lines.append(line)
        } else {
            tables[tables.count - 1].rows.append(.line(line))
        }
    }

    private func write(_ cells: [(lines: [Line], columns: Int)]) {
        guard cells.contains(where: { !$0.lines.isEmpty }) else { return }
        let last = cells.lastIndex { !$0.lines.isEmpty } ?? 0
        attempt {
            for (index, cell) in cells[...last].enumerated() {
                for (number, line) in cell.lines.enumerated() {
                    if number > 0 { try builder.separate(0x20) }
                    try builder.appendInline(line.words, at: .element(line.element))
                }
                if index < last { try builder.endCell(count: cell.columns) }
            }
            try builder.endLine()
        }
    }

    /// A row of a table inside a cell, as one line of that cell; its place is its first block's.
    private static func joined(_ cells: [(lines: [Line], columns: Int)]) -> Line {
        var words: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { words += repeatElement(0x09, count: cells[index - 1].columns) }
            for (number, line) in cell.lines.enumerated() {
                if number > 0 { words.append(0x20) }
                words += line.words
            }
        }
        let first = cells.lazy.flatMap(\.lines).first
        return Line(words: words, element: first?.element ?? 0)
    }

    /// Whether a row sets the page rather than figures.
    private static func isLayout(_ row: [CellUnderWay]) -> Bool {
        row.contains { $0.holdsTable || $0.lines.count > 8 }
            || (row.count == 1 && row[0].lines.count > 1)
    }
}
