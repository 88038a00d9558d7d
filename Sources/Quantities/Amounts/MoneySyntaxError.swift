/// Why a text is not an amount (金额); `offset` counts UTF-8 bytes from its start.
package enum MoneySyntaxError: Error, Hashable, Sendable {
    case notAFigure(FigureSyntaxError)
    /// No unit is written and none is given by the column.
    case missingUnit(offset: Int)
    /// `20人`, `15%`: a unit that is no money.
    case notMoney(offset: Int)
    /// `约20万元`, `15—20万元`: a ledger takes exact amounts.
    case notExact(offset: Int)
    case finerThanFen(offset: Int)
    case tooLarge(offset: Int)

    package var offset: Int {
        switch self {
        case .notAFigure(let error): error.offset
        case .missingUnit(let offset), .notMoney(let offset), .notExact(let offset),
            .finerThanFen(let offset), .tooLarge(let offset):
            offset
        }
    }

    /// What stood there and what to do; the caller names the place.
    package var message: String {
        switch self {
        case .notAFigure(let error): error.message
        case .missingUnit: "金额没有写单位。请在数字后写明元或万元，或在表头注明单位。"
        case .notMoney: "这里的单位不是金额单位。请改为元、千元、万元或亿元。"
        case .notExact: "这里需要一个确切的金额，不能是约数或区间。请填写实际金额。"
        case .finerThanFen: "金额的小数超过了分。请核对小数位数，或核对单位是元还是万元。"
        case .tooLarge: "金额过大。请核对单位和小数点。"
        }
    }
}
