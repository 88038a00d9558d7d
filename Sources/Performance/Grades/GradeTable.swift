package import Quantities

/// A table of grades (等次), best first: 优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差.
///
/// - Source: 财预〔2020〕10号, four grades; local tables differ and are data of a scheme.
package struct GradeTable: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// The lowest total of 100 that still earns the grade.
        package let minimum: Points
        package let name: String

        package init(minimum: Points, name: String) {
            self.minimum = minimum
            self.name = name
        }
    }

    /// Descending by minimum, the last one at 0, names unique.
    package let rows: [Row]

    /// nil unless the minimums fall from row to row down to 0 and no name stands twice.
    package init?(_ rows: [Row]) {
        guard let last = rows.last, last.minimum == .zero,
            zip(rows, rows.dropFirst()).allSatisfy({ $0.minimum > $1.minimum }),
            Set(rows.map(\.name)).count == rows.count
        else { return nil }
        self.rows = rows
    }

    private init(known rows: [Row]) { self.rows = rows }

    /// 优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差 < 60.
    package static let national = GradeTable(
        known: [(9000, "优"), (8000, "良"), (6000, "中"), (0, "差")].map {
            Row(minimum: Points(hundredths: $0.0), name: $0.1)
        })

    /// The grade of a total; the last one below every minimum.
    package func grade(of total: Points) -> String {
        (rows.first { total >= $0.minimum } ?? rows[rows.count - 1]).name
    }

    /// The worse of two grades of this table; `cap` counts only if the table knows it.
    package func grade(_ grade: String, cappedAt cap: String) -> String {
        func rank(_ name: String) -> Int? { rows.firstIndex { $0.name == name } }
        guard let own = rank(grade), let capped = rank(cap) else { return grade }
        return rows[max(own, capped)].name
    }
}
