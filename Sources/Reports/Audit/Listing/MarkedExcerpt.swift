/// A stretch of one line with marks below the words that a finding speaks of:
/// `^` below the figure called wrong, `~` below the figures it is held against.
struct MarkedExcerpt: Hashable {
    /// Bytes of the first mark, by which the place is named.
    let start: Int
    let text: String
    /// Blanks and marks, without trailing blanks.
    let marks: String

    /// Columns kept before the first mark where a line is cut.
    private static let columnsBefore = 24

    /// More excerpts than these are left out; the one with the figure called wrong never is.
    static let mostExcerpts = 8

    /// A stretch of one line, and what is marked in it.
    private struct Group {
        let line: Int
        var range: Range<Int>
        var spans: [Range<Int>]
    }

    /// The excerpts that show the spans, each at most so many columns wide, and how many more there
    /// would be.
    static func excerpts(
        of spans: [Range<Int>], in document: AuditedDocument, _ lines: AuditedPlaces, columns: Int
    ) -> (shown: [MarkedExcerpt], leftOut: Int) {
        guard let wrong = spans.first else { return ([], 0) }
        let groups = groups(of: spans, in: document, lines, columns: columns)
        var shown = Array(groups.prefix(mostExcerpts))
        if let main = groups.first(where: { $0.spans.contains(wrong) }),
            !shown.contains(where: { $0.range == main.range })
        {
            shown[shown.count - 1] = main
        }
        let excerpts = shown.map {
            MarkedExcerpt(
                document.text, $0, lines.bytes(ofLine: $0.line), wrong: wrong, columns: columns)
        }
        return (excerpts, groups.count - shown.count)
    }

    private static func groups(
        of spans: [Range<Int>], in document: AuditedDocument, _ lines: AuditedPlaces, columns: Int
    ) -> [Group] {
        let sorted = spans.sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
        var groups: [Group] = []
        for span in sorted {
            let line = lines.line(at: span.lowerBound)
            let end = min(span.upperBound, lines.bytes(ofLine: line).upperBound)
            if let last = groups.last, last.line == line {
                let joined = last.range.lowerBound..<max(end, last.range.upperBound)
                if width(document.text, joined, limit: columns) <= columns - columnsBefore {
                    groups[groups.count - 1].range = joined
                    groups[groups.count - 1].spans.append(span)
                    continue
                }
            }
            groups.append(
                Group(
                    line: line, range: span.lowerBound..<max(end, span.lowerBound), spans: [span]))
        }
        return groups
    }

    private init(
        _ text: [UInt8], _ group: Group, _ line: Range<Int>, wrong: Range<Int>, columns: Int
    ) {
        var reader = ScalarWalk(text, at: group.range.lowerBound)
        var before = 0
        while reader.offset > line.lowerBound, before < Self.columnsBefore {
            before += DisplayWidth.ofShown(reader.previous()).columns
        }
        var (shown, marks, used) = ("", "", 0)
        if reader.offset > line.lowerBound { (shown, marks, used) = ("…", " ", 1) }
        while reader.offset < line.upperBound {
            let place = reader.offset
            let (piece, width) = DisplayWidth.ofShown(reader.next())
            guard used + width < columns else {
                shown += "…"
                break
            }
            shown += piece
            let mark =
                wrong.contains(place)
                ? "^" : group.spans.contains { $0.contains(place) } ? "~" : " "
            marks += String(repeating: mark, count: width)
            used += width
        }
        start = group.range.lowerBound
        self.text = shown
        self.marks = marks.withoutTrailingBlanks
    }

    /// The columns of a stretch; stops counting past the limit.
    private static func width(_ text: [UInt8], _ range: Range<Int>, limit: Int) -> Int {
        var reader = ScalarWalk(text, at: range.lowerBound)
        var width = 0
        while reader.offset < range.upperBound, width <= limit {
            width += DisplayWidth.ofShown(reader.next()).columns
        }
        return width
    }
}

/// Steps through UTF-8 scalar by scalar, both ways; what is no UTF-8 reads as U+FFFD, byte by byte.
struct ScalarWalk {
    private let text: [UInt8]
    private(set) var offset: Int

    init(_ text: [UInt8], at offset: Int) {
        self.text = text
        self.offset = min(max(offset, 0), text.count)
    }

    /// The scalar at the offset, which goes past it; traps at the text's end.
    mutating func next() -> Unicode.Scalar {
        let first = text[offset]
        offset += 1
        guard first >= 0x80 else { return Unicode.Scalar(first) }
        let count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
        guard count > 0, offset + count <= text.count,
            text[offset..<offset + count].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return "\u{FFFD}" }
        var value = UInt32(first) & (0x3F >> UInt32(count))
        for byte in text[offset..<offset + count] { value = value << 6 | UInt32(byte & 0x3F) }
        guard let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        offset += count
        return scalar
    }

    /// The scalar before the offset, which goes before it; traps at the text's start.
    mutating func previous() -> Unicode.Scalar {
        var start = offset - 1
        while start > 0, offset - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        var walk = ScalarWalk(text, at: start)
        let scalar = walk.next()
        guard walk.offset == offset else {
            offset -= 1
            return "\u{FFFD}"
        }
        offset = start
        return scalar
    }
}

extension DisplayWidth {
    /// A scalar of a stranger's text as a terminal may show it, and how many columns it takes.
    ///
    /// A tab, which parts cells, becomes a bar. Controls, direction marks and invisible characters
    /// become `·`: they could move the cursor, recolour the screen or hide words.
    static func ofShown(_ scalar: Unicode.Scalar) -> (text: String, columns: Int) {
        switch scalar.value {
        case 0x09: (" | ", 3)
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069,
            0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            ("·", 1)
        default: (String(scalar), width(scalar))
        }
    }

    /// A text as a terminal may show it.
    package static func shown(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += ofShown($1).text }
    }
}

extension String {
    /// The text without blanks at its end.
    var withoutTrailingBlanks: String {
        var view = self[...]
        while view.last == " " { view.removeLast() }
        return String(view)
    }
}
