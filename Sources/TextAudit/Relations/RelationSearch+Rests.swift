import Performance

/// What is left of a figure when its parts are taken off, told as 其余 (其余数).
extension RelationSearch {
    /// 多计工程款1286.74万元，核减1205.33万元，其余81.41万元经复核认可; 未完工的7座中，4座…，其余3座….
    mutating func findRests() {
        for index in 2..<max(figureCount, 2) where isRestOfSentence(index) {
            if settleRestOfShare(index) { continue }
            if relations.reversed().prefix(64).contains(where: { tells(index, $0) }) { continue }
            settleRest(index)
        }
    }

    private func isRestOfSentence(_ index: Int32) -> Bool {
        guard statement(index).role == .level || statement(index).role == .change,
            figure(index).mantissa > 0,
            figure(index).kind == .amount || figure(index).kind == .count,
            !isVague(index)
        else { return false }
        let name = label(of: index)
        let head = name.lowerBound..<min(name.upperBound, name.lowerBound + 12)
        return holdsAny(["其余", "剩余", "余下", "剩下"], in: head)
            || name.count <= 60 && holdsAny(["其余"], in: name)
    }

    /// 四项合计76.52亿元，占税收收入的65.2%；契税等其余税种40.84亿元: what the share before leaves.
    private mutating func settleRestOfShare(_ rest: Int32) -> Bool {
        let share = rest - 1
        guard statement(share).role == .share, bases[Int(share)] >= 0,
            statement(share).sentence == statement(rest).sentence,
            statement(share).subject >= 0
        else { return false }
        let (part, whole) = (statement(share).subject, bases[Int(share)])
        guard part != whole, figure(part).adds(with: figure(rest)),
            figure(whole).adds(with: figure(rest))
        else { return false }
        return tryRest(rest, [part, whole], 1, isSlipOnly: false)
            || Slip.digits(figure(rest)) >= 3 && tryRest(rest, [part, whole], 1, isSlipOnly: true)
    }

    private func tells(_ index: Int32, _ relation: Relation) -> Bool {
        relation.stated == index || operands(relation).contains(index)
    }

    /// The parts right before it, back to the first figure that they and the rest make up.
    private mutating func settleRest(_ rest: Int32) {
        var before: ContiguousArray<Int32> = []
        var other = rest - 1
        while other >= nearest(before: rest), before.count < 8,
            statement(other).sentence == statement(rest).sentence
        {
            let role = statement(other).role
            if role == .level || role == .change, figure(other).adds(with: figure(rest)),
                statement(other).depth == statement(rest).depth
            {
                before.append(other)
            }
            other -= 1
        }
        guard before.count >= 2 else { return }
        for count in 1..<before.count where tryRest(rest, before, count, isSlipOnly: false) {
            return
        }
        let whole = before.count - 1
        // Two figures of one clause each: what is told first is split.
        guard statement(before[whole]).part == statement(rest).part,
            isFirstOfSentence(before[whole]), !isVague(before[whole])
        else { return }
        _ = tryRest(rest, before, whole, isSlipOnly: true)
    }

    private mutating func tryRest(
        _ rest: Int32, _ before: ContiguousArray<Int32>, _ count: Int, isSlipOnly: Bool
    ) -> Bool {
        let whole = before[count]
        parts.start(whole, figure(whole))
        for part in before[0..<count].reversed() {
            parts.add(part, figure(part), opensGroup: false, isNested: false)
        }
        parts.add(rest, figure(rest), opensGroup: false, isNested: false)
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: parts.count)
        guard isSlipOnly else {
            guard verdict == .exact || verdict == .rounding else { return false }
            noteSum(whole, .likely, verdict)
            return true
        }
        guard verdict == .error, parts.isSlip(reading.lexer.figures) else { return false }
        noteSum(whole, .likely, .error, isSlip: true)
        return true
    }
}
