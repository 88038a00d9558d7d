import Performance

/// Reads the guards of steps (办理条件).
enum GuardReader {
    static func guards(_ value: YAMLValue) throws(PackError) -> [WorkflowGuard] {
        let items = try value.mapping(["guards"]).require("guards").nonEmptyList()
        var ids: Set<String> = []
        for item in items {
            let id = try mapping(item).require("id").text()
            guard ids.insert(id).inserted
            else { throw item.refusal("条件“\(id)”重复", remedy: "换一个编号") }
        }
        var guards: [WorkflowGuard] = []
        for item in items {
            let mapping = try mapping(item)
            guards.append(
                WorkflowGuard(
                    id: try mapping.require("id").text(),
                    condition: try condition(mapping.require("condition"), known: ids),
                    missing: try mapping.require("missing").text(),
                    remedy: try mapping.require("remedy").text()))
        }
        return guards
    }

    private static func mapping(_ value: YAMLValue) throws(PackError) -> YAMLMapping {
        try value.mapping(["id", "condition", "missing", "remedy"])
    }

    private static let kinds = [
        "noFinding", "flag", "isSet", "fewer", "within", "elapsed", "overdue", "extended",
        "anyOf", "notAllOf",
    ]

    private static func condition(
        _ value: YAMLValue, known ids: Set<String>
    ) throws(PackError) -> WorkflowGuard.Condition {
        if value.isScalar {
            guard try value.text() == "fact"
            else { throw value.refusal("不认识这种条件", remedy: "写fact或一种条件") }
            return .fact
        }
        let mapping = try value.mapping(kinds)
        if let rules = mapping["noFinding"] { return try noFinding(rules) }
        if let flag = mapping["flag"] {
            return .flag(try flag.text(), isSet: try mapping["isSet"]?.truth() ?? true)
        }
        if let fewer = mapping["fewer"] {
            let fewer = try fewer.mapping(["event", "than"])
            return .fewer(
                than: try fewer.require("than").integer(1...100),
                of: try fewer.require("event").text())
        }
        let days = 0...366
        if let within = mapping["within"] { return .within(workingDays: try within.integer(days)) }
        if let elapsed = mapping["elapsed"] {
            return .elapsed(workingDays: try elapsed.integer(days))
        }
        if let overdue = mapping["overdue"] { return .overdue(days: try overdue.integer(days)) }
        if let extended = mapping["extended"] { return .extended(days: try extended.integer(days)) }
        if let list = mapping["anyOf"] { return .anyOf(try Self.ids(list, known: ids)) }
        if let list = mapping["notAllOf"] { return .notAllOf(try Self.ids(list, known: ids)) }
        throw value.refusal("没有写明条件", remedy: "写fact或一种条件")
    }

    private static func noFinding(
        _ value: YAMLValue
    ) throws(PackError) -> WorkflowGuard.Condition {
        let mapping = try value.mapping(["rules", "level", "unlessAnswered"])
        return .noFinding(
            rules: try mapping.require("rules").texts(),
            level: try mapping.require("level").choice(of: FindingLevel.self),
            unlessAnswered: try mapping["unlessAnswered"]?.truth() ?? false)
    }

    static func ids(_ value: YAMLValue, known: Set<String>) throws(PackError) -> [String] {
        var ids: [String] = []
        for item in try value.nonEmptyList() {
            let id = try item.text()
            guard known.contains(id)
            else { throw item.refusal("没有条件“\(id)”", remedy: "先在guards.yaml中写明") }
            ids.append(id)
        }
        return ids
    }
}
