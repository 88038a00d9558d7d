/// The comments part of a sheet (批注表), to which remarks are added.
struct SheetCommentList {
    private let original: [UInt8]
    private let author: String
    private var edits = XMLEdits()
    private var known: [CellPlace: Known] = [:]
    private var authors: [String] = []
    private var authorsEnd: Gap?
    private var commentsEnd: Gap?

    /// A comment that stands.
    private struct Known {
        var author = -1
        var prefix = ""
        /// Before the end of its text, and before the end of its only `t`.
        var textEnd: Int?
        var wordsEnd: Int?
        var hasRuns = false
    }

    /// Where an element takes more content.
    private struct Gap {
        /// The `/>` of an empty element, or nothing before the end tag.
        let range: Range<Int>
        let prefix: String
        /// The element's name where it must be opened first.
        let name: String?
    }

    /// - Parameter bytes: a well-formed comments part.
    init(_ bytes: [UInt8], author: String) {
        original = bytes
        self.author = author
        var reading = Reading()
        var tokens = XMLTokens(bytes)
        while let token = tokens.next() { read(token, tokens, &reading) }
    }

    /// A comments part without any comment.
    static var empty: [UInt8] {
        var xml = XMLWriter()
        xml.element("comments", ["xmlns": OfficeNamespace.sheet]) { xml in
            xml.empty("authors")
            xml.empty("commentList")
        }
        return xml.bytes
    }

    func bytes() -> [UInt8] { edits.applied(to: original) }

    /// Adds remarks, each place once.
    ///
    /// A remark on a cell that has a comment goes behind its words; a threaded comment, whose words
    /// stand elsewhere, is left alone.
    ///
    /// - Returns: those on cells without one, which need a box.
    mutating func add(
        _ remarks: [(place: CellPlace, text: String)]
    ) -> [(place: CellPlace, text: String)] {
        let fresh = remarks.filter { known[$0.place] == nil }
        for remark in remarks {
            guard let comment = known[remark.place] else { continue }
            append(remark.text, to: comment)
        }
        guard !fresh.isEmpty, let commentsEnd else { return fresh }
        let own = authorIndex()
        let prefix = commentsEnd.prefix
        let comments = fresh.map { remark in
            "<\(prefix)comment ref=\"\(remark.place.a1)\" authorId=\"\(own)\"><\(prefix)text>"
                + Self.words(remark.text, prefix) + "</\(prefix)text></\(prefix)comment>"
        }
        fill(commentsEnd, with: comments.joined())
        return fresh
    }

    private mutating func append(_ text: String, to comment: Known) {
        if authors.indices.contains(comment.author), authors[comment.author].hasPrefix("tc=") {
            return
        }
        if !comment.hasRuns, let end = comment.wordsEnd {
            edits.insert(XMLText.escaped(SharedTexts.escaped("\n" + text)), at: end)
        } else if let end = comment.textEnd {
            let words = Self.words("\n" + text, comment.prefix)
            edits.insert("<\(comment.prefix)r>\(words)</\(comment.prefix)r>", at: end)
        }
    }

    private static func words(_ text: String, _ prefix: String) -> String {
        "<\(prefix)t xml:space=\"preserve\">\(XMLText.escaped(SharedTexts.escaped(text)))</\(prefix)t>"
    }

    /// The index of our author, who is put at the end of the list where he is new.
    private mutating func authorIndex() -> Int {
        if let index = authors.firstIndex(of: author) { return index }
        guard let authorsEnd else { return 0 }
        let prefix = authorsEnd.prefix
        fill(authorsEnd, with: "<\(prefix)author>\(XMLText.escaped(author))</\(prefix)author>")
        return authors.count
    }

    private mutating func fill(_ gap: Gap, with content: String) {
        let isOpened = gap.name.map { ">\(content)</\($0)>" }
        edits.replace(gap.range, with: isOpened ?? content)
    }
}

// MARK: - Reading

extension SheetCommentList {
    private struct Reading {
        var place: CellPlace?
        var isInAuthor = false
        var author: [UInt8] = []
    }

    private mutating func read(
        _ token: XMLTokens.Token, _ tokens: XMLTokens, _ reading: inout Reading
    ) {
        func isNamed(_ name: StaticString) -> Bool { tokens.hasName(token, name) }
        switch token.kind {
        case .start, .empty:
            if token.kind == .empty, isNamed("authors") || isNamed("commentList") {
                let end = (token.range.upperBound - 2)..<token.range.upperBound
                note(
                    Gap(
                        range: end, prefix: tokens.colonPrefix(token), name: tokens.text(token.name)
                    ),
                    isAuthors: isNamed("authors"))
            } else if isNamed("author") {
                reading.isInAuthor = token.kind == .start
                reading.author = []
                if token.kind == .empty { authors.append("") }
            } else if isNamed("comment"), token.kind == .start {
                start(token, tokens, &reading)
            } else if isNamed("r"), let place = reading.place {
                known[place]?.hasRuns = true
            }
        case .end: end(token, tokens, &reading)
        case .text: if reading.isInAuthor { reading.author += tokens.bytes[token.range] }
        case .cdata, .other: break
        }
    }

    private mutating func start(
        _ token: XMLTokens.Token, _ tokens: XMLTokens, _ reading: inout Reading
    ) {
        guard let reference = tokens.attribute("ref", of: token),
            let place = CellPlace(a1: reference.value)
        else { return }
        reading.place = place
        let author = tokens.attribute("authorId", of: token).flatMap { Int($0.value) }
        known[place] = Known(author: author ?? -1, prefix: tokens.colonPrefix(token))
    }

    private mutating func end(
        _ token: XMLTokens.Token, _ tokens: XMLTokens, _ reading: inout Reading
    ) {
        let place = token.range.lowerBound
        if tokens.hasName(token, "author") {
            reading.isInAuthor = false
            authors.append(XMLText.decoded(reading.author[...]))
        } else if tokens.hasName(token, "authors") || tokens.hasName(token, "commentList") {
            note(
                Gap(range: place..<place, prefix: tokens.colonPrefix(token), name: nil),
                isAuthors: tokens.hasName(token, "authors"))
        } else if tokens.hasName(token, "comment") {
            reading.place = nil
        } else if let own = reading.place {
            if tokens.hasName(token, "t") { known[own]?.wordsEnd = place }
            if tokens.hasName(token, "text") { known[own]?.textEnd = place }
        }
    }

    private mutating func note(_ gap: Gap, isAuthors: Bool) {
        if isAuthors { authorsEnd = gap } else { commentsEnd = gap }
    }
}
