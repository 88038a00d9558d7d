import Performance
import Quantities
import Testing

@testable import Packs

/// Two accounts for each role, named after it, and what a step needs from them.
struct Cast {
    let workflow: Workflow
    let calendar: WorkCalendar
    var directory: RoleDirectory
    /// Every fact of the guards holds, nothing is found.
    let allHolding: WorkflowFacts

    /// Who stands in for an account: each has a stand-in of its own, since one who stands in for an
    /// author may not stand in for the judge.
    static func standIn(for account: String) -> String { "代\(account)" }
    static let firstDay = Day(iso: "2021-03-01")
    static let digest = ContentDigest.none

    init() throws {
        workflow = try WorkflowPack.builtIn().workflow
        calendar = try CalendarPack.builtIn().calendar
        let day = try #require(Self.firstDay)
        var grants: [RoleGrant] = []
        for role in Role.allCases where role != .public {
            for account in Self.accounts(role) {
                grants.append(Self.grant(role, to: account, from: day))
                let standIn = Self.standIn(for: account)
                grants.append(Self.grant(.supervisor, to: standIn, from: day))
            }
        }
        directory = RoleDirectory(grants: grants)
        allHolding = WorkflowFacts(
            Dictionary(uniqueKeysWithValues: workflow.guards.map { ($0.id, .holds) }),
            findings: [])
    }

    static func accounts(_ role: Role) -> [String] { [role.rawValue, "\(role.rawValue)2"] }

    static func grant(_ role: Role, to account: String, from day: Day) -> RoleGrant {
        RoleGrant(
            account: account, role: role, unitCode: "440118-01", grantedBy: "管理员",
            confirmedBy: "第二人", validFrom: day)
    }

    /// The same cast in which everybody's steps are delegated to ``standIn(for:)``.
    var absent: Cast {
        get throws {
            var cast = self
            let first = try #require(Self.firstDay)
            let last = try #require(first.adding(days: 2000))
            cast.directory = RoleDirectory(
                grants: directory.grants,
                delegations: directory.grants.map {
                    Delegation(
                        principal: $0.account, role: $0.role,
                        delegate: Self.standIn(for: $0.account),
                        firstDay: first, lastDay: last, arrangedBy: $0.account, reason: "休假")
                })
            return cast
        }
    }

    /// A context in which all papers are there and every fact of the guards holds.
    func context(
        _ performer: Performer, on day: Day, _ facts: WorkflowFacts? = nil, dueDay: Day? = nil
    ) -> WorkflowContext {
        WorkflowContext(
            performer: performer, day: day, directory: directory, calendar: calendar,
            reason: "理由充分", evidence: [Self.digest], dueDay: dueDay,
            facts: facts ?? allHolding)
    }

    /// Facts in which a check finds an error.
    var withFinding: WorkflowFacts {
        var facts = allHolding
        facts.findings = [Finding("CC-021", .blocking, "合计不等于分项之和。")]
        return facts
    }
}

extension Workflow {
    func history(_ history: MatterHistory, adding step: WorkflowStep) -> MatterHistory {
        self.history(of: history.matter, steps: history.steps + [step])
    }
}
