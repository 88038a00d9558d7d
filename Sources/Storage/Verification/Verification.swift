import Formulas
package import Performance

/// Recomputes what the journal promises (核验): the chain, the rows behind it, the anchors outside.
///
/// Everything streams; findings are values, and an empty list without notices is the good news.
package struct Verification {
    let connection: any DatabaseConnection
    let anchors: AnchorFile?
    /// Heads that released documents, receipts or backups name.
    let knownHeads: [Anchor]
    let progress: (Progress) -> Void

    private(set) var findings: [StorageFinding] = []
    private var furtherFindings = 0
    private var rowCount: Int64 = 0

    package struct Progress: Hashable, Sendable {
        package let unitCode: String
        package let table: String
        /// Rows of ledgers and journal read so far.
        package let rowCount: Int64
    }

    /// Findings beyond these are counted only.
    static let maximumFindings = 1000

    init(
        _ connection: any DatabaseConnection, anchors: AnchorFile?, knownHeads: [Anchor],
        progress: @escaping (Progress) -> Void
    ) {
        self.connection = connection
        self.anchors = anchors
        self.knownHeads = knownHeads
        self.progress = progress
    }

    /// - Parameter unitCode: nil for all units.
    mutating func run(unitCode: String?) throws -> [StorageFinding] {
        let tables = try SchemaSetup.tables(connection)
        try checkGuards(ledgers: tables.map(\.name))
        let outside = try anchorsByUnit()
        let units = try unitCode.map { [$0] } ?? units(tables, outside)
        for unit in units {
            let chain = try checkChain(of: unit, outside[unit] ?? [])
            var expected = chain.additions
            try checkRows(
                of: unit, in: "books", columns: BookRecord.columns, &expected, chain.ordinals)
            for table in tables {
                try checkRows(
                    of: unit, in: table.name, columns: table.digestedColumns, &expected,
                    chain.ordinals)
            }
        }
        if furtherFindings > 0 {
            append("", .furtherFindings(count: furtherFindings), always: true)
        }
        return findings
    }

    mutating func append(_ unit: String, _ kind: StorageFinding.Kind, always: Bool = false) {
        if findings.count < Self.maximumFindings || always {
            findings.append(StorageFinding(unitCode: unit, kind: kind))
        } else {
            furtherFindings += 1
        }
    }

    mutating func report(_ unit: String, _ table: String, rows: Int) {
        rowCount += Int64(rows)
        progress(Progress(unitCode: unit, table: table, rowCount: rowCount))
    }

    // MARK: - What there is

    private mutating func checkGuards(ledgers: [String]) throws {
        let guards = Guards(dialect: connection.dialect)
        let present = Set(try connection.rows(guards.triggerNames).map { try $0.text("name") })
        let wanted =
            ["books", "journal"].flatMap { guards.triggers(of: $0, isLedger: false) }
            + ledgers.flatMap { guards.triggers(of: $0, isLedger: true) }
        for trigger in wanted where !present.contains(trigger) {
            append("", .guardMissing(trigger: trigger))
        }
    }

    private func units(_ tables: [LedgerTable], _ outside: [String: [Anchor]]) throws -> [String] {
        var units = Set(outside.keys)
        for table in ["journal_heads", "journal", "books"] + tables.map(\.name) {
            for row in try connection.rows("SELECT DISTINCT unit_code FROM \(name: table)") {
                units.insert(try row.text("unit_code"))
            }
        }
        return units.sorted()
    }

    /// Anchors whose signature holds, and heads that documents name.
    private mutating func anchorsByUnit() throws -> [String: [Anchor]] {
        var result = Dictionary(grouping: knownHeads, by: \.unitCode)
        guard let anchors else { return result }
        let lines = try anchors.lines()
        for line in lines.unreadable { append("", .anchorLineUnreadable(line: line)) }
        let key = try anchors.publicKey()
        if key == nil, !lines.anchors.isEmpty { append("", .anchorKeyMissing) }
        for (number, signed) in lines.anchors {
            if !signed.isGenuine {
                append(signed.anchor.unitCode, .anchorSignatureInvalid(line: number))
            } else if let key, key != signed.publicKey {
                append(signed.anchor.unitCode, .anchorKeyForeign(line: number))
            } else {
                result[signed.anchor.unitCode, default: []].append(signed.anchor)
            }
        }
        return result
    }
}

extension LedgerStore {
    /// Verifies one unit, or all of them, on one snapshot.
    ///
    /// - Parameters:
    ///   - knownHeads: heads that released documents, receipts or backups name.
    ///   - progress: called after each batch of rows.
    package func verify(
        unitCode: String? = nil, knownHeads: [Anchor] = [],
        progress: @escaping (Verification.Progress) -> Void = { _ in }
    ) throws -> [StorageFinding] {
        try database.read { connection in
            var verification = Verification(
                connection, anchors: anchors, knownHeads: knownHeads, progress: progress)
            return try verification.run(unitCode: unitCode)
        }
    }
}
