package import Performance

/// The rules of the cycle in a pack (流程规则): `workflow/*.yaml`.
package struct WorkflowPack: Sendable {
    package let workflow: Workflow

    /// Reads the built-in rules.
    ///
    /// - Throws: ``PackError`` where a file is absent or the rules contradict each other.
    package static func builtIn() throws(PackError) -> WorkflowPack {
        var files: [PackText] = []
        for file in try PackResources.files(in: "workflow") {
            files.append(PackText(file: file, text: try PackResources.text(of: file)))
        }
        return try WorkflowPack(reading: files)
    }

    /// Reads `roles.yaml`, `guards.yaml`, `parameters.yaml`, and one file for each machine.
    package init(reading files: [PackText]) throws(PackError) {
        func value(_ name: String) throws(PackError) -> YAMLValue {
            guard let file = files.first(where: { $0.file.hasSuffix("/\(name).yaml") }) else {
                throw PackError(
                    file: "workflow/\(name).yaml", line: nil, path: "", problem: "缺少这个文件",
                    remedy: "补上\(name).yaml")
            }
            return try YAMLValue(text: file.text, file: file.file)
        }
        let roles = try RoleReader(reading: value("roles"))
        let guards = try GuardReader.guards(value("guards"))
        let reader = MachineReader(groups: roles.groups, guards: Set(guards.map(\.id)))
        var machines: [WorkflowMachine] = []
        for kind in MatterKind.allCases {
            machines.append(try reader.machine(value(kind.rawValue), kind))
        }
        workflow = Workflow(
            machines: machines, guards: guards, roles: roles.profiles,
            authorisation: try roles.authorisation(machines),
            parameters: try Self.parameters(value("parameters")))
    }

    private static func parameters(_ value: YAMLValue) throws(PackError) -> WorkflowParameters {
        let top = try value.mapping(["source", "mark", "issueDays"])
        _ = try top.require("source").text()
        _ = try top.require("mark").choice(of: EvidenceMark.self)
        var days: [IssueSeverity: Int] = [:]
        let list = try top.require("issueDays")
        for item in try list.nonEmptyList() {
            let mapping = try item.mapping(["severity", "days"])
            days[try mapping.require("severity").choice(of: IssueSeverity.self)] =
                try mapping.require("days").integer(1...366)
        }
        guard days.count == IssueSeverity.allCases.count
        else { throw list.refusal("不是每种严重程度都有天数", remedy: "一般、较重、严重各写一行") }
        return WorkflowParameters(issueDays: days)
    }
}
