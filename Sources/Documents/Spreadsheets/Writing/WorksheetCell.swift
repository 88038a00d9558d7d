package import Quantities

/// A cell (单元格) with its look.
package struct WorksheetCell: Hashable, Sendable {
    package var value: Value
    package var style: CellStyle
    /// A comment (批注) that opens beside the cell; nil has none.
    package var comment: String?

    package enum Value: Hashable, Sendable {
        case blank
        /// Leaves as text, whatever it begins with.
        case text(String)
        /// Written digit by digit; a percentage is its fraction: 0.8783 with ``NumberFormat/percent``.
        case number(ExactDecimal)
        /// A calendar day as spreadsheets count it; shown as 2021-07-31 unless the style says more.
        case day(Day)
        /// A formula (公式) without its `=`, in English function names, with what it gives now.
        case formula(String, cached: CachedValue)
    }

    /// The value a formula shows until the program that opens it counts again.
    package enum CachedValue: Hashable, Sendable {
        case number(ExactDecimal)
        case text(String)
    }

    package init(_ value: Value, _ style: CellStyle = CellStyle(), comment: String? = nil) {
        self.value = value
        self.style = style
        self.comment = comment
    }
}

/// How a cell looks (单元格格式).
package struct CellStyle: Hashable, Sendable {
    package var typeface = Typeface.songti
    package var size = TypeSize.no5
    package var isBold = false
    package var color: OfficeColor?
    package var background: OfficeColor?
    package var horizontal = Horizontal.general
    package var vertical = Vertical.center
    package var wraps = false
    /// Left indent in characters.
    package var indent = 0
    package var hasBorder = false
    package var format = NumberFormat.general
    /// Free to type in where the sheet is protected.
    package var isUnlocked = false

    package init() {}

    /// The default look with some things changed: `CellStyle { $0.isBold = true }`.
    package init(_ change: (inout CellStyle) -> Void) { change(&self) }

    /// This look with some things changed.
    package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }

    package enum Typeface: String, Hashable, Sendable {
        case songti = "宋体"
        case heiti = "黑体"
        case fangsong = "仿宋"
        case titleSong = "方正小标宋简体"
    }

    package enum Horizontal: String, Hashable, Sendable {
        /// Numbers to the right, text to the left.
        case general
        case left
        case center
        case right
    }

    package enum Vertical: String, Hashable, Sendable {
        case top
        case center
        case bottom
    }

    /// Number format (数字格式).
    package enum NumberFormat: String, Hashable, Sendable, CaseIterable {
        case general = "General"
        /// 文本: what is typed stays as typed.
        case text = "@"
        /// 628.80
        case amount = "#,##0.00"
        /// 0.4785 beside 628.80: two to four decimals.
        case amountFourDecimals = "#,##0.00##"
        /// 87.83%
        case percent = "0.00%"
        /// 得分: 14.75
        case score = "0.00"
        /// 1,234
        case integer = "#,##0"
        /// 2021-07-31
        case day = "yyyy\\-mm\\-dd"
    }
}
