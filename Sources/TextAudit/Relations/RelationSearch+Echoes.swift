import Performance

/// Long figures that the text tells again under a similar name (再次提及).
extension RelationSearch {
    /// The digits that two figures must share to be one fact under two names.
    private static let leastDigits = 5
    private static let mostEchoes = 400

    /// Compares the long levels that agree with nothing with the others of the text.
    mutating func findEchoes() {
        var isSettled = ContiguousArray(repeating: false, count: Int(figureCount))
        for relation in relations where relation.verdict != .error || relation.clarity >= .stated {
            isSettled[Int(relation.stated)] = true
            for place in 0..<relation.operandCount {
                isSettled[Int(operand(relation, place))] = true
            }
        }
        var long: ContiguousArray<Int32> = []
        for index in 0..<figureCount where isEcho(index) {
            long.append(index)
            if long.count == Self.mostEchoes { break }
        }
        for index in long where !isSettled[Int(index)] {
            for other in long where other != index && isSettled[Int(other)] {
                if compareEcho(index, other) { break }
            }
        }
    }

    /// 一般债务 and 一般公共预算 share a word, but not a name.
    private func sharesName(_ index: Int32, _ other: Int32) -> Bool {
        let (name, before) = (withoutKind(label(of: index)), withoutKind(label(of: other)))
        let shared = overlap(name, label(of: other))
        return shared >= 9 || shared >= 6 && shared >= min(name.count, before.count)
            || overlap(label(of: index), label(of: other)) >= 12
    }

    private func isEcho(_ index: Int32) -> Bool {
        statement(index).role == .level && figure(index).kind == .amount
            && Slip.digits(figure(index)) >= Self.leastDigits
    }

    /// 总收入581.45万元…。总支出581.45万元: the two sides of one account.
    private func areTwoSides(_ index: Int32, _ other: Int32) -> Bool {
        let (one, two) = (label(of: index), label(of: other))
        return holdsAny(["总收入", "收入总计"], in: one) && holdsAny(["总支出", "支出总计"], in: two)
            || holdsAny(["总支出", "支出总计"], in: one) && holdsAny(["总收入", "收入总计"], in: two)
    }

    private mutating func compareEcho(_ index: Int32, _ other: Int32) -> Bool {
        let (own, before) = (statement(index), statement(other))
        guard own.sentence != before.sentence, own.comparand == before.comparand,
            own.year == before.year, figure(index).adds(with: figure(other)),
            isOneSlip(
                figure(index), figure(other), min(figure(index).exponent, figure(other).exponent)),
            areTwoSides(index, other)
                || figure(index).exponent == figure(other).exponent
                    && sharesName(index, other)
        else { return false }
        note(.repeat, .likely, .error, stated: index, other, isSlip: true)
        return true
    }
}
