import Performance

/// Percentages that add up (百分比合计): 两项合计占63.5%, 拉动增长的百分点.
extension RelationSearch {
    mutating func findPercentSums() {
        for index in 0..<figureCount where figure(index).kind == .percent {
            let role = statement(index).role
            if role == .share, holdsAny(["合计", "两项", "三项", "合共"], in: shareLabel(index)) {
                sumSharesBefore(index)
            } else if role == .growth {
                sumContributions(index)
            }
        }
    }

    /// The words before a share, back over a count: 两项合计占.
    private func shareLabel(_ index: Int32) -> Range<Int> {
        let own = label(of: index)
        guard index > 0, figure(index - 1).kind == .count,
            statement(index - 1).clause == statement(index).clause
        else { return own }
        return Int(figure(index - 1).start)..<max(own.upperBound, Int(figure(index - 1).start))
    }

    private mutating func sumSharesBefore(_ total: Int32) {
        parts.start(total, figure(total))
        var other = total - 1
        while other >= nearest(before: total), !parts.isFull,
            statement(other).sentence == statement(total).sentence
        {
            if statement(other).role == .share, figure(other).kind == .percent {
                parts.add(other, figure(other), opensGroup: false, isNested: false)
            }
            other -= 1
        }
        settlePercents(total)
    }

    /// 收入增长6.4%，其中增值税拉动4.1个百分点、….
    private mutating func sumContributions(_ total: Int32) {
        parts.start(total, figure(total))
        var other = total + 1
        while other < nearest(behind: total), !parts.isFull,
            statement(other).sentence == statement(total).sentence
        {
            guard statement(other).role == .points,
                holdsAny(["拉动", "贡献"], in: label(of: other))
            else { break }
            parts.add(other, figure(other), opensGroup: false, isNested: false)
            other += 1
        }
        settlePercents(total)
    }

    private mutating func settlePercents(_ total: Int32) {
        guard parts.count >= 2 else { return }
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: parts.count)
        let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
        guard verdict != .error || isSlip, verdict != .unverifiable else { return }
        noteSum(total, .likely, verdict, isSlip: isSlip)
    }
}
