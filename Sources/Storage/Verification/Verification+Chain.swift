import Formulas
import Performance

extension Verification {
    /// What the journal of one unit promises.
    struct Chain {
        /// Rows and digest of each table, year and journal number.
        var additions: [AdditionKey: TableAddition] = [:]
        /// The last ordinal of each table and journal number.
        var ordinals: [OrdinalKey: Int64] = [:]
    }

    struct AdditionKey: Hashable {
        let table: String
        let year: Int64
        let number: Int64
    }

    struct OrdinalKey: Hashable {
        let table: String
        let number: Int64
    }

    /// Recomputes the chain of one unit and compares it with the anchors outside.
    mutating func checkChain(of unit: String, _ outside: [Anchor]) throws -> Chain {
        var chain = Chain()
        var anchored = anchoredHashes(unit, outside)
        var last: Int64 = 0
        var lastHash: ContentDigest? = ContentDigest.none
        var isRewritten = false
        while true {
            let rows = try journalRows(of: unit, after: last)
            if rows.isEmpty { break }
            report(unit, "journal", rows: rows.count)
            for row in rows {
                let number = try row.integer("number")
                if number > last + 1 {
                    append(unit, .journalRowsMissing(from: last + 1, through: number - 1))
                    lastHash = nil
                }
                last = number
                guard let record = try? JournalRecord(row) else {
                    append(unit, .journalRowUnreadable(number: number))
                    lastHash = nil
                    continue
                }
                if !record.isIntact { append(unit, .journalRowChanged(number: number)) }
                if let lastHash, record.entry.previousHash != lastHash {
                    append(unit, .chainBroken(number: number))
                }
                if let hash = anchored.removeValue(forKey: number), hash != record.storedHash,
                    !isRewritten
                {
                    // Every later hash differs too; the first says where it began.
                    append(unit, .chainRewritten(number: number))
                    isRewritten = true
                }
                lastHash = record.storedHash
                chain.add(record.entry)
            }
        }
        try checkHead(of: unit, last: last, lastHash)
        if let furthest = anchored.keys.filter({ $0 > last }).max() {
            append(unit, .tailCut(anchored: furthest, last: last))
        }
        let covered = outside.map(\.number).max()
        if covered == nil, last > 0 { append(unit, .withoutAnchor) }
        if let covered, covered < last {
            append(unit, .tailWithoutAnchor(from: covered + 1, through: last))
        }
        return chain
    }

    private func journalRows(of unit: String, after number: Int64) throws -> [SQLRow] {
        try connection.rows(
            """
            SELECT unit_code, number, at_ms, actor, action, payload, additions, previous_hash, hash
            FROM journal WHERE unit_code = \(unit) AND number > \(number)
            ORDER BY number LIMIT 500
            """)
    }

    /// One hash for each anchored number.
    private mutating func anchoredHashes(
        _ unit: String, _ outside: [Anchor]
    ) -> [Int64: ContentDigest] {
        var hashes: [Int64: ContentDigest] = [:]
        for anchor in outside {
            if let other = hashes[anchor.number], other != anchor.hash {
                append(unit, .fork(number: anchor.number))
            }
            hashes[anchor.number] = anchor.hash
        }
        return hashes
    }

    private mutating func checkHead(
        of unit: String, last: Int64, _ lastHash: ContentDigest?
    ) throws {
        let head = try connection.rows(
            "SELECT number, hash FROM journal_heads WHERE unit_code = \(unit)"
        ).first
        let number = try head?.integer("number") ?? 0
        let hash = try head?.bytes("hash")
        let isSame = lastHash == nil || hash == nil || hash == lastHash?.bytes
        if number != last || !isSame { append(unit, .headDiffers(number: number, last: last)) }
    }
}

extension Verification.Chain {
    mutating func add(_ entry: JournalEntry) {
        for addition in entry.additions {
            additions[
                .init(table: addition.table, year: addition.year, number: entry.number)] = addition
            ordinals[.init(table: addition.table, number: entry.number), default: 0] +=
                addition.rowCount
        }
    }
}
