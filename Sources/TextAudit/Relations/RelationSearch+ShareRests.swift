import Performance

/// Shares that leave nothing out (占比合计为100%): 国有企业占13.25%，…，其他占7.47%.
extension RelationSearch {
    mutating func findWholeShares() {
        var first = Int32(0)
        while first < figureCount {
            guard statement(first).role == .share else {
                first += 1
                continue
            }
            var shares: ContiguousArray<Int32> = [first]
            var next = first + 1
            while next < nearest(behind: first),
                statement(next).sentence == statement(first).sentence
            {
                if statement(next).role == .share, figure(next).kind == .percent,
                    statement(next).depth == statement(first).depth
                {
                    shares.append(next)
                } else if !isOfName(next) {
                    break
                }
                next += 1
            }
            if shares.count > 1 { settleWholeShares(shares) }
            first = next
        }
    }

    /// 90～144平方米占71.28%: a size in the name of what has the share.
    private func isOfName(_ index: Int32) -> Bool {
        guard statement(index).role != .share, figure(index).kind != .amount,
            figure(index).kind != .percent, index + 1 < figureCount
        else { return false }
        var next = index + 1
        while next < figureCount, statement(next).clause == statement(index).clause {
            if statement(next).role == .share { return true }
            next += 1
        }
        return false
    }

    private mutating func settleWholeShares(_ shares: ContiguousArray<Int32>) {
        guard let last = shares.last, leavesNothingOut(shares) else { return }
        let exponent = shares.map { figure($0).exponent }.min() ?? 0
        guard exponent <= 0, exponent >= -6 else { return }
        var off = 100 * Arithmetic.power(-exponent)
        for index in shares {
            guard bases[Int(index)] < 0 else { return }
            off -= counted(index, exponent)
        }
        // Each share may be rounded by half of its last digit.
        let slack = Int128(shares.count)
        guard 2 * Arithmetic.magnitude(off) > slack,
            shares.contains(where: {
                Slip.explains(figure($0), by: off, exponent: exponent, slack: slack / 2)
            })
        else { return }
        let start = Int32(pool.count)
        pool.append(contentsOf: shares.dropLast())
        relations.append(
            Relation(
                shape: .remainder, clarity: .likely, verdict: .error, stated: last,
                firstOperand: start, operandCount: Int32(shares.count) - 1, isSlip: true))
    }

    /// The last is 其他, 其余, or the first with 非 before it; or 以下 leads and 以上 closes.
    private func leavesNothingOut(_ shares: ContiguousArray<Int32>) -> Bool {
        guard let first = shares.first, let last = shares.last else { return false }
        let (head, tail) = (subjectName(of: first), subjectName(of: last))
        let start = tail.lowerBound..<min(tail.upperBound, tail.lowerBound + 9)
        if holdsAny(["其他", "其它", "其余"], in: start) { return true }
        if shares.count == 2, reading.text.stands("非", at: tail.lowerBound), tail.count >= 9 {
            return overlap(head, tail) >= tail.count - 3
        }
        return reading.text.holds("以下", in: head) && reading.text.holds("以上", in: tail)
    }
}
