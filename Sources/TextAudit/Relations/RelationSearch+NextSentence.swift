import Performance

/// Parts in the sentences behind their total (次句合计).
extension RelationSearch {
    /// 共21.8万元。公务接待11.8万元，公车运行10万元.
    mutating func findNextSentenceParts(of total: Int32, from place: Int) -> Bool {
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
        if parts.count >= 2, makesUpAnother(than: total) { return true }
        if parts.count >= 2, !areSiblings(total),
            settle(
                total, isSplit && isParallel ? .stated : .likely,
                weight: isIntroduced ? 2 : isTotal || isParallel ? 3 : 4)
        {
            return true
        }
        return findParagraphParts(of: total, from: place)
    }

    /// 公共预算收入3275.84万元，…；上划收入3566.73万元。分部门看：…: the parts may make up another figure before.
    private mutating func makesUpAnother(than total: Int32) -> Bool {
        guard let first = parts.parts.first?.figure else { return false }
        parts.align(reading.lexer.figures)
        for choice in [PartList.Choice.all, .groups] where parts.mayFit(choice, upTo: parts.count) {
            return false
        }
        let list = parts.parts
        for other in wholesBefore(first) where other != total {
            guard figure(other).adds(with: figure(total)), Slip.digits(figure(other)) >= 3 else {
                continue
            }
            parts.start(other, figure(other))
            for part in list {
                parts.add(
                    part.figure, figure(part.figure), opensGroup: part.opensGroup,
                    isNested: part.isNested)
            }
            parts.align(reading.lexer.figures)
            for choice in [PartList.Choice.all, .groups] {
                guard parts.fit(choice, upTo: parts.count) == .exact, parts.fitted.count >= 2 else {
                    continue
                }
                noteSum(other, .likely, .exact)
                return true
            }
        }
        parts.start(total, figure(total))
        for part in list {
            parts.add(
                part.figure, figure(part.figure), opensGroup: part.opensGroup,
                isNested: part.isNested)
        }
        return false
    }

    /// 按岗位：, 从级次看：: words before a colon that say by what the total is split.
    func splits(_ start: Int, _ colon: Int) -> Bool {
        let name = Int(start > 0 ? token(start - 1).end : 0)..<Int(token(colon).start)
        guard name.count <= 30 else { return false }
        let head = name.lowerBound..<min(name.upperBound, name.lowerBound + 3)
        let tail = max(name.lowerBound, name.upperBound - 3)..<name.upperBound
        return holdsAny(["分项", "明细", "构成"], in: name)
            || reading.text.holds("按", in: head) || reading.text.holds("从", in: head)
            || reading.text.holds("分", in: tail) || reading.text.holds("看", in: tail)
    }

    /// 出国（境）无支出。公车…: a sentence without figures may stand first.
    func sentenceWithFigures(from start: Int) -> Int {
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
    func namedWhole(from start: Int) -> Range<Int>? {
        var place = start
        let end = tokenEnd(behind: place)
        while place < end, token(place).kind == .word { place += 1 }
        // 其中，税收…: a word alone names nothing.
        guard place < end, token(place).kind == .comma, start > 0,
            place != start + 1 || token(start).word != .ofWhich
        else { return nil }
        let name = Int(token(start - 1).end)..<Int(token(place).start)
        guard name.count <= StatementReader.mostLabel else { return nil }
        let tail = max(name.lowerBound, name.upperBound - 3)..<name.upperBound
        return reading.text.holds("中", in: tail) ? name.lowerBound..<tail.lowerBound : nil
    }

    /// 三公经费502.4万元。出国0万元。公车500万元。接待2.4万元: one part a sentence.
    mutating func findParagraphParts(of total: Int32, from place: Int) -> Bool {
        parts.start(total, figure(total))
        gatherParagraph(from: place, depth: statement(total).depth)
        guard parts.count >= 2, !areSiblings(total) else { return false }
        return settle(total, .likely, weight: 4)
    }

    /// The first level of each sentence up to the end of the line.
    mutating func gatherParagraph(from start: Int, depth: UInt8) {
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
}
