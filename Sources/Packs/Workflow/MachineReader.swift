import Performance

/// Reads one state machine and refuses states that nobody reaches or leaves.
struct MachineReader {
    let groups: [String: [Role]]
    let guards: Set<String>

    private static let keys = [
        "event", "action", "from", "to", "by", "together", "act", "guards", "needs", "effects",
        "setsFlag", "clearsFlag", "deadline",
    ]

    private enum Paper: String, CaseIterable {
        case reason, evidence
    }

    func machine(_ value: YAMLValue, _ kind: MatterKind) throws(PackError) -> WorkflowMachine {
        let top = try value.mapping(["kind", "name", "source", "mark", "states", "transitions"])
        guard try top.require("kind").choice(of: MatterKind.self) == kind
        else { throw try top.require("kind").refusal("与文件名不符", remedy: "改为\(kind.rawValue)") }
        let states = try states(top.require("states"))
        let items = try top.require("transitions").nonEmptyList()
        var transitions: [WorkflowTransition] = []
        for item in items {
            let transition = try transition(item, states)
            let places = transition.from.isEmpty ? [nil] : transition.from.map(Optional.some)
            for place in places {
                let isKnown = transitions.contains {
                    $0.event == transition.event
                        && (place.map($0.from.contains) ?? $0.from.isEmpty)
                }
                guard !isKnown else {
                    throw item.refusal(
                        "“\(transition.event)”在同一状态有两种写法", remedy: "只保留一种")
                }
            }
            transitions.append(transition)
        }
        let machine = WorkflowMachine(
            kind: kind, name: try top.require("name").text(),
            source: RuleSource(
                text: try top.require("source").text(),
                evidence: try top.require("mark").choice(of: EvidenceMark.self)),
            states: states, transitions: transitions)
        try check(machine, value)
        return machine
    }

    private func states(_ value: YAMLValue) throws(PackError) -> [WorkflowState] {
        var states: [WorkflowState] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping(["id", "name", "editable", "settled", "final"])
            let state = WorkflowState(
                id: try mapping.require("id").text(), name: try mapping.require("name").text(),
                isEditable: try mapping["editable"]?.truth() ?? false,
                isSettled: try mapping["settled"]?.truth() ?? false,
                isFinal: try mapping["final"]?.truth() ?? false)
            guard !states.contains(where: { $0.id == state.id || $0.name == state.name })
            else { throw item.refusal("状态“\(state.id)”重复", remedy: "换一个编号和名称") }
            states.append(state)
        }
        return states
    }

    private func transition(
        _ value: YAMLValue, _ states: [WorkflowState]
    ) throws(PackError) -> WorkflowTransition {
        let mapping = try value.mapping(Self.keys)
        let event = try mapping.require("event").text()
        guard CommonEvent(rawValue: event) == nil
        else { throw value.refusal("“\(event)”是每种事项都有的动作", remedy: "换一个名称") }
        let (signatures, isAutomatic) = try performers(mapping)
        let from = try mapping["from"].map { list throws(PackError) in
            try StateReader.ids(list, of: states)
        }
        let to = try mapping["to"].map { target throws(PackError) in
            try StateReader.id(target, of: states)
        }
        guard from != nil || to != nil
        else { throw value.refusal("既没有from也没有to", remedy: "写明从哪个状态到哪个状态") }
        let needs = try papers(mapping)
        return WorkflowTransition(
            event: event, action: try mapping.require("action").text(), from: from ?? [], to: to,
            signatures: signatures, isAutomatic: isAutomatic,
            act: try mapping["act"]?.choice(of: WorkflowTransition.Act.self) ?? .other,
            guards: try mapping["guards"].map { list throws(PackError) in
                try GuardReader.ids(list, known: guards)
            } ?? [],
            needsReason: needs.contains(.reason), needsEvidence: needs.contains(.evidence),
            effects: try effects(mapping), setsFlag: try mapping["setsFlag"]?.text(),
            clearsFlag: try mapping["clearsFlag"]?.text(), deadline: try deadline(mapping))
    }

    /// Who acts: roles and groups of `by`, of which one is enough, or of `together`, one of each.
    private func performers(
        _ mapping: YAMLMapping
    ) throws(PackError) -> (signatures: [[Role]], isAutomatic: Bool) {
        if let list = mapping["together"] {
            guard mapping["by"] == nil
            else { throw list.refusal("by与together只能有一个", remedy: "删去一个") }
            var signatures: [[Role]] = []
            for item in try list.nonEmptyList() { signatures.append(try roles(item).roles) }
            return (signatures, false)
        }
        let (roles, isAutomatic) = try roles(mapping.require("by"))
        return (roles.isEmpty ? [] : [roles], isAutomatic)
    }

    private func roles(
        _ value: YAMLValue
    ) throws(PackError) -> (roles: [Role], isAutomatic: Bool) {
        var (roles, isAutomatic): ([Role], Bool) = ([], false)
        for item in try value.nonEmptyList() {
            let name = try item.text()
            if name == "system" {
                isAutomatic = true
            } else if let group = groups[name] {
                roles += group
            } else {
                throw item.refusal("不认识岗位“\(name)”", remedy: "改用roles.yaml中的岗位、岗位组或system")
            }
        }
        return (roles, isAutomatic)
    }

    private func papers(_ mapping: YAMLMapping) throws(PackError) -> Set<Paper> {
        guard let list = mapping["needs"] else { return [] }
        var papers: Set<Paper> = []
        for item in try list.nonEmptyList() { papers.insert(try item.choice(of: Paper.self)) }
        return papers
    }

    private func effects(_ mapping: YAMLMapping) throws(PackError) -> [WorkflowEffect] {
        guard let list = mapping["effects"] else { return [] }
        var effects: [WorkflowEffect] = []
        for item in try list.nonEmptyList() {
            effects.append(try item.choice(of: WorkflowEffect.self))
        }
        return effects
    }

    private func deadline(
        _ mapping: YAMLMapping
    ) throws(PackError) -> WorkflowTransition.DeadlineRule {
        guard let value = mapping["deadline"] else { return .none }
        if value.isScalar {
            switch try value.text() {
            case "keeps": return .keeps
            case "given": return .given
            case let text: throw value.refusal("不认识“\(text)”", remedy: "改用keeps、given或天数")
            }
        }
        let term = try value.mapping(["workingDays", "naturalDays"])
        if let days = term["workingDays"] {
            return .term(.workingDays(try days.integer(1...366)))
        }
        return .term(.naturalDays(try term.require("naturalDays").integer(1...366)))
    }

    // MARK: - The whole machine

    private func check(_ machine: WorkflowMachine, _ value: YAMLValue) throws(PackError) {
        let openings = machine.transitions(from: nil)
        guard !openings.isEmpty
        else { throw value.refusal("没有建立事项的动作", remedy: "写一个没有from的动作") }
        var reached = Set(openings.compactMap(\.to))
        var waiting = Array(reached)
        while let state = waiting.popLast() {
            for next in machine.transitions(from: state).compactMap(\.to)
            where reached.insert(next).inserted { waiting.append(next) }
        }
        for state in machine.states {
            guard reached.contains(state.id)
            else { throw value.refusal("没有动作到达状态“\(state.id)”", remedy: "补上动作或删去状态") }
            let hasExit = machine.transitions(from: state.id).contains { $0.to != nil }
            guard hasExit != state.isFinal else {
                throw value.refusal(
                    state.isFinal
                        ? "最终状态“\(state.id)”还有后续动作" : "状态“\(state.id)”没有后续动作",
                    remedy: "核对final和动作")
            }
        }
    }
}
