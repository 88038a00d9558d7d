import Performance

/// What one thing exceeds another by, both named (超出额): 支出超过收入7.53亿元.
extension RelationSearch {
    private static let comparisons: [StaticString] = [
        "超过", "超出", "大于", "高于", "多于", "少于", "小于", "低于",
    ]

    /// Tries the difference of the two levels that the words before and behind the comparison name.
    mutating func findExcess(_ index: Int32) -> Bool {
        let name = label(of: index)
        guard name.count >= 18, name.count <= 60 else { return false }
        for word in Self.comparisons {
            guard let place = reading.text.find(word, in: name) else { continue }
            let behind = place + 6..<name.upperBound
            guard place - name.lowerBound >= 6, behind.count >= 6,
                let first = levelNamed(name.lowerBound..<place, before: index),
                let second = levelNamed(behind, before: index), first != second
            else { return false }
            var trials = RateTrials()
            attempt(
                &trials, stated: index,
                RateTrial(shape: .difference, clarity: .likely, first: first, second: second))
            settle(trials, stated: index)
            return true
        }
        return false
    }

    /// The nearest level of the line whose label holds a whole name.
    private func levelNamed(_ name: Range<Int>, before index: Int32) -> Int32? {
        var other = index - 1
        while other >= nearest(before: index), statement(other).line == statement(index).line {
            if isTotalLike(other), figure(other).adds(with: figure(index)),
                statement(other).comparand == .none, wholes[Int(other)] < 0,
                overlap(name, label(of: other)) >= name.count
            {
                return other
            }
            other -= 1
        }
        return nil
    }
}
