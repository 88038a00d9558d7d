/// Why a text is not a figure (数字); `offset` counts UTF-8 bytes from the start of the text.
package enum FigureSyntaxError: Error, Hashable, Sendable {
    case missingDigits(offset: Int)
    /// `1,23`: a thousands separator without three digits after it.
    case malformedGrouping(offset: Int)
    /// `三四十`, `百十万`, `一百零`.
    case malformedNumeral(offset: Int)
    /// `--5`, `(-5)`.
    case twoSigns(offset: Int)
    /// More than 18 digits, or beyond 万亿 of a number.
    case tooManyDigits(offset: Int)
    case unclosedBracket(offset: Int)
    case trailingText(offset: Int)

    package var offset: Int {
        switch self {
        case .missingDigits(let offset), .malformedGrouping(let offset),
            .malformedNumeral(let offset), .twoSigns(let offset), .tooManyDigits(let offset),
            .unclosedBracket(let offset), .trailingText(let offset):
            offset
        }
    }

    /// What stood there and what to do; the caller names the place.
    package var message: String {
        switch self {
        case .missingDigits: "这里应是数字。请填写数字，例如 1234.56 或 20万元。"
        case .malformedGrouping: "千分位逗号后应有三位数字。请核对逗号的位置，或去掉逗号。"
        case .malformedNumeral: "中文数字的写法读不通。请写成“三百二十一”这样的形式，或改用阿拉伯数字。"
        case .twoSigns: "正负号写了两次。请只保留一个。"
        case .tooManyDigits: "数字位数过多，最多 18 位。请核对是否误填了编号或账号。"
        case .unclosedBracket: "括号没有配对。请补上右括号，或用负号表示负数。"
        case .trailingText: "数字后面还有读不懂的文字。请只保留一个数字和它的单位。"
        }
    }
}
