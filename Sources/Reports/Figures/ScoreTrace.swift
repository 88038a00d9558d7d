import Documents
import Formulas
import Performance
import Quantities

/// Traces of figures that a scheme gives (得分溯源): they lead to the rule and its inputs.
enum ScoreTrace {
    static func total(_ evaluation: SchemeEvaluation) -> FigureTrace {
        trace("自评总分", evaluation.scheme, arithmetic: evaluation.totalSentence)
    }

    static func points(_ points: Points, _ name: String, _ scheme: ScoringScheme) -> FigureTrace {
        FigureTrace(
            name: name, value: .number(points.fraction, .one),
            formula: "\(scheme.id) 第\(scheme.version)版", arithmetic: "各指标得分之和", entries: [])
    }

    /// - Parameter inputs: the figures that the leaf's rule reads.
    static func leaf(
        _ leaf: SchemeEvaluation.Leaf, _ scheme: ScoringScheme, inputs: [FigureTrace]
    ) -> FigureTrace {
        FigureTrace(
            name: "\(leaf.indicator.id) \(leaf.indicator.name)得分",
            value: .number(leaf.result.score.fraction, .one),
            formula: "\(scheme.id) 第\(scheme.version)版 \(leaf.result.ruleId)",
            arithmetic: leaf.result.explanation, from: inputs)
    }

    /// - Parameter inputs: the figures that the points were worked out from.
    static func project(
        _ points: Points, _ name: String, _ project: ProjectFacts, from inputs: [FigureTrace]
    ) -> FigureTrace {
        FigureTrace(
            name: "\(project.name)\(name)", value: .number(points.fraction, .one),
            formula: "项目支出自评评分规则", arithmetic: project.score.sentence,
            from: inputs)
    }

    static func indicator(_ indicator: IndicatorFacts, _ points: Points) -> FigureTrace {
        FigureTrace(
            name: "\(indicator.id) \(indicator.name)得分", value: .number(points.fraction, .one),
            formula: "项目支出自评评分规则", arithmetic: indicator.explanation,
            entries: indicator.actual?.entries ?? [])
    }

    /// A sentence with figures in it that the scheme has worked out as a whole.
    static func sentence(_ evaluation: SchemeEvaluation) -> FigureText {
        let scheme = evaluation.scheme
        switch evaluation.total {
        case .complete(let score, let grade, _, _):
            let trace = total(evaluation)
            return "部门整体支出绩效自评得分为\(printed: score.text, trace)分，等次为“\(printed: grade, trace)”"
        case .partial(let evaluated, let score, let missing, let notApplicable):
            var text: FigureText = """
                已评\(printed: evaluated.shortText, points(evaluated, "已评分值", scheme))分，\
                得\(printed: score.text, points(score, "已评得分", scheme))分，\
                缺\(printed: missing.shortText, points(missing, "缺数据分值", scheme))分未评
                """
            if notApplicable != .zero {
                let trace = points(notApplicable, "不适用分值", scheme)
                text += "，另有\(printed: notApplicable.shortText, trace)分不适用"
            }
            return "\(text)；数据补齐之前不出总分，也不定等次"
        case .nothingApplies: return "没有适用的指标，不能评分"
        }
    }

    private static func trace(
        _ name: String, _ scheme: ScoringScheme, arithmetic: String
    ) -> FigureTrace {
        FigureTrace(
            name: name, value: .text(arithmetic), formula: "\(scheme.id) 第\(scheme.version)版",
            arithmetic: arithmetic, entries: [])
    }
}
