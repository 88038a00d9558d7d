import Performance

/// Parts that no total introduces (无引导的分项): 城市集中供养18人，分散供养287人.
extension RelationSearch {
    /// Looks for the totals of runs of levels whose labels split a whole.
    mutating func findRuns() {
        var runs: ContiguousArray<ClosedRange<Int32>> = []
        for index in 0..<figureCount where isTotalLike(index) && wholes[Int(index)] < 0 {
            runs.removeAll { $0.upperBound < index }
            guard !runs.contains(where: { figure($0.lowerBound).adds(with: figure(index)) }) else {
                continue
            }
            let end = runEnd(from: index)
            guard end > index else { continue }
            findWhole(ofRunFrom: index, to: end)
            runs.append(index...end)
        }
    }

    /// The last level of the run of one unit that begins at `first` and stays in its sentence.
    private func runEnd(from first: Int32) -> Int32 {
        let own = statement(first)
        var last = first
        var index = first + 1
        while index < nearest(behind: first), statement(index).sentence == own.sentence {
            let other = statement(index)
            if other.role == .level, other.depth == own.depth {
                guard figure(index).adds(with: figure(first)) else {
                    index += 1
                    continue
                }
                guard wholes[Int(index)] < 0, !other.marks.contains(.total) else { break }
                last = index
            }
            index += 1
        }
        return last
    }

    private mutating func findWhole(ofRunFrom first: Int32, to last: Int32) {
        var members: ContiguousArray<Int32> = []
        var labels: ContiguousArray<Range<Int>> = []
        for index in first...last
        where statement(index).role == .level && figure(index).adds(with: figure(first))
            && statement(index).depth == statement(first).depth
        {
            members.append(index)
            labels.append(labelOrNeighbours(of: index))
        }
        let cover = reading.text.bytes.withUnsafeBufferPointer { Partition.cover(labels, $0) }
        guard members.count >= 2 else { return }
        let isIntroduced = isIntroduced(first)
        if cover == .none, !isIntroduced {
            if members.count >= 3, fillsSentence(first, last) { findFarWhole(of: members) }
            return
        }
        var candidate = first - 1
        var tried: ContiguousArray<Int32> = []
        let reach: Int32 = isIntroduced ? 6 : 2
        while candidate >= farthest(before: first), tried.count < 8,
            statement(candidate).line >= statement(first).line - reach
        {
            if isTotalLike(candidate), figure(candidate).adds(with: figure(first)),
                statement(candidate).comparand != .prior
            {
                if trySum(members, total: candidate, .guess) { return }
                tried.append(candidate)
            }
            candidate -= 1
        }
        let digits =
            isAllTold(behind: last)
            ? 2 : cover == .all || cover == .some && members.count >= 4 ? 3 : 4
        for candidate in tried
        where Slip.digits(figure(candidate)) >= digits
            && trySum(members, total: candidate, .likely, weight: digits)
        {
            return
        }
    }

    /// 满意144件，基本满意2件，合计满意率100%: nothing is left out.
    private func isAllTold(behind last: Int32) -> Bool {
        let rate = last + 1
        guard rate < figureCount, figure(rate).kind == .percent,
            statement(rate).sentence == statement(last).sentence
        else { return false }
        return counted(rate, -2) == 10000 && reading.text.holds("合计", in: label(of: rate))
    }

    /// 家庭户49416万户、129281万人: a figure without a name bears that of the figure before.
    private func labelOrNeighbours(of index: Int32) -> Range<Int> {
        let own = label(of: index)
        guard own.count < 6, index > 0, statement(index - 1).part == statement(index).part,
            statement(index - 1).role == .level,
            statement(index - 1).depth == statement(index).depth
        else { return own }
        return label(of: index - 1)
    }

    /// Whether the run holds all levels of its sentence.
    private func fillsSentence(_ first: Int32, _ last: Int32) -> Bool {
        for other in [first - 1, last + 1]
        where other >= 0 && other < figureCount
            && statement(other).sentence == statement(first).sentence
            && statement(other).role == .level
        {
            return false
        }
        return true
    }

    /// 咨询类92640件，求助类51903件，…: the total was told before, as a total.
    private mutating func findFarWhole(of members: ContiguousArray<Int32>) {
        for clarity in [Relation.Clarity.guess, .likely] {
            var candidate = members[0] - 1
            var count = 0
            while candidate >= farthest(before: members[0]), count < 12 {
                if isTotalLike(candidate), figure(candidate).adds(with: figure(members[0])),
                    Slip.digits(figure(candidate)) >= 5, statement(candidate).comparand != .prior
                {
                    count += 1
                    if trySum(members, total: candidate, clarity, weight: 5) { return }
                }
                candidate -= 1
            }
        }
    }

    /// 从级次看：…, 其中…: words before the run that say it splits something.
    private func isIntroduced(_ first: Int32) -> Bool {
        var place = Int(figure(first).token) - 1
        let end = max(place - Self.tokenReach, 0)
        while place >= end {
            let token = token(place)
            switch token.kind {
            case .colon: return true
            case .comma: return splitsBefore(place)
            case .word where token.word == .ofWhich || token.word == .parts: return true
            case .word, .pause, .open, .close: break
            default: return false
            }
            place -= 1
        }
        return false
    }

    /// 从级次看，市级…: words before the comma that say by what a whole is split.
    private func splitsBefore(_ comma: Int) -> Bool {
        let end = Int(token(comma).start)
        return reading.text.stands("看", at: end - 3) || reading.text.stands("分", at: end - 3)
    }

    private mutating func trySum(
        _ members: ContiguousArray<Int32>, total: Int32, _ clarity: Relation.Clarity,
        weight: Int = 2
    ) -> Bool {
        parts.start(total, figure(total))
        for member in members {
            parts.add(member, figure(member), opensGroup: false, isNested: false)
        }
        return settle(total, clarity, weight: weight)
    }
}
