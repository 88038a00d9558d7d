import Formulas
import Storage

/// Evaluates formulas at a desk (取数), in one pass over each ledger: over its own book, or over all
/// books of the department.
struct DeskEvaluation: Sendable {
    let whole: Evaluator
    /// Of each unit's own book; the same as ``whole`` where there is one book.
    let units: Evaluator
    /// What is taken off between the units; none where there is one book.
    let eliminations: [GroupElimination]

    /// - Parameter snapshots: of the desk's own book.
    init(
        _ desk: BookDesk, _ formulas: [CheckedFormula], at snapshots: [Snapshot],
        in reader: LedgerReader
    ) throws {
        let facts = DeskFacts(desk)
        guard let department = desk.department else {
            let plan = try AggregatePlan(formulas: formulas, snapshots: snapshots)
            let answers = try reader.answers(to: plan.passes.map(\.statement))
            whole = try plan.evaluator(from: answers, facts: facts)
            units = whole
            eliminations = []
            return
        }
        let plan = try GroupPlan(
            formulas: formulas, snapshots: snapshots, group: department.group,
            vocabulary: desk.vocabulary)
        (whole, units) = try plan.evaluators(
            from: reader.answers(to: plan.statements), facts: facts)
        eliminations = plan.eliminations
    }
}
