package import Performance

/// A use case that asks to be accepted: who does what to which unit, and when.
package struct UseCase: Hashable, Sendable {
    package let unitCode: String
    /// An account, never a person's identity number.
    package let actor: String
    /// Milliseconds since 1970 UTC.
    package let at: Int64
    /// Such as `导入`.
    package let action: String
    package let payload: CanonicalJSON

    package init(
        unitCode: String, actor: String, at: Int64, action: String, payload: CanonicalJSON = [:]
    ) {
        self.unitCode = unitCode
        self.actor = actor
        self.at = at
        self.action = action
        self.payload = payload
    }
}

/// What proves that a use case was accepted (回执).
package struct JournalReceipt: Hashable, Sendable {
    package let entry: JournalEntry
    package let hash: ContentDigest
    /// Why the head could not be written to the anchor file; the use case is accepted all the same.
    package let anchorFailure: StorageError?

    package var anchor: Anchor {
        Anchor(unitCode: entry.unitCode, number: entry.number, hash: hash)
    }
}

/// What a body of work returned, and the receipt; nil where nothing was added and none was asked.
package struct Accepted<Result> {
    package let result: Result
    package let receipt: JournalReceipt?
}

extension Accepted: Sendable where Result: Sendable {}
