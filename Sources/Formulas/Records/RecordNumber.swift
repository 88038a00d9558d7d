import Quantities

/// A number while a record is evaluated: a decimal as long as it can be one, then a fraction.
///
/// It holds no reference, so evaluating allocates nothing.
enum RecordNumber {
    case missing
    /// x ÷ 0.
    case undefined
    /// Does not fit 127 bits.
    case overflow
    case decimal(Int128, scale: Int)
    case fraction(Fraction)

    init(_ fraction: Fraction) {
        if let decimal = RecordCell.decimal(fraction) {
            self = .decimal(Int128(decimal.mantissa), scale: decimal.scale)
        } else {
            self = .fraction(fraction)
        }
    }

    /// nil where it is no number.
    var fraction: Fraction? {
        switch self {
        case .decimal(let mantissa, let scale):
            ExactDecimal(mantissa: mantissa, scale: scale).fraction
        case .fraction(let fraction): fraction
        case .missing, .undefined, .overflow: nil
        }
    }

    /// What spoils an operation on these two; nil where both are numbers.
    static func gap(_ left: RecordNumber, _ right: RecordNumber) -> RecordNumber? {
        switch (left, right) {
        case (.overflow, _), (_, .overflow): .overflow
        case (.undefined, _), (_, .undefined): .undefined
        case (.missing, _), (_, .missing): .missing
        default: nil
        }
    }

    static func combined(
        _ left: RecordNumber, _ sign: ArithmeticOperator, _ right: RecordNumber
    ) -> RecordNumber {
        if sign == .divide, right.isZero {
            if case .overflow = left { return .overflow }
            return .undefined
        }
        if let gap = gap(left, right) { return gap }
        if case .decimal(let first, let one) = left, case .decimal(let second, let other) = right,
            let exact = decimal(first, one, sign, second, other)
        {
            return exact
        }
        guard let first = left.fraction, let second = right.fraction,
            let result = try? sign.applied(first, second)
        else { return .overflow }
        return RecordNumber(result)
    }

    /// The exact decimal; nil where it does not fit or is a quotient.
    private static func decimal(
        _ left: Int128, _ leftScale: Int, _ sign: ArithmeticOperator, _ right: Int128,
        _ rightScale: Int
    ) -> RecordNumber? {
        switch sign {
        case .divide: return nil
        case .times:
            let (product, overflow) = left.multipliedReportingOverflow(by: right)
            let scale = leftScale + rightScale
            guard !overflow, product != .min, scale <= 38 else { return nil }
            return .decimal(product, scale: scale)
        case .plus, .minus:
            guard let (first, second, scale) = aligned(left, leftScale, right, rightScale)
            else { return nil }
            let (sum, overflow) =
                sign == .plus
                ? first.addingReportingOverflow(second) : first.subtractingReportingOverflow(second)
            guard !overflow, sum != .min else { return nil }
            return .decimal(sum, scale: scale)
        }
    }

    private static func aligned(
        _ left: Int128, _ leftScale: Int, _ right: Int128, _ rightScale: Int
    ) -> (Int128, Int128, scale: Int)? {
        if leftScale == rightScale { return (left, right, leftScale) }
        let isLeftCoarser = leftScale < rightScale
        guard let power = try? powerOfTen(abs(leftScale - rightScale)) else { return nil }
        let (wide, overflow) = (isLeftCoarser ? left : right).multipliedReportingOverflow(by: power)
        guard !overflow else { return nil }
        return isLeftCoarser ? (wide, right, rightScale) : (left, wide, leftScale)
    }

    var isZero: Bool {
        switch self {
        case .decimal(let mantissa, _): mantissa == 0
        case .fraction(let fraction): fraction.isZero
        case .missing, .undefined, .overflow: false
        }
    }

    var isNegative: Bool {
        switch self {
        case .decimal(let mantissa, _): mantissa < 0
        case .fraction(let fraction): fraction.isNegative
        case .missing, .undefined, .overflow: false
        }
    }

    var negated: RecordNumber {
        switch self {
        case .decimal(let mantissa, let scale): .decimal(-mantissa, scale: scale)
        case .fraction(let fraction): .fraction(fraction.negated)
        case .missing, .undefined, .overflow: self
        }
    }

    func rounded(to digits: Int) -> RecordNumber {
        guard let fraction else { return self }
        guard let decimal = try? fraction.rounded(to: digits) else { return .overflow }
        return .decimal(decimal.mantissa, scale: decimal.scale)
    }

    /// Whether two numbers stand in a relation, exactly.
    static func holds(
        _ left: RecordNumber, _ relation: Relation, _ right: RecordNumber
    ) -> RecordTruth {
        if case .decimal(let first, let one) = left, case .decimal(let second, let other) = right,
            let (first, second, _) = aligned(first, one, second, other)
        {
            return RecordTruth(relation.holds(first, second))
        }
        switch gap(left, right) {
        case .overflow?: return .overflow
        case .undefined?: return .undefined
        case .missing?: return .missing
        default: break
        }
        guard let first = left.fraction, let second = right.fraction else { return .undefined }
        return RecordTruth(relation.holds(first, second))
    }
}

/// What a condition says of one record (三值): a rule takes only `true`.
enum RecordTruth: UInt8, Sendable {
    case no, yes, missing, undefined, overflow

    init(_ truth: Bool) { self = truth ? .yes : .no }

    var negated: RecordTruth {
        switch self {
        case .no: .yes
        case .yes: .no
        default: self
        }
    }

    /// Overflow before undefined before missing.
    func spoiling(_ other: RecordTruth) -> RecordTruth {
        rawValue >= other.rawValue ? self : other
    }
}
