package import Formulas
package import Packs
package import Performance
import Quantities

/// Measures of one book by name (口径查询), each with the trace of its figure.
package struct MeasureDesk: Sendable {
    package let desk: BookDesk

    package init(_ desk: BookDesk) { self.desk = desk }

    /// The measures of a book: of the packs, of its projects; in the packs' order.
    package var names: [String] {
        let packs = desk.workplace.packs.measures
        let ofProjects = desk.projectNames.flatMap { project in
            packs.templates.filter { $0.parameters == ["项目"] }
                .map { MeasureTemplate.name($0.name, of: [project]) }
        }
        return packs.measures.map(\.name) + ofProjects
    }

    /// A measure by name; one of a template with its values is made: `工作人次：项目：事项`.
    ///
    /// - Throws: ``OfficeError/unknownMeasure(_:nearest:)`` with names that hold a part of it.
    package func formula(named name: String) throws -> CheckedFormula {
        if let measure = desk.vocabulary.measure(named: name) { return measure }
        let parts = name.split(separator: "：", omittingEmptySubsequences: false).map(String.init)
        let packs = desk.workplace.packs.measures
        guard parts.count > 1, let template = packs.template(named: parts[0]),
            template.parameters.count == parts.count - 1
        else { throw OfficeError.unknownMeasure(name, nearest: nearest(name)) }
        var vocabulary = desk.vocabulary
        // Templates may name one another for the same values.
        let family = try packs.templates.filter { $0.parameters == template.parameters }
            .map { try $0.measure(of: Array(parts.dropFirst())).definition }
        try vocabulary.define(family)
        guard let measure = vocabulary.measure(named: name)
        else { throw OfficeError.unknownMeasure(name, nearest: nearest(name)) }
        return measure
    }

    /// Figures of measures, in the order of their names.
    package func figures(_ names: [String], traced: Bool = true) throws -> [FigureTrace] {
        let formulas = try names.map { try formula(named: $0) }
        let figures = try BookFigures(desk, formulas: formulas, traced: traced)
        return try zip(names, formulas).map { name, formula in
            try stated(figures.trace(of: formula, named: name))
        }
    }

    /// The figure of a formula that somebody typed.
    package func figure(ofFormula text: String) throws -> FigureTrace {
        let formula = try desk.vocabulary.check(text)
        return try BookFigures(desk, formulas: [formula]).trace(of: formula, named: text)
    }

    /// The unit in which a measure is shown: 万元, %, 人次; nil for one of no pack.
    package func unit(of name: String) -> ShownUnit? {
        let packs = desk.workplace.packs.measures
        let template = name.split(separator: "：").first.map(String.init) ?? name
        return packs.measure(named: name)?.unit ?? packs.template(named: template)?.unit
    }

    /// The figure with what a document states for it, where that was registered.
    func stated(_ trace: FigureTrace) -> FigureTrace {
        guard let row = desk.controlFigures.first(where: { $0.text("口径") == trace.name }),
            let number = trace.value.number
        else { return trace }
        let (digits, unit) = (row.text("数值"), row.text("单位"))
        return trace.with(
            stated: StatedFigure(
                text: digits + unit, place: row.text("出处"),
                agrees: Self.agrees(number, digits: digits, unit: unit)))
    }

    private static func agrees(_ number: Fraction, digits: String, unit: String) -> Bool {
        guard let stated = ExactDecimal(digits), let symbol = UnitSymbol.named(unit),
            let shown = try? number.divided(by: symbol.factor),
            let rounded = try? shown.rounded(to: stated.scale)
        else { return false }
        return rounded.fraction == stated.fraction
    }

    private func nearest(_ name: String) -> [String] {
        Array(names.filter { $0.contains(name) || name.contains($0) }.prefix(5))
    }
}
