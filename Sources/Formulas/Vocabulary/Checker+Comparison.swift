import Quantities

extension Checker {
    /// One side of a comparison.
    struct Side {
        let type: FormulaType
        /// A literal number without a unit.
        let isBareNumber: Bool
        let isBareZero: Bool
        let range: Range<Int>
    }

    func side(_ placed: PlacedLiteral) -> Side {
        if case .number(let value, .one, isBare: true) = placed.literal {
            return Side(
                type: .number(.one), isBareNumber: true, isBareZero: value.isZero,
                range: placed.range)
        }
        return Side(
            type: placed.literal.type, isBareNumber: false, isBareZero: false, range: placed.range)
    }

    /// Refuses to compare unlike things; a bare 0 is as much in every unit.
    func requireComparable(
        _ left: Side, _ right: Side, _ relation: Relation, _ range: Range<Int>
    ) throws(FormulaError) {
        if let first = left.type.unit, let second = right.type.unit {
            if first == second || left.isBareZero || right.isBareZero { return }
            if right.isBareNumber { throw error(.unitMissing(first), right.range) }
            if left.isBareNumber { throw error(.unitMissing(second), left.range) }
            throw error(.mixedUnits(first, second, operation: "比较"), range)
        }
        guard left.type == right.type
        else { throw error(.notComparable(left.type, right.type), range) }
        guard left.type != .truth || relation == .equal || relation == .unequal
        else { throw error(.truthHasNoOrder, range) }
    }

    func require(
        _ found: FormulaType, as expected: FormulaType, _ range: Range<Int>
    ) throws(FormulaError) {
        guard found == expected
        else { throw error(.wrongType(expected: expected, found: found), range) }
    }
}
