/// A figure of a text (文中数字): its exact value, unit, stated precision and place.
package struct TextFigure: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// 金额.
        case amount
        /// 百分数 and 百分点.
        case percent
        /// 件、人、户、倍, with its measure word; plain numbers have an empty unit.
        case count
        /// 得分, 分值.
        case score
        /// 年、月、日.
        case dateYear = "date-year"
    }

    package enum Qualifier: String, Hashable, Sendable, CaseIterable {
        case about, nearly, over, under, atLeast, atMost
    }

    package let kind: Kind
    /// The exact value as written, in `unit`: `938.76`.
    package let value: String
    /// The unit as written: `万元`, `%`, `人次`.
    package let unit: String
    /// Decimals as written.
    package let precision: Int
    package let qualifier: Qualifier?
    /// The bytes of the figure with its unit in the UTF-8 text.
    package let range: Range<Int>

    package init(
        kind: Kind, value: String, unit: String, precision: Int, qualifier: Qualifier?,
        range: Range<Int>
    ) {
        self.kind = kind
        self.value = value
        self.unit = unit
        self.precision = precision
        self.qualifier = qualifier
        self.range = range
    }
}
