import Formulas
import Performance
import Quantities
import Storage

/// What earlier years say of goals (历年情况): last year's forms, what was reached, which measures proved it.
struct GoalHistory {
    /// F01 and F02 as they were last saved the year before.
    private(set) var goals: [FormContent] = []
    /// By the indicator's name.
    private(set) var indicators: [String: IndicatorHistory] = [:]
    /// 对应口径 of an indicator of this name, this year or last.
    private(set) var measures: [String: String] = [:]

    /// How many years are looked back at.
    private static let years = 5
    /// 超额30%以上.
    private static let above: Fraction = ExactDecimal(mantissa: 130, scale: 2).fraction

    init(_ desk: BookDesk) throws {
        take(desk.indicators)
        var book = desk.book.id.previous
        for distance in 1...Self.years {
            guard let id = book,
                let record = try desk.workplace.store.read({ try $0.book(id) })
            else { return }
            let earlier = try BookDesk.open(desk.workplace, record)
            try take(MonitoringDesk(earlier).snapshot(), distance)
            if distance == 1 {
                take(earlier.indicators)
                goals = try Self.goals(CycleDesk(desk.workplace, id))
            }
            book = id.previous
        }
    }

    /// The last goals that were saved in a book, F01 first.
    static func goals(_ cycle: CycleDesk) throws -> [FormContent] {
        let saved = try cycle.matters(.goal).flatMap { try cycle.forms(of: $0.matter) }
            .filter { FormLint.goalForms.contains($0.form) }
        return Dictionary(
            saved.map { ([$0.form, $0.subject], $0.content) }, uniquingKeysWith: { $1 }
        ).sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    private mutating func take(_ registered: [RegisterRow]) {
        for row in registered where !row.text("对应口径").isEmpty {
            let name = row.text("三级指标")
            if measures[name] == nil { measures[name] = row.text("对应口径") }
        }
    }

    /// - Parameter distance: how many years before; a year that was not above ends the run.
    private mutating func take(_ snapshot: MonitoringSnapshot, _ distance: Int) throws {
        for standing in snapshot.allIndicators where standing.direction == .positive {
            var known = indicators[standing.name] ?? IndicatorHistory()
            if let share = standing.yearShare, (known.yearsAbove ?? 0) == distance - 1 {
                known.yearsAbove = (known.yearsAbove ?? 0) + (share >= Self.above ? 1 : 0)
            }
            if distance == 1 {
                known.lastActual = standing.actual
                known.lastUnitCost = try unitCost(of: standing, in: snapshot)
            }
            indicators[standing.name] = known
        }
    }

    private func unitCost(
        of standing: IndicatorStanding, in snapshot: MonitoringSnapshot
    ) throws -> Fraction? {
        guard standing.isCumulative, let actual = standing.actual, actual > .zero,
            let project = snapshot.projects.first(where: { $0.money.name == standing.project })
        else { return nil }
        return try project.money.executed.yuan.divided(by: actual)
    }
}
