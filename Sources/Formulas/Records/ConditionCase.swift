import Quantities

/// One way in which a condition can be true: facts that must hold together.
///
/// Built fact by fact; ``isContradictory`` once two of them cannot both hold.
struct ConditionCase {
    private(set) var isContradictory = false
    private var numbers: [String: NumberRange] = [:]
    private var texts: [String: TextChoice] = [:]
    private var truths: [String: Bool] = [:]
    private var missing: [Int: Bool] = [:]

    /// - Parameter shape: what its fields can be at all.
    init(shape: RecordShape) {
        for field in shape.fields {
            if let minimum = field.minimum {
                numbers[field.name, default: NumberRange()].add(.greaterOrEqual, minimum)
            }
            if !field.choices.isEmpty {
                texts[field.name] = TextChoice(allowed: Set(field.choices.map(ExactText.init)))
            }
        }
    }

    mutating func add(_ fact: ConditionFact) {
        for field in fact.fieldsInUse { require(field, missing: false) }
        switch fact.kind {
        case .never: isContradictory = true
        case .always: break
        case .number(let term, let relation, let limit):
            numbers[term, default: NumberRange()].add(relation, limit)
            isContradictory = isContradictory || numbers[term]?.isEmpty == true
        case .text(let term, let choices, let isNegated):
            texts[term, default: TextChoice()].add(choices, isNegated: isNegated)
            isContradictory = isContradictory || texts[term]?.isEmpty == true
        case .truth(let term, let value):
            if truths[term] == !value { isContradictory = true }
            truths[term] = value
        case .missing(let field, let isMissing): require(field, missing: isMissing)
        }
    }

    private mutating func require(_ field: Int, missing isMissing: Bool) {
        if missing[field] == !isMissing { isContradictory = true }
        missing[field] = isMissing
    }
}

/// What a number can be: an interval less single points.
private struct NumberRange {
    private var low: (value: Fraction, isInside: Bool)?
    private var high: (value: Fraction, isInside: Bool)?
    private var excluded: Set<Fraction> = []

    mutating func add(_ relation: Relation, _ limit: Fraction) {
        switch relation {
        case .unequal: excluded.insert(limit)
        case .equal:
            raise(to: limit, isInside: true)
            lower(to: limit, isInside: true)
        case .greater, .greaterOrEqual: raise(to: limit, isInside: relation == .greaterOrEqual)
        case .less, .lessOrEqual: lower(to: limit, isInside: relation == .lessOrEqual)
        }
    }

    private mutating func raise(to value: Fraction, isInside: Bool) {
        if let low, low.value > value || (low.value == value && !low.isInside) { return }
        low = (value, isInside)
    }

    private mutating func lower(to value: Fraction, isInside: Bool) {
        if let high, high.value < value || (high.value == value && !high.isInside) { return }
        high = (value, isInside)
    }

    var isEmpty: Bool {
        guard let low, let high else { return false }
        if low.value != high.value { return low.value > high.value }
        return !(low.isInside && high.isInside) || excluded.contains(low.value)
    }
}

/// What a text can be.
private struct TextChoice {
    var allowed: Set<ExactText>?
    private var excluded: Set<ExactText> = []

    init(allowed: Set<ExactText>? = nil) { self.allowed = allowed }

    mutating func add(_ choices: Set<ExactText>, isNegated: Bool) {
        if isNegated {
            excluded.formUnion(choices)
        } else {
            allowed = allowed?.intersection(choices) ?? choices
        }
    }

    var isEmpty: Bool { allowed?.isSubset(of: excluded) ?? false }
}
