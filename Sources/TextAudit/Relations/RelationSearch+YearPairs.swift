import Performance

/// One year held against another (年度比较): 2023年比2022年减少2300万元, 2022年支出是2021年的2.46倍.
extension RelationSearch {
    mutating func findYearPairs() {
        for index in 2..<max(figureCount, 2) {
            guard figure(index - 1).kind == .year, figure(index - 2).kind == .year,
                figure(index - 1).mantissa != figure(index - 2).mantissa,
                statement(index - 2).clause == statement(index).clause
            else { continue }
            switch statement(index).role {
            case .change: compareYears(index, .difference)
            case .growth: compareYears(index, .growth)
            default: if isMultiple(index) { compareMultiple(index) }
            }
        }
    }

    /// The levels of the two years that stand right before a figure.
    private func levelsOfYears(before index: Int32, like kind: Int32?) -> (Int32, Int32)? {
        guard let first = level(of: index - 2, before: index, like: kind),
            let second = level(of: index - 1, before: index, like: first)
        else { return nil }
        return (first, second)
    }

    /// The nearest level of the line that is told for a year.
    private func level(of year: Int32, before index: Int32, like: Int32?) -> Int32? {
        var other = index - 3
        while other >= nearest(before: index), statement(other).line == statement(index).line {
            if statement(other).role == .level,
                figure(other).kind == .amount || figure(other).kind == .count,
                Int64(statement(other).year) == figure(year).mantissa,
                like.map({ figure(other).adds(with: figure($0)) }) ?? true
            {
                return other
            }
            other -= 1
        }
        return nil
    }

    private mutating func compareYears(_ index: Int32, _ shape: Relation.Shape) {
        let like = shape == .difference ? index : nil
        guard let pair = levelsOfYears(before: index, like: like) else { return }
        var trials = RateTrials()
        attempt(
            &trials, stated: index,
            RateTrial(
                shape: shape, clarity: .likely, first: pair.0, second: pair.1,
                direction: statement(index).direction))
        settle(trials, stated: index)
    }

    private mutating func compareMultiple(_ index: Int32) {
        guard let pair = levelsOfYears(before: index, like: nil) else { return }
        _ = noteMultiple(index, pair.0, pair.1)
    }
}
