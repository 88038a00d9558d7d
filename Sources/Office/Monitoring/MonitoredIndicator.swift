import Formulas
import Performance
import Quantities
import Storage

/// A registered indicator that is watched (监控的指标).
struct MonitoredIndicator {
    let row: RegisterRow
    let indicator: PerformanceIndicator

    static func all(of desk: BookDesk) -> [MonitoredIndicator] {
        desk.indicators.compactMap { row in
            IndicatorReading.indicator(row).map {
                let unit = row.row.book.unitCode
                return MonitoredIndicator(
                    row: row, indicator: $0, unit: unit == desk.book.id.unitCode ? nil : unit)
            }
        }
        .sorted { $0.id < $1.id }
    }

    var id: String { row.text("指标编号") }
    /// The unit in whose book it is registered and is measured; nil for the book of the desk itself,
    /// which for a department is the whole.
    let unit: String?
    /// nil for the department's own.
    var project: String? { row.text("层级") == "整体" ? nil : row.text("项目") }
    /// "" where a person types the actual.
    var formula: String { row.text("对应口径") }

    /// The number and unit of a quantitative target.
    private var quantity: (value: Fraction, unit: UnitSymbol)? {
        guard case .quantitative(_, let value, let unit) = indicator.target else { return nil }
        return (value, unit)
    }

    var target: Fraction? { quantity?.value }

    var direction: IndicatorStanding.Direction { indicator.target.direction }
    var isCumulative: Bool { indicator.target.isCumulative }

    var proof: IndicatorStanding.Proof {
        if !formula.isEmpty { return .ledger }
        return row.text("来源").isEmpty ? .none : .evidence
    }

    /// Its months as a course towards its target; nil where nothing grows or a month is missing.
    func course(_ figures: MonthlyFigures, of book: BookID) throws -> MonthlyCourse? {
        guard isCumulative, direction == .positive, !formula.isEmpty, let target,
            let planned = MonthlyFigures.hundredths(target),
            let reached = try figures.hundredths(formula, of: unit)
        else { return nil }
        return MonthlyCourse(
            subject: CourseSubject(
                unitCode: unit ?? book.unitCode, name: "\(project ?? "")/\(indicator.name)",
                kind: indicator.kind.rawValue),
            year: book.year.number, reached: reached, planned: reached.map { _ in planned })
    }

    /// How it stands; what a person typed is the whole year's and counts at the year's end only.
    func standing(
        _ figures: MonthlyFigures, isYearOver: Bool, expected: Fraction,
        _ forecast: YearEndForecast?
    ) throws -> IndicatorStanding {
        let measured = formula.isEmpty ? nil : try figures.value(formula, of: unit).number
        let typed = formula.isEmpty && isYearOver ? IndicatorReading.actual(row, nil) : nil
        let actual: ProjectSelfEvaluation.Actual? =
            measured.flatMap { value in
                quantity.map { .quantity(Quantity(value, $0.unit.unit)) }
            } ?? typed
        var (value, tier): (Fraction?, QualitativeTier?) = (nil, nil)
        switch actual {
        case .quantity(let quantity): value = quantity.value
        case .tier(let judged, _): tier = judged
        case .day, nil: break
        }
        return try IndicatorStanding(
            id: id, name: indicator.name, project: project, direction: direction, proof: proof,
            targetText: IndicatorReading.targetText(row),
            actualText: IndicatorReading.actualText(row, actual, indicator), actual: value,
            target: target, isCumulative: isCumulative, tier: tier, expected: expected,
            forecast: forecast)
    }
}
