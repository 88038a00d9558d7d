/// Parts in a bracket right behind their total (括号合计).
extension RelationSearch {
    /// 628.8万元（人员经费602.1万元，公用经费26.7万元）.
    mutating func findBracketParts(of total: Int32) -> Bool {
        let place = bracketOwner(total)
        guard place + 1 < tokenCount, token(place + 1).kind == .open,
            token(place + 1).start - token(place).end <= 2
        else { return false }
        parts.start(total, figure(total))
        let clarity = gather(
            from: place + 2, depth: statement(total).depth + 1, untilClose: true)
        if parts.count == 1, isSameInBracket(total, parts.parts[0].figure) {
            return settle(total, .stated, weight: 2)
        }
        guard parts.count >= 2 else { return false }
        return settle(total, clarity ?? .stated, weight: 2)
    }

    /// 220.43万元，占78.89%（市本级…、自治区…）: the token of the share of the total, or of the total.
    func bracketOwner(_ total: Int32) -> Int {
        let share = total + 1
        guard share < figureCount, figure(share).kind == .percent,
            statement(share).subject == total, statement(share).part == statement(total).part,
            statement(share).depth == statement(total).depth,
            statement(share).clause <= statement(total).clause + 1
        else { return Int(figure(total).token) }
        return Int(figure(share).token)
    }

    /// 12340万元（1.234亿元）: the same amount in another unit.
    func isSameInBracket(_ total: Int32, _ other: Int32) -> Bool {
        figure(total).kind == .amount && figure(other).scale != figure(total).scale
            && label(of: other).isEmpty
    }
}
