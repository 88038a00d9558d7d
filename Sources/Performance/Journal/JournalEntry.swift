/// A SHA-256 digest (摘要), 32 bytes.
package struct ContentDigest: Hashable, Sendable {
    package let bytes: [UInt8]

    /// nil unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 lowercase hexadecimal digits and nothing else.
    package init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    /// What stands before the first entry of a chain: 32 zero bytes.
    package static let none = ContentDigest(zeroes: 32)

    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }

    private init(zeroes count: Int) { bytes = Array(repeating: 0, count: count) }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

/// What one accepted use case added to one table for one year.
package struct TableAddition: Hashable, Sendable {
    /// SQL table name: `payment`.
    package let table: String
    package let year: Int64
    package let rowCount: Int64
    /// SHA-256 over the digests of these rows, in the order of their ids.
    package let digest: ContentDigest

    package init(table: String, year: Int64, rowCount: Int64, digest: ContentDigest) {
        self.table = table
        self.year = year
        self.rowCount = rowCount
        self.digest = digest
    }

    package var json: CanonicalJSON {
        [
            "digest": .string(digest.hexadecimal), "rows": .integer(rowCount),
            "table": .string(table), "year": .integer(year),
        ]
    }

    /// nil where a member is missing or of another type.
    package init?(json: CanonicalJSON) {
        guard let table = json["table"]?.string, let year = json["year"]?.integer,
            let rowCount = json["rows"]?.integer, let hexadecimal = json["digest"]?.string,
            let digest = ContentDigest(hexadecimal: hexadecimal), json.object?.count == 4
        else { return nil }
        self.init(table: table, year: year, rowCount: rowCount, digest: digest)
    }
}

/// One row of the journal (操作日志): an accepted use case, chained to the one before it.
///
/// Entries of a unit are numbered 1, 2, 3 … without a gap.
package struct JournalEntry: Hashable, Sendable {
    package let unitCode: String
    package let number: Int64
    /// When it was accepted, in milliseconds since 1970 UTC.
    package let at: Int64
    /// Who: an account, never a person's identity number.
    package let actor: String
    /// What: the use case, such as `导入`.
    package let action: String
    package let payload: CanonicalJSON
    /// Sorted by table and year.
    package let additions: [TableAddition]
    /// The hash of the entry before; ``ContentDigest/none`` for the first.
    package let previousHash: ContentDigest

    package init(
        unitCode: String, number: Int64, at: Int64, actor: String, action: String,
        payload: CanonicalJSON, additions: [TableAddition], previousHash: ContentDigest
    ) {
        self.unitCode = unitCode
        self.number = number
        self.at = at
        self.actor = actor
        self.action = action
        self.payload = payload
        self.additions = additions
        self.previousHash = previousHash
    }

    /// What SHA-256 is taken over: a line that names the format, then canonical JSON of every field.
    package var hashInput: [UInt8] {
        let json: CanonicalJSON = [
            "action": .string(action), "actor": .string(actor), "additions": additionsJSON,
            "at": .integer(at), "number": .integer(number), "payload": payload,
            "previous": .string(previousHash.hexadecimal), "unit": .string(unitCode),
        ]
        return Array("jixiao journal 1\n".utf8) + json.bytes
    }

    package var additionsJSON: CanonicalJSON { .array(additions.map(\.json)) }
}
