import Performance

/// Two figures told side by side in two places (同组数据两处出现): where one agrees, so must the other.
extension RelationSearch {
    /// A pair of neighbouring levels: 15.3万元，慰问295人次.
    private struct Pair {
        /// The value, kind and unit of the figure that must agree.
        var key: UInt64
        var shared: Int32
        var other: Int32
    }

    mutating func findTogether() {
        var pairs: ContiguousArray<Pair> = []
        for index in 1..<max(figureCount, 1) where isPair(index - 1, index) {
            pairs.append(Pair(key: valueKey(index), shared: index, other: index - 1))
            pairs.append(Pair(key: valueKey(index - 1), shared: index - 1, other: index))
        }
        pairs.removeAll { $0.key == 0 }
        pairs.sort { ($0.key, $0.other) < ($1.key, $1.other) }
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count, pairs[end].key == pairs[start].key { end += 1 }
            for first in start..<end {
                if let second = partner(of: first, in: pairs[start..<end]) {
                    compare(pairs[first], pairs[second])
                }
            }
            start = end
        }
    }

    /// The one later pair of the group whose other figure counts the same thing; nil for none or several.
    private func partner(of first: Int, in group: ArraySlice<Pair>) -> Int? {
        let others = group.indices.filter {
            $0 != first && figure(group[$0].other).adds(with: figure(group[first].other))
        }
        return others.count == 1 && others[0] > first ? others[0] : nil
    }

    /// Whether two levels of different units stand side by side in one sentence.
    private func isPair(_ first: Int32, _ second: Int32) -> Bool {
        isTotalLike(first) && isTotalLike(second)
            && figure(first).kind != figure(second).kind
            && statement(first).sentence == statement(second).sentence
            && statement(first).part == statement(second).part
            && statement(first).depth == statement(second).depth
    }

    /// A hash of value and unit; 0 for round and short numbers, which agree by chance.
    private func valueKey(_ index: Int32) -> UInt64 {
        let figure = figure(index)
        guard Slip.significance(figure) >= 2 else { return 0 }
        var mantissa = figure.mantissa
        var exponent = figure.exponent
        while mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
        var hash = UInt64(bitPattern: mantissa) &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ UInt64(bitPattern: Int64(exponent))) &* 0x100_0000_01b3
        hash = (hash ^ UInt64(figure.kind.rawValue)) &* 0x100_0000_01b3
        return (hash ^ UInt64(figure.unit)) &* 0x100_0000_01b3 | 1
    }

    private mutating func compare(_ first: Pair, _ second: Pair) {
        let (one, other) = (first.other, second.other)
        guard statement(one).sentence != statement(other).sentence,
            statement(one).year == statement(other).year,
            figure(one).adds(with: figure(other)),
            statement(one).comparand == .none, statement(other).comparand == .none,
            !isPlanned(one), !isPlanned(other), isSameMatter(first, second)
        else { return }
        _ = noteTwice(one, other, digits: 2)
    }

    /// Whether the clauses of both pairs name one thing.
    private func isSameMatter(_ first: Pair, _ second: Pair) -> Bool {
        let (one, other) = (name(of: first), name(of: second))
        return overlap(one, other) >= 12
    }

    private func name(of pair: Pair) -> Range<Int> {
        let start = min(statement(pair.shared).labelStart, statement(pair.other).labelStart)
        let end = max(statement(pair.shared).labelEnd, statement(pair.other).labelEnd)
        return Int(start)..<Int(end)
    }

    /// A goal may well differ from what came of it.
    private func isPlanned(_ index: Int32) -> Bool {
        let own = statement(index)
        return holdsAny(
            ["目标", "计划", "拟", "预计", "指标值", "应"],
            in: Int(own.labelStart)..<Int(own.labelEnd))
    }
}
