/// The head of a unit's chain as somebody outside the database keeps it (锚点): in a signed line of
/// the anchor file, in a released document, a receipt or a backup.
package struct Anchor: Hashable, Sendable {
    package let unitCode: String
    package let number: Int64
    package let hash: ContentDigest

    package init(unitCode: String, number: Int64, hash: ContentDigest) {
        self.unitCode = unitCode
        self.number = number
        self.hash = hash
    }

    package var json: CanonicalJSON {
        [
            "hash": .string(hash.hexadecimal), "number": .integer(number),
            "unit": .string(unitCode),
        ]
    }

    /// nil where a member is missing or of another type; further members are not looked at.
    package init?(json: CanonicalJSON) {
        guard let unitCode = json["unit"]?.string, let number = json["number"]?.integer,
            let hexadecimal = json["hash"]?.string,
            let hash = ContentDigest(hexadecimal: hexadecimal)
        else { return nil }
        self.init(unitCode: unitCode, number: number, hash: hash)
    }

    /// What is signed: a line that names the format, then canonical JSON.
    package var signatureInput: [UInt8] { Array("jixiao anchor 1\n".utf8) + json.bytes }
}
