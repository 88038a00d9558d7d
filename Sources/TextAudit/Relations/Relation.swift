import Performance

/// A relation between figures that a text states or implies (勾稽关系), and whether it holds.
struct Relation {
    enum Shape: UInt8 {
        /// stated = Σ operands.
        case sum
        /// stated = Σ signed operands (增减).
        case signedSum
        /// stated = |first − second|.
        case difference
        /// stated % = first ÷ second.
        case ratio
        /// stated % = first ÷ (second − first·direction): growth on an implied base.
        case growthOnImpliedBase
        /// stated % = |first − second| ÷ second.
        case growth
        /// stated % = first ÷ (first − second·direction): completion of an implied base.
        case ratioToImpliedBase
        /// stated % = (second − first) ÷ second.
        case complement
        /// stated = first ÷ second, told as 倍; with a direction the quotient less one.
        case multiple
        /// stated % = 100 % − first: 合格率 and 不合格率.
        case remainder
        /// stated = first ÷ second, a plain quotient.
        case quotient
        /// stated = first ÷ the days or months of a named period.
        case perPeriod
        /// stated = first × second.
        case product
        /// stated = first.
        case `repeat`
        /// stated ≤ first.
        case atMost
        /// stated counts the names that are listed.
        case listCount
    }

    /// How clearly the text states the relation.
    enum Clarity: UInt8, Comparable {
        /// Only the arithmetic suggests it: a failure is silent.
        case guess
        /// Its place suggests it: a failure counts if one slip of the pen explains it.
        case likely
        /// The words state it.
        case stated
        /// The words state it, figure beside figure: even a far figure is wrong.
        case certain

        static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    var shape: Shape
    var clarity: Clarity
    var verdict: FindingVerdict
    /// The figure that the text derives from the others.
    var stated: Int32
    /// Where its operands stand in the pool.
    var firstOperand: Int32
    var operandCount: Int32
    /// The direction of a change: 1 up, −1 down.
    var direction: Int8 = 0
    /// The days or months of ``Shape/perPeriod``; 1 otherwise.
    var divisor: Int16 = 1
    /// Whether one wrong digit, two swapped digits or a moved point explain the failure.
    var isSlip = false
}
