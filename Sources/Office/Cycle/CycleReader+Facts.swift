import Performance
import Quantities

extension CycleReader {
    /// What the ledgers themselves say to guards; it wins over what a caller says.
    func facts(about history: MatterHistory, on day: Day) throws -> WorkflowFacts {
        let comments = try comments(of: history.matter)
        let ofThisVersion = comments.filter {
            $0.version == history.version && $0.status != .settled
        }
        var facts: [String: WorkflowFacts.Fact] = [
            "opinionGiven": ofThisVersion.isEmpty ? .fails([]) : .holds,
            "opinionsAnswered": Self.fact(
                comments.filter { $0.status == .open }.map(\.title)),
            "opinionsClosed": Self.fact(
                comments.filter { $0.status != .settled }.map(\.title)),
        ]
        if history.matter.kind == .bulletin {
            facts["warningsDisposed"] = Self.fact(try openWarnings(until: nil).map(\.title))
        }
        if history.matter.kind == .monitoring {
            let open = try issues(about: history.matter.subject).filter {
                !["closed", "withdrawn"].contains($0.state)
            }.map(\.number)
            facts["noOpenIssue"] = Self.fact(open)
            if !open.isEmpty { facts["linkedIssueClosed"] = .fails(open) }
        }
        return WorkflowFacts(facts)
    }

    private static func fact(_ open: [String]) -> WorkflowFacts.Fact {
        open.isEmpty ? .holds : .fails(open)
    }
}
