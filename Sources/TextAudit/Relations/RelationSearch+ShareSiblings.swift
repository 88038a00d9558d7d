import Performance

/// Shares side by side, which are of one whole (并列占比).
extension RelationSearch {
    /// A percentage of three digits agrees with some pair or other: the shares beside it tell more.
    func isLeftToSiblings(_ index: Int32) -> Bool {
        Slip.digits(figure(index)) <= 3 && nameAfterWord(of: index).isEmpty
            && statement(index).comparand != .budget
    }

    /// 占14.8%, where another pair agrees by chance: the shares beside it are of one whole.
    mutating func reconsider(_ index: Int32, _ totals: ContiguousArray<Bool>) {
        let (base, subject) = (bases[Int(index)], statement(index).subject)
        guard base >= 0, subject >= 0, base > subject || base < subject - 1,
            base != wholes[Int(subject)], !totals[Int(base)]
        else {
            return
        }
        var whole = Int32(-1)
        for step in [Int32(-1), 1] {
            guard let other = shareBeside(index, step) else { continue }
            guard whole < 0 || whole == other else { return }
            whole = other
        }
        guard whole >= 0, whole != base, whole != subject,
            figure(whole).adds(with: figure(subject))
        else { return }
        var trials = RateTrials()
        attempt(
            &trials, stated: index,
            RateTrial(shape: .ratio, clarity: .likely, first: subject, second: whole))
        guard let (best, isSlip) = best(of: trials, stated: index), isSlip else { return }
        note(best.shape, .likely, .error, stated: index, best.first, best.second, isSlip: true)
    }

    /// The whole of the next share of the sentence, or of the line beside.
    func shareBeside(_ index: Int32, _ step: Int32) -> Int32? {
        var other = index + step
        while other >= 0, other < figureCount, abs(other - index) <= 12,
            abs(statement(other).line - statement(index).line) <= 1
        {
            if statement(other).role == .share, bases[Int(other)] >= 0,
                Slip.digits(figure(other)) >= 3
            {
                return bases[Int(other)]
            }
            other += step
        }
        return nil
    }

    /// For each figure: whether it is the total of some list.
    var totals: ContiguousArray<Bool> {
        var totals = ContiguousArray(repeating: false, count: Int(figureCount))
        for relation in relations where relation.shape == .sum {
            totals[Int(relation.stated)] = true
        }
        return totals
    }

    /// The shares before and behind are shares of one whole: so is this one.
    mutating func trySiblings(_ trials: inout RateTrials, _ index: Int32, _ subject: Int32) {
        var found: [Int32] = []
        var isNear = false
        for step in [Int32(-1), 1] {
            var other = index + step
            var count = 0
            while other >= 0, other < figureCount, count < 12 {
                if statement(other).role == .share, bases[Int(other)] >= 0,
                    statement(other).comparand == statement(index).comparand
                {
                    found.append(bases[Int(other)])
                    if statement(other).sentence == statement(index).sentence { isNear = true }
                    let name = nameAfterWord(of: index)
                    if name.count >= 9, overlap(name, nameAfterWord(of: other)) >= name.count {
                        isNear = true
                    }
                    break
                }
                count += 1
                other += step
            }
        }
        for base in found where base != subject && figure(base).adds(with: figure(subject)) {
            let isAgreed = found.count == 2 && found[0] == found[1]
            attempt(
                &trials, stated: index,
                RateTrial(
                    shape: .ratio, clarity: isAgreed ? .stated : isNear ? .likely : .guess,
                    first: subject, second: base), slipDigits: isAgreed ? 2 : 3)
        }
    }
}
