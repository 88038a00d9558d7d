import Formulas
import Packs
import Performance
import Quantities
import Storage

/// Evaluates a scheme on a book (部门整体评分): measures from the ledgers, judgements from their
/// register, nothing else.
struct SchemeAssessment {
    let desk: BookDesk
    let figures: BookFigures
    let completions: [String: [IndicatorCompletion]]

    /// Formulas of a scheme, to be planned with all others.
    static func formulas(_ scheme: ScoringScheme, _ desk: BookDesk) throws -> [CheckedFormula] {
        var formulas: [CheckedFormula] = []
        let alerts = scheme.indicators.flatMap(\.alerts).compactMap(\.operand)
        for operand in scheme.indicators.flatMap(\.rule.operands) + alerts {
            if case .formula(let text) = operand {
                formulas.append(try desk.vocabulary.check(text))
            }
        }
        return formulas
    }

    func evaluation(_ scheme: ScoringScheme) throws -> SchemeEvaluation {
        let rows = desk.judgements.filter {
            $0.text("评价方案") == scheme.id && ["整体", ""].contains($0.text("对象"))
        }
        let inputs = RuleInputs(
            judgements: rows.compactMap(judgement), typedScores: rows.compactMap(typedScore),
            notApplicable: rows.compactMap(claim), illegible: rows.compactMap(illegible),
            completions: completions,
            formula: { [figures] text in Self.outcome(text, figures) })
        return try scheme.evaluation(of: inputs)
    }

    private static func outcome(
        _ text: String, _ figures: BookFigures
    ) -> FormulaOutcome {
        guard let formula = figures.formula(text) else { return .refused("“\(text)”不在取数计划里") }
        do throws(EvaluationError) {
            switch try figures.value(of: formula) {
            case .number(let number): return .number(number)
            case .undefined: return .undefined
            case .missing: return .missing(try figures.missingNames(formula))
            case .truth, .text, .day: return .refused("“\(text)”的结果不是数")
            }
        } catch { return .refused(error.message) }
    }

    // MARK: Judgements

    private func judgement(_ row: RegisterRow) -> Judgement? {
        let value: Judgement.Value
        switch row.text("判断值") {
        case "是": value = .truth(true)
        case "否": value = .truth(false)
        case let text:
            guard let number = number(text) else { return nil }
            value = .number(number)
        }
        return Judgement(
            indicator: row.text("指标编号"), item: row.text("判断项"), value: value,
            reason: row.text("理由"), evidence: evidence(row))
    }

    /// A figure in the unit of its item: `85.5`, `85.5%`.
    private func number(_ text: String) -> ExactDecimal? {
        ExactDecimal(text.hasSuffix("%") ? String(text.dropLast()) : text)
    }

    private func typedScore(_ row: RegisterRow) -> TypedScore? {
        guard row.text("判断项") == TypedScore.item, let score = Points(row.text("判断值")) else {
            return nil
        }
        return TypedScore(
            indicator: row.text("指标编号"), score: score, reason: row.text("理由"),
            evidence: evidence(row))
    }

    private func claim(_ row: RegisterRow) -> NotApplicableClaim? {
        guard row.text("判断值") == "不适用" else { return nil }
        return NotApplicableClaim(indicator: row.text("指标编号"), reason: row.text("理由"))
    }

    /// A row that is none of the three, so that its indicator says why it has no score.
    private func illegible(_ row: RegisterRow) -> IllegibleJudgement? {
        let isScore = row.text("判断项") == TypedScore.item
        guard claim(row) == nil, isScore ? typedScore(row) == nil : judgement(row) == nil
        else { return nil }
        return IllegibleJudgement(
            indicator: row.text("指标编号"), item: row.text("判断项"), text: row.text("判断值"))
    }

    private func evidence(_ row: RegisterRow) -> [String] {
        row.text("佐证").split(whereSeparator: { "；;、".contains($0) }).map(String.init)
    }
}
