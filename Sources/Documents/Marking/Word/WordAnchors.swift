/// Puts the anchors of comments (批注锚点) around words, cutting runs where the words begin or end.
struct WordAnchors {
    private let places: WordPlaces
    private var edits = XMLEdits()
    /// Anchors that stand at one byte, and how the run is cut there.
    private var stops: [Int: Stop] = [:]
    /// Start tags of texts that now keep their spaces.
    private var spaced: Set<Int> = []

    private struct Stop {
        var closing = ""
        var opening = ""
        var ends: [String] = []
        var starts: [String] = []
    }

    init(_ places: WordPlaces) { self.places = places }

    /// The main part with all anchors.
    func bytes() -> [UInt8] {
        var edits = edits
        for (place, stop) in stops.sorted(by: { $0.key < $1.key }) {
            edits.insert(
                stop.closing + stop.ends.joined() + stop.starts.joined() + stop.opening, at: place)
        }
        return edits.applied(to: places.bytes)
    }

    /// Anchors a comment at a range of a paragraph's text; at the whole paragraph where it is empty
    /// or lies beyond the text.
    mutating func anchor(_ id: Int, at range: Range<Int>, of paragraph: WordPlaces.Paragraph) {
        let (start, end) = Self.anchors(id, paragraph)
        if let host = paragraph.host {
            // Word takes no comment inside a text box: it stands at the box.
            stops[places.runs[host].startTag.lowerBound, default: Stop()].starts.append(start)
            stops[places.runs[host].end, default: Stop()].ends.append(end)
            return
        }
        let all = 0..<paragraph.length
        let asked = range.clamped(to: all)
        let own = asked.isEmpty ? all : asked
        guard
            let first = paragraph.segments.first(where: { $0.start + $0.length > own.lowerBound }),
            let last = paragraph.segments.last(where: { $0.start < own.upperBound })
        else { return anchorEmpty(start + end, paragraph) }
        let opening = stop(before: own.lowerBound, in: first, of: paragraph)
        stops[opening]?.starts.append(start)
        let closing = stop(behind: own.upperBound, in: last, of: paragraph)
        stops[closing]?.ends.append(end)
    }

    private static func anchors(
        _ id: Int, _ paragraph: WordPlaces.Paragraph
    ) -> (start: String, end: String) {
        // Attributes need a prefix even where elements do without.
        let prefix = paragraph.prefix.isEmpty ? "w:" : paragraph.prefix
        let word = paragraph.namespace.isEmpty ? OfficeNamespace.word : paragraph.namespace
        let declared = paragraph.prefix.isEmpty ? " xmlns:w=\"\(word)\"" : ""
        let mark = "\(prefix)id=\"\(id)\""
        return (
            "<\(prefix)commentRangeStart\(declared) \(mark)/>",
            "<\(prefix)commentRangeEnd\(declared) \(mark)/>"
                + "<\(prefix)r\(declared)><\(prefix)commentReference \(mark)/></\(prefix)r>"
        )
    }

    private mutating func anchorEmpty(_ anchors: String, _ paragraph: WordPlaces.Paragraph) {
        guard paragraph.isEmptyElement else {
            return edits.insert(anchors, at: paragraph.contentStart)
        }
        let end = paragraph.startTag.upperBound
        edits.replace((end - 2)..<end, with: ">\(anchors)</\(paragraph.prefix)p>")
    }
}

// MARK: - Cutting

extension WordAnchors {
    /// The byte at which words begin, with what cuts the run there.
    private mutating func stop(
        before offset: Int, in segment: WordPlaces.Segment, of paragraph: WordPlaces.Paragraph
    ) -> Int {
        let run = places.runs[segment.run]
        let isFirst = !paragraph.segments.contains {
            $0.run == segment.run && $0.start < segment.start
        }
        let place = segment.content.map {
            rawPlace(offset - segment.start, in: $0, roundUp: false)
        }
        let isAtStart = place == segment.content?.lowerBound
        guard segment.isDirect, run.canBeCut, !(isFirst && isAtStart)
        else { return plainStop(at: run.startTag.lowerBound) }
        guard let place, !isAtStart || !isFirstOfElement(segment)
        else { return stop(cutting: run, at: segment.element.lowerBound) }
        return stop(cutting: run, through: segment, at: place)
    }

    /// The byte at which words end, with what cuts the run there.
    private mutating func stop(
        behind offset: Int, in segment: WordPlaces.Segment, of paragraph: WordPlaces.Paragraph
    ) -> Int {
        let run = places.runs[segment.run]
        let end = segment.start + segment.length
        let isLast = !paragraph.segments.contains { $0.run == segment.run && $0.start >= end }
        let place = segment.content.map { rawPlace(offset - segment.start, in: $0, roundUp: true) }
        let isAtEnd = place == segment.content?.upperBound
        guard segment.isDirect, run.canBeCut, !(isLast && isAtEnd)
        else { return plainStop(at: run.end) }
        guard let place, !isAtEnd || !isLastOfElement(segment)
        else { return stop(cutting: run, at: segment.element.upperBound) }
        return stop(cutting: run, through: segment, at: place)
    }

    /// Outside any run.
    private mutating func plainStop(at place: Int) -> Int {
        if stops[place] == nil { stops[place] = Stop() }
        return place
    }

    /// Between two elements of a run.
    private mutating func stop(cutting run: WordPlaces.Run, at place: Int) -> Int {
        cut(
            at: place, closing: "</\(name(run.startTag))>",
            opening: text(run.startTag) + text(run.properties))
        return place
    }

    /// Inside a text of a run; spaces beside the cut are kept.
    private mutating func stop(
        cutting run: WordPlaces.Run, through segment: WordPlaces.Segment, at place: Int
    ) -> Int {
        let tag = segment.startTag
        let keepsSpaces = text(tag).contains("xml:space")
        if !keepsSpaces { keepSpaces(tag) }
        let preserved = keepsSpaces ? text(tag) : text(tag).dropLast() + Self.preserving + ">"
        cut(
            at: place, closing: "</\(name(tag))></\(name(run.startTag))>",
            opening: text(run.startTag) + text(run.properties) + preserved)
        return place
    }

    private mutating func cut(at place: Int, closing: String, opening: String) {
        stops[place, default: Stop()].closing = closing
        stops[place]?.opening = opening
    }

    private static let preserving = " xml:space=\"preserve\""

    private mutating func keepSpaces(_ tag: Range<Int>) {
        guard spaced.insert(tag.lowerBound).inserted else { return }
        edits.insert(Self.preserving, at: tag.upperBound - 1)
    }

    /// A comment between two stretches of one `w:t` makes two segments of it.
    private func isFirstOfElement(_ segment: WordPlaces.Segment) -> Bool {
        segment.content?.lowerBound == segment.startTag.upperBound
    }

    private func isLastOfElement(_ segment: WordPlaces.Segment) -> Bool {
        guard let content = segment.content else { return true }
        return places.bytes[content.upperBound...].starts(with: "</".utf8)
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: places.bytes[range], as: UTF8.self)
    }

    private func name(_ tag: Range<Int>) -> String {
        let bytes = places.bytes[(tag.lowerBound + 1)..<tag.upperBound]
        let name = bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return String(decoding: name, as: UTF8.self)
    }

    /// The raw byte of an offset in the decoded text; never inside a character.
    private func rawPlace(_ offset: Int, in content: Range<Int>, roundUp: Bool) -> Int {
        var (place, decoded) = (content.lowerBound, 0)
        while place < content.upperBound, decoded < offset {
            let next = XMLText.character(places.bytes[place..<content.upperBound])
            if decoded + next.decoded.count > offset, !roundUp { break }
            decoded += next.decoded.count
            place += next.raw
        }
        return place
    }
}
