import Performance

/// What is carried over when all uses are taken off (结转下年): 收入 − 支出 − 调出.
extension RelationSearch {
    /// 收入2.89亿元，其中…。支出1.26亿元，调出到一般公共预算1.45亿元，结转下年0.18亿元: the uses of the sentence and
    /// what is left make up the first level of the sentence before.
    mutating func findCarriedOver() {
        for index in 0..<figureCount where statement(index).marks.contains(.balance) {
            guard isTotalLike(index), reading.text.holds("结转", in: label(of: index)) else {
                continue
            }
            let uses = uses(before: index)
            guard uses.count >= 2, let first = uses.last,
                let whole = sourceBefore(first, like: index), wholes[Int(index)] < 0
            else { continue }
            settleCarriedOver(whole, uses.reversed() + [index])
        }
    }

    /// 资产总额1284.63亿元，负债总额768.92亿元，…，所有者权益515.71亿元: what is owned less what is owed.
    mutating func findNetAssets() {
        for index in 2..<max(figureCount, 2)
        where isTotalLike(index) && holdsAny(["所有者权益", "净资产"], in: label(of: index)) {
            var owned = Int32(-1)
            var owed = Int32(-1)
            var other = index - 1
            while other >= nearest(before: index), owned < 0,
                statement(other).line == statement(index).line
            {
                if isTotalLike(other), figure(other).adds(with: figure(index)),
                    statement(other).depth == statement(index).depth
                {
                    let name = label(of: other)
                    if reading.text.holds("负债", in: name) { if owed < 0 { owed = other } }
                    if holdsAny(["资产总额", "总资产", "资产总计", "资产合计"], in: name) { owned = other }
                }
                other -= 1
            }
            guard owned >= 0, owed > owned else { continue }
            settleCarriedOver(owned, [owed, index])
        }
    }

    private static let useWords: [StaticString] = ["支出", "调出", "上解", "还本", "补充", "划转", "上缴"]

    private func uses(before index: Int32) -> ContiguousArray<Int32> {
        var found: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index), found.count < 6,
            statement(other).sentence == statement(index).sentence
        {
            if isTotalLike(other), figure(other).adds(with: figure(index)) {
                guard holdsAny(Self.useWords, in: label(of: other)),
                    statement(other).depth == statement(index).depth
                else { return [] }
                found.append(other)
            }
            other -= 1
        }
        return found
    }

    private func sourceBefore(_ first: Int32, like index: Int32) -> Int32? {
        var source: Int32?
        var other = first - 1
        while other >= nearest(before: first), statement(other).line == statement(first).line,
            statement(other).sentence == statement(first).sentence - 1
        {
            if isTotalLike(other), figure(other).adds(with: figure(index)),
                statement(other).depth == statement(index).depth,
                statement(other).comparand == .none
            {
                source = other
            }
            other -= 1
        }
        guard let source, holdsAny(["收入", "总量", "总计", "财力"], in: label(of: source)) else {
            return nil
        }
        return source
    }

    private mutating func settleCarriedOver(_ whole: Int32, _ uses: ContiguousArray<Int32>) {
        parts.start(whole, figure(whole))
        for use in uses { parts.add(use, figure(use), opensGroup: false, isNested: false) }
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: parts.count)
        let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
        guard verdict == .exact || isSlip, Slip.digits(figure(whole)) >= 3 else { return }
        noteSum(whole, .likely, verdict, isSlip: isSlip)
    }
}
