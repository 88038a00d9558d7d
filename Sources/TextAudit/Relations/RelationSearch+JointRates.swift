import Performance

/// Rates of several parts together (合并比率): 满意306份、基本满意27份，综合满意率95.1%.
extension RelationSearch {
    /// Tries the parts that bear the name of a rate over the level before them.
    mutating func findJointRate(_ rate: Int32, _ name: Range<Int>) -> Bool {
        guard let stem = jointStem(of: name) else { return false }
        var members: ContiguousArray<Int32> = []
        var base = Int32(-1)
        var other = rate - 1
        while other >= nearest(before: rate), rate - other <= 10,
            statement(other).line == statement(rate).line
        {
            if statement(other).role == .level, figure(other).kind == .count {
                let label = label(of: other)
                if reading.text.holds(stem, in: label) {
                    if !holdsAny(["不", "未"], in: label) { members.append(other) }
                } else if let first = members.last {
                    guard figure(other).adds(with: figure(first)) else { break }
                    base = other
                    break
                }
            }
            other -= 1
        }
        guard base >= 0, members.count >= 2 else { return false }
        return settleJoint(rate, members, over: base)
    }

    private func jointStem(of name: Range<Int>) -> StaticString? {
        for stem: StaticString in ["满意", "合格"] where reading.text.holds(stem, in: name) {
            return stem
        }
        return nil
    }

    /// 谈判0.83亿元、询价0.42亿元，合计占4.7%: the parts of its stretch over the whole of the share before.
    mutating func findJointShares() {
        for index in 0..<figureCount where statement(index).role == .share && isJoint(index) {
            var members: ContiguousArray<Int32> = []
            var other = index - 1
            while other >= nearest(before: index), statement(other).part == statement(index).part,
                figure(other).kind != .percent
            {
                if isTotalLike(other),
                    members.isEmpty || figure(other).adds(with: figure(members[0]))
                {
                    members.append(other)
                }
                other -= 1
            }
            guard members.count >= 2, let base = baseBefore(index) else { continue }
            _ = settleJoint(index, members, over: base)
        }
    }

    /// The whole of the nearest share before in the sentence.
    private func baseBefore(_ index: Int32) -> Int32? {
        var other = index - 1
        while other >= nearest(before: index),
            statement(other).sentence == statement(index).sentence
        {
            if statement(other).role == .share, bases[Int(other)] >= 0 { return bases[Int(other)] }
            other -= 1
        }
        return nil
    }

    /// Notes stated = Σ members ÷ base, where it holds or one slip is the matter.
    private mutating func settleJoint(
        _ stated: Int32, _ members: ContiguousArray<Int32>, over base: Int32
    ) -> Bool {
        let start = Int32(pool.count)
        pool.append(contentsOf: members.reversed())
        pool.append(base)
        var relation = Relation(
            shape: .ratio, clarity: .likely, verdict: .exact, stated: stated,
            firstOperand: start, operandCount: Int32(members.count) + 1)
        guard let result = compute(relation) else {
            pool.removeLast(members.count + 1)
            return false
        }
        relation.verdict = result.verdict
        if result.verdict == .error {
            relation.isSlip =
                Slip.digits(figure(stated)) >= 3
                && ([stated] + operands(relation)).contains { index in
                    Slip.digits(figure(index)) >= 2
                        && repairs(of: index, in: relation).contains { isSlip($0) }
                }
            guard relation.isSlip else {
                pool.removeLast(members.count + 1)
                return false
            }
        }
        relations.append(relation)
        return true
    }
}
