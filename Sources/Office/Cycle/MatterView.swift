package import Performance
package import Quantities

/// A matter as somebody may see it (事项详情).
package struct MatterView: Sendable {
    package let history: MatterHistory
    /// All drafts, the latest last.
    package let forms: [FormVersion]
    package let comments: [FormComment]
    /// What is registered; the files themselves are opened one by one.
    package let evidence: [EvidenceItem]
    /// What this performer may do next, guards aside.
    package let possible: [WorkflowTransition]
}

extension CycleDesk {
    /// Shows a matter to whoever may see it in its present state.
    ///
    /// - Throws: ``CycleError/mayNot(useCase:role:state:allowed:)``,
    ///   ``CycleError/noSuchMatter(_:)``.
    package func view(
        _ matter: Matter, by performer: Performer, on day: Day
    ) throws -> MatterView {
        try read { reader in
            let history = try reader.history(of: matter)
            try authorise(
                .viewMatter, performer, history, on: day, directory: reader.directory())
            return MatterView(
                history: history, forms: try reader.forms(of: matter),
                comments: try reader.comments(of: matter),
                evidence: try reader.evidence(of: matter),
                possible: performer.role.map {
                    workflow.possible(after: history, as: $0)
                } ?? [])
        }
    }
}
