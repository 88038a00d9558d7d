import Formulas
import Quantities

/// Reads the numbers (数值) of one column, stored as integers of its scale.
struct NumberCell {
    let scale: Int
    let unit: MeasureUnit
    /// The spellings of the unit that may follow the number, the longest first.
    private let symbols: [UnitSymbol]

    init(scale: Int, unit: MeasureUnit) {
        self.scale = scale
        self.unit = unit
        symbols = UnitSymbol.all.filter { $0.unit == unit }
    }

    func read(_ bytes: CellBytes) -> CellReading {
        if bytes.isEmpty || bytes.saysNotApplicable { return .missing }
        var scanner = FigureScanner(bytes)
        let isNegative = scanner.take(UInt8(ascii: "-"))
        guard let number = scanner.number() else { return .refused(problem(of: bytes)) }
        scanner.skipSpaces()
        guard let factor = factor(of: CellBytes(rebasing: bytes[scanner.index...]))
        else { return .refused(problem(of: bytes)) }
        guard !number.isTooLong else { return .refused(.numberTooLarge) }
        let mantissa = Int128(number.mantissa) * (isNegative ? -1 : 1)
        return scaled(ExactDecimal(mantissa: mantissa, scale: min(number.scale, 38)), by: factor)
    }

    /// Reads a figure that the file itself calls a number; a percent cell holds 0.95 for 95 %.
    func read(_ number: ExactDecimal) -> CellReading { scaled(number, by: .one) }

    private func scaled(_ number: ExactDecimal, by factor: Fraction) -> CellReading {
        guard let power = try? powerOfTen(scale), let whole = Int64(exactly: power),
            let value = try? number.fraction.multiplied(by: factor).multiplied(by: Fraction(whole))
        else { return .refused(.numberTooLarge) }
        guard value.isWhole else { return .refused(.tooManyDecimals(scale)) }
        guard let stored = Int64(exactly: value.numerator),
            stored.magnitude <= UInt64(MoneyCell.limitFen)
        else { return .refused(.numberTooLarge) }
        return .integer(stored)
    }

    /// What a spelling behind the number multiplies it with; nil for one of another unit.
    private func factor(of rest: CellBytes) -> Fraction? {
        if rest.isEmpty { return .one }
        let text = rest.string
        return symbols.first { $0.text == text }?.factor
    }

    private func problem(of bytes: CellBytes) -> CellProblem {
        FigureProblem.problem(of: bytes) ?? .notANumber(unit: unit.description)
    }
}

/// Reads 是/否, stored as 1 or 0.
enum TruthCell {
    static func read(_ bytes: CellBytes) -> CellReading {
        if bytes.isEmpty || bytes.equals("—") || bytes.equals("-") || bytes.equals("/") {
            return .missing
        }
        switch bytes.string.uppercased() {
        case "是", "TRUE", "1", "Y", "YES", "√", "✓", "对", "有": return .integer(1)
        case "否", "FALSE", "0", "N", "NO", "×", "错", "无", "没有": return .integer(0)
        default: return .refused(FigureProblem.problem(of: bytes) ?? .notATruth)
        }
    }
}
