/// Checks a form by the rules of a book (填报检查): its answers, and the goals that it declares.
package struct FormLint: Sendable {
    private let book: RuleBook

    package init(_ book: RuleBook) { self.book = book }

    /// The forms that declare goals, and so have a quality score: F01 and F02.
    package static let goalForms: Set<String> = ["F01", "F02"]

    /// - Parameters:
    ///   - definition: the layout that the form was filled in by; nil checks no single answers.
    ///   - answers: reasons given elsewhere than in the form, by rule.
    package func result(
        for content: FormContent, definition: FormDefinition? = nil,
        context: LintContext = LintContext(), answers: [CheckID: String] = [:]
    ) -> LintResult {
        let findings = self.findings(
            records(of: content, definition: definition, context: context), answers)
        let counted = findings.map {
            QualityScore.Counted(
                ruleId: $0.finding.ruleId, level: $0.finding.level, isAnswered: $0.isAnswered)
        }
        return LintResult(
            findings: findings,
            quality: Self.goalForms.contains(content.form)
                ? QualityScore(counted, book.qualityParameters) : nil)
    }

    /// The records that a form gives rise to, in the order of the form.
    package func records(
        of content: FormContent, definition: FormDefinition? = nil,
        context: LintContext = LintContext()
    ) -> [LintRecord] {
        let content = definition.map { FormComputation($0, content).completed() } ?? content
        let answers = definition.map { FormAnswerReading(content, $0).records } ?? []
        switch content.form {
        case "F01", "F02":
            return answers
                + GoalFormReading(content, definition, context, book.lexicon).records
        case "F05": return answers + SelfEvaluationReading(content, context).records
        case "F06": return answers + DepartmentEvaluationReading(content).records
        default: return answers
        }
    }

    private func findings(
        _ records: [LintRecord], _ answers: [CheckID: String]
    ) -> [LintFinding] {
        var found: [(order: Int, finding: LintFinding)] = []
        let places = Dictionary(grouping: records.indices) { records[$0].subject }
        for (subject, indices) in places {
            let judged = book.findings(of: indices.map { records[$0].facts }, subject: subject)
            for finding in judged {
                let index = indices[finding.record]
                let record = records[index]
                let reason = answers[finding.ruleId] ?? record.reason
                found.append(
                    (
                        index,
                        LintFinding(
                            finding: finding, place: record.place(of: finding.field),
                            reason: reason, isAnswered: book.qualityParameters.isAnswer(reason))
                    ))
            }
        }
        return found.sorted {
            ($0.order, $0.finding.finding.ruleId) < ($1.order, $1.finding.finding.ruleId)
        }.map(\.finding)
    }
}
