import Performance

/// Which rule a relation falls under (适用规则): by its shape, its labels and its units.
extension RelationSearch {
    func rule(of relation: Relation) -> CheckID {
        if statement(relation.stated).marks.contains(.tabular), relation.shape == .sum {
            return "TA-TABLE"
        }
        switch relation.shape {
        case .sum: return sumRule(relation)
        case .signedSum:
            return statement(relation.stated).role == .change ? "CC-028" : "CC-010"
        case .difference: return differenceRule(relation)
        case .growth, .growthOnImpliedBase: return "CC-032"
        case .ratio, .ratioToImpliedBase: return rateRule(relation)
        case .complement, .remainder, .multiple: return "TA-RATE"
        case .quotient, .perPeriod: return "TA-AVERAGE"
        case .product: return "TA-PRODUCT"
        case .repeat: return "CC-060"
        case .atMost: return "TA-COMPARE"
        case .listCount: return "TA-LIST"
        }
    }

    func isLabelled(_ index: Int32, _ word: StaticString) -> Bool {
        reading.text.holds(word, in: label(of: index))
    }

    private func hasOperand(_ relation: Relation, _ word: StaticString) -> Bool {
        for place in 0..<min(relation.operandCount, 40)
        where isLabelled(operand(relation, place), word) {
            return true
        }
        return false
    }

    private func rateRule(_ relation: Relation) -> CheckID {
        switch statement(relation.stated).role {
        case .completion:
            let subject = operand(relation, 0)
            let isIncome = isLabelled(subject, "收入") && !isLabelled(subject, "支出")
            return isIncome ? "CC-020" : "CC-021"
        case .share: return "TA-SHARE"
        case .growth: return "CC-032"
        default: return "TA-RATE"
        }
    }

    private func differenceRule(_ relation: Relation) -> CheckID {
        let own = statement(relation.stated)
        switch own.role {
        case .points: return "TA-POINTS"
        case .change where own.comparand == .budget:
            return isLabelled(operand(relation, 0), "收入") ? "CC-025" : "CC-026"
        case .change: return "TA-CHANGE"
        default: return own.marks.contains(.balance) ? "CC-008" : "TA-CHANGE"
        }
    }

    private func sumRule(_ relation: Relation) -> CheckID {
        let stated = relation.stated
        switch figure(stated).kind {
        case .score: return "CC-075"
        case .count:
            if figure(stated).unit == CountUnit.personTimes { return "CC-081" }
            return figure(stated).unit == CountUnit.person ? "CC-040" : "TA-SUM"
        case .amount: return amountRule(relation)
        default: return "TA-SUM"
        }
    }

    private func amountRule(_ relation: Relation) -> CheckID {
        let stated = relation.stated
        if isLabelled(stated, "三公") || hasOperand(relation, "公务接待") && hasOperand(relation, "出国") {
            return "CC-050"
        }
        if isLabelled(stated, "公务用车") || isLabelled(stated, "公车") { return "CC-051" }
        if hasOperand(relation, "基本支出") && hasOperand(relation, "项目支出") { return "CC-003" }
        if isLabelled(stated, "基本支出")
            || hasOperand(relation, "公用经费") && hasOperand(relation, "人员经费")
        {
            return "CC-004"
        }
        if hasOperand(relation, "工资性支出") { return "CC-087" }
        if isLabelled(stated, "项目支出") { return "CC-005" }
        if isLabelled(stated, "财政拨款") && hasOperand(relation, "基金") { return "CC-002" }
        if isLabelled(stated, "设备") { return "CC-055" }
        if isLabelled(stated, "收入") { return "CC-001" }
        if isLabelled(stated, "支出") { return "CC-003" }
        return isLabelled(stated, "项目") ? "CC-006" : "TA-SUM"
    }
}
