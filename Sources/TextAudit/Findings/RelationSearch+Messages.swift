import Performance

/// The sentences of a finding (发现的表述).
extension RelationSearch {
    func kind(_ shape: Relation.Shape) -> TextFinding.Kind {
        switch shape {
        case .sum, .signedSum: .sum
        case .difference: .difference
        case .ratio, .growth, .growthOnImpliedBase, .ratioToImpliedBase, .complement, .quotient,
            .remainder, .multiple, .perPeriod:
            .ratio
        case .product: .product
        case .repeat: .repeat
        case .atMost, .listCount: .compare
        }
    }

    /// The relation with the figures as written.
    func expression(_ relation: Relation) -> String {
        let stated = words(relation.stated)
        return relation.shape == .listCount
            ? stated
            : "\(stated) \(relation.shape == .atMost ? "≤" : "=") \(formula(relation))"
    }

    /// The right side of a relation: 839.38万元 ÷ 938.31万元.
    func formula(_ relation: Relation, most: Int32 = .max) -> String {
        func name(_ place: Int32) -> String {
            place < relation.operandCount ? words(operand(relation, place)) : ""
        }
        let sign = relation.direction < 0 ? "+" : "−"
        switch relation.shape {
        case .sum, .signedSum: return terms(relation, most: most)
        case .difference:
            let carried = relation.operandCount == 3 ? " + \(name(2))" : ""
            let isRising = relation.operandCount == 2 && isSecondGreater(relation)
            return isRising ? "\(name(1)) − \(name(0))" : "\(name(0))\(carried) − \(name(1))"
        case .ratio where relation.operandCount > 2:
            let parts = (0..<relation.operandCount - 1).map(name).joined(separator: " + ")
            return "(\(parts)) ÷ \(name(relation.operandCount - 1))"
        case .ratio, .quotient: return "\(name(0)) ÷ \(name(1))"
        case .perPeriod: return "\(name(0)) ÷ \(relation.divisor)"
        case .growthOnImpliedBase: return "\(name(0)) ÷ (\(name(1)) \(sign) \(name(0)))"
        case .ratioToImpliedBase: return "\(name(0)) ÷ (\(name(0)) \(sign) \(name(1)))"
        case .growth: return "|\(name(0)) − \(name(1))| ÷ \(name(1))"
        case .complement: return "(\(name(1)) − \(name(0))) ÷ \(name(1))"
        case .remainder:
            return "100% − " + (0..<relation.operandCount).map(name).joined(separator: " − ")
        case .multiple:
            return relation.direction > 0
                ? "(\(name(0)) − \(name(1))) ÷ \(name(1))" : "\(name(0)) ÷ \(name(1))"
        case .product:
            return (0..<relation.operandCount).map(name).joined(separator: " × ")
        case .repeat, .atMost: return name(0)
        case .listCount: return ""
        }
    }

    private func isSecondGreater(_ relation: Relation) -> Bool {
        gap(operand(relation, 0), operand(relation, 1)).steps < 0
    }

    private func terms(_ relation: Relation, most: Int32) -> String {
        var text = ""
        let shown = relation.operandCount > most ? most - 2 : relation.operandCount
        for place in 0..<shown {
            let isMinus = sign(relation, place) < 0
            if place == 0 { text += isMinus ? "−" : "" } else { text += isMinus ? " − " : " + " }
            text += words(operand(relation, place))
        }
        guard shown < relation.operandCount else { return text }
        return text + " + … + " + words(operand(relation, relation.operandCount - 1))
    }

    func message(_ relation: Relation, _ result: Computation?) -> String {
        let stated = words(relation.stated)
        let title = title(of: relation)
        guard let result else { return "\(expression(relation)) 不成立。" }
        let computed = words(result.computed, result.exponent, like: relation.stated)
        let off = distance(
            Arithmetic.magnitude(result.computed - result.stated), result.exponent,
            like: relation.stated)
        let formula = formula(relation, most: 8)
        switch relation.shape {
        case .sum where relation.operandCount > 1:
            let name = title.isEmpty ? "合计数" : title
            let parts = figure(relation.stated).kind == .count ? "各部分之和" : "各分项之和"
            return "\(name) \(stated)与\(parts) \(computed)（\(formula)）不一致，相差 \(off)。"
        case .sum, .repeat:
            let name = title.isEmpty ? "同一数据" : "“\(title)”"
            return "\(name)在不同位置分别为 \(words(operand(relation, 0)))、\(stated)，相差 \(off)。"
        default:
            let name = title.isEmpty ? "此数" : title
            return "\(name)应为 \(computed)（\(formula)），文中为 \(stated)，相差 \(off)。"
        }
    }

    func truncationMessage(_ relation: Relation, _ result: Computation?) -> String {
        let stated = words(relation.stated)
        let title = title(of: relation)
        let computed =
            result.map { words($0.computed, $0.exponent, like: relation.stated) } ?? ""
        let name = title.isEmpty ? "此数" : title
        return "\(name) \(stated) 像是直接截去尾数，四舍五入应为 \(computed)（\(formula(relation, most: 8))）。"
    }

    func advice(_ relation: Relation) -> String {
        switch relation.shape {
        case .sum where relation.operandCount > 1, .signedSum: "请逐项核对合计数和各分项，改正写错或遗漏的一处。"
        case .sum, .repeat: "请核对原始数据，将两处改为同一个数。"
        case .difference: "请核对这几个数，改正写错的一处。"
        case .quotient: "请核对总数、数量和平均数三个数。"
        case .product: "请核对算式中的各个数。"
        case .atMost: "请核对两个数和其间的比较用语。"
        case .listCount: "请核对个数和列举的名称。"
        default: "请核对分子、分母和比率三个数。"
        }
    }
}
