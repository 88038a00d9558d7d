import Documents
import Quantities

/// Reads the amounts (金额) of one column, stated in its unit unless a cell says another.
struct MoneyCell {
    /// The unit of plain numbers: the header's, else the sheet's, else 元.
    let unit: MoneyUnit

    /// One row holds at most 10 万亿元, in 分; more is a slip of the keyboard.
    static let limitFen: Int64 = 1_000_000_000_000_000

    /// Reads plain bytes such as `1,234.50`, `￥-3.5`, `(12.00)` or `0.5万元`.
    func read(_ bytes: CellBytes) -> CellReading {
        if bytes.isEmpty || bytes.saysNotApplicable { return .missing }
        var scanner = FigureScanner(bytes)
        let isBracketed = scanner.take(UInt8(ascii: "("))
        var isNegative = scanner.take(UInt8(ascii: "-"))
        scanner.skipSpaces()
        let hasSign = scanner.take("¥") || scanner.take("人民币") || scanner.take("RMB")
        scanner.skipSpaces()
        if hasSign, !isNegative { isNegative = scanner.take(UInt8(ascii: "-")) }
        if isBracketed, isNegative { return .refused(Self.problem(of: bytes)) }
        guard let number = scanner.number() else { return .refused(Self.problem(of: bytes)) }
        scanner.skipSpaces()
        let unit = Self.takeUnit(&scanner) ?? unit
        if isBracketed, !scanner.take(UInt8(ascii: ")")) {
            return .refused(Self.problem(of: bytes))
        }
        guard scanner.isAtEnd else { return .refused(Self.problem(of: bytes)) }
        return Self.amount(
            number.mantissa, scale: number.scale, isTooLong: number.isTooLong,
            isNegative: isNegative || isBracketed, in: unit)
    }

    /// Reads a figure that the file itself calls a number.
    func read(_ number: ExactDecimal) -> CellReading {
        let trimmed = number.trimmed()
        let mantissa = UInt64(exactly: trimmed.mantissa.magnitude)
        return Self.amount(
            mantissa ?? 0, scale: trimmed.scale, isTooLong: mantissa == nil,
            isNegative: number.mantissa < 0, in: unit)
    }

    private static func amount(
        _ mantissa: UInt64, scale: Int, isTooLong: Bool, isNegative: Bool, in unit: MoneyUnit
    ) -> CellReading {
        guard scale <= unit.decimals else { return .refused(.finerThanFen(unit)) }
        var fen = mantissa
        var overflow = isTooLong
        for _ in scale..<unit.decimals {
            let (shifted, isOver) = fen.multipliedReportingOverflow(by: 10)
            fen = shifted
            if isOver { overflow = true }
        }
        guard !overflow, fen <= UInt64(limitFen) else { return .refused(.amountTooLarge) }
        return .integer(isNegative ? -Int64(fen) : Int64(fen))
    }

    private static func takeUnit(_ scanner: inout FigureScanner) -> MoneyUnit? {
        if scanner.take("元整") || scanner.take("元") { return .yuan }
        if scanner.take("万元") || scanner.take("万") { return .tenThousandYuan }
        if scanner.take("千元") { return .thousandYuan }
        if scanner.take("亿元") || scanner.take("亿") { return .hundredMillionYuan }
        return nil
    }

    /// Why a text is no amount.
    private static func problem(of bytes: CellBytes) -> CellProblem {
        if let problem = FigureProblem.problem(of: bytes) { return problem }
        return bytes.last == UInt8(ascii: "%") ? .percentInMoney : .notMoney
    }
}

/// What is wrong with a text that is no figure, whatever kind of figure was expected.
enum FigureProblem {
    static func problem(of bytes: CellBytes) -> CellProblem? {
        guard let first = bytes.first else { return nil }
        if "=@+".utf8.contains(first) { return .formulaText }
        if first == UInt8(ascii: "-"), bytes.count > 1, !startsNegativeFigure(bytes) {
            return .formulaText
        }
        if bytes.allSatisfy({ $0 == UInt8(ascii: "*") }) { return .placeholder }
        return isScientific(bytes) ? .scientificNotation : nil
    }

    /// `-12a` is a figure with a slip, `-A1+B2` and `-2+3` are formulas.
    private static func startsNegativeFigure(_ bytes: CellBytes) -> Bool {
        let rest = bytes.dropFirst()
        guard let second = rest.first(where: { $0 != 0x20 }) else { return false }
        let isFigure = second &- 0x30 <= 9 || second == UInt8(ascii: ".") || second >= 0x80
        return isFigure && !rest.contains { "+-*/=(".utf8.contains($0) }
    }

    /// `1.23E+11`: Excel has cut the last digits off when it wrote the text.
    private static func isScientific(_ bytes: CellBytes) -> Bool {
        var scanner = FigureScanner(bytes)
        _ = scanner.take(UInt8(ascii: "-"))
        guard scanner.number() != nil else { return false }
        guard scanner.take(UInt8(ascii: "E")) || scanner.take(UInt8(ascii: "e")) else {
            return false
        }
        _ = scanner.take(UInt8(ascii: "+")) || scanner.take(UInt8(ascii: "-"))
        return scanner.countDigits() > 0 && scanner.index + scanner.countDigits() == bytes.count
    }
}
