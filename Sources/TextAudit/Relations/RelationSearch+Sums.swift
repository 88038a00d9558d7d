import Performance

/// Totals and their parts (合计与构成): which search a figure goes to.
extension RelationSearch {
    mutating func findSums() {
        for index in 0..<figureCount {
            if statement(index).role == .average { findPartsOfAverage(index) }
            guard isTotalLike(index) else { continue }
            let isSummed = statement(index).marks.contains(.summed)
            if findBracketParts(of: index), !isSummed { continue }
            if findListedParts(of: index), !isSummed { continue }
            if statement(index).marks.contains(.total) {
                findPartsBefore(index)
            } else {
                findAddends(before: index)
            }
            findBalanced(index)
            findTwoSides(index)
        }
        findCountedSplits()
        findItemSums()
        findBracketLists()
    }

    /// A level of any kind that can be added up.
    @inline(__always)
    func isTotalLike(_ index: Int32) -> Bool {
        guard statement(index).role == .level, figure(index).mantissa != 0 else { return false }
        switch figure(index).kind {
        case .amount, .count, .score: return true
        case .number:
            if isRatioTerm(index) { return false }
            return figure(index).decimals >= 2
                || statement(index).marks.contains(.summed) && Slip.digits(figure(index)) >= 3
        default: return false
        }
    }

    /// 57.39：20.09：22.52: numbers with colons between stand in a ratio.
    func isRatioTerm(_ index: Int32) -> Bool {
        for (step, other) in [(1, index + 1), (-1, index - 1)]
        where other >= 0 && other < figureCount {
            let place = Int(figure(index).token) + step
            guard place >= 0, place < tokenCount, token(place).kind == .colon,
                Int(figure(other).token) == place + step
            else { continue }
            return true
        }
        return false
    }

    /// 每人每年120元，其中财政60元、医保40元、个人20元.
    private mutating func findPartsOfAverage(_ index: Int32) {
        if findBracketParts(of: index) { return }
        let next = Int(figure(index).token) + 1
        guard next + 1 < tokenCount, token(next).endsClause, token(next + 1).word == .ofWhich else {
            return
        }
        _ = findIntroducedParts(of: index, from: next + 2, .ofWhich)
    }
}
