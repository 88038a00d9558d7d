/// Shares that name their part or their whole in a word or less (简称占比).
extension RelationSearch {
    /// 税收比重62.57% of 税务部门征收21334万元: the first scalar names the part, the digits tell the whole.
    mutating func tryNearName(
        _ trials: inout RateTrials, _ index: Int32, _ name: Range<Int>
    ) {
        guard name.count >= 3, Slip.digits(figure(index)) >= 4,
            statement(index).comparand == .none
        else { return }
        let head = name.lowerBound..<name.lowerBound + 3
        var subject = index - 1
        while subject >= nearest(before: index),
            statement(subject).line == statement(index).line
        {
            let label = label(of: subject)
            if isTotalLike(subject), label.count >= 3,
                overlapsAll(head, label.lowerBound..<label.lowerBound + 3)
            {
                tryLargerLevels(&trials, index, subject)
                break
            }
            subject -= 1
        }
        settle(trials, stated: index)
    }

    mutating func tryLargerLevels(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32
    ) {
        var other = index - 1
        while other >= nearest(before: index), trials.isOpen,
            statement(other).line == statement(index).line
        {
            if other != subject, isTotalLike(other), figure(other).adds(with: figure(subject)),
                statement(other).comparand == .none
            {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: other),
                    slipDigits: 4, onlyStated: true)
            }
            other -= 1
        }
    }

    /// 同类支出 without 支出: what the name says beyond the kind of the figure.
    func withoutKind(_ name: Range<Int>) -> Range<Int> {
        let tail = max(name.lowerBound, name.upperBound - 6)..<name.upperBound
        let isKind = holdsAny(["支出", "收入", "资金", "经费", "金额", "总额", "总数"], in: tail)
        return isKind ? name.lowerBound..<tail.lowerBound : name
    }

    /// 405.43万元全部用于群众体育，占100%: all of it is meant.
    func isWholly(_ subject: Int32, _ index: Int32) -> Bool {
        guard subject == index - 1, statement(subject).part == statement(index).part else {
            return false
        }
        // The label itself reaches back over a figure that stands in a bracket.
        let start = Int(figure(subject).end)
        let between = start..<max(Int(statement(index).labelStart), start)
        return between.count <= 90 && holdsAny(["全部", "全额"], in: between)
    }

    /// 占基本支出预算6.45%…基本支出合计1133753.33元: the whole is told behind its parts.
    mutating func tryTotalsBehind(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32, _ name: Range<Int>
    ) {
        var other = subject + 1
        while other < nearest(behind: subject), other < subject + 24, trials.isOpen {
            if isTotalLike(other), figure(other).adds(with: figure(subject)),
                statement(other).marks.contains(.total), overlap(name, label(of: other)) >= 12
            {
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: other),
                    onlyStated: true)
            }
            other += 1
        }
    }

    /// 占年初预算数的109.17%, with the budget told under another name: only the percentage may be wrong.
    mutating func tryAllBudgets(
        _ trials: inout RateTrials, _ index: Int32, _ subject: Int32
    ) {
        var other = subject - 1
        var count = 0
        while other >= farthest(before: subject), count < 6, trials.isOpen {
            if statement(other).role == .level, statement(other).comparand == .budget,
                figure(other).adds(with: figure(subject)), !areOtherSides(subject, other)
            {
                count += 1
                attempt(
                    &trials, stated: index,
                    RateTrial(shape: .ratio, clarity: .likely, first: subject, second: other),
                    slipDigits: 4, onlyStated: true)
            }
            other -= 1
        }
    }
}
