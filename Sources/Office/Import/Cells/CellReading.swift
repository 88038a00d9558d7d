/// What one cell came to for one column of a ledger, as it is stored.
enum CellReading {
    /// 分, a scaled number, or 1 and 0 for 是 and 否.
    case integer(Int64)
    /// A day or a choice in its one spelling.
    case text(String)
    /// A text as it stands in the row's own bytes.
    case utf8(CellBytes)
    /// Nothing stands there, or a sign that says 无: `—`, `-`, `/`.
    case missing
    case refused(CellProblem)
}

/// The bytes of a cell in UTF-8, valid as long as the row is being read.
typealias CellBytes = UnsafeBufferPointer<UInt8>

extension CellBytes {
    /// The whole text, for messages and for what is kept.
    var string: String { String(decoding: self, as: UTF8.self) }

    func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && starts(with: text)
    }

    func starts(with text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count >= length else { return false }
        for index in 0..<length where self[index] != text.utf8Start[index] { return false }
        return true
    }

    /// A sign by which clerks say that a cell does not apply (forms §0.4, rule 4).
    var saysNotApplicable: Bool {
        equals("-") || equals("--") || equals("—") || equals("——") || equals("/") || equals("无")
    }
}
