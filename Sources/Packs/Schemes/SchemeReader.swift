import Performance
import Quantities

/// Reads a scheme of a department's whole expenditure and checks what it adds up to.
struct SchemeReader {
    let formulas: FormulaReader

    private var operands: OperandReader { OperandReader(formulas: formulas) }

    func scheme(_ head: SchemeHead, _ dimensions: YAMLValue) throws(PackError) -> ScoringScheme {
        var groups: [SchemeGroup] = []
        var ids: Set<String> = []
        for value in try dimensions.nonEmptyList() {
            groups.append(try group(value, head, &ids))
        }
        try checkSum(
            groups.map(\.points), is: Points(hundredths: 10000), at: dimensions, of: "各维度")
        return ScoringScheme(
            id: head.id, version: head.version, name: head.name, fiscalYears: head.fiscalYears,
            source: head.source, notApplicablePolicy: head.notApplicablePolicy,
            grades: head.grades, leafDecimals: head.leafDecimals, dimensions: groups)
    }

    private func group(
        _ value: YAMLValue, _ head: SchemeHead, _ ids: inout Set<String>
    ) throws(PackError) -> SchemeGroup {
        let mapping = try value.mapping(["id", "name", "points", "groups", "indicators"])
        let id = try uniqueID(mapping, &ids)
        let points = try mapping.require("points").points()
        var children: [SchemeGroup.Child] = []
        switch (mapping["groups"], mapping["indicators"]) {
        case (let groups?, nil):
            for value in try groups.nonEmptyList() {
                children.append(.group(try group(value, head, &ids)))
            }
        case (nil, let indicators?):
            for value in try indicators.nonEmptyList() {
                children.append(.indicator(try indicator(value, head, &ids)))
            }
        default:
            throw value.refusal("下级不明确", remedy: "写groups或indicators之一")
        }
        try checkSum(children.map(\.points), is: points, at: value, of: "“\(id)”下级")
        return SchemeGroup(
            id: id, name: try mapping.require("name").text(), points: points, children: children)
    }

    private func uniqueID(
        _ mapping: YAMLMapping, _ ids: inout Set<String>
    ) throws(PackError) -> String {
        let value = try mapping.require("id")
        let id = try value.text()
        guard ids.insert(id).inserted
        else { throw value.refusal("编号“\(id)”重复", remedy: "给每个维度和指标一个不同的编号") }
        return id
    }

    private static let indicatorKeys = [
        "id", "name", "valueName", "points", "unit", "rule", "onUndefined", "fullText",
        "deductText", "data", "source", "veto", "alerts", "notApplicableUnlessStated", "deadlines",
        "note",
    ]

    private func indicator(
        _ value: YAMLValue, _ head: SchemeHead, _ ids: inout Set<String>
    ) throws(PackError) -> SchemeIndicator {
        let mapping = try value.mapping(Self.indicatorKeys)
        let points = try mapping.require("points").points()
        let rule = try RuleReader(operands: operands).rule(mapping.require("rule"), points: points)
        return SchemeIndicator(
            id: try uniqueID(mapping, &ids), name: try mapping.require("name").text(),
            valueName: try mapping["valueName"]?.text(), points: points, rule: rule,
            unit: try mapping["unit"]?.unit(),
            onUndefined: try mapping["onUndefined"].map(undefinedPolicy) ?? .missingData,
            fullText: try mapping.require("fullText").text(),
            deductText: try mapping.require("deductText").text(),
            dataNeeded: try mapping.require("data").text(),
            source: try RuleSource(reading: mapping.require("source")),
            veto: try mapping["veto"].map { value throws(PackError) in try veto(value, head) },
            alerts: try mapping["alerts"].map(alerts) ?? [],
            notApplicableUnlessStated: try mapping["notApplicableUnlessStated"]?.text(),
            deadlines: try mapping["deadlines"].map(deadlines) ?? [],
            note: try mapping["note"]?.text())
    }

    /// `missingData`, or `{always: …, reason: …}`, or `{bothZero: …, otherwise: …, reason: …}`.
    private func undefinedPolicy(_ value: YAMLValue) throws(PackError) -> UndefinedPolicy {
        typealias Consequence = UndefinedPolicy.Consequence
        guard value.isMapping else {
            let consequence = try value.choice(of: Consequence.self)
            guard consequence == .missingData else {
                throw value.refusal(
                    "“\(consequence.rawValue)”没有写理由", remedy: "改为{always: …, reason: …}的写法")
            }
            return .missingData
        }
        let mapping = try value.mapping(["always", "bothZero", "otherwise", "reason"])
        let reason = try mapping.require("reason").text()
        if let always = mapping["always"], mapping["bothZero"] == nil, mapping["otherwise"] == nil {
            return UndefinedPolicy(try always.choice(of: Consequence.self), reason: reason)
        }
        guard mapping["always"] == nil else {
            throw value.refusal("always与bothZero、otherwise不能并用", remedy: "只留一种写法")
        }
        return UndefinedPolicy(
            bothZero: try mapping.require("bothZero").choice(of: Consequence.self),
            otherwise: try mapping.require("otherwise").choice(of: Consequence.self),
            reason: reason)
    }

    private func veto(_ value: YAMLValue, _ head: SchemeHead) throws(PackError) -> Veto {
        let mapping = try value.mapping(["name", "question", "gradeCap"])
        let cap = try mapping["gradeCap"]?.text()
        if let cap, !head.grades.rows.contains(where: { $0.name == cap }) {
            let known = head.grades.rows.map(\.name).joined(separator: "、")
            throw try mapping.require("gradeCap").refusal(
                "等次表中没有“\(cap)”", remedy: "改用：\(known)")
        }
        return Veto(item: try operands.item(named: mapping), gradeCap: cap)
    }

    private func alerts(_ value: YAMLValue) throws(PackError) -> [ValueAlert] {
        var alerts: [ValueAlert] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping(["id", "operand", "side", "limit", "message"])
            alerts.append(
                ValueAlert(
                    id: CheckID(rawValue: try mapping.require("id").text()),
                    operand: try mapping["operand"].map {
                        value throws(PackError) in try operands.operand(value).operand
                    }, side: try mapping.require("side").choice(of: ValueAlert.Side.self),
                    limit: try mapping.require("limit").number(),
                    message: try mapping.require("message").text()))
        }
        return alerts
    }

    private func deadlines(_ value: YAMLValue) throws(PackError) -> [Deadline] {
        var deadlines: [Deadline] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping(["name", "days", "basis"])
            deadlines.append(
                Deadline(
                    name: try mapping.require("name").text(),
                    days: try mapping.require("days").integer(0...3660),
                    basis: try mapping.require("basis").choice(of: Deadline.Basis.self)))
        }
        return deadlines
    }
}
