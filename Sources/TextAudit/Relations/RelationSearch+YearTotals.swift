import Performance

/// The totals of a year's account (收支总计): what came in this year and what was carried over.
extension RelationSearch {
    /// 总收入581.45万元，其中本年收入390.55万元…上年结转190.89万元; 总支出581.45万元.
    mutating func findYearTotals() {
        for index in 0..<figureCount where isTotalLike(index) {
            let name = label(of: index)
            let isIncome = holdsAny(["总收入", "收入总计"], in: name)
            let isSpending = holdsAny(["总支出", "支出总计"], in: name)
            guard isIncome != isSpending, wholeOfYear(name, isIncome: isIncome) else { continue }
            findCarriedOver(index, isIncome: isIncome)
            if isIncome { findOtherSide(of: index) }
        }
    }

    /// 总收入 and 收入总计 end the label: 总收入预算 and 非税总收入 are something else.
    private func wholeOfYear(_ name: Range<Int>, isIncome: Bool) -> Bool {
        let tail = max(name.lowerBound, name.upperBound - 15)..<name.upperBound
        return holdsAny(isIncome ? ["总收入", "收入总计"] : ["总支出", "支出总计"], in: tail)
            && !holdsAny(["预算", "非税", "税收", "比"], in: name)
    }

    private mutating func findCarriedOver(_ total: Int32, isIncome: Bool) {
        guard Slip.digits(figure(total)) >= 4 else { return }
        var current = Int32(-1)
        var index = total + 1
        while index < nearest(behind: total), index < total + 30 {
            if isTotalLike(index), figure(index).adds(with: figure(total)),
                statement(index).depth == statement(total).depth
            {
                let name = label(of: index)
                if holdsAny(["总收入", "收入总计", "总支出", "支出总计"], in: name) { return }
                if current < 0 {
                    if holdsAny(isIncome ? ["本年收入"] : ["本年支出"], in: name) {
                        current = index
                    }
                } else if holdsAny(
                    isIncome
                        ? ["上年结转", "年初结转", "上年结余"] : ["年末结转", "结转下年", "年末结余"], in: name)
                {
                    noteCarried(total, current, index)
                    return
                }
            }
            index += 1
        }
    }

    private mutating func noteCarried(_ total: Int32, _ current: Int32, _ carried: Int32) {
        guard wholes[Int(current)] != total || wholes[Int(carried)] != total else { return }
        parts.start(total, figure(total))
        parts.add(current, figure(current), opensGroup: false, isNested: false)
        parts.add(carried, figure(carried), opensGroup: false, isNested: false)
        parts.align(reading.lexer.figures)
        let verdict = parts.fit(.all, upTo: 2)
        let isSlip = verdict == .error && parts.isSlip(reading.lexer.figures)
        guard verdict != .error || isSlip else { return }
        noteSum(total, .likely, verdict, isSlip: isSlip)
    }

    private mutating func findOtherSide(of income: Int32) {
        guard Slip.digits(figure(income)) >= 4 else { return }
        var other = income + 1
        while other < nearest(behind: income), other < income + 40 {
            if isTotalLike(other), figure(other).adds(with: figure(income)),
                statement(other).year == statement(income).year
            {
                let name = label(of: other)
                if holdsAny(["总收入", "收入总计"], in: name) { return }
                if holdsAny(["总支出", "支出总计"], in: name) {
                    if wholeOfYear(name, isIncome: false), !isRestTold(income, other) {
                        _ = noteTwice(income, other, digits: 4)
                    }
                    return
                }
            }
            other += 1
        }
    }

    /// 总收入900万元，总支出890万元，结余10万元: the two sides need not agree.
    private func isRestTold(_ income: Int32, _ spending: Int32) -> Bool {
        let rest = gap(income, spending)
        var index = income + 1
        while index < nearest(behind: spending), index < spending + 12 {
            if statement(index).role == .level, statement(index).marks.contains(.balance),
                index > spending, rest.steps != 0
            {
                return true
            }
            index += 1
        }
        return false
    }
}
