import Crypto
package import Performance

extension ContentDigest {
    /// SHA-256 of the bytes.
    package init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    init(_ digest: SHA256.Digest) {
        guard let value = ContentDigest(bytes: Array(digest))
        else { preconditionFailure("SHA-256 has 32 bytes") }
        self = value
    }
}

extension JournalEntry {
    /// 本条的哈希: SHA-256 over ``JournalEntry/hashInput``.
    package var hash: ContentDigest { ContentDigest(of: hashInput) }
}
