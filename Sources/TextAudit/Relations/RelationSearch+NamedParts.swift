import Performance

/// Rates whose name is also that of their numerator (分子与比率同名): 集中供养287人，集中供养率22.87%.
extension RelationSearch {
    /// The level of the sentence that bears the name of a rate, better than any other; nil for none.
    ///
    /// - Parameter name: the name of the rate, with its 率.
    func namedPart(of rate: Int32, _ name: Range<Int>) -> Int32? {
        let stem = name.lowerBound..<max(name.lowerBound, name.upperBound - 3)
        guard stem.count >= 6 else { return nil }
        var best = Int32(-1)
        var longest = 3
        var isTied = false
        for other in levels(around: rate) {
            let label = label(of: other)
            var length = overlap(stem, label)
            // 完好401台 before 在册设备412台, for 设备完好率: a name that says nothing else.
            if length == label.count, length >= 6 { length += 1 }
            guard length >= 6, 3 * length >= stem.count, !isDenied(label, stem) else { continue }
            if length == longest { isTied = true }
            if length > longest {
                best = other
                longest = length
                isTied = false
            }
        }
        return best >= 0 && !isTied ? best : nil
    }

    /// The levels of the sentence before a rate, and those in the bracket right behind it.
    private func levels(around rate: Int32) -> ContiguousArray<Int32> {
        var found: ContiguousArray<Int32> = []
        var other = rate - 1
        while other >= 0, rate - other <= 12, statement(other).sentence == statement(rate).sentence
        {
            if isCounted(other) { found.append(other) }
            other -= 1
        }
        other = rate + 1
        while other < figureCount, other <= rate + 3, statement(other).owner == rate {
            if isCounted(other) { found.append(other) }
            other += 1
        }
        return found
    }

    private func isCounted(_ index: Int32) -> Bool {
        statement(index).role == .level
            && (figure(index).kind == .count || figure(index).kind == .amount)
    }

    /// 任务4.2万亩，开工3.5万亩、开工率83.3%，完工1.47万亩、完工率35%: what the rate before was of, or
    /// the first of the levels.
    private func baseOfRate(
        before rate: Int32, among levels: [Int32]
    ) -> Int32 {
        for relation in relations.suffix(12).reversed()
        where relation.shape == .ratio && relation.operandCount == 2
            && statement(relation.stated).sentence == statement(rate).sentence
        {
            let base = operand(relation, 1)
            if levels.contains(base) { return base }
        }
        return levels[levels.count - 1]
    }

    /// 不满意12份 is no part of 满意率.
    private func isDenied(_ label: Range<Int>, _ stem: Range<Int>) -> Bool {
        holdsAny(["不", "未", "非"], in: label) && !holdsAny(["不", "未", "非"], in: stem)
    }

    /// Tries a named numerator over its whole, or over the one other level of the sentence.
    mutating func tryNamedPart(_ part: Int32, _ rate: Int32, _ trials: inout RateTrials) {
        let whole = wholes[Int(part)]
        if whole >= 0 {
            attempt(
                &trials, stated: rate,
                RateTrial(shape: .ratio, clarity: .stated, first: part, second: whole),
                slipDigits: 2)
        }
        let others = levels(around: rate).filter { $0 != part }
        let alike = others.filter {
            figure($0).adds(with: figure(part)) && (whole < 0 || wholes[Int($0)] != whole)
        }
        // 提供岗位21760个，达成意向4352人，意向率20%: where nothing has the unit, the level before.
        let base =
            alike.count == 1 || alike.count > 1 && alike.count <= 3
            ? baseOfRate(before: rate, among: alike)
            : alike.isEmpty && others.contains(part - 1) ? part - 1 : -1
        guard base >= 0, base != whole else { return }
        attempt(
            &trials, stated: rate,
            RateTrial(shape: .ratio, clarity: .likely, first: part, second: base),
            slipDigits: 2)
    }
}
