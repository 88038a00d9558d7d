/// The role of one figure, by the words of its clause (角色判定).
extension StatementReader {
    mutating func statement(
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
            amount(&result, figure, index, gap, tokens, figures, bytes, statements)
        case .year, .date: break
        }
        if !isCompared(result, bytes) { finish(&result, token, figure) }
        return result
    }

    /// 比上年决算（12.04万元）少0.46万元: the words before the bracket are about the figure in it.
    mutating func takeOuterWords(
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

    mutating func finish(
        _ result: inout Statement, _ token: Token, _ figure: Figure
    ) {
        switch result.role {
        case .level, .standard:
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
    func subject(
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

    mutating func direct(_ result: inout Statement) {
        if segment.has(.up) || segment.has(.above) { result.direction = 1 }
        if segment.has(.down) || segment.has(.below) { result.direction = -1 }
        if segment.hasBudget { comparand = .budget }
        if segment.hasBudget || segment.has(.prior) || segment.has(.pace) || isComparandNamed {
            result.marks.insert(.comparandNamed)
        }
        result.comparand = comparand
    }

    mutating func amount(
        _ result: inout Statement, _ figure: Figure, _ index: Int, _ gap: Gap,
        _ tokens: borrowing ContiguousArray<Token>, _ figures: borrowing ContiguousArray<Figure>,
        _ bytes: UnsafeBufferPointer<UInt8>, _ statements: borrowing ContiguousArray<Statement>
    ) {
        let isLimit = segment.has(.limit) && !segment.hasBudget
        if isLimit { return }
        if isStandard(figure, gap) {
            result.role = .standard
            return
        }
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
        if inheritsChange(&result, index, tokens, statements, bytes) { return }
        result.role = .level
        if segment.has(.total) { result.marks.insert(.total) }
        if segment.has(.summed) { result.marks.formUnion([.total, .summed]) }
        if let before = coordinate(before: index, tokens, bytes),
            !figure.adds(with: figures[Int(before)])
        {
            // 累计29930人次、2211.00万元.
            result.marks.formUnion(
                statements[Int(before)].marks.intersection([.total, .summed]))
        }
        if segment.has(.actual) || segment.has(.completion) { result.marks.insert(.actual) }
        if segment.has(.balance) { result.marks.insert(.balance) }
        if segment.has(.overlapping) { result.marks.insert(.overlapping) }
        if isOfWhich { result.marks.insert(.ofWhich) }
        if isCause { result.marks.insert(.cause) }
        if segment.has(.plus) { result.marks.insert(.added) }
        let isEarlier = isEarlierYear(index, figure, tokens, figures)
        let isHeldAgainst = comparesYears(index, tokens, bytes)
        if isEarlier, !isHeldAgainst { result.marks.insert(.yearLabelled) }
        if segment.has(.prior) || isEarlier || isHeldAgainst || isHeldAgainstStart(result, bytes) {
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
    func isChange(_ gap: Gap, isCompared: Bool) -> Bool {
        switch segment.last {
        case .up, .down: return gap.isFiller
        case .above, .below: return isCompared && gap.isFiller
        case .budget, .ownBudget, .prior, .actual:
            return (segment.has(.above) || segment.has(.below)) && gap.isFiller
        default: return false
        }
    }

    mutating func percent(
        _ result: inout Statement, _ figure: Figure, _ index: Int, _ gap: Gap,
        _ tokens: borrowing ContiguousArray<Token>, _ figures: borrowing ContiguousArray<Figure>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        if segment.has(.limit) { return }
        let isCompared = segment.has(.prior) || segment.hasBudget
        if segment.last == .above || segment.last == .below, !isCompared { return }
        let isAdjacent = index > 0 && tokens[index - 1].kind == .figure
        if segment.has(.average) {
            // 平均资产负债率59.50%, where the two levels stand before it.
            result.role = .rate
            return
        }
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
}
