package import Documents
package import Quantities

/// What is wrong with one cell, apart from where it stands and what stood there.
package enum CellProblem: Hashable, Sendable {
    case requiredEmpty
    case notMoney
    /// An amount with more decimals than 分, stated in this unit.
    case finerThanFen(MoneyUnit)
    case amountTooLarge
    case percentInMoney
    /// `1.23E+11`: the last digits are lost.
    case scientificNotation
    case negativeWithoutRefund
    case refundNotNegative
    case notADay
    /// 2021-02-30, serial 60.
    case noSuchDay
    /// A number that Excel shows as a day; the day it would be.
    case serialDay(String)
    case dayWithoutYear
    case dayWithoutFullYear
    case dayWithoutDay
    case dayOutsideYear(Int)
    case notANumber(unit: String)
    case numberTooLarge
    case negativeNumber
    case tooManyDecimals(Int)
    case notATruth
    case unknownChoice(suggestion: String?, allowed: [String])
    case textTooLong(maximum: Int, actual: Int)
    case controlCharacter(UInt8)
    /// A character that turns the reading direction and hides what stands there.
    case hiddenDirection
    /// U+FFFD: a character was lost when the file was saved in another encoding.
    case damagedText
    /// A text that begins with `= + - @` where a figure, a day or a choice belongs.
    case formulaText
    /// `*` in place of a figure.
    case placeholder
    /// `#REF!`, as it stands in the cell.
    case errorValue(String)
    case unreadable(CellFault)
    /// The sheet says TRUE or FALSE where something else belongs.
    case truthInstead
    /// A date cell where a figure belongs.
    case dayInstead
    case otherUnitCode(expected: String)
    case otherYear(expected: Int)
    /// One amount stands over several rows: the merged range.
    case mergedRows(String)
    /// 红冲 needs the row that it takes back.
    case reversalInFile
}

extension CellProblem {
    /// A short name for machines; it never changes.
    package var code: String {
        switch self {
        case .requiredEmpty: "required-empty"
        case .notMoney: "not-money"
        case .finerThanFen: "finer-than-fen"
        case .amountTooLarge: "amount-too-large"
        case .percentInMoney: "percent-in-money"
        case .scientificNotation: "scientific-notation"
        case .negativeWithoutRefund: "negative-without-refund"
        case .refundNotNegative: "refund-not-negative"
        case .notADay: "not-a-day"
        case .noSuchDay: "no-such-day"
        case .serialDay: "serial-day"
        case .dayWithoutYear: "day-without-year"
        case .dayWithoutFullYear: "day-without-full-year"
        case .dayWithoutDay: "day-without-day"
        case .dayOutsideYear: "day-outside-year"
        case .notANumber: "not-a-number"
        case .numberTooLarge: "number-too-large"
        case .negativeNumber: "negative-number"
        case .tooManyDecimals: "too-many-decimals"
        case .notATruth: "not-a-truth"
        case .unknownChoice: "unknown-choice"
        case .textTooLong: "text-too-long"
        case .controlCharacter: "control-character"
        case .hiddenDirection: "hidden-direction"
        case .damagedText: "damaged-text"
        case .formulaText: "formula-text"
        case .placeholder: "placeholder"
        case .errorValue: "error-value"
        case .unreadable: "unreadable"
        case .truthInstead: "truth-instead"
        case .dayInstead: "day-instead"
        case .otherUnitCode: "other-unit-code"
        case .otherYear: "other-year"
        case .mergedRows: "merged-rows"
        case .reversalInFile: "reversal-in-file"
        }
    }

    /// What is wrong, what is expected and what to do; `expected` names what the column holds.
    func words(expected: String) -> String {
        switch self {
        case .requiredEmpty: "没有填，应填\(expected)。请补上。"
        case .finerThanFen(let unit):
            "精确到了分以下，以\(unit.rawValue)为单位最多 \(unit.decimals) 位小数。请四舍五入到分再导入。"
        case .amountTooLarge: "超过单笔上限 10 万亿元。请核对金额和单位。"
        case .percentInMoney: "是百分比，应填\(expected)。请改成金额。"
        case .scientificNotation: "是科学计数法，末几位数字可能已丢失。请把该列设为“数值”或“文本”格式后重新导出。"
        case .negativeWithoutRefund: "是负数。若是退款，请在“记录类型”列或摘要中写明“退款”；若是冲销，请用红冲。"
        case .refundNotNegative: "不是负数，而这一行注明是退款。请填负数，或去掉“退款”。"
        case .noSuchDay: "在日历中不存在。请核对日期。"
        case .serialDay(let day): "像是 Excel 的日期序号（\(day)）。请把该列设为日期格式后再导入。"
        case .dayWithoutYear: "没有写年份，应填\(expected)。请补上年份。"
        case .dayWithoutFullYear: "年份不是四位，或不在最前面，应填\(expected)。请改写。"
        case .dayWithoutDay: "只写到月，应填\(expected)。请补上日。"
        case .dayOutsideYear(let year): "不在账套的 \(year) 年度内。请核对日期，或导入相应年度的账套。"
        case .numberTooLarge: "太大，无法准确处理。请核对。"
        case .negativeNumber: "是负数，应填\(expected)。请改正。"
        case .tooManyDecimals(let scale):
            scale == 0 ? "应是整数。请改正。" : "最多 \(scale) 位小数。请四舍五入后再导入。"
        case .unknownChoice(let suggestion, let allowed):
            Self.words(suggestion: suggestion, allowed: allowed)
        case .textTooLong(let maximum, let actual): "有 \(actual) 个字，最多 \(maximum) 个。请缩短。"
        case .controlCharacter: "含有看不见的控制字符。请删去后重新输入。"
        case .hiddenDirection: "含有改变文字方向的隐藏字符。请删去后重新输入。"
        case .damagedText: "有损坏的文字（编码转换时丢失）。请从原系统重新导出，存为 UTF-8 或 xlsx。"
        case .formulaText: "像是公式文字，应填\(expected)。请改为公式算出的值。"
        case .placeholder: "只是占位符，应填\(expected)。请补上实际内容。"
        case .errorValue: "是公式错误值。请修正公式，或直接填\(expected)。"
        case .unreadable(let fault): fault.message
        case .notMoney, .notADay, .notANumber, .notATruth, .truthInstead, .dayInstead:
            "读不懂，应填\(expected)。请改正。"
        case .otherUnitCode(let code): "与账套的单位代码“\(code)”不同。请核对单位，或导入相应单位的账套。"
        case .otherYear(let year): "与账套的 \(year) 年度不同。请核对年度，或导入相应年度的账套。"
        case .mergedRows(let range): "在合并单元格 \(range) 中，不知属于哪一行。请取消合并，逐行填写。"
        case .reversalInFile: "不能随表导入：红冲要指明冲销哪一行。请把这一行移出，导入后用红冲处理。"
        }
    }

    private static func words(suggestion: String?, allowed: [String]) -> String {
        let shown = allowed.prefix(12).joined(separator: "、")
        let list = allowed.count > 12 ? "\(shown)等 \(allowed.count) 项" : shown
        guard let suggestion else { return "不在可选项中（\(list)）。请改选其中一项。" }
        return "不在可选项中（\(list)）。是否应为“\(suggestion)”？请改正。"
    }
}
