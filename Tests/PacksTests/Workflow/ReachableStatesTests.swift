import Performance
import Quantities
import Testing

@testable import Packs

/// Walks every reachable state of every machine: nobody is stuck, present or absent.
struct ReachableStatesTests {
    /// What was met on the way.
    private struct Walk {
        /// One history for each state with its flags.
        var histories: [String: MatterHistory] = [:]
        /// `event state role` that went through; the role `system` for automatic steps.
        var taken: Set<String> = []
        /// States that each state leads to.
        var exits: [String: Set<String>] = [:]
    }

    @Test(arguments: MatterKind.allCases)
    func `每个可达状态都有出路`(kind: MatterKind) throws {
        let cast = try Cast()
        let walk = try Self.walk(kind, cast) { account, role in Performer(account, as: role) }
        try Self.check(walk, kind, cast)
    }

    @Test(arguments: MatterKind.allCases)
    func `经办人都缺席时由受托人办理也有出路`(kind: MatterKind) throws {
        let cast = try Cast().absent
        let walk = try Self.walk(kind, cast) { account, role in
            Performer(Cast.standIn(for: account), as: role, onBehalfOf: account)
        }
        try Self.check(walk, kind, cast)
    }

    private static func check(_ walk: Walk, _ kind: MatterKind, _ cast: Cast) throws {
        let machine = cast.workflow.machine(kind)
        let reached = Set(walk.histories.values.compactMap(\.state))
        #expect(reached == Set(machine.states.map(\.id)), "每个状态都到得了")
        for state in machine.states {
            let exits = walk.exits[state.id] ?? []
            #expect(exits.isEmpty == state.isFinal, "\(kind) \(state.id)")
        }
        // Each step that the machine knows, by each of its roles, was really taken.
        for transition in machine.transitions {
            for state in transition.from.isEmpty ? ["-"] : transition.from {
                for role in transition.roles.map(\.rawValue)
                    + (transition.isAutomatic ? ["system"] : [])
                {
                    let step = "\(transition.event) \(state) \(role)"
                    #expect(walk.taken.contains(step), "\(kind) \(step)")
                }
            }
        }
        // From everywhere the work comes to rest: at a final state, or where it is settled.
        let rests = Set(machine.states.filter { $0.isFinal || $0.isSettled }.map(\.id))
        for state in reached { #expect(leads(state, to: rests, walk), "\(kind) \(state)") }
    }

    private static func leads(_ state: String, to rests: Set<String>, _ walk: Walk) -> Bool {
        var (seen, waiting): (Set<String>, [String]) = ([state], [state])
        while let next = waiting.popLast() {
            if rests.contains(next) { return true }
            for exit in walk.exits[next] ?? [] where seen.insert(exit).inserted {
                waiting.append(exit)
            }
        }
        return false
    }

    // MARK: - Walking

    private static func walk(
        _ kind: MatterKind, _ cast: Cast, as performer: (String, Role) -> Performer
    ) throws -> Walk {
        var walk = Walk()
        var waiting = [cast.workflow.history(of: Matter(kind), steps: [])]
        while let history = waiting.popLast() {
            for (step, key) in try steps(after: history, cast, performer) {
                let next = cast.workflow.history(history, adding: step)
                walk.taken.insert(key)
                if let from = step.from, from != step.to {
                    walk.exits[from, default: []].insert(step.to)
                }
                let place = Self.place(next, in: cast.workflow.machine(kind))
                guard walk.histories[place] == nil else { continue }
                walk.histories[place] = next
                waiting.append(next)
            }
        }
        return walk
    }

    /// The state with its flags and the signatures that wait for others.
    private static func place(_ history: MatterHistory, in machine: WorkflowMachine) -> String {
        let flags = Set(machine.transitions.compactMap(\.setsFlag)).filter(history.has(flag:))
        let waiting = history.last.map { $0.notes.contains(.partial) ? "\($0.event)…" : "" } ?? ""
        return ([history.state ?? ""] + flags.sorted() + [waiting]).joined(separator: "+")
    }

    /// Every step that somebody can take, today or when a time has passed.
    private static func steps(
        after history: MatterHistory, _ cast: Cast, _ performer: (String, Role) -> Performer
    ) throws -> [(WorkflowStep, String)] {
        let last = try #require(history.last?.day ?? Cast.firstDay)
        var steps: [(WorkflowStep, String)] = []
        for transition in cast.workflow.machine(history.matter.kind)
            .transitions(from: history.state)
        {
            var performers: [Performer] = transition.isAutomatic ? [.system] : []
            for role in transition.roles {
                performers += Cast.accounts(role).map { performer($0, role) }
            }
            for performer in performers {
                // Today; when five working days or a long time have passed; with an error found.
                for (wait, facts) in [
                    (0, cast.allHolding), (9, cast.allHolding), (60, cast.allHolding),
                    (0, cast.withFinding),
                ] {
                    let day = try #require(last.adding(days: wait))
                    let step = try? cast.workflow.next(
                        after: history, transition.event,
                        cast.context(
                            performer, on: day, facts,
                            dueDay: Self.dueDay(transition, history, day)))
                    guard let step else { continue }
                    let role = performer.role?.rawValue ?? "system"
                    steps.append((step, "\(transition.event) \(history.state ?? "-") \(role)"))
                    break
                }
            }
        }
        return steps
    }

    private static func dueDay(
        _ transition: WorkflowTransition, _ history: MatterHistory, _ day: Day
    ) -> Day? {
        guard transition.deadline == .given else { return nil }
        return transition.event == "extend"
            ? history.dueDay?.adding(days: 20) : day.adding(days: 30)
    }
}
