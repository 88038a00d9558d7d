package import Quantities

/// The value of a formula at a snapshot.
///
/// Missing and undefined pass through arithmetic and comparison. Where both meet, undefined wins:
/// no datum that is still to come could make x ÷ 0 a number. `and` and `or` are three-valued:
/// a `false` settles `and` and a `true` settles `or`, whatever the other side is.
package enum FormulaValue: Hashable, Sendable {
    /// In base units: money in 元.
    case number(Fraction)
    case truth(Bool)
    case text(String)
    case day(Day)
    /// 缺数据: not 0.
    case missing
    /// 无法计算: something was divided by 0; the rule that asked settles what it means.
    case undefined

    /// Whether it is neither missing nor undefined.
    package var isDefined: Bool { self != .missing && self != .undefined }

    /// The number; nil for anything else.
    package var number: Fraction? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The text; empty for anything else.
    var text: String {
        if case .text(let text) = self { text } else { "" }
    }

    /// What spoils an operation on these operands; nil where all of them are defined.
    static func gap(among values: some Sequence<FormulaValue>) -> FormulaValue? {
        var gap: FormulaValue?
        for value in values {
            if value == .undefined { return .undefined }
            if value == .missing { gap = .missing }
        }
        return gap
    }
}
