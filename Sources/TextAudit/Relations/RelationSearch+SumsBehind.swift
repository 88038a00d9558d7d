import Performance

/// Totals that stand behind their parts (先分后总).
extension RelationSearch {
    /// 实得2184.37万元；加上年结转356.20万元和省级补助420.00万元，全年可用资金2960.57万元.
    mutating func findAddends(before total: Int32) {
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

    /// 收入792.22万元，…。收入全部是财政拨款，即792.22万元: a sentence that tells the level again.
    mutating func findWhollyTold() {
        for place in 0..<tokenCount where token(place).word == .wholly {
            let start = place > 0 ? Int(token(place - 1).end) : 0
            let name = start..<Int(token(place).start)
            guard name.count >= 6, name.count <= 60,
                place == 0 || token(place - 1).endsClause,
                let again = nextLevel(behind: place)
            else { continue }
            var other = again - 1
            while other >= nearest(before: again),
                statement(other).line >= statement(again).line - 1
            {
                if isTotalLike(other), figure(other).adds(with: figure(again)),
                    statement(other).year == statement(again).year,
                    overlap(name, label(of: other)) >= name.count
                {
                    if statement(other).sentence != statement(again).sentence {
                        _ = noteTwice(other, again, digits: 3)
                    }
                    break
                }
                other -= 1
            }
        }
    }

    /// The level in the same clause as `place`, or behind 即 in the next.
    private func nextLevel(behind place: Int) -> Int32? {
        var next = place + 1
        var commas = 0
        let end = tokenEnd(behind: place)
        while next < end, !token(next).endsSentence, token(next).kind != .semicolon {
            if token(next).kind == .comma {
                commas += 1
                let isAgain = reading.text.stands("即", at: Int(token(next).end))
                guard commas == 1, isAgain else { return nil }
            }
            if token(next).kind == .figure {
                return isTotalLike(token(next).value) ? token(next).value : nil
            }
            next += 1
        }
        return nil
    }

    /// 收入总计7929.92万元，支出总计7929.92万元: the two sides of one account.
    mutating func findTwoSides(_ income: Int32) {
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
    mutating func findBalanced(_ total: Int32) {
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
    mutating func findPartsBefore(_ total: Int32) {
        let own = statement(total)
        guard !own.marks.contains(.balance), !findCountedParts(of: total) else { return }
        parts.start(total, figure(total))
        var index = total - 1
        var lastPart = own.part
        var inSentence = 0
        var isAdded = false
        while index >= farthest(before: total), !parts.isFull {
            let other = statement(index)
            // 另有…、…，合计…: what stands before 另有 counts, even where a line ends between.
            guard other.line == own.line || isAdded && other.line == own.line - 1,
                other.sentence >= own.sentence - (isAdded && other.line < own.line ? 2 : 1)
            else { break }
            let isPart =
                other.role == .level
                || other.role == .change && own.marks.contains(.summed)
                    && other.sentence == own.sentence
                    && reading.text.holds("影响", in: label(of: total))
            if other.depth == own.depth, isPart, other.comparand != .prior,
                figure(total).kind != .number || other.comparand == .none,
                figure(index).adds(with: figure(total)) || addsAsTimes(index, total)
            {
                if other.marks.contains(.total) { break }
                parts.add(
                    index, figure(index), opensGroup: other.part != lastPart, isNested: false)
                lastPart = other.part
                isAdded = other.marks.contains(.added)
                if other.sentence == own.sentence { inSentence += 1 }
            }
            index -= 1
        }
        if inSentence >= 2 {
            let isPlain = own.labelEnd - own.labelStart <= 18 && own.marks.contains(.summed)
            let clarity: Relation.Clarity = isPlain ? .stated : .likely
            if settle(total, clarity, weight: 3, within: inSentence) { return }
            // 核查档案1860份，…74份、…31份、…9份，共114份: what the parts are of is no part.
            guard inSentence == parts.count, parts.count >= 3, let first = parts.parts.last,
                gap(first.figure, total).steps > 0
            else { return }
            parts.removeLast()
            _ = settle(total, clarity, weight: 3)
            return
        }
        if inSentence == 0, parts.count >= 2, own.marks.contains(.summed),
            settle(total, .likely, weight: 3)
        {
            return
        }
        if own.marks.contains(.summed), own.labelEnd - own.labelStart > 3 { findItemsBefore(total) }
    }

    /// 生活补贴3962人、护理补贴4875人，合计8837人次.
    private func addsAsTimes(_ part: Int32, _ total: Int32) -> Bool {
        figure(part).kind == .count && figure(total).kind == .count
            && figure(part).unit == CountUnit.person && figure(total).unit == CountUnit.personTimes
    }

    /// 1.…；2.…；3.…。合计10549万元: the items of the list before are the parts.
    private mutating func findItemsBefore(_ total: Int32) {
        let item = statement(total).item
        guard item >= 0, reading.outline.items[Int(item)].previous >= 0 else { return }
        // 预算6300万元，支出2835万元: each item tells several figures.
        var best = (position: 0, overlap: 0)
        for position in 0..<3 {
            gatherItems(before: total, at: position)
            guard parts.count >= 2 else { break }
            parts.align(reading.lexer.figures)
            if !parts.isOpen, parts.fit(.all, upTo: parts.count) == .exact {
                noteSum(total, .likely, .exact)
                return
            }
            var least = Int.max
            for part in parts.parts {
                least = min(least, overlap(label(of: total), label(of: part.figure)))
            }
            if least >= 6, least > best.overlap { best = (position, least) }
        }
        gatherItems(before: total, at: best.position)
        guard parts.count >= 2 else { return }
        let isPlain = (4...18).contains(statement(total).labelEnd - statement(total).labelStart)
        let isRest = statement(total).marks.contains(.balance)
        _ = settle(total, isRest ? .guess : isPlain ? .stated : .likely, weight: 3)
    }

    /// The figure at one position of each item of the list before a total.
    private mutating func gatherItems(before total: Int32, at position: Int) {
        var item = statement(total).item
        parts.start(total, figure(total))
        var steps = 0
        while item >= 0, !parts.isFull, steps < PartList.most {
            steps += 1
            let head = head(
                of: item, like: total, before: figure(total).token, position: position)
            if head >= 0, head != total {
                parts.add(head, figure(head), opensGroup: false, isNested: false)
            } else {
                parts.isOpen = true
            }
            item = reading.outline.items[Int(item)].previous
        }
    }
}
