import Quantities

/// Conditions over one kind of record, in the flat form in which they are run over many.
///
/// A run allocates nothing for a record or a condition. It gives what ``RecordFormula/value(of:)`` gives.
package struct RecordProgram: Sendable {
    package let shape: RecordShape
    /// The steps, operands before the operation that takes them.
    private(set) var steps: [RecordStep] = []
    /// The step at which each condition ends.
    private(set) var roots: [Int32] = []
    var limits: [RecordLimit] = []
    var numbers: [Fraction] = []
    var texts: [UInt8] = []

    /// - Precondition: the conditions are true or false, and over this shape.
    package init(_ conditions: [RecordFormula], over shape: RecordShape) {
        self.shape = shape
        for condition in conditions {
            precondition(condition.type == .truth && condition.record == shape)
            roots.append(add(condition.root))
        }
    }

    /// Runs conditions over all records of a batch, record by record.
    ///
    /// - Parameters:
    ///   - chosen: places of the conditions to run, in their order; nil runs all.
    ///   - body: is told each (row of the batch, condition) that is true.
    /// - Returns: how often a number did not fit 127 bits, so that the condition could not be decided.
    @discardableResult
    package func run(
        over batch: RecordBatch, only chosen: [Int]? = nil,
        _ body: (_ row: Int, _ condition: Int) -> Void
    ) -> Int {
        precondition(batch.shape == shape)
        return steps.withUnsafeBufferPointer { steps in
            limits.withUnsafeBufferPointer { limits in
                numbers.withUnsafeBufferPointer { numbers in
                    texts.withUnsafeBufferPointer { texts in
                        batch.withMachine(steps, limits, numbers, texts) { machine in
                            if let chosen {
                                run(on: machine, rows: batch.count, chosen, body)
                            } else {
                                run(on: machine, rows: batch.count, roots.indices, body)
                            }
                        }
                    }
                }
            }
        }
    }

    private func run(
        on machine: RecordMachine, rows: Int, _ chosen: some Collection<Int>,
        _ body: (Int, Int) -> Void
    ) -> Int {
        var machine = machine
        var overflows = 0
        for row in 0..<rows {
            machine.row = row * shape.fields.count
            for condition in chosen {
                switch machine.truth(roots[condition]) {
                case .yes: body(row, condition)
                case .overflow: overflows += 1
                case .no, .missing, .undefined: break
                }
            }
        }
        return overflows
    }

    // MARK: Compiling

    mutating func add(_ step: RecordStep) -> Int32 {
        steps.append(step)
        return Int32(steps.count - 1)
    }

    mutating func add(_ node: Node) -> Int32 {
        switch node.operation {
        case .field(let index): return add(RecordStep(.field, Int32(index)))
        case .constant(let value), .parameter(_, let value): return add(value)
        case .comparison(let relation): return comparison(node, relation)
        case .membership(let items, let isNegated):
            let value = add(node.operands[0])
            let found = items.map { item in
                let item = add(item)
                return add(Self.comparison(node.operands[0].type, .equal, value, item))
            }
            let any = found.dropFirst().reduce(found[0]) { add(RecordStep(.or, $0, $1)) }
            return isNegated ? add(RecordStep(.not, any)) : any
        case .tiers(let tiers, let otherwise):
            let value = add(node.operands[0])
            return tiers.reversed().reduce(add(otherwise)) { rest, tier in
                let limit = add(tier.limit)
                let test = add(
                    Self.comparison(node.operands[0].type, tier.relation, value, limit))
                return add(RecordStep(.choose, test, add(tier.value), rest))
            }
        default:
            let operands = node.operands.map { add($0) }
            return add(Self.step(node.operation, operands))
        }
    }

    private static func step(_ operation: Node.Operation, _ operands: [Int32]) -> RecordStep {
        func step(_ code: RecordStep.Code) -> RecordStep {
            RecordStep(
                code, operands[0], operands.count > 1 ? operands[1] : 0,
                operands.count > 2 ? operands[2] : 0)
        }
        switch operation {
        case .not: return step(.not)
        case .logic(let logic): return step(logic == .and ? .and : .or)
        case .ifMissing: return step(.ifMissing)
        case .isMissing: return step(.isMissing)
        case .contains: return step(.contains)
        case .negate: return step(.negate)
        case .magnitude: return step(.magnitude)
        case .length: return step(.length)
        case .clamp: return step(.clamp)
        case .round(let digits): return RecordStep(.round, operands[0], Int32(digits))
        case .arithmetic(let sign):
            switch sign {
            case .plus: return step(.plus)
            case .minus: return step(.minus)
            case .times: return step(.times)
            case .divide: return step(.divide)
            }
        default: preconditionFailure("a record's formula holds no such operation")
        }
    }

    /// A field beside a fixed number is compared without arithmetic.
    private mutating func comparison(_ node: Node, _ relation: Relation) -> Int32 {
        let (left, right) = (node.operands[0], node.operands[1])
        if case .field(let field) = left.operation, let limit = right.fixedNumber {
            return add(limited(field, relation, limit))
        }
        if case .field(let field) = right.operation, let limit = left.fixedNumber {
            return add(limited(field, relation.mirrored, limit))
        }
        let (first, second) = (add(left), add(right))
        let type = left.type.unit == nil ? left.type : right.type
        return add(Self.comparison(type, relation, first, second))
    }

    private mutating func limited(
        _ field: Int, _ relation: Relation, _ limit: Fraction
    ) -> RecordStep {
        limits.append(RecordLimit(limit))
        numbers.append(limit)
        return RecordStep(
            .limit, Int32(field), Int32(limits.count - 1), Int32(numbers.count - 1), relation)
    }

    private static func comparison(
        _ type: FormulaType, _ relation: Relation, _ left: Int32, _ right: Int32
    ) -> RecordStep {
        let code: RecordStep.Code =
            switch type {
            case .number: .compareNumbers
            case .day: .compareDays
            case .text: .compareTexts
            case .truth: .compareTruths
            }
        return RecordStep(code, left, right, 0, relation)
    }

    private mutating func add(_ value: FormulaValue) -> Int32 {
        switch value {
        case .number(let number):
            numbers.append(number)
            return add(RecordStep(.number, Int32(numbers.count - 1)))
        case .truth(let truth): return add(RecordStep(.truth, truth ? 1 : 0))
        case .day(let day): return add(RecordStep(.day, Int32(day.daysSinceEpoch)))
        case .text(let text):
            let start = texts.count
            texts.append(contentsOf: text.utf8)
            return add(RecordStep(.text, Int32(start), Int32(texts.count - start)))
        case .missing, .undefined: preconditionFailure("no formula writes a missing value")
        }
    }
}

extension Node {
    fileprivate var fixedNumber: Fraction? {
        switch operation {
        case .constant(let value), .parameter(_, let value): value.number
        default: nil
        }
    }
}
