import Formulas
import Quantities

/// Which column of a sheet gives which fact (列与事实).
package struct RowColumns: Hashable, Sendable {
    /// How each fact comes about, in the order of the subject's facts.
    let sources: [Source]
    /// The 1-based column of each fact that has one.
    private let columns: [String: Int]
    /// Facts that the sheet has no column for, states aside.
    package let missing: [String]

    enum Source: Hashable, Sendable {
        /// 0-based column.
        case cell(Int)
        /// 有值、空白、读不出 of a fact, by its place.
        case state(Int)
        case absent
    }

    private static let stateEnding = "状态"

    /// - Parameter headers: the header row, from the first column on.
    package init(_ subject: RuleSubject, headers: [String]) {
        var columns: [String: Int] = [:]
        for (index, header) in headers.enumerated() {
            let name = Self.name(of: header)
            if columns[name] == nil { columns[name] = index + 1 }
        }
        self.columns = columns
        sources = subject.facts.map { fact in
            if let column = columns[fact.name] { return .cell(column - 1) }
            guard fact.name.hasSuffix(Self.stateEnding) else { return .absent }
            let watched = String(fact.name.dropLast(Self.stateEnding.count))
            guard columns[watched] != nil, let place = subject.shape.index(of: watched),
                place < subject.shape.index(of: fact.name) ?? 0
            else { return .absent }
            return .state(place)
        }
        missing = subject.facts.map(\.name).filter {
            columns[$0] == nil && !$0.hasSuffix(Self.stateEnding)
        }
    }

    /// How many facts have a column: a header row has most of them.
    package var found: Int { sources.count { if case .cell = $0 { true } else { false } } }

    /// The 1-based column of a fact; that of the watched fact for a state.
    package func column(of fact: String) -> Int? {
        columns[fact]
            ?? (fact.hasSuffix(Self.stateEnding)
                ? columns[String(fact.dropLast(Self.stateEnding.count))] : nil)
    }

    /// `金额（元）` and ` 金额 ` are 金额.
    private static func name(of header: String) -> String {
        let compact = header.compactAnswer
        guard let open = compact.firstIndex(of: "("), compact.hasSuffix(")") else { return compact }
        return String(compact[..<open])
    }
}
