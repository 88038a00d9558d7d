import Performance

/// Parts behind a semicolon or other levels of the sentence (隔句合计).
extension RelationSearch {
    /// 受理637件，成功621件，成功率97.49%；其中…: the list may belong to any level before it.
    mutating func findPastParts(of last: Int32, from place: Int) -> Bool {
        let before = levels(before: last, like: last).filter {
            statement($0).depth == statement(last).depth && statement($0).comparand == .none
        }
        for isExact in [true, false] {
            for total in before.reversed() + [last] {
                parts.start(total, figure(total))
                _ = gather(from: place, depth: statement(last).depth, untilClose: false)
                guard parts.count >= 2, !isNameless(parts.parts[0].figure), !hasThreshold() else {
                    return false
                }
                parts.align(reading.lexer.figures)
                if isExact {
                    guard parts.fit(.all, upTo: parts.count) == .exact else { continue }
                    noteSum(total, .likely, .exact)
                    return true
                }
                guard !parts.isOpen else { continue }
                let isLong = Slip.digits(figure(total)) >= 4
                let weight = parts.isClosed || parts.count >= 3 ? 3 : isLong ? 4 : 5
                if settle(total, .likely, weight: weight) { return true }
            }
        }
        return false
    }

    /// 累计支出65600.77万元，为预算…的70.6%。 ——直达…；——债券…: other levels stand before the list.
    mutating func findBehindSentence(_ total: Int32, from start: Int) -> Bool {
        var place = start
        let end = tokenEnd(behind: start)
        while place < end, !token(place).endsSentence {
            if token(place).word == .ofWhich || token(place).kind == .colon { return false }
            place += 1
        }
        while place < tokenCount, token(place).endsSentence { place += 1 }
        parts.start(total, figure(total))
        _ = gather(from: place, depth: statement(total).depth, untilClose: false, isFlat: true)
        guard parts.count >= 3, isParallel, !areSiblings(total) else { return false }
        return settle(total, .likely, weight: 5)
    }

    /// Whether each stretch between two semicolons has exactly one part.
    var isParallel: Bool {
        var groups = 0
        for (index, part) in parts.parts.enumerated() where index == 0 || part.opensGroup {
            groups += 1
        }
        return groups >= 2 && groups == parts.count
    }

    /// 上年148万元, 年初预算60999万元: what the level before is compared with, no part.
    func isBase(_ index: Int32, beside total: Int32) -> Bool {
        if statement(index).comparand == .prior { return statement(total).comparand != .prior }
        return statement(index).marks.contains(.bareBudget)
            && !statement(total).marks.contains(.bareBudget)
    }
}
