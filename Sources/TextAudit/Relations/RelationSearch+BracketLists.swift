import Performance

/// Parts that stand in a bracket behind a noun (括号内列举): 48个项目（直达17个、专项债券9个、其他22个）.
extension RelationSearch {
    mutating func findBracketLists() {
        for place in 1..<max(tokenCount, 1)
        where token(place).kind == .open
            && (token(place - 1).kind != .figure
                || token(place).start - token(place - 1).end > 2)
        {
            findBracketList(at: place)
        }
    }

    private mutating func findBracketList(at open: Int) {
        guard let first = firstLevel(behind: open) else { return }
        let total = wholeBefore(open, like: first)
        guard total >= 0, wholes[Int(first)] < 0 else { return }
        parts.start(total, figure(total))
        _ = gather(
            from: open + 1, depth: statement(first).depth, untilClose: true, takesAnyCount: true)
        guard parts.count >= 2, !parts.isOpen, !hasThreshold() else { return }
        _ = settle(total, .likely, weight: 2)
    }

    /// The level that a bracket begins with, with nothing but words before it.
    private func firstLevel(behind open: Int) -> Int32? {
        var place = open + 1
        while place < tokenCount, token(place).kind == .word { place += 1 }
        guard place < tokenCount, token(place).kind == .figure, isTotalLike(token(place).value)
        else { return nil }
        return token(place).value
    }

    /// The last level of the sentence before a bracket, in the clause of the bracket or the one before.
    private func wholeBefore(_ open: Int, like first: Int32) -> Int32 {
        let other = first - 1
        guard other >= 0, statement(other).sentence == statement(first).sentence,
            statement(other).depth + 1 == statement(first).depth, isTotalLike(other),
            statement(other).clause + 1 >= statement(first).clause,
            addsInBracket(first, to: other)
        else { return -1 }
        return other
    }

    /// 46个下属单位（学校38所、幼儿园6所、中心等2个）: in a bracket the parts may have units of their own.
    func addsInBracket(_ part: Int32, to total: Int32) -> Bool {
        let (own, whole) = (figure(part), figure(total))
        if own.adds(with: whole) { return true }
        return own.kind == .count && whole.kind == .count && whole.unit == 0
            && CountUnit.isPlace(own.unit)
    }
}
