import Performance

/// Income beside expenditure (收支平衡).
extension RelationSearch {
    func checkTotals(_ overview: Overview, into result: inout [TextFinding]) {
        checkBudgets(overview, into: &result)
        checkOverspending(overview, into: &result)
        checkUnits(overview, into: &result)
        checkYear(overview, into: &result)
    }

    private func differs(_ first: Int32, _ second: Int32) -> Bool {
        guard first >= 0, second >= 0, figure(first).adds(with: figure(second)),
            statement(first).year == statement(second).year
        else { return false }
        return gap(first, second).steps != 0
    }

    /// CC-007.
    private func checkBudgets(_ overview: Overview, into result: inout [TextFinding]) {
        let (income, expenditure) = (overview.incomeBudget, overview.expenditureBudget)
        guard differs(income, expenditure), !tellsBalance else { return }
        let gap = gap(income, expenditure)
        let off = words(Arithmetic.magnitude(gap.steps), gap.exponent, like: income)
        result.append(
            remark(
                "CC-007", .compare, at: [place(income), place(expenditure)],
                "\(words(income)) = \(words(expenditure))", stated: words(income), difference: off,
                "收入预算 \(words(income))与支出预算 \(words(expenditure))相差 \(off)。",
                "请说明结转结余的安排。"))
    }

    /// CC-009.
    private func checkOverspending(_ overview: Overview, into result: inout [TextFinding]) {
        let (income, expenditure) = (overview.incomeTotal, overview.expenditureTotal)
        guard differs(income, expenditure),
            abs(statement(income).line - statement(expenditure).line) <= 6
        else { return }
        let gap = gap(expenditure, income)
        guard gap.steps > 0, !tellsBalance else { return }
        let off = words(gap.steps, gap.exponent, like: expenditure)
        result.append(
            remark(
                "CC-009", .compare, at: [place(expenditure), place(income)],
                "\(words(expenditure)) ≤ \(words(income))", stated: words(expenditure),
                difference: off,
                "支出 \(words(expenditure))大于收入 \(words(income))，多 \(off)，文中未说明资金来源。",
                "请说明年初结转结余或其他资金来源。"))
    }

    /// Whether the text tells anything that is carried over or left.
    private var tellsBalance: Bool {
        reading.text.holds("结转", in: wholeText) || reading.text.holds("结余", in: wholeText)
    }

    /// CC-063.
    private func checkUnits(_ overview: Overview, into result: inout [TextFinding]) {
        let (income, expenditure) = (overview.incomeTotal, overview.expenditureTotal)
        guard income >= 0, expenditure >= 0,
            figure(income).scale != figure(expenditure).scale,
            !figure(income).marks.contains(.inheritedUnit),
            !figure(expenditure).marks.contains(.inheritedUnit)
        else { return }
        result.append(
            remark(
                "CC-063", .style, at: [place(income), place(expenditure)],
                "\(words(income)) / \(words(expenditure))",
                "收入合计 \(words(income))与支出合计 \(words(expenditure))的金额单位不同。",
                "请统一全文的金额单位。"))
    }

    /// CC-064.
    private func checkYear(_ overview: Overview, into result: inout [TextFinding]) {
        let year = overview.firstYear
        for index in [overview.incomeTotal, overview.expenditureTotal] where index >= 0 {
            let own = statement(index).year
            guard year > 0, own > year, own <= year + 2 else { continue }
            result.append(
                remark(
                    "CC-064", .style, at: [place(index)], "\(own) ≠ \(year)",
                    "\(name(of: index)) \(words(index))写的是 \(own) 年，而本文是 \(year) 年的。",
                    "请核对年度。"))
            return
        }
    }
}
