import Performance

/// Parts that no total introduces (无引导的分项): 城市集中供养18人，分散供养287人.
extension RelationSearch {
    /// Looks for the totals of runs of levels whose labels split a whole.
    mutating func findRuns() {
        var index = Int32(0)
        while index < figureCount {
            guard isTotalLike(index), wholes[Int(index)] < 0 else {
                index += 1
                continue
            }
            let end = runEnd(from: index)
            if end > index { findWhole(ofRunFrom: index, to: end) }
            index = max(end, index) + 1
        }
    }

    /// The last level of the run of one unit that begins at `first` and stays in its sentence.
    private func runEnd(from first: Int32) -> Int32 {
        let own = statement(first)
        var last = first
        var index = first + 1
        while index < figureCount, statement(index).sentence == own.sentence {
            let other = statement(index)
            if other.role == .level, other.depth == own.depth {
                guard figure(index).adds(with: figure(first)) else {
                    index += 1
                    continue
                }
                guard wholes[Int(index)] < 0, !other.marks.contains(.total) else { break }
                last = index
            }
            index += 1
        }
        return last
    }

    private mutating func findWhole(ofRunFrom first: Int32, to last: Int32) {
        var members: ContiguousArray<Int32> = []
        var labels: ContiguousArray<Range<Int>> = []
        for index in first...last
        where statement(index).role == .level && figure(index).adds(with: figure(first))
            && statement(index).depth == statement(first).depth
        {
            members.append(index)
            labels.append(label(of: index))
        }
        let isPartition = reading.text.bytes.withUnsafeBufferPointer { Partition.covers(labels, $0) }
        guard members.count >= 2, isPartition else { return }
        var candidate = first - 1
        var tried: ContiguousArray<Int32> = []
        while candidate >= 0, tried.count < 5, statement(candidate).line >= statement(first).line - 2 {
            if isTotalLike(candidate), figure(candidate).adds(with: figure(first)),
                statement(candidate).comparand != .prior
            {
                if trySum(members, total: candidate, .guess) { return }
                tried.append(candidate)
            }
            candidate -= 1
        }
        for candidate in tried where trySum(members, total: candidate, .likely) { return }
    }

    private mutating func trySum(
        _ members: ContiguousArray<Int32>, total: Int32, _ clarity: Relation.Clarity
    ) -> Bool {
        parts.start(total, figure(total))
        for member in members {
            parts.add(member, figure(member), opensGroup: false, isNested: false)
        }
        return settle(total, clarity, weight: 2)
    }
}
