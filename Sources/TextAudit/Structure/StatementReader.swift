/// Gives each figure its role in its sentence (角色判定).
struct StatementReader {
    /// The most bytes of a label: what stands farther off names nothing.
    static let mostLabel = 360
    /// The levels of a sentence that a change may be about, at least.
    static let mostSubjects = 64

    /// A level that what follows may be about.
    struct Subject {
        var figure: Int32
        var depth: UInt8
        var comparand: Statement.Comparand
        var kind: Figure.Kind
        var unit: UInt8
    }

    var segment = Segment()
    var sentence = Int32(0)
    var part = Int32(0)
    var clause = Int32(0)
    var line = Int32(0)
    var item = Int32(-1)
    var depth = UInt8(0)
    var owners: [Int32] = []
    /// What was read before each open bracket; a bracket without figures does not end it.
    var outer: [(segment: Segment, figures: Int)] = []
    var year = Int16(0)
    var mainYear = Int16(0)
    var comparand = Statement.Comparand.none
    var isComparandNamed = false
    /// Whether the line is a row of a table.
    var isRow = false
    var isOfWhich = false
    var isCause = false
    /// Levels of the sentence and bracket, the latest last.
    var subjects: [Subject] = []

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
    mutating func takeComparand(of base: Statement) {
        guard base.role == .level, base.comparand != .none,
            [.up, .down, .above, .below].contains(segment.last)
        else { return }
        comparand = base.comparand
        isComparandNamed = true
    }

    /// 由410公斤增加到462公斤: the level before is where the change came from.
    mutating func makeOrigin(
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
    mutating func makeBase(
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

    mutating func take(_ word: Word, _ token: Token) {
        segment.add(word, token)
        switch word {
        case .prior: comparand = .prior
        case .pace: comparand = .pace
        case .ofWhich: isOfWhich = true
        case .cause: isCause = true
        default: break
        }
    }

    /// A comma, semicolon, period, colon, tab or line end.
    mutating func end(_ token: Token) {
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

    mutating func startSegment(_ token: Token) { segment = Segment(start: token.end) }

    mutating func close() {
        guard depth > 0 else { return }
        depth -= 1
        if !owners.isEmpty { owners.removeLast() }
        while let last = subjects.last, last.depth > depth { subjects.removeLast() }
    }
}
