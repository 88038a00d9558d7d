package import Performance
import Storage

/// Verifies the database (核验数据库): the chains, every entry behind them, the anchors outside.
package struct StoreVerification: Sendable {
    package let errors: [String]
    /// What cannot be excluded.
    package let notices: [String]

    /// - Parameters:
    ///   - unit: nil for all units.
    ///   - knownHeads: heads that released documents name.
    package static func verify(
        _ workplace: Workplace, unit: String? = nil, knownHeads: [Anchor] = [],
        progress: @escaping (_ table: String, _ rows: Int64) -> Void = { _, _ in }
    ) throws -> StoreVerification {
        let names = Dictionary(
            uniqueKeysWithValues: workplace.ledgers.map { ($0.table, $0.name) })
        let findings = try workplace.store.verify(unitCode: unit, knownHeads: knownHeads) {
            progress(names[$0.table] ?? $0.table, $0.rowCount)
        }
        func messages(_ severity: StorageFinding.Severity) -> [String] {
            findings.filter { $0.severity == severity }.map { finding in
                names.reduce(finding.message) {
                    $0.replacing("：\($1.key) ", with: "：台账“\($1.value)”")
                }
            }
        }
        return StoreVerification(errors: messages(.error), notices: messages(.notice))
    }
}
