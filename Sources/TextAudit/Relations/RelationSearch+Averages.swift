import Performance

/// Averages (人均、户均).
extension RelationSearch {
    /// 平均每辆1.76万元, 日均10169件, （268名代表，人均2400元）.
    mutating func findAverage(_ index: Int32) {
        if findProduct(index) || findPeriodAverage(index) { return }
        let own = statement(index)
        var trials = RateTrials()
        var counts: ContiguousArray<Int32> = []
        var sums: ContiguousArray<Int32> = []
        if own.owner >= 0, figure(own.owner).adds(with: figure(index)) { sums.append(own.owner) }
        var other = index - 1
        while other >= nearest(before: index), statement(other).line == own.line,
            statement(other).sentence >= own.sentence - 1
        {
            if statement(other).role == .level {
                if figure(other).adds(with: figure(index)) {
                    sums.append(other)
                } else if figure(other).kind == .count, statement(other).sentence == own.sentence {
                    counts.append(other)
                }
            }
            other -= 1
        }
        if sums.isEmpty { sums = amountsBehind(index) }
        takeBracketBehind(index, &sums, &counts)
        // 每人2000元 in a list of several has its sum elsewhere.
        // 大学生282名、每人5000元: the count right before is the one.
        if let nearest = counts.first, nearest == index - 1,
            statement(nearest).marks.contains(.ofWhich),
            own.owner < 0, !isOnlyAverage(index, within: own.part)
        {
            return
        }
        let counted = counts.filter { isCounted($0, in: index, counts) }
        let isLone = counts.count == 1 || counted.count == 1 && isOnlyAverage(index)
        for sum in sums.prefix(3)
        where isLone || sum == own.owner || statement(sum).sentence == own.sentence {
            for count in (counted + counts).prefix(3) {
                let isFirst =
                    sum == sums[0] && !isPerPeriod(index)
                    && isCounted(count, in: index, counts)
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .quotient, clarity: isFirst ? .stated : .likely, first: sum,
                        second: count), slipDigits: isFirst ? 2 : 3)
            }
        }
        if trials.isOpen { tryAverageOfPairs(&trials, index) }
        if trials.isOpen, trials.first == nil, isOnlyOfKind(index) {
            tryAverageOfLine(&trials, index)
        }
        settle(trials, stated: index)
    }

    /// 家庭户49416万户、129281万人；…。户均2.62人: the count and the sum stand side by side before.
    private mutating func tryAverageOfPairs(_ trials: inout RateTrials, _ index: Int32) {
        let own = statement(index)
        var other = index - 1
        var tried = 0
        while other > nearest(before: index), statement(other).line == own.line,
            statement(other).sentence >= own.sentence - 2, tried < 4
        {
            let count = other - 1
            defer { other -= 1 }
            guard statement(other).role == .level, statement(count).role == .level,
                statement(other).part == statement(count).part,
                figure(count).kind == .count, figure(other).adds(with: figure(index)),
                isNamed(figure(count).unit, inAverage: index)
            else { continue }
            tried += 1
            attempt(
                &trials, stated: index,
                RateTrial(shape: .quotient, clarity: .likely, first: other, second: count),
                slipDigits: 2)
        }
    }

    private func isNamed(_ unit: UInt8, inAverage index: Int32) -> Bool {
        let label = label(of: index)
        return reading.text.bytes.withUnsafeBufferPointer { bytes in
            CountUnit.isNamed(unit, in: UnsafeBufferPointer(rebasing: bytes[label]))
        }
    }

    /// 决算3.31万元…。共249人次…。人均133元: sum and count stand sentences before.
    private mutating func tryAverageOfLine(_ trials: inout RateTrials, _ index: Int32) {
        let own = statement(index)
        var sums: ContiguousArray<Int32> = []
        var counts: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= 0, statement(other).line == own.line, sums.count < 4, index - other < 24 {
            if statement(other).role == .level, statement(other).comparand == .none {
                if figure(other).adds(with: figure(index)) {
                    sums.append(other)
                } else if figure(other).kind == .count, counts.count < 4,
                    wholes[Int(other)] < 0
                {
                    counts.append(other)
                }
            }
            other -= 1
        }
        // 现有一般公务用车5辆、校车8辆: of several counts of one unit none is meant.
        counts = counts.filter { count in
            counts.filter {
                figure($0).unit == figure(count).unit && figure($0).mantissa != 0
            }.count == 1
        }
        for count in counts where isCounted(count, in: index, counts) {
            for sum in sums {
                attempt(
                    &trials, stated: index,
                    RateTrial(
                        shape: .quotient, clarity: sum == sums[0] ? .likely : .guess, first: sum,
                        second: count), slipDigits: 2)
            }
        }
    }

    /// 每人每月…: how many months were paid is not told.
    private func isPerPeriod(_ index: Int32) -> Bool {
        let label = label(of: index)
        return reading.text.holds("每月", in: label) || reading.text.holds("月人均", in: label)
            || reading.text.holds("每季", in: label) || reading.text.holds("每天", in: label)
            || reading.text.holds("月均", in: label) || reading.text.holds("每日", in: label)
    }

    /// 奖励36名，每名2000元，合计72000元: the one amount behind the average.
    private func amountsBehind(_ index: Int32) -> ContiguousArray<Int32> {
        var sums: ContiguousArray<Int32> = []
        var other = index + 1
        while other < nearest(behind: index), statement(other).part == statement(index).part {
            if statement(other).role == .average { return [] }
            if statement(other).role == .level, figure(other).adds(with: figure(index)) {
                sums.append(other)
            }
            other += 1
        }
        return sums.count == 1 ? sums : []
    }

    /// 人均3.60万元（按在职24人计算）, 人均面积2.36平方米（总面积361.08万平方米，人口153.0万人）.
    private func takeBracketBehind(
        _ index: Int32, _ sums: inout ContiguousArray<Int32>, _ counts: inout ContiguousArray<Int32>
    ) {
        var other = min(index + 2, figureCount - 1)
        while other > index {
            if statement(other).owner == index, statement(other).role == .level {
                if figure(other).adds(with: figure(index)) {
                    sums.insert(other, at: 0)
                } else if figure(other).kind == .count {
                    counts.insert(other, at: 0)
                }
            }
            other -= 1
        }
    }

    /// Whether no other average stands beside one between two semicolons.
    private func isOnlyAverage(_ index: Int32, within part: Int32) -> Bool {
        for other in max(0, index - 12)..<min(figureCount, index + 12)
        where other != index && statement(other).part == part && statement(other).role == .average {
            return false
        }
        return true
    }

    /// Whether the line has no other average of the same unit.
    private func isOnlyOfKind(_ index: Int32) -> Bool {
        for other in max(0, index - 16)..<min(figureCount, index + 16)
        where other != index && statement(other).line == statement(index).line
            && statement(other).role == .average && figure(other).adds(with: figure(index))
        {
            return false
        }
        return true
    }

    private func isOnlyAverage(_ index: Int32) -> Bool {
        for other in max(0, index - 12)..<min(figureCount, index + 12)
        where other != index && statement(other).sentence == statement(index).sentence
            && statement(other).role == .average
        {
            return false
        }
        return true
    }

    /// 户均 divides by 户, 平均每辆 by 辆: whether `count` is the nearest level of that unit.
    private func isCounted(
        _ count: Int32, in average: Int32, _ counts: ContiguousArray<Int32>
    ) -> Bool {
        let unit = figure(count).unit
        // 培训48期，其中区级6期、乡镇级32期: the whole counts, not its parts.
        let whole =
            counts.first {
                figure($0).unit == unit && wholes[Int($0)] < 0
                    && !statement($0).marks.contains(.ofWhich)
            } ?? counts.first { figure($0).unit == unit && wholes[Int($0)] < 0 }
        guard whole == count else { return false }
        let label = label(of: average)
        if reading.text.holds("单价", in: label) { return counts.count == 1 }
        return isNamed(unit, inAverage: average)
    }
}
