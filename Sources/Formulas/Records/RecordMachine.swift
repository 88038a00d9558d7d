import Quantities

/// Runs the steps of a ``RecordProgram`` over the cells of a ``RecordBatch``.
struct RecordMachine {
    let steps: UnsafeBufferPointer<RecordStep>
    let limits: UnsafeBufferPointer<RecordLimit>
    let numbers: UnsafeBufferPointer<Fraction>
    let texts: UnsafeBufferPointer<UInt8>
    let cells: UnsafeBufferPointer<RecordCell>
    let pool: UnsafeBufferPointer<UInt8>
    let fractions: UnsafeBufferPointer<Fraction>
    /// Where the current record's cells begin.
    var row = 0

    func truth(_ index: Int32) -> RecordTruth {
        let step = steps[Int(index)]
        switch step.code {
        case .field:
            let cell = cell(step.a)
            return cell.kind == .missing ? .missing : RecordTruth(cell.payload != 0)
        case .truth: return RecordTruth(step.a != 0)
        case .not: return truth(step.a).negated
        case .and: return logic(step, settling: .no)
        case .or: return logic(step, settling: .yes)
        case .limit: return limit(step)
        case .isMissing: return RecordTruth(isMissing(step.a))
        case .contains: return contains(step)
        case .compareNumbers:
            return RecordNumber.holds(number(step.a), step.relation, number(step.b))
        case .compareDays:
            guard let left = day(step.a), let right = day(step.b) else { return .missing }
            return RecordTruth(step.relation.holds(left, right))
        case .compareTexts: return compareTexts(step)
        case .compareTruths: return compareTruths(step)
        case .ifMissing:
            let first = truth(step.a)
            return first == .missing ? truth(step.b) : first
        case .choose: return chosen(step).map(truth) ?? truth(step.a)
        default: preconditionFailure("not a truth")
        }
    }

    private func cell(_ field: Int32) -> RecordCell { cells[row + Int(field)] }

    private func logic(_ step: RecordStep, settling: RecordTruth) -> RecordTruth {
        let left = truth(step.a)
        if left == settling { return settling }
        let right = truth(step.b)
        if right == settling { return settling }
        if left.rawValue <= RecordTruth.yes.rawValue { return right }
        return right.rawValue <= RecordTruth.yes.rawValue ? left : left.spoiling(right)
    }

    private func limit(_ step: RecordStep) -> RecordTruth {
        let cell = cell(step.a)
        switch cell.kind {
        case .number:
            return RecordTruth(
                limits[Int(step.b)].holds(cell.payload, scale: Int(cell.scale), step.relation))
        case .fraction:
            return RecordTruth(
                step.relation.holds(fractions[Int(cell.payload)], numbers[Int(step.c)]))
        default: return .missing
        }
    }

    /// The step to go on with; nil where the test is neither true nor false.
    private func chosen(_ step: RecordStep) -> Int32? {
        switch truth(step.a) {
        case .yes: step.b
        case .no: step.c
        default: nil
        }
    }

    // MARK: Numbers

    private func number(_ index: Int32) -> RecordNumber {
        let step = steps[Int(index)]
        switch step.code {
        case .field: return numberField(cell(step.a))
        case .number: return RecordNumber(numbers[Int(step.a)])
        case .plus: return .combined(number(step.a), .plus, number(step.b))
        case .minus: return .combined(number(step.a), .minus, number(step.b))
        case .times: return .combined(number(step.a), .times, number(step.b))
        case .divide: return .combined(number(step.a), .divide, number(step.b))
        case .negate: return number(step.a).negated
        case .magnitude:
            let value = number(step.a)
            return value.isNegative ? value.negated : value
        case .round: return number(step.a).rounded(to: Int(step.b))
        case .clamp: return clamp(step)
        case .length:
            guard let text = text(step.a) else { return .missing }
            return .decimal(Int128(text.count { $0 & 0xC0 != 0x80 }), scale: 0)
        case .ifMissing:
            let first = number(step.a)
            if case .missing = first { return number(step.b) }
            return first
        case .choose: return chosen(step).map(number) ?? gap(truth(step.a))
        default: preconditionFailure("not a number")
        }
    }

    private func numberField(_ cell: RecordCell) -> RecordNumber {
        switch cell.kind {
        case .number: .decimal(Int128(cell.payload), scale: Int(cell.scale))
        case .fraction: .fraction(fractions[Int(cell.payload)])
        default: .missing
        }
    }

    private func clamp(_ step: RecordStep) -> RecordNumber {
        let (value, low, high) = (number(step.a), number(step.b), number(step.c))
        if let gap = RecordNumber.gap(value, low) ?? RecordNumber.gap(low, high) { return gap }
        let raised = RecordNumber.holds(value, .less, low) == .yes ? low : value
        return RecordNumber.holds(raised, .greater, high) == .yes ? high : raised
    }

    private func gap(_ truth: RecordTruth) -> RecordNumber {
        switch truth {
        case .overflow: .overflow
        case .undefined: .undefined
        case .no, .yes, .missing: .missing
        }
    }

    // MARK: Days, texts and truths

    private func day(_ index: Int32) -> Int64? {
        let step = steps[Int(index)]
        switch step.code {
        case .field:
            let cell = cell(step.a)
            return cell.kind == .missing ? nil : cell.payload
        case .day: return Int64(step.a)
        case .ifMissing: return day(step.a) ?? day(step.b)
        case .choose: return chosen(step).flatMap(day)
        default: preconditionFailure("not a day")
        }
    }

    private func text(_ index: Int32) -> UnsafeBufferPointer<UInt8>? {
        let step = steps[Int(index)]
        switch step.code {
        case .field:
            let cell = cell(step.a)
            guard cell.kind == .text else { return nil }
            let start = Int(cell.payload)
            return UnsafeBufferPointer(rebasing: pool[start..<start + Int(cell.length)])
        case .text:
            let start = Int(step.a)
            return UnsafeBufferPointer(rebasing: texts[start..<start + Int(step.b)])
        case .ifMissing: return text(step.a) ?? text(step.b)
        case .choose: return chosen(step).flatMap(text)
        default: preconditionFailure("not a text")
        }
    }

    private func compareTexts(_ step: RecordStep) -> RecordTruth {
        guard let left = text(step.a), let right = text(step.b) else { return .missing }
        switch step.relation {
        case .equal: return RecordTruth(left.count == right.count && left.elementsEqual(right))
        case .unequal: return RecordTruth(left.count != right.count || !left.elementsEqual(right))
        case .less: return RecordTruth(left.lexicographicallyPrecedes(right))
        case .lessOrEqual: return RecordTruth(!right.lexicographicallyPrecedes(left))
        case .greater: return RecordTruth(right.lexicographicallyPrecedes(left))
        case .greaterOrEqual: return RecordTruth(!left.lexicographicallyPrecedes(right))
        }
    }

    private func compareTruths(_ step: RecordStep) -> RecordTruth {
        let (left, right) = (truth(step.a), truth(step.b))
        guard left.rawValue <= RecordTruth.yes.rawValue, right.rawValue <= RecordTruth.yes.rawValue
        else { return left.spoiling(right) }
        return RecordTruth((left == right) == (step.relation == .equal))
    }

    private func contains(_ step: RecordStep) -> RecordTruth {
        guard let text = text(step.a), let part = self.text(step.b) else { return .missing }
        return RecordTruth(text.contains(sequence: part))
    }

    private func isMissing(_ index: Int32) -> Bool {
        let step = steps[Int(index)]
        switch step.code {
        case .field: return cell(step.a).kind == .missing
        case .number, .truth, .day, .text: return false
        case .plus, .minus, .times, .divide, .negate, .magnitude, .round, .clamp, .length:
            if case .missing = number(index) { return true }
            return false
        case .ifMissing: return isMissing(step.a) && isMissing(step.b)
        case .choose: return chosen(step).map(isMissing) ?? (truth(step.a) == .missing)
        default: return truth(index) == .missing
        }
    }
}

extension RecordBatch {
    func withMachine<Result>(
        _ steps: UnsafeBufferPointer<RecordStep>, _ limits: UnsafeBufferPointer<RecordLimit>,
        _ numbers: UnsafeBufferPointer<Fraction>, _ texts: UnsafeBufferPointer<UInt8>,
        _ body: (RecordMachine) -> Result
    ) -> Result {
        cells.withUnsafeBufferPointer { cells in
            pool.withUnsafeBufferPointer { pool in
                fractions.withUnsafeBufferPointer { fractions in
                    body(
                        RecordMachine(
                            steps: steps, limits: limits, numbers: numbers, texts: texts,
                            cells: cells, pool: pool, fractions: fractions))
                }
            }
        }
    }
}
