import Quantities

extension LeafScorer {
    enum OperandValue {
        case figure(Fraction, RuleInput)
        case undefined(RuleInput)
        case missing([MissingInput])
    }

    /// A value with the text of its arithmetic.
    enum ScoredValueOutcome {
        /// `shown` is the arithmetic without the name: `8÷10`, or "" where there is none.
        case value(Fraction, shown: String, inputs: [RuleInput])
        case undefined(Undefined)
        case missing([MissingInput], inputs: [RuleInput])
    }

    func resolve(_ operand: Operand) throws(ArithmeticError) -> OperandValue {
        switch operand {
        case .formula(let formula): return try resolve(formula: formula)
        case .judged(let item): return try resolve(judged: item)
        case .constant(let number):
            let text = try number.figureText(in: indicator.unit)
            return .figure(number, RuleInput(name: text, text: text, origin: .standard))
        case .derived(let item):
            guard let figure = inputs.derived[item.name] else { return try resolve(judged: item) }
            let text = try figure.figureText(in: item.unit)
            return .figure(figure, RuleInput(name: item.name, text: text, origin: .derived))
        }
    }

    private func resolve(formula: String) throws(ArithmeticError) -> OperandValue {
        func input(_ text: String) -> RuleInput {
            RuleInput(name: formula, text: text, origin: .measured(formula: formula))
        }
        switch inputs.formula(formula) {
        case .number(let value):
            return .figure(value, input(try value.figureText(in: indicator.unit)))
        case .undefined: return .undefined(input("无法计算"))
        case .missing(let names):
            return .missing(
                names.map {
                    MissingInput(name: $0, why: "口径“\($0)”没有数据", toProvide: "补录该口径所用的台账")
                })
        case .refused(let why):
            return .missing(
                [
                    MissingInput(
                        name: formula, why: why.hasSuffix("。") ? String(why.dropLast()) : why,
                        toProvide: "核对口径和录入的数字")
                ])
        }
    }

    private func resolve(judged item: JudgedItem) throws(ArithmeticError) -> OperandValue {
        guard let judgement = inputs.judgement(of: item.name, for: indicator.id) else {
            guard let standard = item.standard else { return .missing([unanswered(item)]) }
            let text = try standard.figureText(in: item.unit)
            return .figure(standard, RuleInput(name: item.name, text: text, origin: .standard))
        }
        let origin = RuleInput.Origin.judged(
            reason: judgement.reason, evidence: judgement.evidence)
        switch (judgement.value, item.unit) {
        case (.truth(let isTrue), nil):
            return .figure(
                isTrue ? .one : .zero,
                RuleInput(name: item.name, text: isTrue ? "是" : "否", origin: origin))
        case (.number(let decimal), let unit?):
            let figure = try decimal.fraction.multiplied(by: unit.factor)
            guard figure >= .zero
            else { return .missing([wrong(item, "填的是负数", "填写不小于0的数")]) }
            // One quotient shows one unit: a judged 万元 over a measured 元 shows 元.
            let shown = indicator.unit?.unit == unit.unit ? indicator.unit : unit
            let text = try figure.figureText(in: shown)
            return .figure(figure, RuleInput(name: item.name, text: text, origin: origin))
        case (.truth, let unit?):
            return .missing([wrong(item, "应填数字", "填写以\(unit.text)为单位的数")])
        case (.number, nil): return .missing([wrong(item, "应答是或否", "填写是或否")])
        }
    }

    private func unanswered(_ item: JudgedItem) -> MissingInput {
        MissingInput(
            name: item.name, why: "“\(item.question)”尚未判断", toProvide: "作出人工判断，并写明理由和佐证")
    }

    private func wrong(_ item: JudgedItem, _ why: String, _ toProvide: String) -> MissingInput {
        MissingInput(name: item.name, why: "“\(item.question)”\(why)", toProvide: toProvide)
    }

    func resolve(_ value: ScoredValue) throws(ArithmeticError) -> ScoredValueOutcome {
        var figures: [Fraction] = []
        var read: [RuleInput] = []
        var missing: [MissingInput] = []
        var isUndefined = false
        for operand in value.operands {
            switch try resolve(operand) {
            case .figure(let figure, let input):
                figures.append(figure)
                read.append(input)
            case .undefined(let input):
                isUndefined = true
                read.append(input)
            case .missing(let names): missing += names
            }
        }
        guard missing.isEmpty else { return .missing(missing, inputs: read) }
        guard !isUndefined else {
            let sentence = "\(indicator.valueName)的除数为0，无法计算"
            return .undefined(Undefined(bothZero: false, sentence: sentence, inputs: read))
        }
        switch value {
        case .quotient: return try quotient(figures[0], figures[1], read)
        case .single: return .value(figures[0], shown: "", inputs: read)
        case .meanOfCapped(let checkpoints): return try mean(of: figures, at: checkpoints, read)
        }
    }

    private func quotient(
        _ top: Fraction, _ bottom: Fraction, _ read: [RuleInput]
    ) throws(ArithmeticError) -> ScoredValueOutcome {
        let shown = "\(read[0].text)÷\(read[1].text)"
        guard bottom > .zero else {
            let why = bottom.isZero ? "分母为0" : "分母为负数"
            let sentence = "\(indicator.valueName)=\(shown)，\(why)，无法计算"
            let bothZero = bottom.isZero && top.isZero
            return .undefined(Undefined(bothZero: bothZero, sentence: sentence, inputs: read))
        }
        return .value(try top.divided(by: bottom), shown: shown, inputs: read)
    }

    private func mean(
        of figures: [Fraction], at checkpoints: [ScoredValue.Checkpoint], _ read: [RuleInput]
    ) throws(ArithmeticError) -> ScoredValueOutcome {
        var sum = Fraction.zero
        var texts: [String] = []
        for (figure, checkpoint) in zip(figures, checkpoints) {
            let ratio = try figure.divided(by: checkpoint.target).clamped(to: .zero ... .one)
            sum = try sum.adding(ratio)
            texts.append(try ratio.percentText())
        }
        let mean = try sum.divided(by: Fraction(Int64(checkpoints.count)))
        return .value(
            mean, shown: "(\(texts.joined(separator: "+")))÷\(checkpoints.count)", inputs: read)
    }
}
