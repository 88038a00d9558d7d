package import Quantities

/// What formulas may name: ledgers (台账), parameters (参数) and measures (口径).
///
/// A value: a copy with more definitions leaves the original and the formulas checked by it alone.
package struct Vocabulary: Sendable {
    package let ledgers: [LedgerShape]
    /// The record that formulas are about; nil where they are about ledgers.
    package let record: RecordShape?
    private var parameters: [String: Checker.Parameter] = [:]
    private var definitions: [String: MeasureDefinition] = [:]
    private var checked: [String: CheckedFormula] = [:]

    package init(ledgers: [LedgerShape]) {
        self.ledgers = ledgers
        record = nil
    }

    /// For formulas over the fields of one record.
    package init(record: RecordShape) {
        ledgers = []
        self.record = record
    }

    /// The measures by name, sorted.
    package var measureNames: [String] { definitions.keys.sorted() }
    /// The parameters by name, sorted.
    package var parameterNames: [String] { parameters.keys.sorted() }

    package func measure(named name: String) -> CheckedFormula? { checked[name] }
    package func definition(of name: String) -> MeasureDefinition? { definitions[name] }

    /// Names a fixed value, such as 低保标准; its text is one literal: `1120元`, `95%`, `"区级"`.
    package mutating func define(
        parameter name: String, text: String
    ) throws(FormulaError) {
        guard definitions[name] == nil, !Self.isReserved(name)
        else { throw FormulaError(.nameTaken(name), in: text, at: 0..<0) }
        let root = try Formula(parsing: text).root
        let isNegative: Bool
        let literal: Literal
        switch root.kind {
        case .literal(let value): (literal, isNegative) = (value, false)
        case .negated(let inner):
            guard case .literal(let value) = inner.kind, value.type.unit != nil else {
                throw FormulaError(
                    .unexpected(found: text, expected: "一个固定值"), in: text, at: root.range)
            }
            (literal, isNegative) = (value, true)
        default:
            throw FormulaError(
                .unexpected(found: text, expected: "一个固定值"), in: text, at: root.range)
        }
        parameters[name] = Checker.Parameter(
            literal: isNegative ? literal.negated : literal,
            isPercentage: text.hasSuffix("%") || text.hasSuffix("％"))
    }

    /// Names a fixed number, computed elsewhere, such as an indicator's 分值.
    package mutating func define(
        parameter name: String, value: Fraction, unit: MeasureUnit = .one
    ) throws(FormulaError) {
        guard definitions[name] == nil, !Self.isReserved(name)
        else { throw FormulaError(.nameTaken(name), in: name, at: 0..<0) }
        parameters[name] = Checker.Parameter(
            literal: .number(value, unit, isBare: false), isPercentage: false)
    }

    /// Defines one measure, or defines it anew; measures that use it follow.
    ///
    /// - Parameter unit: the unit that the result must have; nil takes what comes.
    /// - Throws: ``FormulaError``; the vocabulary is then as it was.
    package mutating func define(
        measure name: String, formula: String, unit: MeasureUnit? = nil
    ) throws(FormulaError) {
        try define([MeasureDefinition(name: name, formula: formula, unit: unit)])
    }

    /// Defines measures that may name one another in any order, but in no ring.
    ///
    /// - Throws: the first ``FormulaError`` in the order given; the vocabulary is then as it was.
    package mutating func define(_ measures: [MeasureDefinition]) throws(FormulaError) {
        var candidate = self
        for measure in measures {
            guard !measure.name.isEmpty, parameters[measure.name] == nil,
                !Self.isReserved(measure.name)
            else {
                throw FormulaError(
                    .nameTaken(measure.name), in: measure.formula, at: 0..<0, measure: measure.name)
            }
            candidate.definitions[measure.name] = measure
        }
        let changed = Set(measures.map(\.name))
        let dependents = checked.values.filter { !changed.isDisjoint(with: $0.measures) }
            .compactMap(\.name)
        for name in changed.union(dependents) { candidate.checked[name] = nil }
        for name in measures.map(\.name) + dependents.sorted() {
            try candidate.resolve(name, ring: [])
        }
        self = candidate
    }

    /// Checks a formula of no name.
    package func check(_ text: String) throws(FormulaError) -> CheckedFormula {
        try check(try Formula(parsing: text))
    }

    /// Checks a parsed formula of no name.
    package func check(_ formula: Formula) throws(FormulaError) -> CheckedFormula {
        let node = try checker(of: formula).check(formula.root)
        return try CheckedFormula(
            name: nil, text: formula.text, root: node, measures: measures(usedBy: formula))
    }

    /// Checks a formula over one record.
    package func checkRecord(_ text: String) throws(FormulaError) -> RecordFormula {
        guard let record else { preconditionFailure("the vocabulary is about ledgers") }
        let formula = try Formula(parsing: text)
        return RecordFormula(
            text: text, record: record, root: try checker(of: formula).check(formula.root))
    }

    // MARK: Resolving

    private static func isReserved(_ name: String) -> Bool {
        name == Checker.periodStart || name == Checker.periodEnd
    }

    /// Checks a measure after those that it names; `ring` holds the ones that wait for it.
    private mutating func resolve(_ name: String, ring: [String]) throws(FormulaError) {
        guard checked[name] == nil, let definition = definitions[name] else { return }
        do throws(FormulaError) {
            let formula = try Formula(parsing: definition.formula)
            for reference in formula.root.names where definitions[reference.name] != nil {
                let chain = ring + [name]
                if let start = chain.firstIndex(of: reference.name) {
                    throw FormulaError(
                        .cycle(chain[start...] + [reference.name]), in: formula.text,
                        at: reference.range)
                }
                guard chain.count < Formula.Limit.nesting else {
                    throw FormulaError(.expandedTooLarge, in: formula.text, at: reference.range)
                }
                try resolve(reference.name, ring: chain)
            }
            checked[name] = try check(formula, as: definition)
        } catch {
            var error = error
            if error.measure == nil { error.measure = name }
            throw error
        }
    }

    private func check(
        _ formula: Formula, as definition: MeasureDefinition
    ) throws(FormulaError) -> CheckedFormula {
        let node = try checker(of: formula).check(formula.root)
        if let declared = definition.unit {
            guard let unit = node.type.unit else {
                throw FormulaError(
                    .declaredUnitOfNoNumber(node.type), in: formula.text, at: formula.root.range)
            }
            guard unit == declared || node.isBareZero else {
                throw FormulaError(
                    .declaredUnitDiffers(declared: declared, found: unit), in: formula.text,
                    at: formula.root.range)
            }
        }
        let type = definition.unit.map { FormulaType.number($0) } ?? node.type
        let root = Node(
            .measure(definition.name), [node], type: type, source: definition.name,
            isPercentage: node.isPercentage)
        return try CheckedFormula(
            name: definition.name, text: formula.text, root: root,
            measures: measures(usedBy: formula).union([definition.name]))
    }

    private func checker(of formula: Formula) -> Checker {
        Checker(
            text: formula.text, ledgers: ledgers, parameters: parameters, measures: checked,
            measureNames: Set(definitions.keys), record: record)
    }

    private func measures(usedBy formula: Formula) -> Set<String> {
        formula.root.names.reduce(into: []) { $0.formUnion(checked[$1.name]?.measures ?? []) }
    }
}

/// A measure (口径) as a pack or a user writes it.
package struct MeasureDefinition: Hashable, Sendable {
    package let name: String
    package let formula: String
    /// The unit that the result must have; nil takes what comes.
    package let unit: MeasureUnit?

    package init(name: String, formula: String, unit: MeasureUnit? = nil) {
        self.name = name
        self.formula = formula
        self.unit = unit
    }
}

extension Literal {
    fileprivate var negated: Literal {
        if case .number(let value, let unit, let isBare) = self {
            .number(value.negated, unit, isBare: isBare)
        } else {
            self
        }
    }
}

extension Expression {
    /// The names outside filters, in reading order.
    var names: [PlacedName] {
        switch kind {
        case .literal, .aggregate: []
        case .name(let name): [PlacedName(name: name, range: range)]
        case .negated(let operand), .not(let operand), .membership(let operand, _, _),
            .tiers(let operand, _, _):
            operand.names
        case .arithmetic(_, let left, let right), .logic(_, let left, let right),
            .comparison(_, let left, let right):
            left.names + right.names
        case .call(_, let arguments): arguments.flatMap(\.names)
        }
    }
}
