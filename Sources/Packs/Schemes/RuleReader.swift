import Performance
import Quantities

/// Reads one scoring rule.
struct RuleReader {
    let operands: OperandReader

    enum Kind: String, CaseIterable {
        case ratioCapped, stepDown, linearBand, eventDeduct, checklist, tiers, flag
        case weightedCompletion, manual, composite
    }

    private static let valueKeys = ["kind", "value", "numerator", "denominator"]

    /// A rule whose parts, where it has some, must sum to `points`.
    func rule(_ value: YAMLValue, points: Points) throws(PackError) -> ScoringRule {
        let all =
            Self.valueKeys + [
                "full", "zero", "limit", "perPoint", "side", "counting", "tiers", "events", "items",
                "item", "indicators", "parts",
            ]
        let kind = try value.mapping(all).require("kind").choice(of: Kind.self)
        switch kind {
        case .ratioCapped: return try ratioCapped(value.mapping(Self.valueKeys + ["full"]))
        case .stepDown:
            let keys = Self.valueKeys + ["limit", "perPoint", "side", "counting"]
            return try stepDown(value.mapping(keys))
        case .linearBand: return try linearBand(value.mapping(Self.valueKeys + ["full", "zero"]))
        case .tiers: return try tiers(value.mapping(Self.valueKeys + ["tiers"]))
        case .eventDeduct: return .eventDeduct(try events(value.mapping(["kind", "events"])))
        case .checklist:
            return .checklist(try checklist(value.mapping(["kind", "items"]), points: points))
        case .flag:
            let item = try value.mapping(["kind", "item"]).require("item")
            return .flag(try operands.item(named: item.mapping(["name", "question"])))
        case .weightedCompletion:
            let group = try value.mapping(["kind", "indicators"]).require("indicators")
            return .weightedCompletion(group: try group.text())
        case .manual:
            _ = try value.mapping(["kind"])
            return .manual
        case .composite:
            return .composite(try parts(value.mapping(["kind", "parts"]), points: points))
        }
    }

    private func ratioCapped(_ mapping: YAMLMapping) throws(PackError) -> ScoringRule {
        let full = try mapping["full"]?.number() ?? .one
        guard let ratio = CappedRatio(full: full) else {
            throw try mapping.require("full").refusal("满分值应大于0", remedy: "改为大于0的数")
        }
        return .ratioCapped(try operands.scoredValue(mapping), ratio)
    }

    private func stepDown(_ mapping: YAMLMapping) throws(PackError) -> ScoringRule {
        let perPoint = try mapping.require("perPoint").number()
        guard perPoint > .zero else {
            throw try mapping.require("perPoint").refusal("每个百分点扣的分应大于0", remedy: "改为大于0的数")
        }
        return .stepDown(
            try operands.scoredValue(mapping),
            StepDown(
                limit: try mapping.require("limit").number(), perPoint: perPoint,
                side: try mapping.require("side").choice(of: StepDown.Side.self),
                counting: try mapping.require("counting").choice(of: StepDown.Counting.self)))
    }

    private func linearBand(_ mapping: YAMLMapping) throws(PackError) -> ScoringRule {
        let zero = try mapping.require("zero")
        guard
            let band = LinearBand(
                full: try mapping.require("full").number(), zero: try zero.number())
        else { throw zero.refusal("满分值与零分值相同", remedy: "改为不同的两个数") }
        return .linearBand(try operands.scoredValue(mapping), band)
    }

    private func tiers(_ mapping: YAMLMapping) throws(PackError) -> ScoringRule {
        let list = try mapping.require("tiers")
        var tiers: [TierTable.Tier] = []
        for value in try list.nonEmptyList() {
            let tier = try value.mapping(["min", "ratio"])
            tiers.append(
                TierTable.Tier(
                    minimum: try tier.require("min").number(),
                    ratio: try tier.require("ratio").number()))
        }
        guard let table = TierTable(tiers) else {
            throw list.refusal("分档不合规则", remedy: "按min从高到低排列，ratio在0至1之间")
        }
        return .tiers(try operands.scoredValue(mapping), table)
    }

    private func events(_ mapping: YAMLMapping) throws(PackError) -> [DeductedEvent] {
        var events: [DeductedEvent] = []
        for value in try mapping.require("events").nonEmptyList() {
            let event = try value.mapping(["name", "perEvent", "count"])
            events.append(
                DeductedEvent(
                    count: try operands.operand(event.require("count")).operand,
                    name: try event.require("name").text(),
                    perEvent: try event.require("perEvent").number()))
        }
        return events
    }

    private func checklist(
        _ mapping: YAMLMapping, points: Points
    ) throws(PackError) -> [ChecklistItem] {
        let list = try mapping.require("items")
        var items: [ChecklistItem] = []
        for value in try list.nonEmptyList() {
            let item = try value.mapping(["name", "question", "unit", "points", "atMost"])
            let judged = try operands.item(named: item)
            let limit = try item["atMost"]?.number()
            guard (judged.unit == nil) == (limit == nil) else {
                throw value.refusal("unit与atMost应同时出现", remedy: "填数的要点两者都写，答是否的要点都不写")
            }
            items.append(
                ChecklistItem(
                    item: judged, points: try item.require("points").points(), atMost: limit))
        }
        try checkSum(items.map(\.points), is: points, at: list, of: "各要点")
        return items
    }

    private func parts(
        _ mapping: YAMLMapping, points: Points
    ) throws(PackError) -> [ScoringRule.Part] {
        let list = try mapping.require("parts")
        var parts: [ScoringRule.Part] = []
        for value in try list.nonEmptyList() {
            let part = try value.mapping(["name", "points", "rule"])
            let share = try part.require("points").points()
            let rule = try rule(part.require("rule"), points: share)
            parts.append(
                ScoringRule.Part(
                    points: share, label: try part.require("name").text(), rule: rule))
        }
        try checkSum(parts.map(\.points), is: points, at: list, of: "各部分")
        return parts
    }
}

/// Refuses points that do not sum to those of their parent.
func checkSum(
    _ points: [Points], is total: Points, at place: YAMLValue, of what: String
) throws(PackError) {
    let sum = points.reduce(.zero, +)
    guard sum != total else { return }
    throw place.refusal(
        "\(what)的分值合计为\(sum.shortText)，应为\(total.shortText)", remedy: "调整分值，使两者相等")
}
