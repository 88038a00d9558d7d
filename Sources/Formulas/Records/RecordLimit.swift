import Quantities

/// A fixed number at each scale that a cell may have, so that comparing is one integer comparison.
struct RecordLimit: Sendable {
    private var scaled = InlineArray<19, ScaledLimit>(repeating: .exact(0))

    init(_ limit: Fraction) {
        for scale in 0...RecordCell.finestScale {
            // What does not fit 127 bits lies beyond all cells.
            scaled[scale] =
                (try? ScaledLimit(limit, scale: scale))
                ?? (limit.isNegative ? .tooSmall : .tooGreat)
        }
    }

    func holds(_ mantissa: Int64, scale: Int, _ relation: Relation) -> Bool {
        switch scaled[scale] {
        case .exact(let limit): relation.holds(mantissa, limit)
        case .above(let floor): Self.isBelow(mantissa <= floor, relation)
        case .tooGreat: Self.isBelow(true, relation)
        case .tooSmall: Self.isBelow(false, relation)
        }
    }

    /// For a cell that cannot be equal to the limit.
    private static func isBelow(_ isBelow: Bool, _ relation: Relation) -> Bool {
        switch relation {
        case .equal: false
        case .unequal: true
        case .less, .lessOrEqual: isBelow
        case .greater, .greaterOrEqual: !isBelow
        }
    }
}
