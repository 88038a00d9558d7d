import Performance

/// A sentence that says what it splits (分解): 社区设施按城乡分，…; 在专项转移支付中，….
extension RelationSearch {
    mutating func findSplits() {
        for place in 1..<max(tokenCount, 1) where token(place).kind == .comma {
            guard let name = splitName(before: place), place + 1 < tokenCount else { continue }
            let first = firstFigure(behind: place)
            guard first > 0, isTotalLike(first) else { continue }
            let total = namedLevel(name, before: first, like: first)
            guard total >= 0, overlap(name, label(of: total)) >= name.count,
                statement(total).comparand != .prior, first - total <= 40
            else { continue }
            parts.start(total, figure(total))
            _ = gather(from: place + 1, depth: statement(first).depth, untilClose: false)
            guard parts.count >= 2 else { continue }
            // 在职人员中，高级职称21人、中级职称46人: persons of a kind leave others out.
            _ = settle(total, .likely, weight: figure(total).kind == .amount ? 2 : 4)
        }
    }

    private func firstFigure(behind place: Int) -> Int32 {
        var next = place + 1
        while next < tokenCount, !token(next).endsClause {
            if token(next).kind == .figure { return token(next).value }
            next += 1
        }
        return -1
    }

    /// What stands between 在 and 中, or before 按; nil where the clause names nothing.
    private func splitName(before comma: Int) -> Range<Int>? {
        var start = comma - 1
        while start >= 0, token(start).kind == .word { start -= 1 }
        guard start >= 0, token(start).kind != .figure else { return nil }
        let clause = Int(token(start).end)..<Int(token(comma).start)
        guard clause.count >= 12, clause.count <= 60 else { return nil }
        let tail = clause.upperBound - 3..<clause.upperBound
        if reading.text.stands("在", at: clause.lowerBound), reading.text.holds("中", in: tail) {
            let name = clause.lowerBound + 3..<tail.lowerBound
            return name.count >= 6 ? name : nil
        }
        guard reading.text.holds("分", in: tail) || reading.text.holds("看", in: tail),
            let by = reading.text.find("按", in: clause), by - clause.lowerBound >= 6
        else { return nil }
        return clause.lowerBound..<by
    }
}
