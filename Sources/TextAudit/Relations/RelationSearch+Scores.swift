import Performance

/// Scores that others give (得分的计算): 满分 less what was taken off, points times a rate.
extension RelationSearch {
    mutating func findScores() {
        for index in 1..<max(figureCount, 1)
        where figure(index).kind == .score && statement(index).role == .level {
            let name = label(of: index)
            guard reading.text.holds("得", in: name), !holdsAny(["扣", "满分"], in: name) else {
                continue
            }
            if !findTakenOff(index) { findRated(index) }
        }
    }

    /// 满分100分，因质量扣3分、支付扣1.6分，最终得分95.4分.
    private mutating func findTakenOff(_ score: Int32) -> Bool {
        var taken: ContiguousArray<Int32> = []
        var full = Int32(-1)
        var other = score - 1
        while other >= nearest(before: score), full < 0,
            statement(other).sentence == statement(score).sentence
        {
            guard figure(other).kind == .score else { return false }
            let name = label(of: other)
            if reading.text.holds("扣", in: name) {
                taken.append(other)
            } else if holdsAny(["满分", "总分", "分值"], in: name) {
                full = other
            } else {
                return false
            }
            other -= 1
        }
        guard full >= 0, !taken.isEmpty else { return false }
        parts.start(full, figure(full))
        for part in taken + [score] {
            parts.add(part, figure(part), opensGroup: false, isNested: false)
        }
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: parts.count)
        let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
        if verdict == .exact || isSlip { noteSum(full, .stated, verdict, isSlip: isSlip) }
        return true
    }

    /// 分值10分，执行率92.5%，按比例计得9.25分.
    private mutating func findRated(_ score: Int32) {
        let (rate, full) = (score - 1, score - 2)
        guard full >= 0, figure(rate).kind == .percent, figure(full).kind == .score,
            statement(full).sentence == statement(score).sentence,
            holdsAny(["分值", "满分", "权重"], in: label(of: full)),
            holdsAny(["比例", "折算", "计得", "计算"], in: label(of: score)),
            counted(rate, -4) <= 1_000_000
        else { return }
        if !tryProduct(score, [full, rate], isSlipOnly: false) {
            _ = tryProduct(score, [full, rate], isSlipOnly: true)
        }
    }
}
