import Performance

/// Reads roles, their groups, and what each may do besides the steps of machines.
struct RoleReader {
    let profiles: [RoleProfile]
    /// Roles by the name of their group; each role is a group of its own.
    let groups: [String: [Role]]
    private let useCases: YAMLValue
    private let reviewForms: [String]

    init(reading value: YAMLValue) throws(PackError) {
        let top = try value.mapping([
            "source", "mark", "roles", "groups", "useCases", "reviewForms",
        ])
        _ = try top.require("source").text()
        _ = try top.require("mark").choice(of: EvidenceMark.self)
        var profiles: [RoleProfile] = []
        for item in try top.require("roles").nonEmptyList() {
            let profile = try Self.profile(item)
            guard !profiles.contains(where: { $0.role == profile.role })
            else { throw item.refusal("岗位“\(profile.name)”重复", remedy: "删去一个") }
            profiles.append(profile)
        }
        let missing = Role.allCases.filter { role in !profiles.contains { $0.role == role } }
        guard missing.isEmpty else {
            throw value.refusal(
                "缺少岗位：\(missing.map(\.rawValue).joined(separator: "、"))", remedy: "补上这些岗位")
        }
        self.profiles = profiles
        var groups = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.rawValue, [$0]) })
        for item in try top.require("groups").list() {
            let group = try item.mapping(["name", "roles"])
            let name = try group.require("name").text()
            guard groups[name] == nil
            else { throw item.refusal("名称“\(name)”已被使用", remedy: "换一个名称") }
            groups[name] = try Self.roles(group.require("roles"))
        }
        self.groups = groups
        useCases = try top.require("useCases")
        reviewForms = try top.require("reviewForms").texts()
    }

    private static func profile(_ value: YAMLValue) throws(PackError) -> RoleProfile {
        let mapping = try value.mapping([
            "id", "name", "duties", "scope", "secondPerson", "limitedTime",
        ])
        return RoleProfile(
            role: try mapping.require("id").choice(of: Role.self),
            name: try mapping.require("name").text(),
            duties: try mapping.require("duties").text(),
            scope: try mapping.require("scope").choice(of: RoleProfile.Scope.self),
            needsSecondPerson: try mapping["secondPerson"]?.truth() ?? false,
            isForLimitedTime: try mapping["limitedTime"]?.truth() ?? false)
    }

    private static func roles(_ value: YAMLValue) throws(PackError) -> [Role] {
        var roles: [Role] = []
        for item in try value.nonEmptyList() {
            let role = try item.choice(of: Role.self)
            guard !roles.contains(role)
            else { throw item.refusal("“\(role.rawValue)”重复", remedy: "删去一个") }
            roles.append(role)
        }
        return roles
    }

    // MARK: - Rights

    /// The rights of roles, whose states must be those of the machines.
    func authorisation(_ machines: [WorkflowMachine]) throws(PackError) -> Authorisation {
        var rules: [Authorisation.Rule] = []
        var names: [CycleUseCase: String] = [:]
        for item in try useCases.nonEmptyList() {
            let mapping = try item.mapping(["id", "name", "rules"])
            let useCase = try mapping.require("id").choice(of: CycleUseCase.self)
            guard names.updateValue(try mapping.require("name").text(), forKey: useCase) == nil
            else { throw item.refusal("用例“\(useCase.rawValue)”重复", remedy: "合并成一条") }
            for rule in try mapping.require("rules").nonEmptyList() {
                let rule = try rule.mapping(["roles", "states"])
                rules.append(
                    Authorisation.Rule(
                        useCase: useCase, roles: Set(try Self.roles(rule.require("roles"))),
                        states: try rule["states"].map { value throws(PackError) in
                            try states(value, machines)
                        }))
            }
        }
        let missing = CycleUseCase.allCases.filter { names[$0] == nil }
        guard missing.isEmpty else {
            throw useCases.refusal(
                "缺少用例：\(missing.map(\.rawValue).joined(separator: "、"))", remedy: "补上这些用例")
        }
        return Authorisation(rules: rules, names: names, reviewForms: Set(reviewForms))
    }

    private func states(
        _ value: YAMLValue, _ machines: [WorkflowMachine]
    ) throws(PackError) -> [MatterKind: Set<String>] {
        let mapping = try value.mapping(MatterKind.allCases.map(\.rawValue))
        var states: [MatterKind: Set<String>] = [:]
        for machine in machines {
            guard let list = mapping[machine.kind.rawValue] else { continue }
            if list.isScalar {
                guard try list.text() == "all"
                else { throw list.refusal("这里应是状态的列表或all", remedy: "列出状态或写all") }
                states[machine.kind] = Set(machine.states.map(\.id))
            } else {
                states[machine.kind] = Set(try StateReader.ids(list, of: machine.states))
            }
        }
        return states
    }
}

/// Reads ids of states that must be there.
enum StateReader {
    static func ids(
        _ value: YAMLValue, of states: [WorkflowState]
    ) throws(PackError) -> [String] {
        var ids: [String] = []
        for item in try value.nonEmptyList() { ids.append(try id(item, of: states)) }
        return ids
    }

    static func id(_ value: YAMLValue, of states: [WorkflowState]) throws(PackError) -> String {
        let id = try value.text()
        guard states.contains(where: { $0.id == id }) else {
            throw value.refusal(
                "没有状态“\(id)”", remedy: "改用：\(states.map(\.id).joined(separator: "、"))")
        }
        return id
    }
}
