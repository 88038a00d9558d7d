package import Quantities

/// What kind of value a formula gives (类型); the unit is part of a number's type.
package enum FormulaType: Hashable, Sendable {
    case number(MeasureUnit)
    case truth
    case text
    case day

    /// How messages name it.
    package var words: String {
        switch self {
        case .number(let unit): unit.isDimensionless ? "数" : "数（\(unit)）"
        case .truth: "是否"
        case .text: "文字"
        case .day: "日期"
        }
    }

    /// Its unit; nil where it is no number.
    package var unit: MeasureUnit? {
        if case .number(let unit) = self { unit } else { nil }
    }
}
