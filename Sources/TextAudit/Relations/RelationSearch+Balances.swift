import Performance

/// What is left after spending (结余): 收入 + 年初结转 − 支出.
extension RelationSearch {
    mutating func findBalances() {
        for index in 0..<figureCount
        where statement(index).role == .level && statement(index).marks.contains(.balance) {
            findBalance(index)
        }
    }

    private mutating func findBalance(_ index: Int32) {
        let own = statement(index)
        var nearby: ContiguousArray<Int32> = []
        var other = index - 1
        while other >= nearest(before: index), nearby.count < 9,
            statement(other).line >= own.line - 3
        {
            if statement(other).role == .level, statement(other).depth <= own.depth,
                figure(other).adds(with: figure(index)), !statement(other).marks.contains(.ofWhich)
            {
                nearby.append(other)
            }
            other -= 1
        }
        guard nearby.count >= 2, figure(index).mantissa > 0 else { return }
        var best: (Int32, Int32, Int32) = (-1, -1, -1)
        for (place, spent) in nearby.enumerated() {
            for had in nearby[(place + 1)...] {
                if tryBalance(index, had, spent, -1, clarity: .guess) { return }
                for more in nearby where more != spent && more != had {
                    if tryBalance(index, had, spent, more, clarity: .guess) { return }
                }
                if best.0 < 0, Self.isPair(label(of: had), label(of: spent), reading.text) {
                    best = (had, spent, -1)
                }
            }
        }
        if best.0 >= 0 {
            for more in nearby where more != best.0 && more != best.1 {
                if isCarried(more) { best.2 = more }
            }
            if tryBalance(index, best.0, best.1, -1, clarity: .likely) { return }
            if best.2 >= 0 { _ = tryBalance(index, best.0, best.1, best.2, clarity: .likely) }
        }
    }

    /// 收入…支出…, 预算…决算…, 到位…使用….
    private static func isPair(
        _ had: Range<Int>, _ spent: Range<Int>, _ text: borrowing MendedText
    ) -> Bool {
        let sources: [StaticString] = [
            "收入", "预算", "到位", "下达", "安排", "拨付", "总额", "应收", "合同", "资产", "总计", "合计", "到账",
            "拨款", "收到", "筹集",
        ]
        let uses: [StaticString] = [
            "支出", "使用", "支付", "决算", "执行", "发放", "实收", "上缴", "负债", "总计", "合计",
        ]
        var isSource = false
        for word in sources where text.holds(word, in: had) { isSource = true }
        guard isSource else { return false }
        for word in uses where text.holds(word, in: spent) { return true }
        return false
    }

    private func isCarried(_ index: Int32) -> Bool {
        let label = label(of: index)
        return reading.text.holds("结转", in: label) || reading.text.holds("上年结余", in: label)
            || reading.text.holds("年初结余", in: label)
    }

    private mutating func tryBalance(
        _ index: Int32, _ had: Int32, _ spent: Int32, _ more: Int32, clarity: Relation.Clarity
    ) -> Bool {
        var arithmetic = SumArithmetic(figure(index))
        arithmetic.take(figure(had))
        arithmetic.take(figure(spent))
        if more >= 0 { arithmetic.take(figure(more)) }
        let exponent = arithmetic.exponent
        let left = Arithmetic.magnitude(Arithmetic.steps(figure(index), exponent))
        let extra = more >= 0 ? Arithmetic.steps(figure(more), exponent) : 0
        let rest =
            Arithmetic.steps(figure(had), exponent) + extra
            - Arithmetic.steps(figure(spent), exponent)
        let off = left - (figure(index).isNegative ? Arithmetic.magnitude(rest) : rest)
        let count = more >= 0 ? 3 : 2
        let verdict = arithmetic.verdict(off, total: figure(index), count: count)
        if verdict == .exact || clarity > .guess && verdict == .rounding {
            noteBalance(index, had, spent, more, clarity, verdict, isSlip: false)
            return true
        }
        guard clarity > .guess, Slip.digits(figure(index)) >= 2 else { return false }
        let slack = arithmetic.slack(count: count)
        let isSlip =
            Slip.explains(figure(index), by: -off, exponent: exponent, slack: slack)
            || Slip.explains(figure(had), by: off, exponent: exponent, slack: slack)
            || Slip.explains(figure(spent), by: -off, exponent: exponent, slack: slack)
            || more >= 0 && Slip.explains(figure(more), by: off, exponent: exponent, slack: slack)
        guard isSlip else { return false }
        noteBalance(index, had, spent, more, clarity, .error, isSlip: true)
        return true
    }

    private mutating func noteBalance(
        _ index: Int32, _ had: Int32, _ spent: Int32, _ more: Int32, _ clarity: Relation.Clarity,
        _ verdict: FindingVerdict, isSlip: Bool
    ) {
        note(
            .difference, clarity, verdict, stated: index, had, spent, isSlip: isSlip)
        guard more >= 0 else { return }
        pool.append(more)
        relations[relations.count - 1].operandCount = 3
    }
}
