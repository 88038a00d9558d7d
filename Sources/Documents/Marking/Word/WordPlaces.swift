/// Where the words of a paragraph stand in the bytes of the main part.
struct WordPlaces {
    /// A stretch of a paragraph's text.
    struct Segment {
        /// In the paragraph's text.
        let start: Int
        let length: Int
        /// The raw text inside `w:t`; nil for what cannot be cut: a tab, a break.
        let content: Range<Int>?
        /// The element inside its run: the `w:t` as a whole, the `w:tab`.
        var element: Range<Int>
        /// The start tag of the `w:t`.
        let startTag: Range<Int>
        let run: Int
        /// Stands right inside the run, so that the run can be cut before, in and behind it.
        let isDirect: Bool
    }

    /// A run, or a formula, which is never cut.
    struct Run {
        let startTag: Range<Int>
        var properties: Range<Int>
        /// Behind its end tag.
        var end: Int
        var canBeCut: Bool
    }

    struct Paragraph {
        /// The prefix of its names with colon, and their namespace.
        let prefix: String
        let namespace: String
        let startTag: Range<Int>
        let isEmptyElement: Bool
        /// Behind the start tag or the paragraph's properties.
        var contentStart: Int
        /// The run that holds the text box around the paragraph.
        let host: Int?
        var length = 0
        var segments: [Segment] = []
    }

    private(set) var paragraphs: [Int: Paragraph] = [:]
    private(set) var runs: [Run] = []
    let bytes: [UInt8]

    private enum Opened {
        case other, skipped
        case paragraph(Int)
        case run(Int)
        case formula(Int)
        /// The element of segments from this number on, in the paragraph.
        case content(Int)
        case text(Range<Int>, from: Int)
        case runProperties(Int, from: Int)
        case paragraphProperties
    }

    private let wanted: Set<Int>
    private var open: [Opened] = []
    private var skipped = 0
    private var count = 0
    /// Paragraphs that are open, inner ones (of text boxes) last, and the outermost run of each.
    private var current: [(index: Int, run: Int?)] = []

    /// - Parameter wanted: the paragraphs to be told about.
    init(_ bytes: [UInt8], wanted: Set<Int>) {
        self.bytes = bytes
        self.wanted = wanted
        var tokens = XMLTokens(bytes)
        while let token = tokens.next() {
            switch token.kind {
            case .start: start(token, tokens)
            case .empty:
                start(token, tokens)
                end(token)
            case .end: end(token)
            case .text, .cdata: take(token)
            case .other: break
            }
        }
    }
}

// The rules of what counts as text are those of ``WordTextElements``; tests hold them together.
extension WordPlaces {
    private mutating func start(_ token: XMLTokens.Token, _ tokens: XMLTokens) {
        let namespace = tokens.namespace(of: token)
        let isWord = namespace.isEmpty || namespace.contains("wordprocessingml")
        let isFormula = namespace.contains("/math")
        func isNamed(_ name: StaticString) -> Bool { tokens.hasName(token, name) }
        let isParagraph = (isWord || isFormula) && isNamed("p")
        let index = count
        if isParagraph { count += 1 }
        if skipped > 0 || Self.passedOver.contains(where: isNamed) {
            skipped += 1
            open.append(.skipped)
        } else if isParagraph {
            startParagraph(index, token, tokens)
        } else if isWord, isNamed("r") {
            startRun(token)
        } else if isFormula, isNamed("oMath") || isNamed("oMathPara") {
            startFormula(token)
        } else if isWord || isFormula {
            open.append(opened(token, tokens, isWord: isWord))
        } else {
            open.append(.other)
        }
    }

    private static let passedOver: [StaticString] = [
        "del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "tabs", "rt",
    ]

    private mutating func opened(
        _ token: XMLTokens.Token, _ tokens: XMLTokens, isWord: Bool
    ) -> Opened {
        func isNamed(_ name: StaticString) -> Bool { tokens.hasName(token, name) }
        guard let paragraph = current.last else { return .other }
        let first = paragraphs[paragraph.index]?.segments.count ?? 0
        if isNamed("t") { return .text(token.range, from: first) }
        if isNamed("rPr"), let run = paragraph.run, isInRun {
            return .runProperties(run, from: token.range.lowerBound)
        }
        if isNamed("pPr"), case .paragraph? = open.last { return .paragraphProperties }
        let isTab = (isNamed("tab") || isNamed("ptab")) && tokens.attribute("pos", of: token) == nil
        if isTab || isNamed("br") || isNamed("cr") || isNamed("noBreakHyphen") {
            append(length: 1, content: nil, startTag: token.range, isDirect: isInRun)
            return .content(first)
        }
        return .other
    }

    /// The innermost open element is a run.
    private var isInRun: Bool {
        if case .run? = open.last { true } else { false }
    }

    private mutating func startParagraph(
        _ index: Int, _ token: XMLTokens.Token, _ tokens: XMLTokens
    ) {
        open.append(.paragraph(index))
        let outer = current.last
        let host = outer.flatMap { paragraphs[$0.index]?.host ?? $0.run }
        current.append((index, nil))
        paragraphs[index] = Paragraph(
            prefix: tokens.colonPrefix(token), namespace: tokens.namespace(of: token),
            startTag: token.range, isEmptyElement: token.kind == .empty,
            contentStart: token.range.upperBound, host: host)
    }

    private mutating func startRun(_ token: XMLTokens.Token) {
        guard let paragraph = current.last else { return open.append(.other) }
        if let outer = paragraph.run {
            // A run inside a run is the base of characters with readings above them.
            runs[outer].canBeCut = false
            return open.append(.other)
        }
        current[current.count - 1].run = runs.count
        open.append(.run(runs.count))
        runs.append(
            Run(
                startTag: token.range,
                properties: token.range.upperBound..<token.range.upperBound,
                end: token.range.upperBound, canBeCut: true))
    }

    private mutating func startFormula(_ token: XMLTokens.Token) {
        guard let paragraph = current.last, paragraph.run == nil else { return open.append(.other) }
        current[current.count - 1].run = runs.count
        open.append(.formula(runs.count))
        runs.append(
            Run(
                startTag: token.range, properties: 0..<0, end: token.range.upperBound,
                canBeCut: false))
    }

    private mutating func end(_ token: XMLTokens.Token) {
        switch open.popLast() {
        case .skipped: skipped -= 1
        case .paragraph(let index):
            current.removeLast()
            if !wanted.contains(index), !wanted.isEmpty { paragraphs[index] = nil }
        case .run(let run), .formula(let run):
            runs[run].end = token.range.upperBound
            if !current.isEmpty { current[current.count - 1].run = nil }
        case .runProperties(let run, let start):
            if runs[run].properties.isEmpty {
                runs[run].properties = start..<token.range.upperBound
            }
        case .paragraphProperties:
            guard let index = current.last?.index else { return }
            paragraphs[index]?.contentStart = token.range.upperBound
        case .content(let first), .text(_, let first):
            guard let index = current.last?.index, let own = paragraphs[index] else { return }
            for number in first..<max(first, own.segments.count) {
                let start = own.segments[number].element.lowerBound
                paragraphs[index]?.segments[number].element = start..<token.range.upperBound
            }
        default: break
        }
    }

    private mutating func take(_ token: XMLTokens.Token) {
        guard skipped == 0, case .text(let startTag, _)? = open.last else { return }
        var isDirect = false
        if open.count > 1, case .run = open[open.count - 2] { isDirect = true }
        if token.kind == .cdata {
            append(
                length: token.range.count - 12, content: nil, startTag: startTag, isDirect: false)
        } else {
            append(
                length: XMLText.length(bytes[token.range]), content: token.range,
                startTag: startTag, isDirect: isDirect)
        }
    }

    private mutating func append(
        length: Int, content: Range<Int>?, startTag: Range<Int>, isDirect: Bool
    ) {
        guard let (index, run) = current.last, let own = paragraphs[index] else { return }
        if let run {
            paragraphs[index]?.segments.append(
                Segment(
                    start: own.length, length: length, content: content, element: startTag,
                    startTag: startTag, run: run, isDirect: isDirect))
        }
        paragraphs[index]?.length += length
    }
}
