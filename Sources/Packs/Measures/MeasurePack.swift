/// A measure (口径) of a pack: the exact counting rule behind a figure, as a formula over ledgers.
package struct Measure: Hashable, Sendable {
    package let name: String
    /// The formula as `Formula(parsing:)` reads it.
    package let formula: String
    /// The unit in which the figure is shown, such as 万元; the formula's own unit has the same base.
    package let unit: ShownUnit
    /// What is counted and how, for users.
    package let explanation: String
    /// Where the rule comes from, with its mark.
    package let source: String

    package init(
        name: String, formula: String, unit: ShownUnit, explanation: String, source: String
    ) {
        self.name = name
        self.formula = formula
        self.unit = unit
        self.explanation = explanation
        self.source = source
    }
}

/// The measures and measure templates of a pack, in the order of their files.
package struct MeasurePack: Sendable {
    package let measures: [Measure]
    package let templates: [MeasureTemplate]

    /// Reads the built-in measures from `measures/*.yaml`.
    ///
    /// - Throws: ``PackError`` where a file is absent or a definition contradicts another.
    package static func builtIn() throws(PackError) -> MeasurePack {
        var files: [PackText] = []
        for file in try PackResources.files(in: "measures") {
            files.append(PackText(file: file, text: try PackResources.text(of: file)))
        }
        return try MeasurePack(reading: files)
    }

    package init(reading files: [PackText]) throws(PackError) {
        var measures: [Measure] = []
        var templates: [MeasureTemplate] = []
        var names: Set<String> = []
        for file in files {
            let reader = try MeasureReader(reading: file)
            for (place, measure) in try reader.measures() {
                guard names.insert(measure.name).inserted
                else { throw place.refusal("口径“\(measure.name)”已有定义", remedy: "换一个名称") }
                measures.append(measure)
            }
            for (place, template) in try reader.templates() {
                guard names.insert(template.name).inserted
                else { throw place.refusal("口径“\(template.name)”已有定义", remedy: "换一个名称") }
                templates.append(template)
            }
        }
        self.measures = measures
        self.templates = templates
    }

    package func measure(named name: String) -> Measure? {
        measures.first { $0.name == name }
    }

    package func template(named name: String) -> MeasureTemplate? {
        templates.first { $0.name == name }
    }

    /// Makes the measure of one template for one project (or other value).
    ///
    /// - Throws: ``MeasureTemplateError`` where there is no such template or a value cannot be written.
    package func measure(_ template: String, of values: [String])
        throws(MeasureTemplateError) -> Measure
    {
        guard let template = self.template(named: template)
        else { throw .noSuchTemplate(template) }
        return try template.measure(of: values)
    }

    /// Makes all measures of the templates that only ask for a project, for each project given.
    package func measures(ofProjects projects: [String])
        throws(MeasureTemplateError) -> [Measure]
    {
        var measures: [Measure] = []
        for project in projects {
            for template in templates where template.parameters == ["项目"] {
                measures.append(try template.measure(of: [project]))
            }
        }
        return measures
    }
}
