import Performance

/// Totals that say how many parts they have (计数合计): 三项合计204705万元.
extension RelationSearch {
    /// Takes as many levels before the total as it counts; true where that settles it.
    mutating func findCountedParts(of total: Int32) -> Bool {
        guard let count = countOfParts(total) else { return false }
        for takesHeads in [false, true] {
            gatherCounted(count, before: total, takesHeads: takesHeads)
            guard parts.count == count else { continue }
            parts.align(reading.lexer.figures)
            let verdict = parts.fit(.all, upTo: count)
            if verdict == .exact || verdict == .rounding {
                noteSum(total, .stated, verdict)
                return true
            }
        }
        gatherCounted(count, before: total, takesHeads: false)
        guard parts.count == count else { return false }
        parts.align(reading.lexer.figures)
        _ = parts.fit(.all, upTo: count)
        guard parts.isSlip(reading.lexer.figures), Slip.digits(figure(total)) >= 3 else {
            return false
        }
        noteSum(total, .likely, .error, isSlip: true)
        return true
    }

    /// 当年安排3万元，分两笔到账，一笔1.5万元，另一笔1.5万元: as many levels behind as the total is split into.
    mutating func findCountedSplits() {
        for total in 0..<figureCount where isTotalLike(total) {
            let place = Int(figure(total).token) + 1
            guard place < tokenCount, token(place).kind == .comma,
                let (count, end) = splitCount(in: Int(token(place).end))
            else { continue }
            gatherSplits(count, behind: end, of: total)
            guard parts.count == count else { continue }
            _ = settle(total, .stated, weight: 2)
        }
    }

    /// The number of 分三期、分两批 at the start of a clause, and where it ends.
    private func splitCount(in start: Int) -> (count: Int, end: Int)? {
        let end = min(start + 30, reading.text.bytes.count)
        guard var place = reading.text.find("分", in: start..<end) else { return nil }
        place += 3
        guard let number = reading.text.first(of: Self.splitNumbers, at: place) else { return nil }
        place += reading.text.width(at: place)
        let isSplit = reading.text.first(of: ["笔", "批", "期", "次", "年", "步"], at: place) != nil
        return isSplit ? (number / 2 + 2, place) : nil
    }

    private static let splitNumbers: [StaticString] = [
        "2", "两", "3", "三", "4", "四", "5", "五", "6", "六",
    ]

    private mutating func gatherSplits(_ count: Int, behind place: Int, of total: Int32) {
        parts.start(total, figure(total))
        var index = total + 1
        while index < nearest(behind: total), parts.count < count,
            statement(index).sentence == statement(total).sentence
        {
            if statement(index).role == .level, statement(index).depth == statement(total).depth,
                figure(index).adds(with: figure(total)), figure(index).start > place
            {
                parts.add(index, figure(index), opensGroup: false, isNested: false)
            }
            index += 1
        }
    }

    /// 三 of 三项合计: the count right before the words of the total.
    private func countOfParts(_ total: Int32) -> Int? {
        let count = total - 1
        guard count >= 0, figure(count).kind == .count, (2...9).contains(figure(count).mantissa),
            figure(count).decimals == 0,
            ["项", "类"].contains(CountUnit.names[Int(figure(count).unit)]),
            figure(total).start - figure(count).end <= 12,
            statement(total).marks.contains(.total)
        else { return nil }
        return Int(figure(count).mantissa)
    }

    /// The nearest levels before, or the first ones of the nearest stretches between semicolons.
    private mutating func gatherCounted(_ count: Int, before total: Int32, takesHeads: Bool) {
        parts.start(total, figure(total))
        var index = total - 2
        while index >= nearest(before: total), parts.count < count,
            statement(index).line >= statement(total).line - 2
        {
            let own = statement(index)
            if own.role == .level, own.depth == statement(total).depth, own.comparand == .none,
                figure(index).adds(with: figure(total)), !takesHeads || isHeadOfPart(index)
            {
                parts.add(index, figure(index), opensGroup: true, isNested: false)
            }
            index -= 1
        }
    }

    private func isHeadOfPart(_ index: Int32) -> Bool {
        var other = index - 1
        while other >= 0, statement(other).part == statement(index).part {
            if statement(other).role == .level, figure(other).adds(with: figure(index)) {
                return false
            }
            other -= 1
        }
        return true
    }
}
