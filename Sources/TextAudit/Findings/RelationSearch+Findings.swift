import Performance

extension RelationSearch {
    /// The findings of all relations that do not hold, by place.
    func findings() -> [TextFinding] {
        var result: [TextFinding] = []
        let verified = verified
        for index in relations.indices where relations[index].verdict == .error {
            let relation = relations[index]
            if relation.clarity == .likely, isVerified(relation, verified) { continue }
            result.append(finding(relation))
        }
        return result
    }

    /// For each figure: whether a stated relation with it holds.
    private var verified: ContiguousArray<Bool> {
        var verified = ContiguousArray(repeating: false, count: reading.lexer.figures.count)
        for relation in relations
        where relation.clarity > .guess
            && (relation.verdict == .exact || relation.verdict == .rounding)
        {
            verified[Int(relation.stated)] = true
            for operand in operands(relation) { verified[Int(operand)] = true }
        }
        return verified
    }

    /// A relation that no word states is no finding where all its figures hold elsewhere.
    private func isVerified(_ relation: Relation, _ verified: ContiguousArray<Bool>) -> Bool {
        guard verified[Int(relation.stated)] else { return false }
        for operand in operands(relation) where !verified[Int(operand)] { return false }
        return true
    }

    private func finding(_ relation: Relation) -> TextFinding {
        let figures = [relation.stated] + operands(relation)
        return TextFinding(
            ruleId: "CC-001", kind: kind(relation.shape), level: .blocking, severity: .error,
            verdict: .error,
            spans: figures.map {
                reading.text.original(Int(figure($0).start)..<Int(figure($0).end))
            },
            expression: expression(relation), computed: nil, stated: nil, difference: nil,
            tolerance: nil, message: expression(relation), advice: "请核对。", candidates: [])
    }

    func operands(_ relation: Relation) -> [Int32] {
        Array(pool[Int(relation.firstOperand)..<Int(relation.firstOperand + relation.operandCount)])
    }

    private func kind(_ shape: Relation.Shape) -> TextFinding.Kind {
        switch shape {
        case .sum, .signedSum: .sum
        case .difference: .difference
        case .ratio, .growth, .growthOnImpliedBase, .ratioToImpliedBase, .complement, .quotient:
            .ratio
        case .product: .product
        case .repeat: .repeat
        case .atMost, .listCount: .compare
        }
    }

    func words(_ index: Int32) -> String {
        reading.string(figure(index).start, figure(index).end).filter { !$0.isWhitespace }
    }

    /// The relation with the figures as written.
    func expression(_ relation: Relation) -> String {
        let operands = operands(relation)
        let stated = words(relation.stated)
        var names: [String] = []
        for operand in operands { names.append(words(operand)) }
        func name(_ place: Int) -> String { place < names.count ? names[place] : "" }
        let sign = relation.direction < 0 ? "+" : "−"
        switch relation.shape {
        case .sum, .signedSum: return "\(stated) = \(names.joined(separator: " + "))"
        case .difference: return "\(stated) = \(name(0)) − \(name(1))"
        case .ratio, .quotient: return "\(stated) = \(name(0)) ÷ \(name(1))"
        case .growthOnImpliedBase:
            return "\(stated) = \(name(0)) ÷ (\(name(1)) \(sign) \(name(0)))"
        case .ratioToImpliedBase:
            return "\(stated) = \(name(0)) ÷ (\(name(0)) \(sign) \(name(1)))"
        case .growth: return "\(stated) = |\(name(0)) − \(name(1))| ÷ \(name(1))"
        case .complement: return "\(stated) = (\(name(1)) − \(name(0))) ÷ \(name(1))"
        case .product: return "\(stated) = \(name(0)) × \(name(1))"
        case .repeat: return "\(stated) = \(name(0))"
        case .atMost: return "\(stated) ≤ \(name(0))"
        case .listCount: return stated
        }
    }
}
