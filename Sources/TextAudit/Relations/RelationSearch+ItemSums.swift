import Performance

/// Totals of lists, a part an item (分条合计).
extension RelationSearch {
    /// 支出4405.8032万元：1、…2620万元；2、…115.2万元；….
    mutating func findItemSums() {
        for first in reading.outline.items.indices {
            let item = reading.outline.items[first]
            guard item.previous < 0, item.next >= 0 else { continue }
            findTotal(ofListFrom: Int32(first))
        }
    }

    private mutating func findTotal(ofListFrom first: Int32) {
        let item = reading.outline.items[Int(first)]
        let floor = item.parent >= 0 ? Int(reading.outline.items[Int(item.parent)].token) : -1
        var place = Int(item.token) - 1
        var tried: (Int32, Int32, Int32) = (-1, -1, -1)
        var isIntroduced =
            place >= 0
            && (token(place).kind == .colon
                || token(place).kind == .line
                    && place > 0 && token(place - 1).kind == .colon)
        var steps = 0
        var failed = Int32(-1)
        var sawLevel = false
        while place > floor, steps < 60 {
            let token = token(place)
            steps += 1
            if token.kind == .enumerator { break }
            if token.kind == .figure, statement(token.value).role == .level { sawLevel = true }
            if token.kind == .word, !sawLevel, token.word == .ofWhich || token.word == .parts {
                isIntroduced = true
            }
            if token.kind == .figure, isTotalLike(token.value),
                statement(token.value).depth <= 1, statement(token.value).comparand != .prior
            {
                let candidate = token.value
                if tryItems(from: first, total: candidate, clarity: .guess) {
                    compareTotals(candidate, tried.0)
                    return
                }
                if tried.0 < 0 {
                    tried.0 = candidate
                } else if tried.1 < 0 {
                    tried.1 = candidate
                } else {
                    tried.2 = candidate
                }
                if failed < 0, !isAloneInBracket(candidate) { failed = candidate }
                if tried.2 >= 0 { break }
            }
            place -= 1
        }
        for candidate in [tried.0, tried.1, tried.2] where candidate >= 0 {
            if tryItems(from: first, total: candidate, clarity: .likely) { return }
        }
        if isIntroduced, failed >= 0,
            tryItems(from: first, total: failed, clarity: .stated)
        {
            return
        }
        findFarTotals(ofListFrom: first)
    }

    /// 总支出405.43万元，结余33.15万元。支出405.45万元全部用于：1.…；2.…: one list has one total.
    private mutating func compareTotals(_ total: Int32, _ nearest: Int32) {
        guard nearest >= 0, figure(nearest).adds(with: figure(total)),
            statement(nearest).comparand == statement(total).comparand
        else { return }
        let isNamedAlike = overlap(label(of: total), label(of: nearest)) >= 6
        if isNamedAlike {
            _ = noteTwice(total, nearest, digits: 3)
        } else if isFarApart(total, nearest) {
            _ = noteTwice(total, nearest, digits: 3)
        }
    }

    /// Whether one of two figures is a tenth more than the other: no small rest explains that.
    private func isFarApart(_ first: Int32, _ second: Int32) -> Bool {
        let off = gap(first, second)
        return 10 * Arithmetic.magnitude(off.steps) >= counted(first, off.exponent)
    }

    /// 1.教育：预算…，支出…；2.卫生：预算…，支出…: lists whose totals were told pages before.
    private mutating func findFarTotals(ofListFrom first: Int32) {
        // 一、分项；二、分级次；三、执行: chapters tell of different things.
        guard reading.outline.items[Int(first)].style != Enumerator.Style.chapter.rawValue else {
            return
        }
        let candidates = farTotals(before: firstFigure(ofItem: first))
        guard !candidates.isEmpty else { return }
        for position in 0..<3 {
            var heads: ContiguousArray<Int32> = []
            var like = Int32(-1)
            for clarity in [Relation.Clarity.guess, .likely] {
                for candidate in candidates {
                    if like < 0 || !figure(candidate).adds(with: figure(like)) {
                        heads = self.heads(from: first, like: candidate, position: position)
                        like = candidate
                    }
                    guard heads.count >= 3 else { continue }
                    parts.start(candidate, figure(candidate))
                    for head in heads {
                        parts.add(head, figure(head), opensGroup: true, isNested: false)
                    }
                    if settle(candidate, clarity, weight: 5) { return }
                }
            }
        }
    }

    /// The figures with the unit of a total that stand at one place of each item; none where an item lacks one.
    private func heads(from first: Int32, like total: Int32, position: Int) -> ContiguousArray<
        Int32
    > {
        var heads: ContiguousArray<Int32> = []
        var item = first
        while item >= 0, heads.count < PartList.most {
            let head = head(of: item, like: total, before: .max, position: position)
            guard head >= 0 else { return [] }
            heads.append(head)
            item = reading.outline.items[Int(item)].next
        }
        return heads
    }

    /// The nearest levels before a figure that have digits enough to be a total told pages before.
    private func farTotals(before start: Int32) -> ContiguousArray<Int32> {
        var candidates: ContiguousArray<Int32> = []
        var candidate = start - 1
        while candidate >= farthest(before: start), candidates.count < 12 {
            if isTotalLike(candidate), Slip.digits(figure(candidate)) >= 5,
                statement(candidate).comparand != .prior
            {
                candidates.append(candidate)
            }
            candidate -= 1
        }
        return candidates
    }

    private func firstFigure(ofItem item: Int32) -> Int32 {
        var place = Int(reading.outline.items[Int(item)].token)
        let end = tokenEnd(behind: place)
        while place < end {
            if token(place).kind == .figure { return token(place).value }
            place += 1
        }
        return end == tokenCount ? figureCount : 0
    }

    private mutating func tryItems(
        from first: Int32, total: Int32, clarity: Relation.Clarity
    ) -> Bool {
        parts.start(total, figure(total))
        var item = first
        var steps = 0
        while item >= 0, !parts.isFull, steps < PartList.most {
            steps += 1
            let head = head(of: item, like: total, before: .max)
            if head >= 0 {
                parts.add(head, figure(head), opensGroup: true, isNested: false)
                // 6.旧改2214万元；公积金394.44万元: an item that tells two amounts may have two parts.
                if clarity == .stated,
                    self.head(of: item, like: total, before: .max, position: 1) >= 0
                {
                    parts.isOpen = true
                }
            } else {
                parts.isOpen = true
            }
            item = reading.outline.items[Int(item)].next
        }
        guard parts.count >= 2 else { return false }
        return settle(total, clarity, weight: 3, isList: parts.count == 2)
    }

    /// The first level of an item with the unit of `total`; −1 for none.
    func head(
        of item: Int32, like total: Int32, before end: Int32, position: Int = 0
    ) -> Int32 {
        var skipped = 0
        let item = reading.outline.items[Int(item)]
        let next = item.next >= 0 ? reading.outline.items[Int(item.next)].token : item.endToken
        var place = Int(item.token) + 1
        let stop = min(Int(min(next, end)), tokenEnd(behind: place))
        while place < stop {
            let token = token(place)
            if token.kind == .figure, statement(token.value).role == .level,
                statement(token.value).comparand != .prior,
                figure(token.value).adds(with: figure(total))
            {
                if skipped == position { return token.value }
                skipped += 1
            }
            place += 1
        }
        return -1
    }
}
