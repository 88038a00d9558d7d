import Performance

/// A sentence that says what it splits (分解): 社区设施按城乡分，…; 在专项转移支付中，….
extension RelationSearch {
    mutating func findSplits() {
        for place in 1..<max(tokenCount, 1)
        where token(place).kind == .comma || token(place).kind == .colon {
            if place + 1 < tokenCount, isNamelessSplit(before: place) {
                findNamelessSplit(from: place + 1)
                continue
            }
            guard token(place).kind == .comma, let name = splitName(before: place),
                place + 1 < tokenCount
            else { continue }
            let first = firstFigure(behind: place)
            guard first > 0, isTotalLike(first) else { continue }
            let total = namedLevel(name, before: first, like: first)
            guard total >= 0, overlap(name, label(of: total)) >= name.count,
                statement(total).comparand != .prior, first - total <= 40
            else { continue }
            parts.start(total, figure(total))
            _ = gather(from: place + 1, depth: statement(first).depth, untilClose: false)
            guard parts.count >= 2 else { continue }
            // 在职人员中，高级职称21人、中级职称46人: persons of a kind leave others out.
            _ = settle(total, .likely, weight: figure(total).kind == .amount ? 2 : 4)
        }
    }

    /// 按整改类型划分，…; 按责任主体分，…: a clause that says by what something is split, but not what.
    private func isNamelessSplit(before comma: Int) -> Bool {
        var start = comma - 1
        while start >= 0, token(start).kind == .word { start -= 1 }
        let clause = (start >= 0 ? Int(token(start).end) : 0)..<Int(token(comma).start)
        guard clause.count >= 9, clause.count <= 45 else { return false }
        let tail = clause.upperBound - 6..<clause.upperBound
        let isBy = reading.text.stands("按", at: clause.lowerBound)
        if isBy, token(comma).kind == .colon { return true }
        return (isBy || reading.text.stands("从", at: clause.lowerBound))
            && holdsAny(["分", "看", "划分", "统计"], in: tail)
    }

    /// The list makes up a figure that the line tells before, most likely the first one of its unit.
    private mutating func findNamelessSplit(from place: Int) {
        let first = firstFigure(behind: place - 1)
        guard first > 0, isTotalLike(first), !isOfSum(first) else { return }
        let candidates = wholesBefore(first)
        for (clarity, list) in [(Relation.Clarity.guess, candidates), (.likely, [])] {
            let totals = clarity == .guess ? list : topics(candidates, of: first)
            for total in totals {
                parts.start(total, figure(total))
                _ = gather(from: place, depth: statement(first).depth, untilClose: false)
                guard parts.count >= 2 else { return }
                if settle(total, clarity, weight: 2) { return }
            }
        }
    }

    /// Whether a sum that holds was found for a figure not long ago.
    private func isOfSum(_ index: Int32) -> Bool {
        guard wholes[Int(index)] >= 0 else { return false }
        return relations.reversed().prefix(200).contains {
            $0.stated == wholes[Int(index)] && $0.verdict == .exact
                && operands($0).contains(index)
        }
    }

    /// The levels of the line, or of the one before, that a list may make up; the nearest first.
    func wholesBefore(_ first: Int32) -> ContiguousArray<Int32> {
        var candidates: ContiguousArray<Int32> = []
        var line = statement(first).line
        var other = first - 1
        while other >= nearest(before: first), candidates.count < 12,
            statement(other).line >= statement(first).line - 1
        {
            if isTotalLike(other), figure(other).adds(with: figure(first)),
                statement(other).comparand != .prior, statement(other).depth == 0
            {
                // The line before counts only where this one tells nothing.
                if statement(other).line != line {
                    guard candidates.isEmpty else { break }
                    line = statement(other).line
                }
                candidates.append(other)
            }
            other -= 1
        }
        return candidates
    }

    /// What a split without a name is most likely of: the first of the sentence, then of the line.
    func topics(
        _ candidates: ContiguousArray<Int32>, of first: Int32
    ) -> ContiguousArray<Int32> {
        var topics: ContiguousArray<Int32> = []
        if let own = candidates.last(where: { statement($0).sentence == statement(first).sentence }
        ),
            isFirstOfSentence(own)
        {
            topics.append(own)
        }
        if let line = candidates.last, !topics.contains(line) { topics.append(line) }
        return topics
    }

    private func firstFigure(behind place: Int) -> Int32 {
        var next = place + 1
        while next < tokenCount, !token(next).endsClause {
            if token(next).kind == .figure { return token(next).value }
            next += 1
        }
        return -1
    }

    /// What stands between 在 and 中, or before 按; nil where the clause names nothing.
    private func splitName(before comma: Int) -> Range<Int>? {
        var start = comma - 1
        while start >= 0, token(start).kind == .word { start -= 1 }
        guard start >= 0, token(start).kind != .figure else { return nil }
        let clause = Int(token(start).end)..<Int(token(comma).start)
        guard clause.count >= 12, clause.count <= 60 else { return nil }
        let tail = clause.upperBound - 3..<clause.upperBound
        if reading.text.stands("在", at: clause.lowerBound), reading.text.holds("中", in: tail) {
            let name = clause.lowerBound + 3..<tail.lowerBound
            return name.count >= 6 ? name : nil
        }
        guard reading.text.holds("分", in: tail) || reading.text.holds("看", in: tail),
            let by = reading.text.find("按", in: clause), by - clause.lowerBound >= 6
        else { return nil }
        return clause.lowerBound..<by
    }
}
