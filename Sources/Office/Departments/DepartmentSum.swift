package import Formulas
package import Performance
package import Quantities
import Storage

/// One measure of a department (部门汇总数) beside those of its units.
package struct DepartmentSum: Sendable {
    package let name: String
    /// In the order of ``Department/units``.
    package let units: [FormulaValue]
    /// The units' figures together less the department's; nil for what does not add up, such as a
    /// rate, and where something is missing.
    package let eliminated: Fraction?
    /// The department's, with its trace and what is missing where.
    package let whole: FigureTrace
}

extension BookDesk {
    /// Measures of the department with what each unit has and what passed between them.
    ///
    /// - Throws: ``DepartmentError/noSubordinates(_:)`` at the desk of one book.
    package func departmentSums(
        _ names: [String], traced: Bool = false
    ) throws -> [DepartmentSum] {
        guard let department else { throw DepartmentError.noSubordinates(book.id.unitCode) }
        let measures = MeasureDesk(self)
        let formulas = try names.map { try measures.formula(named: $0) }
        let figures = try BookFigures(self, formulas: formulas, traced: traced)
        return try zip(names, formulas).map { name, formula in
            let units = try department.units.map { try figures.value(of: formula, in: $0) }
            let whole = try figures.trace(of: formula, named: name)
            return DepartmentSum(
                name: name, units: units, eliminated: Self.eliminated(units, whole), whole: whole)
        }
    }

    private static func eliminated(_ units: [FormulaValue], _ whole: FigureTrace) -> Fraction? {
        guard case .number(let total, let unit) = whole.value, !unit.isDimensionless
        else { return nil }
        let numbers = units.compactMap(\.number)
        return try? numbers.sum().adding(total.negated)
    }
}
