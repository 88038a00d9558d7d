import Quantities

extension LeafScorer {
    func outcome(
        of rule: ScoringRule, points: Points, name: String
    ) throws(ArithmeticError) -> Outcome {
        switch rule {
        case .ratioCapped(let value, let ratio):
            try scored(value, name) { figure throws(ArithmeticError) in
                (
                    try ratio.exactScore(of: points, value: figure),
                    try ratio.clause(points: points, value: figure)
                )
            }
        case .stepDown(let value, let step):
            try scored(value, name) { figure throws(ArithmeticError) in
                (
                    try step.exactScore(
                        of: points, excess: step.counted(step.excess(of: figure))),
                    try step.clause(points: points, value: figure)
                )
            }
        case .linearBand(let value, let band):
            try scored(value, name) { figure throws(ArithmeticError) in
                (
                    try band.exactScore(of: points, value: figure),
                    try band.clause(points: points, value: figure)
                )
            }
        case .tiers(let value, let table):
            try scored(value, name) { figure throws(ArithmeticError) in
                (
                    try table.exactScore(of: points, value: figure),
                    try table.clause(points: points, value: figure)
                )
            }
        case .eventDeduct(let events): try deducted(events, points: points)
        case .checklist(let items): try checked(items)
        case .flag(let item): try flagged(item, points: points)
        case .weightedCompletion(let group): try weighted(group, points: points, name: name)
        case .manual: .missing([typedScoreMissing], inputs: [])
        case .composite(let parts): try composed(parts)
        }
    }

    private var typedScoreMissing: MissingInput {
        MissingInput(name: "人工评分", why: "本指标由人工评分，尚未评分", toProvide: "评分，并写明理由和佐证")
    }

    private func scored(
        _ value: ScoredValue, _ name: String,
        by rule: (Fraction) throws(ArithmeticError) -> (exact: Fraction, clause: String)
    ) throws(ArithmeticError) -> Outcome {
        switch try resolve(value) {
        case .missing(let missing, let inputs): return .missing(missing, inputs: inputs)
        case .undefined(let undefined): return .undefined(undefined)
        case .value(let figure, let shown, let inputs):
            let (exact, clause) = try rule(figure)
            let arithmetic = shown.isEmpty ? "" : "\(shown)="
            let sentence = "\(name)=\(arithmetic)\(try figure.percentText())，\(clause)"
            return .scored(
                Scored(
                    exact: exact, value: figure, valueText: try figure.percentText(),
                    sentence: sentence, inputs: inputs))
        }
    }

    // MARK: R4

    private func deducted(
        _ events: [DeductedEvent], points: Points
    ) throws(ArithmeticError) -> Outcome {
        var (count, deduction) = (Fraction.zero, Fraction.zero)
        var read: [RuleInput] = []
        var missing: [MissingInput] = []
        var terms: [String] = []
        for event in events {
            switch try resolve(event.count) {
            case .missing(let names): missing += names
            case .undefined(let input): read.append(input)
            case .figure(let figure, let input):
                read.append(input)
                count = try count.adding(figure)
                deduction = try deduction.adding(figure.multiplied(by: event.perEvent))
                let shown = try figure.plainText() + (event.count.item?.unit?.text ?? "")
                terms.append("\(event.name)\(shown)×\(try event.perEvent.plainText())分")
            }
        }
        guard missing.isEmpty else { return .missing(missing, inputs: read) }
        let exact = try max(points.fraction.subtracting(deduction), .zero)
        let score = try Points(rounding: exact)
        let total = try deduction.plainText()
        let ending =
            if deduction.isZero { "不扣分，得满分\(points.shortText)分" } else if exact.isZero {
                "应扣\(total)分，扣完为止，得0.00分"
            } else { "扣\(total)分，得\(points.shortText)-\(total)=\(score.text)分" }
        let sentence = "\(terms.joined(separator: "、"))，\(ending)"
        return .scored(
            Scored(
                exact: exact, value: count, valueText: try count.plainText(), sentence: sentence,
                inputs: read))
    }

    // MARK: R5, R7

    private func checked(_ items: [ChecklistItem]) throws(ArithmeticError) -> Outcome {
        var score = Points.zero
        var read: [RuleInput] = []
        var missing: [MissingInput] = []
        var (earned, failed): ([String], [String]) = ([], [])
        for item in items {
            switch try resolve(.judged(item.item)) {
            case .missing(let names): missing += names
            case .undefined(let input): read.append(input)
            case .figure(let figure, let input):
                read.append(input)
                if item.atMost.map({ figure <= $0 }) ?? (figure == .one) {
                    score = score + item.points
                    earned.append(item.points.shortText)
                } else {
                    failed.append(item.item.name)
                }
            }
        }
        guard missing.isEmpty else { return .missing(missing, inputs: read) }
        let head =
            failed.isEmpty
            ? "\(items.count)项全部达到"
            : "\(items.count)项中\(earned.count)项达到（未达到：\(failed.joined(separator: "、"))）"
        let sum = earned.count > 1 ? "\(earned.joined(separator: "+"))=" : ""
        let sentence = "\(head)，得\(sum)\(score.text)分"
        return .scored(
            Scored(
                exact: score.fraction, value: nil, valueText: nil, sentence: sentence, inputs: read)
        )
    }

    private func flagged(_ item: JudgedItem, points: Points) throws(ArithmeticError) -> Outcome {
        switch try resolve(.judged(item)) {
        case .missing(let missing): return .missing(missing, inputs: [])
        case .undefined(let input): return .missing([], inputs: [input])
        case .figure(let figure, let input):
            let isTrue = figure == .one
            let ending = isTrue ? "得满分\(points.shortText)分" : "得0.00分"
            return .scored(
                Scored(
                    exact: isTrue ? points.fraction : .zero, value: nil, valueText: nil,
                    sentence: "\(item.name)：\(input.text)，\(ending)", inputs: [input]))
        }
    }

    // MARK: R8 and rules of several parts

    private func weighted(
        _ group: String, points: Points, name: String
    ) throws(ArithmeticError) -> Outcome {
        guard let completions = inputs.completions[group] else {
            let missing = MissingInput(
                name: group, why: "“\(group)”的完成情况没有数据", toProvide: "填报各项指标的完成值")
            return .missing([missing], inputs: [])
        }
        let weighted = WeightedCompletion(completions)
        var read: [RuleInput] = []
        var terms: [String] = []
        for completion in completions {
            let ratio = try completion.ratio.percentText()
            read.append(
                RuleInput(name: completion.name, text: ratio, origin: completion.origin))
            terms.append("\(completion.weight.shortText)×\(ratio)")
        }
        guard let value = try weighted.value else {
            return .undefined(
                Undefined(bothZero: true, sentence: "没有“\(group)”", inputs: read))
        }
        let weights = completions.reduce(Points.zero) { $0 + $1.weight }.shortText
        let shown =
            terms.count <= 4
            ? "(\(terms.joined(separator: "+")))÷\(weights)=" : "\(terms.count)项指标加权平均="
        let clause = try CappedRatio.whole.clause(points: points, value: value)
        return .scored(
            Scored(
                exact: try points.fraction.multiplied(by: value), value: value,
                valueText: try value.percentText(),
                sentence: "\(name)=\(shown)\(try value.percentText())，\(clause)", inputs: read))
    }

    private func composed(_ parts: [ScoringRule.Part]) throws(ArithmeticError) -> Outcome {
        var exact = Fraction.zero
        var read: [RuleInput] = []
        var missing: [MissingInput] = []
        var sentences: [String] = []
        var undefined: Undefined?
        for part in parts {
            switch try outcome(of: part.rule, points: part.points, name: part.label) {
            case .missing(let names, let inputs):
                missing += names
                read += inputs
            case .undefined(let part):
                undefined = undefined ?? part
                read += part.inputs
            case .scored(let scored):
                exact = try exact.adding(scored.exact)
                read += scored.inputs
                sentences.append("\(part.label)：\(scored.sentence)")
            }
        }
        guard missing.isEmpty else { return .missing(missing, inputs: read) }
        if let undefined {
            return .undefined(
                Undefined(
                    bothZero: undefined.bothZero, sentence: undefined.sentence, inputs: read))
        }
        let total = try Points(rounding: exact).text
        let sentence = "\(sentences.joined(separator: "；"))；合计得\(total)分"
        return .scored(
            Scored(exact: exact, value: nil, valueText: nil, sentence: sentence, inputs: read))
    }
}
