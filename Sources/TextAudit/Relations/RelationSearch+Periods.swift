import Performance

/// Averages over the days or months of a period (日均、月均).
extension RelationSearch {
    /// 第28周受理71184件，日均10169件. True where the period settles what the average is.
    mutating func findPeriodAverage(_ index: Int32) -> Bool {
        let label = label(of: index)
        let isDaily = holdsAny(["日均", "天均"], in: label)
        guard isDaily || reading.text.holds("月均", in: label), !isVague(index),
            let sum = sumOfPeriod(before: index), !isVague(sum),
            let period = NamedPeriod(lastIn: textBefore(index))
                ?? yearNamed(in: self.label(of: sum))
        else { return false }
        let named = isDaily ? period.days : period.months.map { [$0] } ?? []
        for divisor in named + (isDaily ? workdays(of: period) : []) {
            if notePeriodAverage(index, sum, divisor, allowsError: false) { return true }
        }
        for divisor in named where notePeriodAverage(index, sum, divisor, allowsError: true) {
            return true
        }
        return false
    }

    /// The level right before that is averaged, in the sentence or the one before.
    private func sumOfPeriod(before index: Int32) -> Int32? {
        var other = index - 1
        while other >= max(0, index - 4), statement(other).line == statement(index).line,
            statement(other).sentence >= statement(index).sentence - 1
        {
            if statement(other).role == .level, figure(other).adds(with: figure(index)),
                statement(other).comparand == .none
            {
                return other
            }
            other -= 1
        }
        return nil
    }

    /// 年客运量684万人次: the sum of a year.
    private func yearNamed(in label: Range<Int>) -> NamedPeriod? {
        label.count >= 9 && reading.text.stands("年", at: label.lowerBound) ? .year : nil
    }

    /// At most eighty scalars of the paragraph before a figure.
    private func textBefore(_ index: Int32) -> String {
        let end = figure(index).start
        var start = max(0, Int(end) - 240)
        reading.text.bytes.withUnsafeBufferPointer { bytes in
            while start < Int(end), bytes[start] & 0xC0 == 0x80 { start += 1 }
            for place in start..<Int(end) where bytes[place] == UInt8(ascii: "\n") {
                start = place + 1
            }
        }
        return reading.string(Int32(start), end)
    }

    /// Days on which an office is open may be meant as well.
    private func workdays(of period: NamedPeriod) -> [Int16] {
        switch period.days.max() ?? 0 {
        case 7: [5, 6]
        case 28...31: [20, 21, 22, 23]
        case 365...: Array(247...252)
        case let days: Array(days * 63 / 92 - 6...days * 63 / 92 + 4)
        }
    }

    /// Notes stated = sum ÷ divisor, where it holds or, if allowed, one slip is the matter.
    private mutating func notePeriodAverage(
        _ stated: Int32, _ sum: Int32, _ divisor: Int16, allowsError: Bool
    ) -> Bool {
        let start = Int32(pool.count)
        pool.append(sum)
        var relation = Relation(
            shape: .perPeriod, clarity: .likely, verdict: .exact, stated: stated,
            firstOperand: start, operandCount: 1, divisor: divisor)
        if let result = compute(relation) {
            relation.verdict = result.verdict
            relation.isSlip =
                allowsError && result.verdict == .error && Slip.digits(figure(stated)) >= 3
                && [stated, sum].contains { index in
                    repairs(of: index, in: relation).contains { isSlip($0) }
                }
            if result.verdict != .error || relation.isSlip {
                relations.append(relation)
                return true
            }
        }
        pool.removeLast()
        return false
    }
}
