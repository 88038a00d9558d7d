import Documents
import Formulas
package import Performance
package import Quantities

/// How an actual figure stands to its budget (增减变动): the word and the amount follow the data.
package struct Change: Hashable, Sendable {
    package enum Direction: String, Hashable, Sendable {
        case increase = "增加"
        case decrease = "减少"
        case level = "持平"
    }

    package let name: String
    /// 决算 − 预算, in 元; nil where either is missing.
    package let difference: Fraction?
    private let from: FigureTrace
    private let to: FigureTrace

    package init(_ name: String, from budget: FigureTrace, to actual: FigureTrace) {
        self.name = name
        from = budget
        to = actual
        if let budget = budget.value.number, let actual = actual.value.number {
            difference = try? actual.subtracting(budget)
        } else {
            difference = nil
        }
    }

    package var direction: Direction? {
        difference.map { $0.isZero ? .level : $0.isNegative ? .decrease : .increase }
    }

    /// `减少98.93万元`, `与预算持平`, or `缺少数据，无法比较`.
    package var text: FigureText {
        guard let direction, let amount else { return "缺少数据，无法比较" }
        let word = trace(.text(direction.rawValue), formula: "sign(\(to.name) - \(from.name))")
        if direction == .level { return "与预算\(printed: direction.rawValue, word)" }
        return "\(printed: direction.rawValue, word)\(amount)万元"
    }

    /// 决算 − 预算 with its sign, in 元.
    package var signedAmount: FigureTrace? {
        difference.map { trace(.number($0, .yuan), formula: "\(to.name) - \(from.name)") }
    }

    /// The size of the change, in 元.
    package var amount: FigureTrace? {
        difference.map {
            trace(.number($0.magnitude, .yuan), formula: "abs(\(to.name) - \(from.name))")
        }
    }

    private func trace(_ value: TracedValue, formula: String) -> FigureTrace {
        let shown = FigureFormat.exactTenThousandYuan
        let result = difference.map { shown.text(.number($0, .yuan)) } ?? FigureFormat.absent
        let arithmetic =
            "\(to.name) − \(from.name) = \(shown.text(to.value)) − \(shown.text(from.value))"
            + " = \(result)（万元）"
        return FigureTrace(
            name: "\(name)增减", value: value, formula: formula, arithmetic: arithmetic,
            entries: from.entries + to.entries)
    }
}

extension Change {
    /// The cause in the data: which parts make up the change, the largest first.
    ///
    /// One part that is the whole change is 全部是; parts that reach half of it are 主要是, and what
    /// they leave is named too. Parts that would print as 0.00 are left out.
    ///
    /// - Source: 勾稽关系 CC-027.
    package func causes(_ parts: [Change]) -> FigureText? {
        guard let difference, !difference.isZero else { return nil }
        let printable = parts.filter { part in
            part.amount.map { FigureFormat.amount.text($0.value) != "0.00" } ?? false
        }
        let sameWay = printable.filter { $0.difference?.isNegative == difference.isNegative }
            .sorted { Self.size($0) > Self.size($1) }
        guard let largest = sameWay.first else { return nil }
        if printable.count == 1, largest.difference == difference {
            return "全部是\(largest.name)\(largest.text)"
        }
        let main = Self.largest(sameWay, reachingHalfOf: difference.magnitude)
        var text: FigureText = "主要是"
        text += Self.list(sameWay.prefix(main))
        if main < sameWay.count { text += "，其余是\(Self.list(sameWay.dropFirst(main)))" }
        let offsets = printable.filter { $0.difference?.isNegative != difference.isNegative }
        if !offsets.isEmpty { text += "；另有\(Self.list(offsets[...]))" }
        return text
    }

    private static func list(_ changes: ArraySlice<Change>) -> FigureText {
        FigureText.list(changes.map { "\($0.name)\($0.text)" }, separator: "、")
    }

    /// How many of the largest parts together are at least half of the whole change.
    private static func largest(_ parts: [Change], reachingHalfOf whole: Fraction) -> Int {
        var (sum, count) = (Fraction.zero, 0)
        for part in parts {
            count += 1
            guard let next = try? sum.adding(size(part)), let twice = try? next.adding(next)
            else { return count }
            if twice >= whole { return count }
            sum = next
        }
        return count
    }

    private static func size(_ change: Change) -> Fraction {
        change.difference?.magnitude ?? .zero
    }
}
