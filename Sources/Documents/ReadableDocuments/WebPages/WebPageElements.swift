/// Reads what a web page says: blocks as lines, table rows as lines of cells.
///
/// A table that only sets the page (it holds tables, or long texts side by side) gives its blocks
/// one after the other instead.
final class WebPageElements: HTMLElements {
    var failure: (any Error)?
    var builder: ReadableTextBuilder
    let columnLimit: Int

    /// Lines that are complete but still inside a table.
    var tables: [TableUnderWay] = []
    private var words: [UInt8] = []
    private var element = 0
    /// White space is due, and a line ended inside it.
    private var space = Space.none
    private var skipped = 0
    private var preformatted = 0

    private enum Space {
        case none, blank, lineEnd
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
        case "br": endBlock()
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
    func endBlock() {
        space = .none
        guard !words.isEmpty else { return }
        let line = Line(words: words, element: element)
        words.removeAll(keepingCapacity: true)
        element += 1
        place(line)
    }

    func write(_ line: Line) {
        attempt {
            try builder.append(line.words, at: .element(line.element))
            try builder.endLine()
        }
    }

    func attempt(_ body: () throws -> Void) {
        do { try body() } catch { failure = failure ?? error }
    }
}
