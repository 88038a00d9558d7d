import Performance

/// Reads one file of the indicator library: `source` and `mark` once, then `kinds`.
struct IndicatorWorkReader {
    private let top: YAMLMapping
    private let source: RuleSource

    init(reading text: PackText) throws(PackError) {
        top = try YAMLValue(text: text.text, file: text.file).mapping(["source", "mark", "kinds"])
        source = RuleSource(
            text: try top.require("source").text(),
            evidence: try top.require("mark").choice(of: EvidenceMark.self))
    }

    func works() throws(PackError) -> [(place: YAMLValue, work: IndicatorWork)] {
        var works: [(YAMLValue, IndicatorWork)] = []
        for item in try top.require("kinds").nonEmptyList() {
            let mapping = try item.mapping(["kind", "keywords", "indicators"])
            let name = try mapping.require("kind").text()
            let work = IndicatorWork(
                name: name, keywords: try mapping.require("keywords").texts(),
                indicators: try indicators(mapping.require("indicators"), of: name))
            works.append((item, work))
        }
        return works
    }

    private func indicators(
        _ value: YAMLValue, of work: String
    ) throws(PackError) -> [LibraryIndicator] {
        var indicators: [LibraryIndicator] = []
        for item in try value.nonEmptyList() {
            let mapping = try item.mapping([
                "name", "level", "target", "formula", "evidence", "measure",
            ])
            let name = try mapping.require("name").text()
            guard !indicators.contains(where: { $0.name == name })
            else { throw item.refusal("指标“\(name)”在“\(work)”中重复", remedy: "删去一个") }
            indicators.append(
                LibraryIndicator(
                    name: name, level: try mapping.require("level").choice(of: IndicatorKind.self),
                    target: try mapping.require("target").text(),
                    formula: try mapping.require("formula").text(),
                    evidence: try mapping.require("evidence").text(),
                    measure: try mapping["measure"]?.text(), work: work, source: source))
        }
        return indicators
    }
}
