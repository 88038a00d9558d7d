import Performance
import Storage

/// What the journal of a unit holds (日志概况): how many use cases of each kind.
package struct JournalSummary: Sendable {
    package let lastNumber: Int64
    /// The most frequent first, then by name.
    package let actions: [(name: String, count: Int)]

    package static func of(_ unitCode: String, in workplace: Workplace) throws -> JournalSummary {
        try workplace.store.read { reader in
            var counts: [String: Int] = [:]
            var number: Int64 = 0
            while true {
                let page = try reader.journal(of: unitCode, after: number)
                guard let last = page.last else { break }
                for record in page { counts[record.entry.action, default: 0] += 1 }
                number = last.entry.number
            }
            return JournalSummary(
                lastNumber: number,
                actions: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                    .map { (name: $0.key, count: $0.value) })
        }
    }
}
