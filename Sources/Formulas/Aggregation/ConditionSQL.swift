import Quantities

/// Writes a filter as SQL over the rows `e` of a ledger.
///
/// Integers, texts and three-valued logic alone: what SQLite and PostgreSQL both do exactly.
struct ConditionSQL {
    let ledger: LedgerShape
    let window: AggregateColumn.Window

    private static let always: SQLStatement = "1 = 1"
    private static let never: SQLStatement = "1 = 0"

    func sql(_ condition: Condition) throws(ArithmeticError) -> SQLStatement {
        switch condition {
        case .constant(let truth): return truth ? Self.always : Self.never
        case .truth(let column): return "\(self.column(column)) = 1"
        case .not(let inner): return "NOT (\(try sql(inner)))"
        case .and(let left, let right):
            return "\(try bracketed(left)) AND \(try bracketed(right))"
        case .or(let left, let right): return "(\(try sql(left)) OR \(try sql(right)))"
        case .comparison(let left, let relation, let right):
            return try comparison(left, relation, right)
        case .membership(let operand, let items, let isNegated):
            return try membership(operand, items, isNegated: isNegated)
        }
    }

    private func bracketed(_ condition: Condition) throws(ArithmeticError) -> SQLStatement {
        if case .not = condition { return "(\(try sql(condition)))" }
        return try sql(condition)
    }

    private func comparison(
        _ left: Condition.Operand, _ relation: Relation, _ right: Condition.Operand
    ) throws(ArithmeticError) -> SQLStatement {
        switch (constant(left), constant(right)) {
        case (let left?, let right?):
            return relation.holds(left.value, right.value) ? Self.always : Self.never
        case (nil, let right?): return try comparison(place(left), relation, right)
        case (let left?, nil): return try comparison(place(right), relation.mirrored, left)
        case (nil, nil):
            let sign = SQLStatement(stringLiteral: relation.rawValue)
            return "\(column(place(left))) \(sign) \(column(place(right)))"
        }
    }

    /// A column against a fixed value; a number is brought to the column's scale, and a value
    /// between two stored integers moves down to the lower one.
    private func comparison(
        _ place: Int, _ relation: Relation, _ constant: Condition.Constant
    ) throws(ArithmeticError) -> SQLStatement {
        let column = column(place)
        guard case .number(let value) = constant, let scale = ledger.columns[place].type.scale
        else {
            let sign = SQLStatement(stringLiteral: relation.rawValue)
            return "\(column) \(sign) \(literal(constant))"
        }
        // `x = x` is true of every value and open for a blank.
        let always: SQLStatement = "\(column) = \(column)"
        let never: SQLStatement = "\(column) <> \(column)"
        switch try ScaledLimit(value, scale: scale) {
        case .exact(let limit):
            return SQLStatement("\(column) \(SQLStatement(stringLiteral: relation.rawValue)) ")
                + Self.integer(limit)
        case .above(let floor):
            switch relation {
            case .equal: return never
            case .unequal: return always
            case .less, .lessOrEqual: return "\(column) <= \(Self.integer(floor))"
            case .greater, .greaterOrEqual: return "\(column) > \(Self.integer(floor))"
            }
        case .tooGreat: return [.less, .lessOrEqual, .unequal].contains(relation) ? always : never
        case .tooSmall:
            return [.greater, .greaterOrEqual, .unequal].contains(relation) ? always : never
        }
    }

    private func membership(
        _ operand: Condition.Operand, _ items: [Condition.Constant], isNegated: Bool
    ) throws(ArithmeticError) -> SQLStatement {
        if let value = constant(operand) {
            let isMember = items.contains { Relation.equal.holds(value.value, $0.value) }
            return isMember != isNegated ? Self.always : Self.never
        }
        let place = place(operand)
        let column = column(place)
        var literals: [SQLStatement] = []
        for item in items {
            guard case .number(let value) = item, let scale = ledger.columns[place].type.scale
            else {
                literals.append(literal(item))
                continue
            }
            if case .exact(let limit) = try ScaledLimit(value, scale: scale) {
                literals.append(Self.integer(limit))
            }
        }
        guard !literals.isEmpty
        else { return isNegated ? "\(column) = \(column)" : "\(column) <> \(column)" }
        let list = SQLStatement(", ").joined(literals)
        return isNegated ? "\(column) NOT IN (\(list))" : "\(column) IN (\(list))"
    }

    // MARK: Pieces

    private func column(_ place: Int) -> SQLStatement { "e.\(name: ledger.columns[place].sqlName)" }

    private func place(_ operand: Condition.Operand) -> Int {
        guard case .column(let place) = operand
        else { preconditionFailure("every other operand is a constant") }
        return place
    }

    /// The fixed value of an operand in this window; nil for a column.
    private func constant(_ operand: Condition.Operand) -> Condition.Constant? {
        switch operand {
        case .column: nil
        case .constant(let constant): constant
        case .periodStart: .day(window.start ?? window.end)
        case .periodEnd: .day(window.end)
        }
    }

    /// Integers and days stand in the statement, for they hold digits alone; texts are bound.
    private func literal(_ constant: Condition.Constant) -> SQLStatement {
        switch constant {
        case .text(let text): "\(text.text)"
        case .day(let day): Self.day(day)
        case .truth(let truth): Self.integer(truth ? 1 : 0)
        case .number: preconditionFailure("a number is brought to the column's scale first")
        }
    }

    static func day(_ day: Day) -> SQLStatement { SQLStatement(stringLiteral: "'\(day.iso)'") }
    static func integer(_ integer: Int64) -> SQLStatement {
        // The least integer has no literal of its own: its digits alone are too great.
        integer == .min
            ? "(-9223372036854775807 - 1)" : SQLStatement(stringLiteral: "\(integer)")
    }
}

/// A number at the scale of a stored integer.
enum ScaledLimit: Equatable {
    case exact(Int64)
    /// Between this integer and the next.
    case above(Int64)
    case tooGreat
    case tooSmall

    init(_ value: Fraction, scale: Int) throws(ArithmeticError) {
        let scaled = try value.multiplied(by: Fraction(try powerOfTen(scale), over: 1))
        let (quotient, rest) = scaled.numerator.quotientAndRemainder(
            dividingBy: scaled.denominator)
        let floor = rest < 0 ? quotient - 1 : quotient
        guard let limit = Int64(exactly: floor) else {
            self = floor > 0 ? .tooGreat : .tooSmall
            return
        }
        self = rest == 0 ? .exact(limit) : .above(limit)
    }
}
