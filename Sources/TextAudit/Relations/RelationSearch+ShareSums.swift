import Performance

/// Parts that are told with their shares of one whole (占比齐全的分项).
extension RelationSearch {
    /// A占64.91%；B占30.38%；C占4.71%: shares that make up 100 % have parts that make up the whole.
    mutating func findShareSums() {
        var index = Int32(0)
        while index < figureCount {
            guard statement(index).role == .share, statement(index).subject >= 0,
                !isJoint(index)
            else {
                index += 1
                continue
            }
            index = settleShares(from: index) + 1
        }
    }

    /// Settles the run of shares that begins at `first`; returns its last.
    private mutating func settleShares(from first: Int32) -> Int32 {
        var shares: ContiguousArray<Int32> = [first]
        var last = first
        var index = first + 1
        while index < nearest(behind: first), statement(index).line <= statement(last).line + 1,
            index - last <= 8,
            shares.count < 30
        {
            if statement(index).role == .share, isJoint(index) { return first }
            if statement(index).role == .share, statement(index).subject >= 0,
                figure(statement(index).subject).adds(with: figure(statement(first).subject)),
                statement(index).comparand == statement(first).comparand
            {
                shares.append(index)
                last = index
                if isComplete(shares) { break }
            }
            index += 1
        }
        guard shares.count >= 2, isComplete(shares), let whole = commonBase(shares) else {
            return first
        }
        parts.start(whole, figure(whole))
        for share in shares {
            let subject = statement(share).subject
            guard subject != whole, wholes[Int(subject)] < 0 || wholes[Int(subject)] == whole else {
                return last
            }
            parts.add(subject, figure(subject), opensGroup: false, isNested: false)
        }
        _ = settle(whole, .stated, weight: 2)
        return last
    }

    /// 合计占34.9%: the share of several parts together.
    func isJoint(_ index: Int32) -> Bool {
        let own = label(of: index)
        let head = own.lowerBound..<min(own.upperBound, own.lowerBound + 12)
        return holdsAny(["合计", "共占", "两项", "三项", "四项", "两者", "三者", "合共"], in: head)
    }

    /// Whether the percentages add up to 100, give or take their rounding.
    private func isComplete(_ shares: ContiguousArray<Int32>) -> Bool {
        var sum: Int64 = 0
        for share in shares {
            let figure = figure(share)
            guard figure.decimals <= 2, figure.mantissa <= 10_010 else { return false }
            sum += figure.mantissa * (figure.decimals == 2 ? 1 : figure.decimals == 1 ? 10 : 100)
        }
        return (9990...10010).contains(sum) && shares.count >= 2
    }

    /// The whole of most of the shares; nil where they have none in common.
    private func commonBase(_ shares: ContiguousArray<Int32>) -> Int32? {
        for share in shares where bases[Int(share)] >= 0 {
            var same = 0
            for other in shares where bases[Int(other)] == bases[Int(share)] { same += 1 }
            if same >= 2 && 2 * same >= shares.count { return bases[Int(share)] }
        }
        return nil
    }
}
