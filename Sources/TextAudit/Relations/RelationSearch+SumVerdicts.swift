import Performance

/// Which of the sums found is told, and how surely (合计的判定).
extension RelationSearch {
    /// Settles whether the gathered parts make up the total; notes the relation where it is one.
    ///
    /// - Parameters:
    ///   - weight: the digits that a slip must match to count where no word states the sum.
    ///   - binds: whether parts that fail belong to the total all the same.
    ///   - own: how many parts stand in the total's own sentence; more may hold, no more may fail.
    mutating func settle(
        _ total: Int32, _ clarity: Relation.Clarity, weight: Int, within own: Int? = nil,
        isList: Bool = false, binds: Bool = true
    ) -> Bool {
        var clarity = clarity
        if isVague(total) { clarity = min(clarity, .likely) }
        for part in parts.parts where isVague(part.figure) { clarity = min(clarity, .likely) }
        parts.align(reading.lexer.figures)
        let count = parts.count
        // 财政供养22人，即在职22人: one part that is the whole.
        let first = parts.fit(.all, upTo: 1)
        let isPlain = clarity >= .stated && isPlainList()
        if first == .exact, !isList && !parts.isClosed && !isPlain || parts.isRestZero {
            noteSum(total, .guess, .exact)
            return true
        }
        if count == 1 {
            guard clarity >= .stated else { return false }
            noteSum(total, clarity, first, isSlip: parts.isSlip(reading.lexer.figures))
            return true
        }
        for choice in PartList.Choice.allCases
        where parts.mayFit(choice, upTo: count) && !(isPlain && choice == .groups) {
            let verdict = parts.fit(choice, upTo: count)
            if verdict != .error, verdict != .unverifiable {
                noteSum(total, clarity, verdict)
                return true
            }
        }
        // Of a short count, the first few of a stated list match too easily.
        var end = clarity >= .stated && Slip.digits(figure(total)) < 3 ? 1 : count - 1
        while end >= 2 {
            for choice in [PartList.Choice.all, .groups] where parts.mayFit(choice, upTo: end) {
                let verdict = parts.fit(choice, upTo: end)
                if parts.fitted.count >= 2, verdict == .exact || verdict == .rounding {
                    noteSum(total, clarity, verdict)
                    return true
                }
            }
            end -= 1
        }
        return settleFailure(
            total, clarity, weight: weight, count: own ?? count, binds: binds)
    }

    /// 项目支出4个、政策3个、部门整体2个: one figure beside the other, with nothing but 、 between.
    private func isPlainList() -> Bool {
        var before: Int32?
        for part in parts.parts {
            let owner = statement(part.figure).owner
            guard !part.isNested, owner < 0 || owner == parts.total else { return false }
            if let before {
                let place = Int(figure(before).token) + 1
                guard place < tokenCount,
                    token(place).kind == .pause || token(place).kind == .comma,
                    !holdsAny(["即", "全部", "均为", "都是"], in: label(of: part.figure))
                else { return false }
            }
            before = part.figure
        }
        return !parts.isOpen && !parts.hasInnerList
    }

    private mutating func settleFailure(
        _ total: Int32, _ clarity: Relation.Clarity, weight: Int, count: Int,
        binds: Bool
    ) -> Bool {
        guard clarity > .guess else { return false }
        for end in [count, parts.firstGroupEnd] where end >= 2 && end <= count {
            for choice in [PartList.Choice.all, .groups, .unnested] {
                // A reading that leaves nothing out was tried as the first.
                guard let chosen = parts.count(choice, upTo: end), chosen >= 2,
                    choice == .all || chosen < end,
                    choice != .all || clarity >= .stated || !parts.hasInnerList
                else { continue }
                _ = parts.fit(choice, upTo: end)
                if parts.isSlip(reading.lexer.figures),
                    clarity >= .stated
                        || isEvident(total, weight: weight)
                        || weight <= 2 && choice == .all && parts.exceedsTotal && areParallel()
                {
                    noteSum(total, clarity, .error, isSlip: true)
                    return true
                }
            }
        }
        if count < parts.count, findSlipBeyond(total, clarity, from: count) { return true }
        _ = parts.fit(.groups, upTo: count)
        if parts.fitted.count < 2 { _ = parts.fit(.unnested, upTo: count) }
        let counted = parts.fitted.count
        if weight <= 2, binds { mark(total) }
        guard clarity >= .stated, !parts.isOpen, counted >= 2, parts.isNear else { return false }
        noteSum(total, clarity, .error)
        return true
    }

    /// 另有上解6.15亿元、还本0.03亿元，合计31.16亿元: parts of the sentence before belong to the total.
    private mutating func findSlipBeyond(
        _ total: Int32, _ clarity: Relation.Clarity, from count: Int
    ) -> Bool {
        guard Slip.digits(figure(total)) >= 4 else { return false }
        for end in count + 1...parts.count {
            _ = parts.fit(.all, upTo: end)
            if parts.isSlip(reading.lexer.figures) {
                noteSum(total, clarity, .error, isSlip: true)
                return true
            }
        }
        return false
    }

    /// The digits that a slip must match, by what the labels of the fitted parts say.
    private func evidence(_ total: Int32) -> Int {
        let labels = fittedLabels
        let cover = reading.text.bytes.withUnsafeBufferPointer { Partition.cover(labels, $0) }
        if cover != .none { return isBeside(total) ? 2 : cover == .all ? 3 : 4 }
        let head = label(of: total)
        var least = 9
        for label in labels { least = min(least, overlap(head, label)) }
        return least >= 6 ? 3 : 4
    }

    /// Whether a slip that explains the failure is more than chance.
    private func isEvident(_ total: Int32, weight: Int) -> Bool {
        let least = weight > 4 ? weight : min(weight, evidence(total))
        let isNamed = least == 3 && isPartition()
        return Slip.digits(figure(total)) >= least
            && (least <= 2 || isTelling(total, digits: isNamed ? 2 : 3))
    }

    /// 中桥2座、小桥7座; 执法用车、保障用车: kinds of one thing, which never overlap.
    private func areParallel() -> Bool {
        let labels = fittedLabels
        guard let first = labels.first, first.count >= 3 else { return false }
        let tail = first.upperBound - 3..<first.upperBound
        for (place, label) in labels.enumerated() {
            guard label.count >= 3, overlap(tail, label.upperBound - 3..<label.upperBound) == 3,
                !statement(parts.parts[Int(parts.fitted[place])].figure).marks.contains(
                    .overlapping)
            else { return false }
        }
        return true
    }

    /// Whether some figure has digits enough to be no round number.
    private func isTelling(_ total: Int32, digits: Int) -> Bool {
        var most = Slip.significance(figure(total))
        for index in parts.fitted {
            most = max(most, Slip.significance(figure(parts.parts[Int(index)].figure)))
        }
        return most >= digits
    }

    private var fittedLabels: ContiguousArray<Range<Int>> {
        var labels: ContiguousArray<Range<Int>> = []
        for index in parts.fitted { labels.append(label(of: parts.parts[Int(index)].figure)) }
        return labels
    }

    /// Whether the labels of the fitted parts come from one set of names.
    private func isPartition() -> Bool {
        let labels = fittedLabels
        return reading.text.bytes.withUnsafeBufferPointer { Partition.cover(labels, $0) } != .none
    }

    /// Whether the parts stand in the total's own sentence.
    private func isBeside(_ total: Int32) -> Bool {
        guard let first = parts.fitted.first else { return false }
        return statement(parts.parts[Int(first)].figure).sentence == statement(total).sentence
    }

    mutating func noteSum(
        _ total: Int32, _ clarity: Relation.Clarity, _ verdict: FindingVerdict, isSlip: Bool = false
    ) {
        let start = Int32(pool.count)
        for index in parts.fitted { pool.append(parts.parts[Int(index)].figure) }
        mark(total)
        relations.append(
            Relation(
                shape: .sum, clarity: clarity, verdict: verdict, stated: total,
                firstOperand: start, operandCount: Int32(pool.count) - start, isSlip: isSlip))
    }

    private mutating func mark(_ total: Int32) {
        for index in parts.fitted {
            let part = Int(parts.parts[Int(index)].figure)
            if wholes[part] < 0 { wholes[part] = total }
        }
    }
}
