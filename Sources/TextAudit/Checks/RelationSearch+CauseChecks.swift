import Performance

/// Causes and the amounts they explain (原因说明).
extension RelationSearch {
    func checkCauses(into result: inout [TextFinding]) {
        var seen: [(cause: Range<Int>, change: Int32)] = []
        var budgets: [Int32: Int32]?
        for index in 0..<figureCount
        where statement(index).role == .change && statement(index).marks.contains(.cause) {
            if budgets == nil { budgets = budgetsByRate() }
            checkCauseAmount(index, budgets ?? [:], into: &result)
            guard seen.count < 64, let cause = cause(behind: index) else { continue }
            for earlier in seen where isSameCause(earlier, (cause, index)) {
                result.append(sameCause(earlier.change, index, cause))
                break
            }
            seen.append((cause, index))
        }
    }

    // MARK: CC-027

    /// The change of the whole sentence, of which the amount is told as the main cause.
    private func whole(
        of index: Int32, _ budgets: [Int32: Int32]
    ) -> (steps: Int128, exponent: Int, from: [Int32])? {
        let own = statement(index)
        let subject = own.subject
        var other = index - 1
        while other >= 0, other > index - 24, statement(other).sentence == own.sentence {
            if statement(other).role == .change, !statement(other).marks.contains(.cause),
                statement(other).direction == own.direction,
                figure(other).adds(with: figure(index))
            {
                let exponent = figure(other).exponent
                return (counted(other, exponent), exponent, [other])
            }
            other -= 1
        }
        other = index - 1
        while other > index - 24, other >= 0, subject >= 0,
            statement(other).sentence == own.sentence
        {
            if statement(other).role == .completion, statement(other).subject == subject,
                let budget = budgets[other]
            {
                let gap = gap(budget, subject)
                guard gap.steps != 0, (gap.steps > 0) == (own.direction < 0) else { return nil }
                return (Arithmetic.magnitude(gap.steps), gap.exponent, [budget, subject])
            }
            other -= 1
        }
        return nil
    }

    /// The budget that each completion rate was measured against.
    private func budgetsByRate() -> [Int32: Int32] {
        var budgets: [Int32: Int32] = [:]
        for relation in relations
        where relation.shape == .ratio && relation.operandCount == 2
            && statement(relation.stated).role == .completion
        {
            budgets[relation.stated] = operand(relation, 1)
        }
        return budgets
    }

    private func checkCauseAmount(
        _ index: Int32, _ budgets: [Int32: Int32], into result: inout [TextFinding]
    ) {
        guard figure(index).kind == .amount, figure(index).marks.isEmpty, isOnlyCause(index),
            let whole = whole(of: index, budgets)
        else { return }
        let exponent = min(whole.exponent, figure(index).exponent)
        let total = whole.steps * Arithmetic.power(min(whole.exponent - exponent, 20))
        let part = counted(index, exponent)
        let off = Arithmetic.magnitude(total - part)
        guard total > 0 else { return }
        let verb = statement(index).direction < 0 ? "减少" : "增加"
        let told = words(total, exponent, like: index)
        let rest = words(off, exponent, like: index)
        var places = [place(index)]
        for figure in whole.from { places.append(place(figure)) }
        let expression =
            whole.from.count == 2
            ? "\(words(index)) = \(words(whole.from[0])) − \(words(whole.from[1]))"
            : "\(words(index)) ≤ \(words(whole.from[0]))"
        let message: String
        var severity = FindingSeverity.note
        if off == 0 {
            message = "主要原因的金额 \(words(index))等于\(verb)总额，“主要是”应为“全部是”。"
        } else if off * 100 < total {
            severity = .warning
            message = "主要原因的金额 \(words(index))与\(verb)总额 \(told)只差 \(rest)，可能写错了一个数字。"
        } else if part > total {
            message = "主要原因的金额 \(words(index))大于\(verb)总额 \(told)，未说明相抵的项目。"
        } else if 2 * part < total {
            message = "主要原因的金额 \(words(index))不到\(verb)总额 \(told)的一半。"
        } else {
            return
        }
        result.append(
            remark(
                "CC-027", .difference, at: places, expression, computed: told,
                stated: words(index), difference: rest, severity: severity, message,
                "请核对金额，或补充其他项目的增减。"))
    }

    /// Whether no other change of the sentence is told as a cause.
    private func isOnlyCause(_ index: Int32) -> Bool {
        for other in [index - 1, index + 1]
        where other >= 0 && other < figureCount
            && statement(other).sentence == statement(index).sentence
            && statement(other).role == .change && statement(other).marks.contains(.cause)
        {
            return false
        }
        return true
    }

    // MARK: CC-095

    /// The words from the clause behind a change to the end of its sentence, without figures.
    private func cause(behind index: Int32) -> Range<Int>? {
        var place = Int(figure(index).token) + 1
        guard place < tokenCount, token(place).kind == .comma else { return nil }
        let start = Int(token(place).end)
        let end = tokenEnd(behind: place)
        while place < end, !token(place).endsSentence {
            if token(place).kind == .figure { return nil }
            place += 1
        }
        guard place < tokenCount else { return nil }
        let range = start..<Int(token(place).start)
        return range.count >= 36 ? range : nil
    }

    private func isSameCause(
        _ first: (cause: Range<Int>, change: Int32), _ second: (cause: Range<Int>, change: Int32)
    ) -> Bool {
        gap(first.change, second.change).steps != 0 && isSameText(first.cause, second.cause)
    }

    private func sameCause(_ first: Int32, _ second: Int32, _ cause: Range<Int>) -> TextFinding {
        remark(
            "CC-095", .style, at: [place(second), place(first), cause],
            "\(words(first)) / \(words(second))",
            "\(words(first))和\(words(second))两个不同金额用了同一原因说明。", "请分别说明各自的原因。")
    }
}
