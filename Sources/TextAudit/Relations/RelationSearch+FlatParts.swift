/// Lists that no word introduces (无引导列举).
extension RelationSearch {
    /// 供养339人，城市305人，农村34人: a list without any word.
    mutating func findFlatParts(of total: Int32, from place: Int) -> Bool {
        parts.start(total, figure(total))
        guard isFirstOfSentence(total), !isLimitOfPosts(total), !isOpening(total),
            !joinsNext(total), !isBehindWhole(total)
        else { return false }
        _ = gather(from: place, depth: statement(total).depth, untilClose: false, isFlat: true)
        guard parts.count >= 2, !areSiblings(total), !isOtherSide(total) else { return false }
        // 支出4395万元，用于老年人2637万元、…: a list of uses.
        let isUse =
            parts.count >= 3 && !parts.isOpen
            && reading.text.stands("用于", at: label(of: parts.parts[0].figure).lowerBound)
        let weight = parts.isClosed && !hasColumns(behind: total) ? 2 : isUse ? 3 : 4
        return settle(total, .likely, weight: weight, binds: false)
    }

    /// 老年人12个1,386万元，残疾人6个428万元: as many figures of another unit between the parts are the
    /// columns of a table whose rows were joined.
    private func hasColumns(behind total: Int32) -> Bool {
        guard let last = parts.parts.last?.figure, last > total else { return false }
        var others = 0
        for index in total..<last where statement(index).role == .level {
            if !figure(index).adds(with: figure(total)) { others += 1 }
        }
        return others >= parts.count
    }

    /// 压减的支出中，一般性支出1180万元、…: the first of the parts of what stands before 中.
    func isBehindWhole(_ index: Int32) -> Bool {
        var place = Int(figure(index).token) - 1
        while place >= 0, token(place).kind == .word || token(place).kind == .pause { place -= 1 }
        guard place >= 0, token(place).kind == .comma else { return false }
        return reading.text.stands("中", at: Int(token(place).start) - 3)
    }

    /// 税收2350万元、非税1150万元: 、 joins it with what follows, as one of several.
    func joinsNext(_ index: Int32) -> Bool {
        let next = Int(figure(index).token) + 1
        return next < tokenCount && token(next).kind == .pause
            && token(next).start == figure(index).end
    }

    /// 收入 is never the sum of 支出.
    func isOtherSide(_ total: Int32) -> Bool {
        guard let first = parts.parts.first else { return false }
        return areOtherSides(total, first.figure)
    }

    /// Whether one label speaks of 收入 and the other of 支出.
    func areOtherSides(_ first: Int32, _ second: Int32) -> Bool {
        let (name, other) = (label(of: first), label(of: second))
        let isIncome = reading.text.holds("收入", in: name)
        let isSpending = reading.text.holds("支出", in: name)
        guard isIncome != isSpending else { return false }
        return reading.text.holds(isIncome ? "支出" : "收入", in: other)
            && !reading.text.holds(isIncome ? "收入" : "支出", in: other)
    }

    /// 编制34人 is a limit, not the sum of the persons who follow.
    func isLimitOfPosts(_ index: Int32) -> Bool {
        reading.text.holds("编制", in: label(of: index))
    }

    /// Whether the total is itself a part of the list in which its parts would stand.
    func areSiblings(_ total: Int32) -> Bool {
        guard wholes[Int(total)] >= 0, let first = parts.parts.first else { return false }
        return wholes[Int(first.figure)] == wholes[Int(total)]
    }

    /// Whether no other level of its unit stands before it between two semicolons.
    func isFirstOfSentence(_ index: Int32) -> Bool {
        var other = index - 1
        while other >= nearest(before: index), statement(other).part == statement(index).part {
            if statement(other).role == .level, statement(other).depth == statement(index).depth,
                figure(other).adds(with: figure(index))
            {
                return false
            }
            other -= 1
        }
        return true
    }
}
