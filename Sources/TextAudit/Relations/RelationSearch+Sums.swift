import Performance

/// Totals and their parts (合计与分项).
extension RelationSearch {
    mutating func findSums() {
        for index in 0..<figureCount {
            if statement(index).role == .average { findPartsOfAverage(index) }
            guard isTotalLike(index) else { continue }
            let isSummed = statement(index).marks.contains(.summed)
            if findBracketParts(of: index), !isSummed { continue }
            if findListedParts(of: index), !isSummed { continue }
            if statement(index).marks.contains(.total) {
                findPartsBefore(index)
            } else {
                findAddends(before: index)
            }
            findBalanced(index)
            findTwoSides(index)
        }
        findItemSums()
    }

    /// A level of any kind that can be added up.
    @inline(__always)
    func isTotalLike(_ index: Int32) -> Bool {
        guard statement(index).role == .level, figure(index).mantissa != 0 else { return false }
        switch figure(index).kind {
        case .amount, .count, .score: return true
        case .number: return figure(index).decimals >= 2
        default: return false
        }
    }

    /// 每人每年120元，其中财政60元、医保40元、个人20元.
    private mutating func findPartsOfAverage(_ index: Int32) {
        if findBracketParts(of: index) { return }
        let next = Int(figure(index).token) + 1
        guard next + 1 < tokenCount, token(next).endsClause, token(next + 1).word == .ofWhich else {
            return
        }
        _ = findIntroducedParts(of: index, from: next + 2, .ofWhich)
    }

    // MARK: Brackets

    /// 628.8万元（人员经费602.1万元，公用经费26.7万元）.
    private mutating func findBracketParts(of total: Int32) -> Bool {
        let place = Int(figure(total).token)
        guard place + 1 < tokenCount, token(place + 1).kind == .open,
            token(place + 1).start - figure(total).end <= 2
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

    /// 12340万元（1.234亿元）: the same amount in another unit.
    private func isSameInBracket(_ total: Int32, _ other: Int32) -> Bool {
        figure(total).kind == .amount && figure(other).scale != figure(total).scale
            && label(of: other).isEmpty
    }

    // MARK: Lists in the sentence

    /// 收入预算938.76万元，其中：…；…，…分为…，…：….
    private mutating func findListedParts(of total: Int32) -> Bool {
        if statement(total).comparand == .prior { return false }
        let depth = statement(total).depth
        var place = Int(figure(total).token) + 1
        var level = 0
        var isPast = false
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
                if word == .ofWhich || word == .parts || word == .someParts {
                    return findIntroducedParts(
                        of: total, from: place + 1, word, weight: isPast ? 5 : 2)
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

    private mutating func findIntroducedParts(
        of total: Int32, from place: Int, _ word: Word?, weight: Int = 2
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
        if word == .someParts { parts.isOpen = true }
        guard parts.count >= 2, !isNameless(parts.parts[0].figure) else { return false }
        if word == .ofWhich || word == nil, settlePrefix(total, clarity ?? .stated) { return true }
        if isCut {
            let own = parts.firstGroupEnd
            return settle(total, own < 2 ? .guess : .likely, weight: weight, within: max(own, 2))
        }
        return settle(total, clarity ?? .stated, weight: weight)
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
        parts.align(reading.lexer.figures)
        for choice in PartList.Choice.allCases
        where parts.mayFit(choice, upTo: parts.count)
            && parts.fit(choice, upTo: parts.count) != .error
        { return false }
        for end in 2..<parts.count where parts.mayFit(.all, upTo: end) { return false }
        for end in 2..<parts.count {
            _ = parts.fit(.all, upTo: end)
            if parts.isSlip(reading.lexer.figures) {
                noteSum(total, min(clarity, .likely), .error, isSlip: true)
                return true
            }
        }
        return false
    }

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
        guard isFirstOfSentence(total), !isLimitOfPosts(total) else { return false }
        _ = gather(from: place, depth: statement(total).depth, untilClose: false, isFlat: true)
        guard parts.count >= 2, !areSiblings(total), !isOtherSide(total) else { return false }
        return settle(total, .likely, weight: parts.isClosed ? 2 : 4)
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
    private func isFirstOfSentence(_ index: Int32) -> Bool {
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
        return reading.text.holds("按", in: head) || reading.text.holds("从", in: head)
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
    private func isRest(_ index: Int32) -> Bool {
        let label = label(of: index)
        let head = label.lowerBound..<min(label.upperBound, label.lowerBound + 9)
        return reading.text.holds("其他", in: head) || reading.text.holds("其它", in: head)
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
        from start: Int, depth: UInt8, untilClose: Bool, isFlat: Bool = false
    ) -> Relation.Clarity? {
        let total = figure(parts.total)
        var place = start
        var level = 0
        var opensGroup = false
        var isNested = false
        var clarity: Relation.Clarity?
        let end = tokenEnd(behind: place)
        while place < end, !parts.isFull {
            let token = token(place)
            switch token.kind {
            case .open: level += 1
            case .close:
                level -= 1
                if level < 0 { return clarity }
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
                    if parts.count > 0 { isNested = true } else { clarity = .likely }
                case .someParts?:
                    if parts.count == 0 { parts.isOpen = true } else { isNested = true }
                case .andSoOn?: if isAfterLastPart(place) { parts.isOpen = true }
                default: break
                }
            case .figure where level == 0:
                let index = token.value
                let statement = statement(index)
                guard statement.role == .level, figure(index).adds(with: total) else { break }
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

    // MARK: Totals behind their parts

    /// 实得2184.37万元；加上年结转356.20万元和省级补助420.00万元，全年可用资金2960.57万元.
    private mutating func findAddends(before total: Int32) {
        let own = statement(total)
        guard !own.marks.contains(.added) else { return }
        parts.start(total, figure(total))
        var isAdded = false
        var index = total - 1
        while index >= nearest(before: total), statement(index).sentence == own.sentence,
            !parts.isFull
        {
            let other = statement(index)
            if other.role == .level, other.depth == own.depth, other.comparand != .prior,
                figure(index).adds(with: figure(total)), wholes[Int(index)] < 0
            {
                if other.marks.contains(.added) { isAdded = true }
                parts.add(index, figure(index), opensGroup: false, isNested: false)
            }
            index -= 1
        }
        guard isAdded, parts.count >= 2, isLastOfSentence(total) else { return }
        _ = settle(total, .likely, weight: 4)
    }

    private func isLastOfSentence(_ index: Int32) -> Bool {
        var other = index + 1
        while other < nearest(behind: index), statement(other).sentence == statement(index).sentence
        {
            if statement(other).role == .level, figure(other).adds(with: figure(index)) {
                return false
            }
            other += 1
        }
        return true
    }

    /// 收入总计7929.92万元，支出总计7929.92万元: the two sides of one account.
    private mutating func findTwoSides(_ income: Int32) {
        guard reading.text.holds("收入总计", in: label(of: income)) else { return }
        var other = income + 1
        while other < figureCount, other <= income + 6,
            statement(other).line == statement(income).line
        {
            if statement(other).role == .level, figure(other).adds(with: figure(income)) {
                guard reading.text.holds("支出总计", in: label(of: other)) else { return }
                parts.start(income, figure(income))
                parts.add(other, figure(other), opensGroup: false, isNested: false)
                _ = settle(income, .stated, weight: 3)
                return
            }
            other += 1
        }
    }

    /// 总收入2614.39万元，总支出2614.39万元，收支平衡.
    private mutating func findBalanced(_ total: Int32) {
        var place = Int(figure(total).token) + 1
        var others: ContiguousArray<Int32> = []
        let end = tokenEnd(behind: place)
        while place < end, !token(place).endsSentence {
            let token = token(place)
            if token.kind == .figure, statement(token.value).role == .level,
                figure(token.value).adds(with: figure(total))
            {
                others.append(token.value)
            }
            if token.word == .balanced {
                guard !others.isEmpty, others.count <= 3, isFirstOfSentence(total) else { return }
                parts.start(total, figure(total))
                for other in others {
                    parts.add(other, figure(other), opensGroup: false, isNested: false)
                }
                _ = settle(total, others.count == 1 ? .stated : .likely, weight: 3)
                return
            }
            place += 1
        }
    }

    /// 慰问金22.68万元，慰问品4.61万元，合计27.29万元.
    private mutating func findPartsBefore(_ total: Int32) {
        let own = statement(total)
        guard !own.marks.contains(.balance) else { return }
        parts.start(total, figure(total))
        var index = total - 1
        var lastPart = own.part
        var inSentence = 0
        while index >= farthest(before: total), !parts.isFull {
            let other = statement(index)
            guard other.line == own.line, other.sentence >= own.sentence - 1 else { break }
            if other.depth == own.depth, other.role == .level, other.comparand != .prior,
                figure(index).adds(with: figure(total)) || addsAsTimes(index, total)
            {
                if other.marks.contains(.total) { break }
                parts.add(
                    index, figure(index), opensGroup: other.part != lastPart, isNested: false)
                lastPart = other.part
                if other.sentence == own.sentence { inSentence += 1 }
            }
            index -= 1
        }
        if inSentence >= 2 {
            let isPlain = own.labelEnd - own.labelStart <= 18 && own.marks.contains(.summed)
            _ = settle(total, isPlain ? .stated : .likely, weight: 3, within: inSentence)
            return
        }
        if inSentence == 0, parts.count >= 2, own.marks.contains(.summed),
            settle(total, .likely, weight: 3)
        {
            return
        }
        if own.marks.contains(.summed) { findItemsBefore(total) }
    }

    /// 生活补贴3962人、护理补贴4875人，合计8837人次.
    private func addsAsTimes(_ part: Int32, _ total: Int32) -> Bool {
        figure(part).kind == .count && figure(total).kind == .count
            && figure(part).unit == CountUnit.person && figure(total).unit == CountUnit.personTimes
    }

    /// 1.…；2.…；3.…。合计10549万元: the items of the list before are the parts.
    private mutating func findItemsBefore(_ total: Int32) {
        var item = statement(total).item
        guard item >= 0, reading.outline.items[Int(item)].previous >= 0 else { return }
        parts.start(total, figure(total))
        var steps = 0
        while item >= 0, !parts.isFull, steps < PartList.most {
            steps += 1
            let head = head(of: item, like: total, before: figure(total).token)
            if head >= 0, head != total {
                parts.add(head, figure(head), opensGroup: false, isNested: false)
            } else {
                parts.isOpen = true
            }
            item = reading.outline.items[Int(item)].previous
        }
        guard parts.count >= 2 else { return }
        let isPlain = statement(total).labelEnd - statement(total).labelStart <= 18
        let isRest = statement(total).marks.contains(.balance)
        _ = settle(total, isRest ? .guess : isPlain ? .stated : .likely, weight: 3)
    }

    // MARK: Lists of items

    /// 支出4405.8032万元：1、…2620万元；2、…115.2万元；….
    private mutating func findItemSums() {
        for first in reading.outline.items.indices {
            let item = reading.outline.items[first]
            guard item.previous < 0, item.next >= 0 else { continue }
            findTotal(ofListFrom: Int32(first))
        }
    }

    private mutating func findTotal(ofListFrom first: Int32) {
        let item = reading.outline.items[Int(first)]
        let floor = item.parent >= 0 ? Int(reading.outline.items[Int(item.parent)].token) : -1
        var place = Int(item.token) - 1
        var tried: (Int32, Int32, Int32) = (-1, -1, -1)
        var isIntroduced =
            place >= 0
            && (token(place).kind == .colon
                || token(place).kind == .line
                    && place > 0 && token(place - 1).kind == .colon)
        var steps = 0
        var failed = Int32(-1)
        var sawLevel = false
        while place > floor, steps < 60 {
            let token = token(place)
            steps += 1
            if token.kind == .enumerator { break }
            if token.kind == .figure, statement(token.value).role == .level { sawLevel = true }
            if token.kind == .word, !sawLevel, token.word == .ofWhich || token.word == .parts {
                isIntroduced = true
            }
            if token.kind == .figure, isTotalLike(token.value),
                statement(token.value).depth <= 1, statement(token.value).comparand != .prior
            {
                let candidate = token.value
                if tryItems(from: first, total: candidate, clarity: .guess) { return }
                if tried.0 < 0 {
                    tried.0 = candidate
                } else if tried.1 < 0 {
                    tried.1 = candidate
                } else {
                    tried.2 = candidate
                }
                if failed < 0 { failed = candidate }
                if tried.2 >= 0 { break }
            }
            place -= 1
        }
        for candidate in [tried.0, tried.1, tried.2] where candidate >= 0 {
            if tryItems(from: first, total: candidate, clarity: .likely) { return }
        }
        if isIntroduced, failed >= 0,
            tryItems(from: first, total: failed, clarity: .stated)
        {
            return
        }
        findFarTotals(ofListFrom: first)
    }

    /// 1.教育：预算…，支出…；2.卫生：预算…，支出…: lists whose totals were told pages before.
    private mutating func findFarTotals(ofListFrom first: Int32) {
        for position in 0..<3 {
            for clarity in [Relation.Clarity.guess, .likely] {
                let start = firstFigure(ofItem: first)
                var candidate = start - 1
                var count = 0
                while candidate >= farthest(before: start), count < 12 {
                    if isTotalLike(candidate), Slip.digits(figure(candidate)) >= 5,
                        statement(candidate).comparand != .prior
                    {
                        count += 1
                        if tryItems(
                            from: first, total: candidate, clarity: clarity, position: position,
                            weight: 5)
                        {
                            return
                        }
                    }
                    candidate -= 1
                }
            }
        }
    }

    private func firstFigure(ofItem item: Int32) -> Int32 {
        var place = Int(reading.outline.items[Int(item)].token)
        let end = tokenEnd(behind: place)
        while place < end {
            if token(place).kind == .figure { return token(place).value }
            place += 1
        }
        return end == tokenCount ? figureCount : 0
    }

    private mutating func tryItems(
        from first: Int32, total: Int32, clarity: Relation.Clarity, position: Int = 0,
        weight: Int = 3
    ) -> Bool {
        parts.start(total, figure(total))
        var item = first
        var steps = 0
        while item >= 0, !parts.isFull, steps < PartList.most {
            steps += 1
            let head = head(of: item, like: total, before: .max, position: position)
            if head >= 0 {
                parts.add(head, figure(head), opensGroup: true, isNested: false)
            } else if weight > 3 {
                return false
            } else {
                parts.isOpen = true
            }
            item = reading.outline.items[Int(item)].next
        }
        guard parts.count >= (weight > 3 ? 3 : 2) else { return false }
        return settle(total, clarity, weight: weight)
    }

    /// The first level of an item with the unit of `total`; −1 for none.
    private func head(
        of item: Int32, like total: Int32, before end: Int32, position: Int = 0
    ) -> Int32 {
        var skipped = 0
        let item = reading.outline.items[Int(item)]
        let next = item.next >= 0 ? reading.outline.items[Int(item.next)].token : item.endToken
        var place = Int(item.token) + 1
        let stop = min(Int(min(next, end)), tokenEnd(behind: place))
        while place < stop {
            let token = token(place)
            if token.kind == .figure, statement(token.value).role == .level,
                statement(token.value).comparand != .prior,
                figure(token.value).adds(with: figure(total))
            {
                if skipped == position { return token.value }
                skipped += 1
            }
            place += 1
        }
        return -1
    }

    // MARK: Verdicts

    /// Settles whether the gathered parts make up the total; notes the relation where it is one.
    ///
    /// - Parameters:
    ///   - weight: the digits that a slip must match to count where no word states the sum.
    ///   - own: how many parts stand in the total's own sentence; more may hold, no more may fail.
    mutating func settle(
        _ total: Int32, _ clarity: Relation.Clarity, weight: Int, within own: Int? = nil
    ) -> Bool {
        var clarity = clarity
        if isVague(total) { clarity = min(clarity, .likely) }
        for part in parts.parts where isVague(part.figure) { clarity = min(clarity, .likely) }
        parts.align(reading.lexer.figures)
        let count = parts.count
        // 财政供养22人，即在职22人: one part that is the whole.
        let first = parts.fit(.all, upTo: 1)
        if first == .exact {
            noteSum(total, .guess, .exact)
            return true
        }
        if count == 1 {
            guard clarity >= .stated else { return false }
            noteSum(total, clarity, first, isSlip: parts.isSlip(reading.lexer.figures))
            return true
        }
        for choice in PartList.Choice.allCases where parts.mayFit(choice, upTo: count) {
            let verdict = parts.fit(choice, upTo: count)
            if verdict != .error, verdict != .unverifiable {
                noteSum(total, clarity, verdict)
                return true
            }
        }
        // Of a short count, the first few of a stated list match too easily.
        var end = clarity >= .stated && Slip.digits(figure(total)) < 3 ? 1 : count - 1
        while end >= 2 {
            for choice in [PartList.Choice.all, .groups] where parts.mayFit(choice, upTo: end) {
                let verdict = parts.fit(choice, upTo: end)
                if parts.fitted.count >= 2, verdict == .exact || verdict == .rounding {
                    noteSum(total, clarity, verdict)
                    return true
                }
            }
            end -= 1
        }
        return settleFailure(total, clarity, weight: weight, count: own ?? count)
    }

    private mutating func settleFailure(
        _ total: Int32, _ clarity: Relation.Clarity, weight: Int, count: Int
    ) -> Bool {
        guard clarity > .guess else { return false }
        for end in [count, parts.firstGroupEnd] where end >= 2 && end <= count {
            for choice in [PartList.Choice.all, .groups, .unnested] {
                // A reading that leaves nothing out was tried as the first.
                guard let chosen = parts.count(choice, upTo: end), chosen >= 2,
                    choice == .all || chosen < end
                else { continue }
                _ = parts.fit(choice, upTo: end)
                if parts.isSlip(reading.lexer.figures),
                    clarity >= .stated
                        || isEvident(total, weight: weight)
                {
                    noteSum(total, clarity, .error, isSlip: true)
                    return true
                }
            }
        }
        if count < parts.count, findSlipBeyond(total, clarity, from: count) { return true }
        _ = parts.fit(.groups, upTo: count)
        if parts.fitted.count < 2 { _ = parts.fit(.unnested, upTo: count) }
        let counted = parts.fitted.count
        if weight <= 2 { mark(total) }
        guard clarity >= .stated, !parts.isOpen, counted >= 2, parts.isNear else { return false }
        noteSum(total, clarity, .error)
        return true
    }

    /// 另有上解6.15亿元、还本0.03亿元，合计31.16亿元: parts of the sentence before belong to the total.
    private mutating func findSlipBeyond(
        _ total: Int32, _ clarity: Relation.Clarity, from count: Int
    ) -> Bool {
        guard Slip.digits(figure(total)) >= 4 else { return false }
        for end in count + 1...parts.count {
            _ = parts.fit(.all, upTo: end)
            if parts.isSlip(reading.lexer.figures) {
                noteSum(total, clarity, .error, isSlip: true)
                return true
            }
        }
        return false
    }

    /// The digits that a slip must match, by what the labels of the fitted parts say.
    private func evidence(_ total: Int32) -> Int {
        var labels: ContiguousArray<Range<Int>> = []
        for index in parts.fitted { labels.append(label(of: parts.parts[Int(index)].figure)) }
        let cover = reading.text.bytes.withUnsafeBufferPointer { Partition.cover(labels, $0) }
        if cover != .none { return isBeside(total) ? 2 : cover == .all ? 3 : 4 }
        let head = label(of: total)
        var least = 9
        for label in labels { least = min(least, overlap(head, label)) }
        return least >= 6 ? 3 : 4
    }

    /// Whether a slip that explains the failure is more than chance.
    private func isEvident(_ total: Int32, weight: Int) -> Bool {
        let least = weight > 4 ? weight : min(weight, evidence(total))
        return Slip.digits(figure(total)) >= least && (least <= 2 || isTelling(total))
    }

    /// Whether some figure has digits enough to be no round number.
    private func isTelling(_ total: Int32) -> Bool {
        var most = Slip.significance(figure(total))
        for index in parts.fitted {
            most = max(most, Slip.significance(figure(parts.parts[Int(index)].figure)))
        }
        return most >= 3
    }

    /// Whether the parts stand in the total's own sentence.
    private func isBeside(_ total: Int32) -> Bool {
        guard let first = parts.fitted.first else { return false }
        return statement(parts.parts[Int(first)].figure).sentence == statement(total).sentence
    }

    private mutating func noteSum(
        _ total: Int32, _ clarity: Relation.Clarity, _ verdict: FindingVerdict, isSlip: Bool = false
    ) {
        let start = Int32(pool.count)
        for index in parts.fitted { pool.append(parts.parts[Int(index)].figure) }
        mark(total)
        relations.append(
            Relation(
                shape: .sum, clarity: clarity, verdict: verdict, stated: total,
                firstOperand: start, operandCount: Int32(pool.count) - start, isSlip: isSlip))
    }

    private mutating func mark(_ total: Int32) {
        for index in parts.fitted {
            let part = Int(parts.parts[Int(index)].figure)
            if wholes[part] < 0 { wholes[part] = total }
        }
    }
}
