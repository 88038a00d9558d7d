import Performance

/// Totals and their parts in one sentence (同句合计).
extension RelationSearch {
    // MARK: Brackets

    /// 628.8万元（人员经费602.1万元，公用经费26.7万元）.
    mutating func findBracketParts(of total: Int32) -> Bool {
        let place = bracketOwner(total)
        guard place + 1 < tokenCount, token(place + 1).kind == .open,
            token(place + 1).start - token(place).end <= 2
        else { return false }
        parts.start(total, figure(total))
        let clarity = gather(
            from: place + 2, depth: statement(total).depth + 1, untilClose: true)
        if parts.count == 1, isSameInBracket(total, parts.parts[0].figure) {
            return settle(total, .stated, weight: 2)
        }
        guard parts.count >= 2 else { return false }
        return settle(total, clarity ?? .stated, weight: 2)
    }

    /// 220.43万元，占78.89%（市本级…、自治区…）: the token of the share of the total, or of the total.
    private func bracketOwner(_ total: Int32) -> Int {
        let share = total + 1
        guard share < figureCount, figure(share).kind == .percent,
            statement(share).subject == total, statement(share).part == statement(total).part,
            statement(share).depth == statement(total).depth,
            statement(share).clause <= statement(total).clause + 1
        else { return Int(figure(total).token) }
        return Int(figure(share).token)
    }

    /// 12340万元（1.234亿元）: the same amount in another unit.
    private func isSameInBracket(_ total: Int32, _ other: Int32) -> Bool {
        figure(total).kind == .amount && figure(other).scale != figure(total).scale
            && label(of: other).isEmpty
    }

    // MARK: Lists in the sentence

    /// 收入预算938.76万元，其中：…；…，…分为…，…：….
    mutating func findListedParts(of total: Int32) -> Bool {
        if statement(total).comparand == .prior { return false }
        let depth = statement(total).depth
        var place = Int(figure(total).token) + 1
        var level = 0
        var isPast = false
        var isBehindChange = false
        let end = tokenEnd(behind: place)
        while place < end {
            let token = token(place)
            switch token.kind {
            case .open: level += 1
            case .close:
                level -= 1
                if level < 0 { return false }
            case .figure where level == 0:
                let other = token.value
                if statement(other).role == .change, figure(other).adds(with: figure(total)) {
                    isBehindChange = true
                }
                if isPast, statement(other).role == .level { return false }
                if statement(other).role == .level, figure(other).adds(with: figure(total)),
                    !isBase(other, beside: total)
                {
                    if isFirstOfSentence(total), findBehindSentence(total, from: place) {
                        return true
                    }
                    return findFlatParts(of: total, from: place)
                }
            case .word where level == 0:
                guard let word = Word(rawValue: token.detail) else { break }
                if word == .wholly, findEqual(to: total, from: place + 1) { return true }
                if isPast, word == .ofWhich { return findPastParts(of: total, from: place + 1) }
                if word == .ofWhich || word == .parts || word == .someParts {
                    return findIntroducedParts(
                        of: total, from: place + 1, word, weight: isPast ? 3 : 2,
                        most: isBehindChange ? .likely : .stated)
                }
            case .colon where level == 0:
                if isPast { return false }
                return findIntroducedParts(of: total, from: place + 1, nil)
            case .semicolon where level == 0: isPast = true
            case .period where level == 0: return findNextSentenceParts(of: total, from: place + 1)
            case .line: return findNextSentenceParts(of: total, from: place + 1)
            default: break
            }
            place += 1
        }
        _ = depth
        return false
    }

    /// 受理637件，成功621件，成功率97.49%；其中…: the list may belong to any level before it.
    private mutating func findPastParts(of last: Int32, from place: Int) -> Bool {
        let before = levels(before: last, like: last).filter {
            statement($0).depth == statement(last).depth && statement($0).comparand == .none
        }
        for isExact in [true, false] {
            for total in before.reversed() + [last] {
                parts.start(total, figure(total))
                _ = gather(from: place, depth: statement(last).depth, untilClose: false)
                guard parts.count >= 2, !isNameless(parts.parts[0].figure), !hasThreshold() else {
                    return false
                }
                parts.align(reading.lexer.figures)
                if isExact {
                    guard parts.fit(.all, upTo: parts.count) == .exact else { continue }
                    noteSum(total, .likely, .exact)
                    return true
                }
                guard !parts.isOpen else { continue }
                let isLong = Slip.digits(figure(total)) >= 4
                let weight = parts.isClosed || parts.count >= 3 ? 3 : isLong ? 4 : 5
                if settle(total, .likely, weight: weight) { return true }
            }
        }
        return false
    }

    /// 累计支出65600.77万元，为预算…的70.6%。 ——直达…；——债券…: other levels stand before the list.
    private mutating func findBehindSentence(_ total: Int32, from start: Int) -> Bool {
        var place = start
        let end = tokenEnd(behind: start)
        while place < end, !token(place).endsSentence {
            if token(place).word == .ofWhich || token(place).kind == .colon { return false }
            place += 1
        }
        while place < tokenCount, token(place).endsSentence { place += 1 }
        parts.start(total, figure(total))
        _ = gather(from: place, depth: statement(total).depth, untilClose: false, isFlat: true)
        guard parts.count >= 3, isParallel, !areSiblings(total) else { return false }
        return settle(total, .likely, weight: 5)
    }

    mutating func findIntroducedParts(
        of total: Int32, from place: Int, _ word: Word?, weight: Int = 2,
        most: Relation.Clarity = .stated
    ) -> Bool {
        var place = place
        while place < tokenCount, token(place).kind == .colon { place += 1 }
        parts.start(total, figure(total))
        var clarity = gather(from: place, depth: statement(total).depth, untilClose: false)
        // 其中契税5126万元；其他各税…: without a colon the semicolon ends what 其中 began.
        let hasColon = place > 0 && token(place - 1).kind == .colon
        let isCut =
            (word == .ofWhich || word == .parts) && !hasColon && parts.firstGroupEnd < parts.count
        if isCut { parts.isClosed = false }
        if word == .ofWhich, !parts.isClosed { clarity = min(clarity ?? .stated, .likely) }
        clarity = min(clarity ?? .stated, most)
        if word == .someParts { parts.isOpen = true }
        if word == .parts, parts.firstGroupEnd == 1, isToldAgain(total, at: place) {
            parts.start(total, figure(total))
            _ = gather(
                from: place, depth: statement(total).depth, untilClose: false, mostParts: 1)
            parts.align(reading.lexer.figures)
            let verdict = parts.fit(.all, upTo: 1)
            let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
            if verdict != .error || isSlip { noteSum(total, .stated, verdict, isSlip: isSlip) }
            return true
        }
        guard parts.count >= 2, !isNameless(parts.parts[0].figure) else { return false }
        let weight = hasThreshold() ? 5 : weight
        if word == .ofWhich || word == nil, settlePrefix(total, clarity ?? .stated) { return true }
        if isCut {
            let own = parts.firstGroupEnd
            return settle(total, own < 2 ? .guess : .likely, weight: weight, within: max(own, 2))
        }
        return settle(total, clarity ?? .stated, weight: weight)
    }

    /// 其中亿元以上9个、5亿元以上2个: what passes one limit may pass the other too.
    func hasThreshold() -> Bool {
        let above = parts.parts.filter { holdsAny(["以上"], in: label(of: $0.figure)) }.count
        let below = parts.parts.filter {
            holdsAny(["以下", "以内"], in: label(of: $0.figure))
        }.count
        // 规模以上2.7亿元、规模以下0.9亿元 leave nothing out and share nothing.
        return above + below > 0 && (above != 1 || below != 1)
    }

    /// 供养22人，即在职22人: 即 right behind the clause of the total, and a figure in its own.
    private func isToldAgain(_ total: Int32, at place: Int) -> Bool {
        guard place >= 2, reading.text.stands("即", at: Int(token(place - 1).start)),
            figure(total).token == Int32(place - 3), token(place - 2).kind == .comma,
            let part = parts.parts.first
        else { return false }
        return statement(part.figure).clause == statement(total).clause + 1
            && statement(part.figure).depth == statement(total).depth
    }

    /// 收入预算238.66万元，全为财政拨款238.66万元; with several parts it is a list like any other.
    /// 其中2人兼任两处工作: a count without a name is no part of a list.
    private func isNameless(_ index: Int32) -> Bool {
        guard figure(index).kind == .count else { return false }
        let place = Int(figure(index).token) - 1
        return place >= 0 && token(place).kind == .word
            && figure(index).start - token(place).end < 3
    }

    /// 其中现金262.3万元，物资123.4万元，已拨付350万元: the first parts may be all, if a slip says so.
    private mutating func settlePrefix(_ total: Int32, _ clarity: Relation.Clarity) -> Bool {
        guard parts.count > 2, Slip.digits(figure(total)) >= 4 else { return false }
        let ends = 2..<min(parts.count, Self.mostOfPrefix)
        parts.align(reading.lexer.figures)
        for choice in PartList.Choice.allCases
        where parts.mayFit(choice, upTo: parts.count)
            && parts.fit(choice, upTo: parts.count) != .error
        { return false }
        for end in ends where parts.mayFit(.all, upTo: end) { return false }
        for end in ends {
            _ = parts.fit(.all, upTo: end)
            if parts.isSlip(reading.lexer.figures) {
                noteSum(total, min(clarity, .likely), .error, isSlip: true)
                return true
            }
        }
        return false
    }

    /// The parts among which a list that goes on with other figures is looked for.
    private static let mostOfPrefix = 16

    private mutating func findEqual(to total: Int32, from place: Int) -> Bool {
        guard place < tokenCount, !token(place).endsClause else { return false }
        // 1142万元，补偿10%即114.20万元: what is told again is not the total.
        var before = place - 2
        while before > place - Self.tokenReach, before >= 0, token(before).kind != .figure {
            before -= 1
        }
        guard before >= 0, token(before).value == total else { return false }
        parts.start(total, figure(total))
        let clarity = gather(from: place, depth: statement(total).depth, untilClose: false)
        if parts.count >= 2 { return settle(total, clarity ?? .stated, weight: 2) }
        guard parts.count == 1, let part = parts.parts.first,
            statement(part.figure).clause <= statement(total).clause + 1
        else { return false }
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: 1)
        noteSum(
            total, .stated, verdict,
            isSlip: verdict == .error && parts.isSlip(reading.lexer.figures))
        return true
    }

    /// 供养339人，城市305人，农村34人: a list without any word.
    private mutating func findFlatParts(of total: Int32, from place: Int) -> Bool {
        parts.start(total, figure(total))
        guard isFirstOfSentence(total), !isLimitOfPosts(total), !isOpening(total),
            !joinsNext(total), !isBehindWhole(total)
        else { return false }
        _ = gather(from: place, depth: statement(total).depth, untilClose: false, isFlat: true)
        guard parts.count >= 2, !areSiblings(total), !isOtherSide(total) else { return false }
        return settle(total, .likely, weight: parts.isClosed ? 2 : 4, binds: false)
    }

    /// 压减的支出中，一般性支出1180万元、…: the first of the parts of what stands before 中.
    private func isBehindWhole(_ index: Int32) -> Bool {
        var place = Int(figure(index).token) - 1
        while place >= 0, token(place).kind == .word || token(place).kind == .pause { place -= 1 }
        guard place >= 0, token(place).kind == .comma else { return false }
        return reading.text.stands("中", at: Int(token(place).start) - 3)
    }

    /// 税收2350万元、非税1150万元: 、 joins it with what follows, as one of several.
    private func joinsNext(_ index: Int32) -> Bool {
        let next = Int(figure(index).token) + 1
        return next < tokenCount && token(next).kind == .pause
            && token(next).start == figure(index).end
    }

    /// 收入 is never the sum of 支出.
    private func isOtherSide(_ total: Int32) -> Bool {
        guard let first = parts.parts.first else { return false }
        return areOtherSides(total, first.figure)
    }

    /// Whether one label speaks of 收入 and the other of 支出.
    func areOtherSides(_ first: Int32, _ second: Int32) -> Bool {
        let (name, other) = (label(of: first), label(of: second))
        let isIncome = reading.text.holds("收入", in: name)
        let isSpending = reading.text.holds("支出", in: name)
        guard isIncome != isSpending else { return false }
        return reading.text.holds(isIncome ? "支出" : "收入", in: other)
            && !reading.text.holds(isIncome ? "收入" : "支出", in: other)
    }

    /// 编制34人 is a limit, not the sum of the persons who follow.
    private func isLimitOfPosts(_ index: Int32) -> Bool {
        reading.text.holds("编制", in: label(of: index))
    }

    /// Whether the total is itself a part of the list in which its parts would stand.
    private func areSiblings(_ total: Int32) -> Bool {
        guard wholes[Int(total)] >= 0, let first = parts.parts.first else { return false }
        return wholes[Int(first.figure)] == wholes[Int(total)]
    }

    /// Whether no other level of its unit stands before it between two semicolons.
    func isFirstOfSentence(_ index: Int32) -> Bool {
        var other = index - 1
        while other >= nearest(before: index), statement(other).part == statement(index).part {
            if statement(other).role == .level, statement(other).depth == statement(index).depth,
                figure(other).adds(with: figure(index))
            {
                return false
            }
            other -= 1
        }
        return true
    }

    /// 共21.8万元。公务接待11.8万元，公车运行10万元.
    private mutating func findNextSentenceParts(of total: Int32, from place: Int) -> Bool {
        var place = place
        while place < tokenCount, token(place).kind == .line { place += 1 }
        guard place < tokenCount, token(place).kind != .enumerator else { return false }
        place = sentenceWithFigures(from: place)
        // A colon before any figure leads the list: 按级次：….
        var ahead = place
        var isIntroduced = false
        let end = tokenEnd(behind: place)
        while ahead < end, token(ahead).kind == .word || token(ahead).kind == .pause {
            if token(ahead).word == .ofWhich || token(ahead).word == .parts { isIntroduced = true }
            ahead += 1
        }
        var isSplit = false
        if ahead < end, token(ahead).kind == .colon {
            isSplit = splits(place, ahead)
            place = ahead + 1
        }
        if let other = namedWhole(from: place),
            3 * overlap(other, label(of: total)) < 2 * other.count
        {
            return false
        }
        let isTotal = statement(total).marks.contains(.total)
        parts.start(total, figure(total))
        _ = gather(
            from: place, depth: statement(total).depth, untilClose: false, isFlat: !isIntroduced)
        if parts.count >= 2, !areSiblings(total),
            settle(
                total, isSplit && isParallel ? .stated : .likely,
                weight: isIntroduced ? 2 : isTotal || isParallel ? 3 : 4)
        {
            return true
        }
        return findParagraphParts(of: total, from: place)
    }

    /// 按岗位：, 从级次看：: words before a colon that say by what the total is split.
    private func splits(_ start: Int, _ colon: Int) -> Bool {
        let name = Int(start > 0 ? token(start - 1).end : 0)..<Int(token(colon).start)
        guard name.count <= 30 else { return false }
        let head = name.lowerBound..<min(name.upperBound, name.lowerBound + 3)
        let tail = max(name.lowerBound, name.upperBound - 3)..<name.upperBound
        return holdsAny(["分项", "明细", "构成"], in: name)
            || reading.text.holds("按", in: head) || reading.text.holds("从", in: head)
            || reading.text.holds("分", in: tail) || reading.text.holds("看", in: tail)
    }

    /// 出国（境）无支出。公车…: a sentence without figures may stand first.
    private func sentenceWithFigures(from start: Int) -> Int {
        var place = start
        let end = tokenEnd(behind: start)
        while place < end, token(place).kind != .line {
            if token(place).kind == .figure || token(place).kind == .colon { return start }
            if token(place).kind == .period { return place + 1 }
            place += 1
        }
        return start
    }

    /// 在职人员中，…: a sentence that says what it splits; nil where it does not.
    private func namedWhole(from start: Int) -> Range<Int>? {
        var place = start
        let end = tokenEnd(behind: place)
        while place < end, token(place).kind == .word { place += 1 }
        guard place < end, token(place).kind == .comma, start > 0 else { return nil }
        let name = Int(token(start - 1).end)..<Int(token(place).start)
        guard name.count <= StatementReader.mostLabel else { return nil }
        let tail = max(name.lowerBound, name.upperBound - 3)..<name.upperBound
        return reading.text.holds("中", in: tail) ? name.lowerBound..<tail.lowerBound : nil
    }

    /// 三公经费502.4万元。出国0万元。公车500万元。接待2.4万元: one part a sentence.
    private mutating func findParagraphParts(of total: Int32, from place: Int) -> Bool {
        parts.start(total, figure(total))
        gatherParagraph(from: place, depth: statement(total).depth)
        guard parts.count >= 2, !areSiblings(total) else { return false }
        return settle(total, .likely, weight: 4)
    }

    /// The first level of each sentence up to the end of the line.
    private mutating func gatherParagraph(from start: Int, depth: UInt8) {
        let total = figure(parts.total)
        var place = start
        var sentence = Int32(-1)
        let end = tokenEnd(behind: place)
        while place < end, !parts.isFull, token(place).kind != .line {
            if token(place).word == .ofWhich { return }
            if token(place).kind == .figure {
                let index = token(place).value
                let own = statement(index)
                if own.role == .level, own.depth == depth, own.sentence != sentence,
                    figure(index).adds(with: total), !isBase(index, beside: parts.total)
                {
                    if own.marks.contains(.total) { return }
                    parts.add(index, figure(index), opensGroup: true, isNested: false)
                    sentence = own.sentence
                }
            }
            place += 1
        }
    }

    /// 其他0辆: a list that ends with the rest leaves nothing out.
    func isRest(_ index: Int32) -> Bool {
        let label = label(of: index)
        let head = label.lowerBound..<min(label.upperBound, label.lowerBound + 9)
        let tail = max(label.lowerBound, label.upperBound - 9)..<label.upperBound
        return holdsAny(["及其他", "和其他"], in: tail) || reading.text.holds("其他", in: head)
            || reading.text.holds("其它", in: head)
            || reading.text.holds("其余", in: head) || reading.text.holds("空编", in: head)
            || reading.text.holds("空缺", in: head) || reading.text.holds("空置", in: head)
            || reading.text.holds("剩余", in: head) || reading.text.holds("未", in: head)
            || reading.text.holds("欠", in: head) || reading.text.holds("不合格", in: head)
    }

    /// Whether each stretch between two semicolons has exactly one part.
    private var isParallel: Bool {
        var groups = 0
        for (index, part) in parts.parts.enumerated() where index == 0 || part.opensGroup {
            groups += 1
        }
        return groups >= 2 && groups == parts.count
    }

    /// 上年148万元, 年初预算60999万元: what the level before is compared with, no part.
    private func isBase(_ index: Int32, beside total: Int32) -> Bool {
        if statement(index).comparand == .prior { return statement(total).comparand != .prior }
        return statement(index).marks.contains(.bareBudget)
            && !statement(total).marks.contains(.bareBudget)
    }

    /// Collects the levels that may be parts, up to the end of the sentence or bracket.
    ///
    /// - Returns: how clearly a word in the list's own text states it; nil where no word does.
    mutating func gather(
        from start: Int, depth: UInt8, untilClose: Bool, isFlat: Bool = false,
        mostParts: Int = PartList.most, takesAnyCount: Bool = false
    ) -> Relation.Clarity? {
        let total = figure(parts.total)
        var place = start
        var level = 0
        var opensGroup = false
        var isNested = false
        var clarity: Relation.Clarity?
        let end = tokenEnd(behind: place)
        while place < end, !parts.isFull, parts.count < mostParts {
            let token = token(place)
            switch token.kind {
            case .open: level += 1
            case .close:
                level -= 1
                if level < 0 { return clarity }
            case .comma where level == 0 && parts.count > 0:
                if splitsPart(at: place) { isNested = true }
            case .semicolon where level == 0:
                opensGroup = true
                isNested = false
            case .period where level == 0 && !untilClose: return clarity
            case .line:
                // A list whose items stand on lines of their own.
                guard !untilClose, place > 0,
                    self.token(place - 1).kind == .semicolon || self.token(place - 1).kind == .colon
                else { return clarity }
            case .word where level == 0:
                switch Word(rawValue: token.detail) {
                case .ofWhich?, .parts?:
                    if parts.count > 0, token.word == .ofWhich { parts.hasInnerList = true }
                    if parts.count > 0 { isNested = true } else { clarity = .likely }
                case .someParts?:
                    if parts.count == 0 { parts.isOpen = true } else { isNested = true }
                case .andSoOn?: if isAfterLastPart(place) { parts.isOpen = true }
                default: break
                }
            case .figure where level == 0:
                let index = token.value
                let statement = statement(index)
                guard statement.role == .level,
                    figure(index).adds(with: total)
                        || takesAnyCount && addsInBracket(index, to: parts.total)
                else { break }
                if statement.marks.contains(.total), isFlat || parts.count >= 2,
                    !reading.text.holds("小计", in: label(of: index))
                {
                    return clarity
                }
                if isBase(index, beside: parts.total),
                    isFlat || !statement.marks.contains(.yearLabelled)
                {
                    break
                }
                if total.kind == .number, figure(index).decimals == 0 { break }
                parts.add(index, figure(index), opensGroup: opensGroup, isNested: isNested)
                if isRest(index) { parts.isClosed = true }
                opensGroup = false
            default: break
            }
            place += 1
        }
        return clarity
    }

    /// 社区设施按城乡分，…: what follows splits a part anew.
    private func splitsPart(at comma: Int) -> Bool {
        guard comma > 0 else { return false }
        let name = Int(token(comma - 1).end)..<Int(token(comma).start)
        guard name.count >= 9, name.count <= 60 else { return false }
        let tail = name.upperBound - 3..<name.upperBound
        return reading.text.holds("按", in: name)
            && (reading.text.holds("分", in: tail) || reading.text.holds("看", in: tail))
    }

    /// 等 closes a list where no further part follows in the sentence.
    private func isAfterLastPart(_ place: Int) -> Bool {
        var next = place + 1
        let end = tokenEnd(behind: next)
        while next < end, !token(next).endsSentence, token(next).kind != .semicolon {
            if token(next).kind == .figure, statement(token(next).value).role == .level {
                return false
            }
            next += 1
        }
        return true
    }
}
