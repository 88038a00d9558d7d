/// Gives each figure its role in its sentence (角色判定).
struct StatementReader {
    /// The most bytes of a label: what stands farther off names nothing.
    static let mostLabel = 360
    /// The levels of a sentence that a change may be about, at least.
    private static let mostSubjects = 64

    /// The words since the last sign or figure.
    private struct Segment {
        var words: UInt64 = 0
        var last: Word?
        var lastEnd: Int32 = 0
        var first: Word?
        var firstStart: Int32 = 0
        var start: Int32 = 0

        func has(_ word: Word) -> Bool { words & 1 << UInt64(word.rawValue) != 0 }

        var hasBudget: Bool { has(.budget) || has(.ownBudget) }

        mutating func add(_ word: Word, _ token: Token) {
            words |= 1 << UInt64(word.rawValue)
            if first == nil {
                first = word
                firstStart = token.start
            }
            last = word
            lastEnd = token.end
        }
    }

    /// A level that what follows may be about.
    private struct Subject {
        var figure: Int32
        var depth: UInt8
        var comparand: Statement.Comparand
        var kind: Figure.Kind
        var unit: UInt8
    }

    private var segment = Segment()
    private var sentence = Int32(0)
    private var part = Int32(0)
    private var clause = Int32(0)
    private var line = Int32(0)
    private var item = Int32(-1)
    private var depth = UInt8(0)
    private var owners: [Int32] = []
    /// What was read before each open bracket; a bracket without figures does not end it.
    private var outer: [(segment: Segment, figures: Int)] = []
    private var year = Int16(0)
    private var mainYear = Int16(0)
    private var comparand = Statement.Comparand.none
    private var isComparandNamed = false
    /// Whether the line is a row of a table.
    private var isRow = false
    private var isOfWhich = false
    private var isCause = false
    /// Levels of the sentence and bracket, the latest last.
    private var subjects: [Subject] = []

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: borrowing ContiguousArray<Token>,
        _ figures: borrowing ContiguousArray<Figure>, _ items: borrowing ContiguousArray<ListItem>,
        into statements: inout ContiguousArray<Statement>
    ) {
        statements.removeAll(keepingCapacity: true)
        statements.reserveCapacity(figures.count)
        isRow = Self.isRow(from: 0, tokens)
        for index in tokens.indices {
            let token = tokens[index]
            if token.kind == .line { isRow = Self.isRow(from: index + 1, tokens) }
            switch token.kind {
            case .word:
                if let word = Word(rawValue: token.detail) { take(word, token) }
            case .figure:
                let base =
                    index > 0 && tokens[index - 1].kind == .figure ? tokens[index - 1].value : -1
                let before = figureBehindWords(index, tokens)
                if before >= 0 {
                    takeComparand(of: statements[Int(before)])
                    makeOrigin(before, figures[Int(token.value)], figures, &statements)
                }
                let statement = statement(index, token, bytes, tokens, figures, statements)
                if statement.marks.contains(.explicitBase), base >= 0 {
                    makeBase(base, of: statement, &statements)
                }
                statements.append(statement)
                segment = Segment(start: token.end)
                isComparandNamed = false
            case .enumerator:
                item += 1
                startSegment(token)
                part += 1
            case .open:
                depth = min(depth + 1, 60)
                owners.append(owner(before: index, tokens, bytes))
                outer.append((segment, statements.count))
                segment = Segment(start: token.end)
            case .close:
                close()
                let before = outer.popLast()
                if let before, before.figures == statements.count {
                    segment = before.segment
                } else {
                    segment = Segment(start: token.end)
                }
            case .pause:
                segment.start = token.end
            default: end(token)
            }
        }
    }

    /// 较上年20.94万元增长: the base right before says what the growth is against.
    private mutating func takeComparand(of base: Statement) {
        guard base.role == .level, base.comparand != .none,
            segment.last == .up || segment.last == .down
        else { return }
        comparand = base.comparand
        isComparandNamed = true
    }

    /// The figure before, alone in a bracket or not; −1 where signs stand between.
    private func figureRightBefore(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>
    ) -> Int32 {
        guard index > 0 else { return -1 }
        if tokens[index - 1].kind == .figure { return tokens[index - 1].value }
        return isBehindBracket(index, tokens) ? tokens[index - 2].value : -1
    }

    /// The figure before, if only words stand between; −1 otherwise.
    private func figureBehindWords(_ index: Int, _ tokens: borrowing ContiguousArray<Token>)
        -> Int32
    {
        var place = index - 1
        let end = max(index - Self.mostLabel, 0)
        while place >= end, tokens[place].kind == .word || isYear(tokens[place]) { place -= 1 }
        if place >= 2, isBehindBracket(place + 1, tokens) { place -= 1 }
        return place >= end && tokens[place].kind == .figure ? tokens[place].value : -1
    }

    private func isYear(_ token: Token) -> Bool {
        token.kind == .figure && token.detail == Figure.Kind.year.rawValue
    }

    /// 由410公斤增加到462公斤: the level before is where the change came from.
    private mutating func makeOrigin(
        _ before: Int32, _ figure: Figure, _ figures: borrowing ContiguousArray<Figure>,
        _ statements: inout ContiguousArray<Statement>
    ) {
        guard segment.last == .reaching, statements[Int(before)].role == .level,
            figures[Int(before)].adds(with: figure)
        else { return }
        statements[Int(before)].comparand = .prior
        if let place = subjects.lastIndex(where: { $0.figure == before }) {
            subjects.remove(at: place)
        }
        comparand = .prior
    }

    /// 占年预算96540万元的22.04%: the level right before is a base, no subject of what follows.
    private mutating func makeBase(
        _ base: Int32, of rate: Statement, _ statements: inout ContiguousArray<Statement>
    ) {
        guard statements[Int(base)].role == .level else { return }
        statements[Int(base)].marks.insert(.bareBudget)
        if statements[Int(base)].comparand == .none {
            statements[Int(base)].comparand = rate.comparand == .none ? .budget : rate.comparand
        }
        if let place = subjects.lastIndex(where: { $0.figure == base }) {
            subjects.remove(at: place)
        }
    }

    private mutating func take(_ word: Word, _ token: Token) {
        segment.add(word, token)
        switch word {
        case .prior: comparand = .prior
        case .pace: comparand = .pace
        case .ofWhich: isOfWhich = true
        case .cause: isCause = true
        default: break
        }
    }

    /// Whether the line that begins at `start` has columns.
    private static func isRow(
        from start: Int, _ tokens: borrowing ContiguousArray<Token>
    ) -> Bool {
        var index = start
        while index < tokens.count, tokens[index].kind != .line {
            if tokens[index].kind == .tab { return true }
            index += 1
        }
        return false
    }

    /// A comma, semicolon, period, colon, tab or line end.
    private mutating func end(_ token: Token) {
        startSegment(token)
        clause += 1
        switch token.kind {
        case .semicolon:
            part += 1
            comparand = .none
            isOfWhich = false
            isCause = false
        case .period, .line:
            part += 1
            sentence += 1
            if token.kind == .line {
                line += 1
                depth = 0
                owners.removeAll(keepingCapacity: true)
                outer.removeAll(keepingCapacity: true)
            }
            comparand = .none
            isOfWhich = false
            isCause = false
            if depth == 0 { subjects.removeAll(keepingCapacity: true) }
            mainYear = year == 0 ? mainYear : max(mainYear, year)
        default: break
        }
    }

    private mutating func startSegment(_ token: Token) { segment = Segment(start: token.end) }

    private mutating func close() {
        guard depth > 0 else { return }
        depth -= 1
        if !owners.isEmpty { owners.removeLast() }
        while let last = subjects.last, last.depth > depth { subjects.removeLast() }
    }

    /// The figure that ends right where the bracket at `index` opens; −1 for none.
    private func owner(
        before index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        guard index > 0, tokens[index - 1].kind == .figure else { return -1 }
        let gap = tokens[index].start - tokens[index - 1].end
        return gap <= 6 ? tokens[index - 1].value : -1
    }

    // MARK: Roles

    private mutating func statement(
        _ index: Int, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>,
        _ tokens: borrowing ContiguousArray<Token>, _ figures: borrowing ContiguousArray<Figure>,
        _ statements: borrowing ContiguousArray<Statement>
    ) -> Statement {
        let figure = figures[Int(token.value)]
        var result = Statement()
        let inner = segment
        defer { segment = inner }
        takeOuterWords(index, tokens)
        result.depth = depth
        result.sentence = sentence
        result.clause = clause
        result.part = part
        result.line = line
        result.item = item
        result.owner = owners.last ?? -1
        result.labelStart = labelStart(index, tokens, bytes)
        result.labelEnd = figure.start
        if figure.kind == .year {
            year = Int16(truncatingIfNeeded: figure.mantissa)
            if mainYear == 0 { mainYear = year }
            result.year = year
            return result
        }
        result.year = year
        if isRow { result.marks.insert(.tabular) }
        guard !isRow, figure.kind != .date, figure.marks.isDisjoint(with: .inexact) else {
            return result
        }
        let gap = Gap(
            bytes, from: segment.last == nil ? segment.start : segment.lastEnd, to: figure.start)
        switch figure.kind {
        case .percent: percent(&result, figure, index, gap, tokens, figures, bytes)
        case .points:
            result.role = .points
            direct(&result)
        case .amount, .count, .number, .score:
            amount(&result, figure, index, gap, tokens, figures, bytes)
        case .year, .date: break
        }
        finish(&result, token, figure)
        return result
    }

    /// 比上年决算（12.04万元）少0.46万元: the words before the bracket are about the figure in it.
    private mutating func takeOuterWords(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>
    ) {
        guard segment.words == 0, index > 0, tokens[index - 1].kind == .open,
            let outside = outer.last?.segment, outside.words != 0,
            index + 1 < tokens.count, tokens[index + 1].kind == .close
        else { return }
        segment.words = outside.words
        segment.first = outside.first
        segment.firstStart = outside.firstStart
    }

    private mutating func finish(
        _ result: inout Statement, _ token: Token, _ figure: Figure
    ) {
        switch result.role {
        case .level:
            // Only the latest levels of a sentence without end can be meant.
            if subjects.count >= 2 * Self.mostSubjects { subjects.removeFirst(Self.mostSubjects) }
            subjects.append(
                Subject(
                    figure: token.value, depth: depth, comparand: result.comparand,
                    kind: figure.kind, unit: figure.unit))
        case .change, .growth, .share, .completion, .rate, .average, .points:
            result.subject = subject(
                comparedWith: result.comparand, like: result.role == .change ? figure : nil)
        case .none: break
        }
    }

    /// The nearest level that is not itself the base of the comparison; −1 for none.
    private func subject(
        comparedWith comparand: Statement.Comparand, like figure: Figure?
    ) -> Int32 {
        var fallback = Int32(-1)
        for subject in subjects.reversed() where subject.depth <= depth {
            if let figure, subject.kind != figure.kind || subject.unit != figure.unit { continue }
            if subject.comparand != .prior, subject.comparand != comparand || comparand == .none {
                return subject.figure
            }
            if fallback < 0 { fallback = subject.figure }
        }
        return fallback
    }

    private mutating func direct(_ result: inout Statement) {
        if segment.has(.up) || segment.has(.above) { result.direction = 1 }
        if segment.has(.down) || segment.has(.below) { result.direction = -1 }
        if segment.hasBudget { comparand = .budget }
        if segment.hasBudget || segment.has(.prior) || segment.has(.pace) || isComparandNamed {
            result.marks.insert(.comparandNamed)
        }
        result.comparand = comparand
    }

    private mutating func amount(
        _ result: inout Statement, _ figure: Figure, _ index: Int, _ gap: Gap,
        _ tokens: borrowing ContiguousArray<Token>, _ figures: borrowing ContiguousArray<Figure>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        let isLimit = segment.has(.limit) && !segment.hasBudget
        if isLimit || segment.has(.standard) { return }
        if segment.has(.average) {
            result.role = .average
            return
        }
        let isCompared =
            segment.has(.prior) || segment.hasBudget || segment.has(.pace) || comparand == .prior
            || comparand == .budget
        if isChange(gap, isCompared: isCompared) {
            result.role = .change
            direct(&result)
            if isCause { result.marks.insert(.cause) }
            return
        }
        result.role = .level
        if segment.has(.total) { result.marks.insert(.total) }
        if segment.has(.summed) { result.marks.formUnion([.total, .summed]) }
        if segment.has(.actual) || segment.has(.completion) { result.marks.insert(.actual) }
        if segment.has(.balance) { result.marks.insert(.balance) }
        if segment.has(.overlapping) { result.marks.insert(.overlapping) }
        if isOfWhich { result.marks.insert(.ofWhich) }
        if isCause { result.marks.insert(.cause) }
        if segment.has(.plus) { result.marks.insert(.added) }
        let isEarlier = isEarlierYear(index, figure, tokens, figures)
        if isEarlier { result.marks.insert(.yearLabelled) }
        if segment.has(.prior) || isEarlier || comparesYears(index, tokens, bytes) {
            result.comparand = .prior
        } else if segment.hasBudget, figure.kind != .score, !segment.has(.actual),
            !segment.has(.completion)
        {
            result.comparand = .budget
            if segment.first == .budget && segment.firstStart <= result.labelStart + 3
                || segment.has(.share)
            {
                result.marks.insert(.bareBudget)
            }
        }
    }

    /// 减少 5 万元, 决算数大于预算数 5 万元; not 减少到, not 增加预算.
    private func isChange(_ gap: Gap, isCompared: Bool) -> Bool {
        switch segment.last {
        case .up, .down: return gap.isFiller
        case .above, .below: return isCompared && gap.isFiller
        case .budget, .ownBudget, .prior, .actual:
            return (segment.has(.above) || segment.has(.below)) && gap.isFiller
        default: return false
        }
    }

    /// 比2021年（92.5分）, 与2021年预算2886.1万元相比: a level of another year that something is held against.
    private func comparesYears(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var place = index - 1
        var hasYear = false
        let end = max(index - 12, 0)
        while place >= end, !tokens[place].endsClause, tokens[place].kind != .semicolon {
            if tokens[place].kind == .figure {
                guard isYear(tokens[place]), !hasYear else { return false }
                hasYear = true
            }
            place -= 1
        }
        guard hasYear else { return false }
        var start = place >= 0 ? Int(tokens[place].end) : 0
        while start < bytes.count, bytes[start] == 0x20 { start += 1 }
        guard start + 2 < Int(tokens[index].start), bytes[start] >= 0xE0 else { return false }
        switch Lexer.scalar(bytes, start) {
        case 0x6BD4, 0x8F83, 0x4E0E: return true  // 比 较 与
        default: return false
        }
    }

    /// 2010年133972万人 beside 2020: a level of an earlier year.
    private func isEarlierYear(
        _ index: Int, _ figure: Figure, _ tokens: borrowing ContiguousArray<Token>,
        _ figures: borrowing ContiguousArray<Figure>
    ) -> Bool {
        guard year > 0, year < mainYear, index > 0, tokens[index - 1].kind == .figure else {
            return false
        }
        let before = figures[Int(tokens[index - 1].value)]
        return before.kind == .year && figure.start - before.end <= 6
    }

    private mutating func percent(
        _ result: inout Statement, _ figure: Figure, _ index: Int, _ gap: Gap,
        _ tokens: borrowing ContiguousArray<Token>, _ figures: borrowing ContiguousArray<Figure>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        if segment.has(.limit) { return }
        let isCompared = segment.has(.prior) || segment.hasBudget
        if segment.last == .above || segment.last == .below, !isCompared { return }
        let isAdjacent = index > 0 && tokens[index - 1].kind == .figure
        if segment.has(.average) { return }
        if segment.last == .up || segment.last == .down, gap.isFiller {
            result.role = .growth
            direct(&result)
            return
        }
        let isOf = gap.isOf
        if isAdjacent || isBehindBracket(index, tokens), isOf { result.marks.insert(.explicitBase) }
        if segment.has(.share) {
            result.role = .share
            if segment.hasBudget { result.comparand = .budget }
        } else if segment.has(.completion) {
            result.role = .completion
            result.comparand = .budget
        } else if segment.hasBudget, !isOf {
            // 目标85%, 计划增长5%: a goal, not what came of it.
            return
        } else if segment.hasBudget {
            result.role = .completion
            result.comparand = .budget
        } else if segment.has(.prior), isOf {
            result.role = .completion
            result.comparand = .prior
        } else if result.marks.contains(.explicitBase) {
            result.role = .share
        } else if depth > 0, segment.words == 0, index > 1, tokens[index - 1].kind == .open,
            result.owner >= 0, result.labelEnd - result.labelStart <= 3
        {
            result.role = .share
            result.marks.insert(.bracketed)
        } else {
            result.role = .rate
        }
    }

    /// 完成预算（95.40亿元）的72.8%: the base stands in a bracket of its own.
    private func isBehindBracket(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>
    ) -> Bool {
        index > 2 && tokens[index - 1].kind == .close && tokens[index - 2].kind == .figure
            && tokens[index - 3].kind == .open
    }

    /// The label reaches back over words, brackets and enumerations to the last sign or figure.
    private func labelStart(
        _ index: Int, _ tokens: borrowing ContiguousArray<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        var place = index - 1
        var closed = 0
        let least = max(tokens[index].start - Int32(Self.mostLabel), 0)
        while place >= 0 {
            let token = tokens[place]
            if token.end <= least { break }
            switch token.kind {
            case .word: break
            case .pause: break
            case .close: closed += 1
            case .open:
                if closed == 0 { return token.end }
                closed -= 1
            case .figure:
                // A figure inside a closed bracket is part of the name before it.
                if closed == 0 { return token.end }
            default:
                if closed == 0 { return token.end }
            }
            place -= 1
        }
        // A label that is cut begins with a whole scalar.
        var start = least
        while start > 0, start < tokens[index].start, bytes[Int(start)] & 0xC0 == 0x80 {
            start += 1
        }
        return start
    }
}

/// The text between a word and the figure it may belong to (间隔).
struct Gap {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: Int
    private let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int32, to end: Int32) {
        self.bytes = bytes
        var (start, end) = (Int(start), Int(end))
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2D { end -= 1 }
        self.start = start
        self.end = end
    }

    var isShort: Bool { end - start <= 6 }

    /// Nothing, or 了、额、为、数、近、约、幅度为.
    var isFiller: Bool {
        var place = start
        while place < end {
            guard end - place >= 3, bytes[place] >= 0xE0 else { return false }
            switch Lexer.scalar(bytes, place) {
            case 0x4E86, 0x989D, 0x4E3A, 0x6570, 0x7EA6, 0x8FD1, 0x5E45, 0x5EA6, 0x7387, 0x662F,
                0x8FBE, 0x4E2A, 0x91D1, 0x5171, 0x5408, 0x8BA1, 0x540C, 0x6BD4, 0x6536, 0x652F,
                0x8D44, 0x7ECF, 0x8D39, 0x51FA, 0x5165:
                place += 3
            default: return false
            }
        }
        return true
    }

    /// 的 stands right before the figure.
    var isOf: Bool {
        end - start >= 3 && bytes[end - 3] >= 0xE0 && Lexer.scalar(bytes, end - 3) == 0x7684
    }
}
