import Crypto
import Foundation
package import Performance

/// The file outside the database that keeps the heads of the chains, each signed (锚点文件).
///
/// One line of JSON for each acceptance, only ever appended. The key beside it signs with Ed25519;
/// who can read the key can forge anchors, so keep it, or copies of the lines, elsewhere too.
package struct AnchorFile: Sendable {
    package let path: String
    package let keyPath: String

    package init(path: String, keyPath: String) {
        self.path = path
        self.keyPath = keyPath
    }

    /// The files that stand beside a SQLite database: `<db>.anchor` and `<db>.key`.
    package init(besideDatabase path: String) {
        self.init(path: path + ".anchor", keyPath: path + ".key")
    }

    /// Appends one signed line and forces it to the disk; makes file and key at their first use.
    package func append(_ anchor: Anchor) throws(StorageError) {
        let key = try signingKey()
        guard let signature = try? key.signature(for: anchor.signatureInput)
        else { throw .anchorKeyUnreadable(keyPath) }
        let line = SignedAnchor(
            anchor: anchor, publicKey: Array(key.publicKey.rawRepresentation),
            signature: Array(signature))
        try append(line: line.json.bytes + [UInt8(ascii: "\n")])
    }

    /// The signed lines with their numbers, and the numbers of lines that are none; empty where
    /// there is no file.
    func lines() throws(StorageError) -> (
        anchors: [(line: Int, SignedAnchor)], unreadable: [Int]
    ) {
        guard let data = FileManager.default.contents(atPath: path) else {
            guard FileManager.default.fileExists(atPath: path) else { return ([], []) }
            throw .anchorFileUnreadable(path, reason: "没有读取权限")
        }
        var anchors: [(line: Int, SignedAnchor)] = []
        var unreadable: [Int] = []
        for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            // A line that reads as nothing is a finding, not a failure.
            if let json = try? CanonicalJSON(reading: Array(line)),
                let anchor = SignedAnchor(json: json)
            {
                anchors.append((index + 1, anchor))
            } else {
                unreadable.append(index + 1)
            }
        }
        return (anchors, unreadable)
    }

    /// The public key of the key file; nil where there is none.
    func publicKey() throws(StorageError) -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: keyPath) else { return nil }
        return Array(try storedKey().publicKey.rawRepresentation)
    }

    // MARK: - Key

    private func signingKey() throws(StorageError) -> Curve25519.Signing.PrivateKey {
        if FileManager.default.fileExists(atPath: keyPath) { return try storedKey() }
        let key = Curve25519.Signing.PrivateKey()
        let text = Array(key.rawRepresentation.base64EncodedString().utf8) + [UInt8(ascii: "\n")]
        // Whoever is first makes the key; a second program that starts with it reads that one.
        let descriptor = open(keyPath, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return try storedKey() }
            throw .anchorFileUnreadable(keyPath, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        try write(text, to: descriptor, keyPath)
        return key
    }

    private func storedKey() throws(StorageError) -> Curve25519.Signing.PrivateKey {
        guard let data = FileManager.default.contents(atPath: keyPath),
            let raw = Data(
                base64Encoded: String(decoding: data.filter { $0 > 0x20 }, as: UTF8.self)),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
        else { throw .anchorKeyUnreadable(keyPath) }
        return key
    }

    // MARK: - File

    private func append(line: [UInt8]) throws(StorageError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        guard descriptor >= 0
        else { throw .anchorFileUnreadable(path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        try write(line, to: descriptor, path)
    }

    private func write(
        _ bytes: [UInt8], to descriptor: Int32, _ path: String
    ) throws(StorageError) {
        let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count, fsync(descriptor) == 0
        else { throw .anchorFileUnreadable(path, reason: String(cString: strerror(errno))) }
    }
}

/// A line of the anchor file.
struct SignedAnchor: Hashable, Sendable {
    let anchor: Anchor
    let publicKey: [UInt8]
    let signature: [UInt8]

    init(anchor: Anchor, publicKey: [UInt8], signature: [UInt8]) {
        self.anchor = anchor
        self.publicKey = publicKey
        self.signature = signature
    }

    init?(json: CanonicalJSON) {
        guard let anchor = Anchor(json: json),
            let key = json["key"]?.string.flatMap({ Data(base64Encoded: $0) }),
            let signature = json["signature"]?.string.flatMap({ Data(base64Encoded: $0) })
        else { return nil }
        self.init(anchor: anchor, publicKey: Array(key), signature: Array(signature))
    }

    var json: CanonicalJSON {
        var members = anchor.json.object ?? [:]
        members["key"] = .string(Data(publicKey).base64EncodedString())
        members["signature"] = .string(Data(signature).base64EncodedString())
        return .object(members)
    }

    /// Whether the signature is by its own key over its own words.
    var isGenuine: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return false }
        return key.isValidSignature(signature, for: anchor.signatureInput)
    }
}
