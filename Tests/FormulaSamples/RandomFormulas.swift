package import Formulas
import Quantities
package import Seeds

/// Random formulas over any ledgers, well typed: what a clerk could have saved.
package struct RandomFormulas {
    let ledgers: [LedgerShape]
    /// Measures that formulas may name, by their type.
    private(set) var measures: [(name: String, type: FormulaType)] = []

    package init(ledgers: [LedgerShape]) { self.ledgers = ledgers }

    /// A vocabulary with some measures, each perhaps over those before it.
    package mutating func vocabulary(
        measures count: Int, using random: inout RandomSource
    ) throws -> Vocabulary {
        var vocabulary = Vocabulary(ledgers: ledgers)
        try vocabulary.define(parameter: "限额", text: "75.5元")
        for ordinal in 1...count {
            let unit = random.pick(units)
            let name = "口径\(ordinal)"
            do throws(FormulaError) {
                try vocabulary.define(
                    measure: name, formula: number(unit, depth: 2, using: &random))
                if let type = vocabulary.measure(named: name)?.type {
                    measures.append((name, type))
                }
            } catch {
                // Measures of measures may look back too many years.
                guard error.isAboutCost else { throw error }
            }
        }
        return vocabulary
    }

    /// The units that something in the ledgers has; money more often.
    var units: [MeasureUnit] {
        var units: [MeasureUnit] = [.one, .yuan, .yuan]
        for ledger in ledgers {
            units.append(ledger.rowUnit)
            units += ledger.columns.compactMap(\.distinctUnit)
            units += ledger.columns.compactMap(\.type.measuredUnit)
        }
        return units
    }

    package mutating func formula(using random: inout RandomSource) -> String {
        random.chance(15)
            ? truth(depth: 2, using: &random)
            : number(random.pick(units), depth: 3, using: &random)
    }

    // MARK: Numbers

    func number(_ unit: MeasureUnit, depth: Int, using random: inout RandomSource) -> String {
        let known = measures.filter { $0.type == .number(unit) }
        if !known.isEmpty, random.chance(15) { return random.pick(known).name }
        guard depth > 0 else { return leaf(unit, using: &random) }
        func inner(_ unit: MeasureUnit) -> String {
            number(unit, depth: depth - 1, using: &random)
        }
        switch random.number(1...21) {
        case 1...2: return "\(inner(unit)) + \(inner(unit))"
        case 3: return "(\(inner(unit)) - \(inner(unit)))"
        case 4: return "\(inner(unit)) * \(random.number(0...3))"
        case 5: return "(\(inner(unit))) / \(random.pick(["2", "7", "0.5", "1", "0"]))"
        case 6: return "clamp(\(inner(unit)), 0, \(literal(unit, using: &random)))"
        case 7: return "abs(-(\(inner(unit))))"
        case 8: return "round(\(inner(unit)), \(random.number(0...3)))"
        case 9: return "ifmissing(\(inner(unit)), \(literal(unit, using: &random)))"
        case 10: return "上年(\(inner(unit)))"
        case 11: return "上年同期(\(inner(unit)))"
        case 12 where depth == 3: return "月末平均(\(leaf(unit, using: &random)))"
        case 13:
            let value = inner(unit)
            let step = tier(unit, using: &random)
            return "tiers(\(value); \(step); \(tier(unit, using: &random)); else 0)"
        case 14...16 where unit == .one:
            let other = random.pick(units)
            return "(\(inner(other))) / (\(inner(other)))"
        default: return leaf(unit, using: &random)
        }
    }

    private func tier(_ unit: MeasureUnit, using random: inout RandomSource) -> String {
        let limit = literal(unit, using: &random)
        return "\(random.pick([">=", "<", "<="])) \(limit) : \(literal(unit, using: &random))"
    }

    private func literal(_ unit: MeasureUnit, using random: inout RandomSource) -> String {
        let digits = random.pick(["0", "3", "12.5", "150", "0.005", "99.999"])
        guard !unit.isDimensionless else { return digits }
        return "\(digits)\(unit)"
    }

    private func leaf(_ unit: MeasureUnit, using random: inout RandomSource) -> String {
        let calls = ledgers.flatMap { aggregates(of: $0, unit) }
        guard !calls.isEmpty, !random.chance(8) else { return literal(unit, using: &random) }
        let (ledger, call) = random.pick(calls)
        guard random.chance(70) else { return "\(call))" }
        return "\(call); \(filter(on: ledger, depth: 2, using: &random)))"
    }

    /// The aggregates of a ledger that have the unit, without filter and bracket.
    private func aggregates(
        of ledger: LedgerShape, _ unit: MeasureUnit
    ) -> [(LedgerShape, String)] {
        var calls = ledger.rowUnit == unit ? ["count(\(ledger.name)"] : []
        for column in ledger.columns {
            if column.type.measuredUnit == unit {
                calls += ["sum", "sum", "min", "max"].map { "\($0)(\(ledger.name).\(column.name)" }
            }
            if column.distinctUnit == unit {
                calls.append("distinct(\(ledger.name).\(column.name)")
            }
        }
        return calls.map { (ledger, $0) }
    }

    // MARK: Truths and filters

    func truth(depth: Int, using random: inout RandomSource) -> String {
        switch random.number(1...(depth > 0 ? 6 : 3)) {
        case 4: return "not (\(truth(depth: depth - 1, using: &random)))"
        case 5...6:
            let left = truth(depth: depth - 1, using: &random)
            let right = truth(depth: depth - 1, using: &random)
            return "(\(left)) \(random.pick(["and", "or"])) (\(right))"
        case 3:
            let ledger = random.pick(ledgers)
            let column = "\(ledger.name).\(ledger.dayColumn)"
            return "\(random.pick(["min", "max"]))(\(column)) <= 期末"
        default:
            let unit = random.pick(units)
            let left = number(unit, depth: 1, using: &random)
            return "\(left) \(relation(using: &random)) \(number(unit, depth: 1, using: &random))"
        }
    }

    private func filter(
        on ledger: LedgerShape, depth: Int, using random: inout RandomSource
    ) -> String {
        switch random.number(1...(depth > 0 ? 8 : 5)) {
        case 6: return "not (\(filter(on: ledger, depth: depth - 1, using: &random)))"
        case 7...8:
            let left = filter(on: ledger, depth: depth - 1, using: &random)
            let right = filter(on: ledger, depth: depth - 1, using: &random)
            return "(\(left) \(random.pick(["and", "or", "or"])) \(right))"
        default: return comparison(random.pick(ledger.columns), on: ledger, using: &random)
        }
    }

    private func comparison(
        _ column: ColumnShape, on ledger: LedgerShape, using random: inout RandomSource
    ) -> String {
        let alike = ledger.columns.filter { $0.type == column.type }
        if column.type != .truth, random.chance(15) {
            return "\(column.name) \(relation(using: &random)) \(random.pick(alike).name)"
        }
        switch column.type {
        case .truth: return random.pick([column.name, "\(column.name) = false"])
        case .money where random.chance(15):
            return "\(column.name) \(relation(using: &random)) 限额"
        case .money, .number:
            let unit = column.type.measuredUnit ?? .one
            var literals: [String] = []
            for _ in 0...2 { literals.append(literal(unit, using: &random)) }
            return relationOrList(column, literals, using: &random)
        case .day:
            if random.chance(30) {
                return "\(column.name) \(relation(using: &random)) \(random.pick(["期初", "期末"]))"
            }
            var days: [String] = []
            for _ in 0...2 {
                days.append(RandomLedgers.day(random.pick([2020, 2021]), using: &random).chinese)
            }
            return relationOrList(column, days, using: &random)
        case .text:
            var texts: [String] = []
            for _ in 0...2 { texts.append("\"" + random.pick(RandomLedgers.texts) + "\"") }
            return relationOrList(column, texts, using: &random)
        }
    }

    private func relationOrList(
        _ column: ColumnShape, _ literals: [String], using random: inout RandomSource
    ) -> String {
        guard random.chance(30)
        else { return "\(column.name) \(relation(using: &random)) \(literals[0])" }
        let word = random.pick(["in", "not in"])
        return "\(column.name) \(word) (\(literals.joined(separator: ", ")))"
    }

    private func relation(using random: inout RandomSource) -> String {
        random.pick(["=", "<>", "<", "<=", ">", ">=", "<=", ">="])
    }
}

extension ColumnShape.ValueType {
    fileprivate var measuredUnit: MeasureUnit? {
        switch self {
        case .money: .yuan
        case .number(_, let unit): unit
        case .day, .text, .truth: nil
        }
    }
}

extension FormulaError {
    /// Whether a well-typed formula was refused for its cost alone.
    package var isAboutCost: Bool {
        [.yearsNestedTooDeep, .monthsNested, .expandedTooLarge].contains(problem)
    }
}
