import Performance

/// Amounts that are so many times an amount for each (数量 × 标准): 48人 × 每人每月1250元 × 12个月.
extension RelationSearch {
    /// Tries the product of an amount for each and the counts that its label names; true where it settles.
    mutating func findProduct(_ each: Int32) -> Bool {
        guard figure(each).kind == .amount, figure(each).marks.isDisjoint(with: .inexact) else {
            return false
        }
        var factors = factors(of: each)
        if factors.isEmpty, let beside = productBeside(each) {
            return tryProduct(beside.result, [each, beside.count], isSlipOnly: false)
                || tryProduct(beside.result, [each, beside.count], isSlipOnly: true)
        }
        if factors.isEmpty, let count = countOfPersons(beside: each) { factors = [count] }
        guard !factors.isEmpty else { return false }
        let results = amounts(beside: each)
        for result in results where tryProduct(result, [each] + factors, isSlipOnly: false) {
            return true
        }
        // 9家企业143.75万元，平均每家15.97万元: the rounded average times the count is no amount of its own.
        if factors.count == 1,
            results.contains(where: {
                let mean = RateTrial(
                    shape: .quotient, clarity: .likely, first: $0, second: factors[0])
                return verdict(each, mean) != .error
            })
        {
            return false
        }
        let totals = results.filter { statement($0).marks.contains(.total) }
        guard let result = totals.count == 1 ? totals[0] : results.count == 1 ? results[0] : nil
        else { return false }
        return tryProduct(result, [each] + factors, isSlipOnly: true)
    }

    /// 小学生均720元，在校21460人，需1545.12万元: an average, a count and what is needed, side by side.
    private func productBeside(_ each: Int32) -> (result: Int32, count: Int32)? {
        let (count, result) = (each + 1, each + 2)
        guard result < figureCount, figure(each).scale == 0, figure(count).kind == .count,
            figure(count).unit == CountUnit.person, figure(result).kind == .amount,
            statement(count).role == .level, statement(result).role == .level,
            statement(result).part == statement(each).part,
            statement(result).clause <= statement(each).clause + 2,
            holdsAny(["生均", "人均", "每人", "每生"], in: label(of: each)),
            holdsAny(["需", "应", "共", "计", "安排"], in: label(of: result)),
            !isPeriodic(label(of: each))
        else { return nil }
        return (result, count)
    }

    /// 发放4320人、216.0万元，人均标准500元: the persons that 、 joins to the amount.
    private func countOfPersons(beside each: Int32) -> Int32? {
        let (count, amount) = (each - 2, each - 1)
        guard count >= 0, reading.text.holds("标准", in: label(of: each)),
            holdsAny(["人均", "每人", "户均", "每户"], in: label(of: each)),
            !isPeriodic(label(of: each)), figure(count).kind == .count,
            figure(amount).kind == .amount, joinsNext(count),
            statement(each).part == statement(count).part
        else { return nil }
        return count
    }

    private func isPeriodic(_ name: Range<Int>) -> Bool {
        holdsAny(["每月", "月均", "每天", "每日", "每季", "每学期", "每周", "每年"], in: name)
    }

    /// 三个街道各30万元: an amount for each of the count before.
    func endsWithEach(_ index: Int32) -> Bool {
        let name = label(of: index)
        return name.count >= 3 && reading.text.stands("各", at: name.upperBound - 3)
    }

    /// The counts of the sentence that the label names: 每人 the persons, 每月 the months; empty where one
    /// is missing or told twice.
    private func factors(of each: Int32) -> ContiguousArray<Int32> {
        let name = label(of: each)
        if endsWithEach(each) {
            let count = each - 1
            guard count >= 0, figure(count).kind == .count, statement(count).role == .level,
                statement(count).clause == statement(each).clause
            else { return [] }
            return [count]
        }
        let before = each - 1
        if reading.text.holds("单价", in: name), before >= 0, figure(before).kind == .count,
            statement(before).role == .level, statement(before).part == statement(each).part
        {
            return [before]
        }
        var found: ContiguousArray<Int32> = []
        var counted = 0
        for word: StaticString in ["每", "各"] where reading.text.holds(word, in: name) {
            counted += 1
        }
        guard counted > 0 || reading.text.holds("单价", in: name) else { return [] }
        for other in sentence(of: each) where figure(other).kind == .count && other != each {
            let unit = figure(other).unit
            guard statement(other).role == .level, names(unit, in: name),
                figure(other).marks.isDisjoint(with: .inexact)
            else { continue }
            if let place = found.firstIndex(where: { figure($0).unit == unit }) {
                // Of several counts of one unit the one right before is meant.
                let isPlan = holdsAny(["计划", "目标", "未"], in: label(of: other))
                if isPlan || found[place] == each - 1 { continue }
                let wasPlan = holdsAny(["计划", "目标", "未"], in: label(of: found[place]))
                guard
                    wasPlan
                        || other == each - 1 && statement(other).part == statement(each).part
                else { return [] }
                found[place] = other
            } else {
                found.append(other)
            }
        }
        return missesPeriod(name, found) ? [] : found
    }

    private func names(_ unit: UInt8, in name: Range<Int>) -> Bool {
        switch CountUnit.names[Int(unit)] {
        case "个月": return holdsAny(["每月", "月均"], in: name)
        case "天": return holdsAny(["每天", "每日"], in: name)
        case "年度": return reading.text.holds("每年", in: name)
        default: break
        }
        guard holdsAny(["每", "各"], in: name) else { return false }
        if unit == CountUnit.person, holdsAny(["每生", "每名"], in: name) { return true }
        return reading.text.bytes.withUnsafeBufferPointer {
            CountUnit.isNamed(unit, in: UnsafeBufferPointer(rebasing: $0[name]))
        }
    }

    /// 每人每月1250元 without the months paid: nothing can be multiplied.
    private func missesPeriod(_ name: Range<Int>, _ found: ContiguousArray<Int32>) -> Bool {
        let units = found.map { CountUnit.names[Int(figure($0).unit)] }
        return holdsAny(["每月", "月均"], in: name) && !units.contains("个月")
            || holdsAny(["每天", "每日"], in: name) && !units.contains("天")
            || holdsAny(["每季", "每学期", "每周"], in: name)
    }

    /// The figures of a sentence, at most 40 each way.
    func sentence(of index: Int32) -> Range<Int32> {
        var (first, last) = (index, index)
        while first > 0, index - first < 40,
            statement(first - 1).sentence == statement(index).sentence
        {
            first -= 1
        }
        while last + 1 < figureCount, last - index < 40,
            statement(last + 1).sentence == statement(index).sentence
        {
            last += 1
        }
        return first..<last + 1
    }

    /// 大学生88名、每人3000元，高中生44名、每人2000元，共35.2万元: what several share belongs to none.
    private func ownStretch(of each: Int32) -> Range<Int32> {
        let all = sentence(of: each)
        let others = all.filter {
            $0 != each && statement($0).role == .average && figure($0).adds(with: figure(each))
        }
        guard !others.isEmpty else { return all }
        let own = all.filter { statement($0).part == statement(each).part }
        let isAlone = !others.contains { statement($0).part == statement(each).part }
        guard isAlone, let first = own.first, let last = own.last else { return each..<each + 1 }
        return first..<last + 1
    }

    private func amounts(beside each: Int32) -> ContiguousArray<Int32> {
        var found: ContiguousArray<Int32> = []
        for other in ownStretch(of: each) where other != each && isTotalLike(other) {
            if figure(other).kind == .amount, statement(other).comparand == .none {
                found.append(other)
            }
        }
        return found
    }

    /// Notes stated = the product of the factors, where it holds, or where one slip is the matter.
    mutating func tryProduct(
        _ stated: Int32, _ factors: ContiguousArray<Int32>, isSlipOnly: Bool
    ) -> Bool {
        let start = Int32(pool.count)
        pool.append(contentsOf: factors)
        var relation = Relation(
            shape: .product, clarity: .stated, verdict: .exact, stated: stated,
            firstOperand: start, operandCount: Int32(factors.count))
        guard let verdict = compute(relation)?.verdict,
            isSlipOnly ? verdict == .error : verdict != .error
        else {
            pool.removeLast(factors.count)
            return false
        }
        relation.verdict = verdict
        if isSlipOnly {
            relation.isSlip = isAnySlip(relation)
            guard relation.isSlip else {
                pool.removeLast(factors.count)
                return false
            }
        }
        relations.append(relation)
        return true
    }

    /// Whether one slip in one of the figures makes a product hold.
    private func isAnySlip(_ relation: Relation) -> Bool {
        if let result = compute(relation),
            Slip.explains(
                figure(relation.stated), by: result.computed - result.stated,
                exponent: result.exponent, slack: result.slack / 2)
        {
            return true
        }
        return operands(relation).contains { factor in
            Slip.digits(figure(factor)) >= 2
                && repairs(of: factor, in: relation).contains { isSlip($0) }
        }
    }
}
