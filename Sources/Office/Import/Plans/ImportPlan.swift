package import Documents
package import Performance

/// How a file will be read (导入方案): which ledger, which sheets, which column is what.
package struct ImportPlan: Sendable {
    package struct Sheet: Sendable {
        package let sheet: TableSheet
        package let layout: SheetLayout
        package let questions: [LayoutQuestion]
    }

    package let ledger: LedgerDefinition
    package let sheets: [Sheet]
    package let notices: [ImportNotice]

    /// Questions of all sheets; the same layout asks once.
    package var questions: [LayoutQuestion] {
        var asked: Set<String> = []
        return sheets.filter { asked.insert($0.layout.fingerprint).inserted }.flatMap(\.questions)
    }
}

/// A ledger that fits a sheet, and how well (台账的认定).
struct LedgerProposal {
    let finder: LayoutFinder
    let candidate: HeaderCandidate
    private let weights: [Int]

    init?(_ definition: LedgerDefinition, rows: [TableRow]) {
        finder = LayoutFinder(definition, rows: rows)
        guard let candidate = finder.best() else { return nil }
        self.candidate = candidate
        let found = candidate.found
        let missing = finder.required.count { !found.contains($0) }
        let ownNames = candidate.columns.count {
            $0.match?.rank == 0 && $0.match?.target != .leftOut
        }
        weights = [missing == 0 ? 1 : 0, found.count, -missing, ownNames]
    }

    /// The names of the columns that were found.
    var matched: [String] {
        candidate.found.sorted().map { finder.definition.columns[$0].name }
    }

    /// The one that fits best; several where they fit equally well; none where nothing does.
    static func best(_ definitions: [LedgerDefinition], rows: [TableRow]) -> [LedgerProposal] {
        let proposals = definitions.compactMap { LedgerProposal($0, rows: rows) }
            .filter { $0.candidate.found.count * 2 >= $0.finder.required.count }
        guard
            let best = proposals.map(\.weights).max(by: { $0.lexicographicallyPrecedes($1) })
        else { return [] }
        return proposals.filter { $0.weights == best }
    }
}
