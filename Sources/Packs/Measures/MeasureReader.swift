import Performance

/// Reads one file of measures: `source` and `mark` once, then `measures` and `templates`.
struct MeasureReader {
    private let top: YAMLMapping
    private let source: String

    init(reading text: PackText) throws(PackError) {
        top = try YAMLValue(text: text.text, file: text.file)
            .mapping(["source", "mark", "measures", "templates"])
        let mark = try top.require("mark").choice(of: EvidenceMark.self)
        source = "\(try top.require("source").text())〔\(mark.title)〕"
    }

    func measures() throws(PackError) -> [(place: YAMLValue, measure: Measure)] {
        var measures: [(YAMLValue, Measure)] = []
        for item in try top["measures"]?.nonEmptyList() ?? [] {
            let mapping = try item.mapping(["name", "formula", "unit", "description"])
            let measure = Measure(
                name: try FormulaName.read(mapping.require("name")),
                formula: try mapping.require("formula").text(),
                unit: try mapping.require("unit").shownUnit(),
                explanation: try mapping.require("description").text(), source: source)
            measures.append((item, measure))
        }
        return measures
    }

    func templates() throws(PackError) -> [(place: YAMLValue, template: MeasureTemplate)] {
        var templates: [(YAMLValue, MeasureTemplate)] = []
        for item in try top["templates"]?.nonEmptyList() ?? [] {
            let mapping = try item.mapping(["name", "parameters", "formula", "unit", "description"])
            let formula = try mapping.require("formula")
            var parameters: [String] = []
            for value in try mapping.require("parameters").nonEmptyList() {
                parameters.append(try FormulaName.read(value))
            }
            let template = MeasureTemplate(
                name: try FormulaName.read(mapping.require("name")), parameters: parameters,
                formula: try formula.text(), unit: try mapping.require("unit").shownUnit(),
                explanation: try mapping.require("description").text(), source: source)
            do {
                // A trial shows a wrong placeholder where it is defined, not where it is used.
                _ = try template.measure(of: parameters)
            } catch {
                throw formula.refusal(error.problem, remedy: error.remedy)
            }
            templates.append((item, template))
        }
        return templates
    }
}
