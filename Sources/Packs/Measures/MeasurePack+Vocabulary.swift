package import Formulas
import Performance
import Quantities

extension MeasurePack {
    /// What formulas may name: the ledgers, all measures, and those of the project templates made for
    /// each project.
    ///
    /// - Throws: ``MeasureTemplateError`` for a project whose name no formula can hold, `FormulaError`
    ///   where a measure does not fit the ledgers.
    package func vocabulary(of ledgers: LedgerPack, projects: [String] = []) throws -> Vocabulary {
        var vocabulary = Vocabulary(ledgers: ledgers.ledgers.map(\.shape))
        let measures = try self.measures + measures(ofProjects: projects)
        try vocabulary.define(measures.map(\.definition))
        return vocabulary
    }
}

extension Measure {
    /// The measure as a vocabulary takes it, its unit checked.
    package var definition: MeasureDefinition {
        MeasureDefinition(name: name, formula: formula, unit: unit.unit)
    }
}
