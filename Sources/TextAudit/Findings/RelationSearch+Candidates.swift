import Performance

/// Other explanations of a broken relation (可能的原因).
extension RelationSearch {
    private static let mostCandidates = 3

    func candidates(_ mistake: Mistake, _ result: Computation?) -> [String] {
        let relation = mistake.relation
        var found: [String] = []
        if mistake.repair.figure >= 0 {
            found.append(slipText(mistake.repair))
        }
        if figure(relation.stated).kind == .percent, relation.shape == .ratio,
            relation.operandCount == 2
        {
            found += otherPairs(relation)
        }
        if mistake.repair.figure < 0 {
            for text in slipTexts(relation) where found.count < Self.mostCandidates {
                found.append(text)
            }
        }
        for other in mistake.others.prefix(Self.mostCandidates) {
            found.append("同一数字还使“\(expression(other))”不成立")
        }
        return found
    }

    /// 可能是笔误：1521.17万元 或应为 1521.37万元.
    private func slipText(_ repair: Replacement) -> String {
        let own = figure(repair.figure)
        let exponent = Int(own.scale) - Int(repair.decimals ?? own.decimals)
        return "可能是笔误：\(words(repair.figure)) 或应为 "
            + words(Int128(repair.mantissa), exponent, like: repair.figure)
    }

    private func slipTexts(_ relation: Relation) -> [String] {
        var found: [String] = []
        for index in [relation.stated] + operands(relation).prefix(40) {
            guard found.count < Self.mostCandidates else { break }
            for repair in repairs(of: index, in: relation).prefix(1) where isSlip(repair) {
                found.append(slipText(repair))
            }
        }
        return found
    }

    // MARK: CC-030

    /// Pairs of figures nearby that give the stated percentage, those that keep one operand first.
    private func otherPairs(_ relation: Relation) -> [String] {
        guard Slip.digits(figure(relation.stated)) >= 3 else { return [] }
        let levels = levels(near: relation.stated)
        let own = (operand(relation, 0), operand(relation, 1))
        var found: [String] = []
        for first in levels
        where first != own.0 && gives(relation.stated, first, own.1) {
            found.append(pairText(relation.stated, first, own.1, wrong: first))
        }
        for second in levels
        where second != own.1 && gives(relation.stated, own.0, second) {
            found.append(pairText(relation.stated, own.0, second, wrong: second))
        }
        return Array(found.prefix(Self.mostCandidates))
    }

    private func pairText(_ stated: Int32, _ first: Int32, _ second: Int32, wrong: Int32) -> String
    {
        let name = name(of: wrong)
        let hint = name.isEmpty ? "" : "，可能误用了\(name)"
        return "\(words(stated)) = \(words(first)) ÷ \(words(second))\(hint)"
    }

    /// The levels around a figure, the nearest first.
    private func levels(near index: Int32) -> [Int32] {
        var found: [Int32] = []
        for distance in Int32(1)...40 {
            for other in [index - distance, index + distance]
            where other >= 0 && other < figureCount && statement(other).role == .level {
                found.append(other)
            }
        }
        return found
    }

    private func gives(_ stated: Int32, _ first: Int32, _ second: Int32) -> Bool {
        guard first != second, figure(first).adds(with: figure(second)) else { return false }
        let exponent = min(figure(first).exponent, figure(second).exponent)
        let quotient = RatioArithmetic(
            numerator: Arithmetic.steps(figure(first), exponent),
            denominator: Arithmetic.steps(figure(second), exponent), numeratorHalf: 0,
            denominatorHalf: 0, factor: 100)
        return quotient.denominator > 0
            && quotient.rounded(decimals: Int(figure(stated).decimals))
                == Int128(figure(stated).mantissa)
    }
}
