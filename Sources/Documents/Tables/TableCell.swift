package import Quantities

/// What stands in a cell, as its reader sees it (单元格内容).
package enum CellContent: Hashable, Sendable {
    case blank
    case text(String)
    /// The figure with at most 15 significant digits, as Excel shows it, without trailing zeros.
    case number(ExactDecimal)
    /// A number with a date format; ``TableCell/hasTime`` says that a time of day was cut off.
    case day(Day)
    case boolean(Bool)
    /// An error value such as `#REF!`, as it stands in the cell.
    case error(String)
    /// The cell holds something that is no figure and no day, though the file says that it is one.
    case unreadable(CellFault)
}

/// Why one cell has no value, while the cells around it have theirs.
package enum CellFault: Hashable, Sendable {
    /// The file says number, the text is none.
    case notANumber(String)
    case numberTooLarge(String)
    /// A serial day that the calendar does not have: 0, 60 (1900-02-29), negative, past 2199.
    case noSuchDay(String)
    /// The cell points at a shared text that the file does not hold.
    case missingSharedText(String)

    /// What stands there, as the file has it.
    package var found: String {
        switch self {
        case .notANumber(let text), .numberTooLarge(let text), .noSuchDay(let text),
            .missingSharedText(let text):
            text
        }
    }

    /// What is wrong and what to do; follows the cell's name: `单元格 B7` + ` 的数字…`.
    package var message: String {
        switch self {
        case .notANumber(let text): "标为数字，内容却是“\(text)”。请重新输入这个数字。"
        case .numberTooLarge(let text): "的数字 \(text) 太大，无法准确处理。请核对。"
        case .noSuchDay(let text): "的日期“\(text)”不在 1900 年至 2199 年之间，或日历上没有这一天。请重新输入日期。"
        case .missingSharedText(let text): "引用的文字（第 \(text) 条）在文件中不存在。请用 Excel 或 WPS 打开后另存。"
        }
    }
}

/// One cell of a table (单元格): where it stands and what stands in it.
package struct TableCell: Hashable, Sendable {
    package let place: CellPlace
    package let content: CellContent
    /// The content is the result that the program which saved the file had cached.
    package let hasFormula: Bool
    /// The number is shown with `%`: 0.95 is seen as 95 %.
    package let isPercent: Bool
    /// A time of day stood behind the day and was cut off.
    package let hasTime: Bool

    package init(
        _ place: CellPlace, _ content: CellContent, hasFormula: Bool = false,
        isPercent: Bool = false, hasTime: Bool = false
    ) {
        self.place = place
        self.content = content
        self.hasFormula = hasFormula
        self.isPercent = isPercent
        self.hasTime = hasTime
    }

    package var isBlank: Bool {
        if case .blank = content { true } else { false }
    }

    /// The content as a reader of the sheet could type it: `95%`, `2021-07-31`, `TRUE`.
    package var text: String {
        switch content {
        case .blank: ""
        case .text(let text), .error(let text): text
        case .number(let number): isPercent ? number.percentText : number.text
        case .day(let day): day.iso
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .unreadable(let fault): fault.found
        }
    }
}

extension ExactDecimal {
    /// `0.955` is `95.5%`.
    fileprivate var percentText: String {
        if scale >= 2 { return ExactDecimal(mantissa: mantissa, scale: scale - 2).text + "%" }
        let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: scale == 1 ? 10 : 100)
        return overflow ? text : ExactDecimal(mantissa: shifted, scale: 0).text + "%"
    }
}
