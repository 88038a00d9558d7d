import Foundation
import Performance
import Storage

/// Where evidence files are kept (佐证文件夹): each under the SHA-256 of its bytes.
///
/// No part of a path comes from a user: the digest alone names the file.
struct EvidenceFolder {
    let path: String

    /// The largest file that is taken.
    static let maximumBytes = 64 << 20

    /// Writes a file, reads it back, and says its digest; one that is there already stays.
    func store(_ bytes: [UInt8], named name: String) throws -> ContentDigest {
        guard bytes.count <= Self.maximumBytes
        else { throw CycleError.evidenceTooLarge(name: name, maximum: Self.maximumBytes) }
        let digest = ContentDigest(of: bytes)
        let target = location(of: digest)
        do {
            if !FileManager.default.fileExists(atPath: target) {
                try FileManager.default.createDirectory(
                    atPath: parent(of: digest), withIntermediateDirectories: true)
                // Atomic: a crash leaves no half a file under the name of a whole one.
                try Data(bytes).write(to: URL(fileURLWithPath: target), options: .atomic)
            }
        } catch {
            throw CycleError.evidenceNotWritten(name, reason: "文件夹不可写或磁盘已满")
        }
        _ = try read(digest, named: name)
        return digest
    }

    /// The bytes of a file, if they are still what they were.
    ///
    /// - Throws: ``CycleError/evidenceDamaged(name:)``.
    func read(_ digest: ContentDigest, named name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: location(of: digest)),
            ContentDigest(of: Array(data)) == digest
        else { throw CycleError.evidenceDamaged(name: name) }
        return Array(data)
    }

    private func parent(of digest: ContentDigest) -> String {
        "\(path)/\(digest.hexadecimal.prefix(2))"
    }

    private func location(of digest: ContentDigest) -> String {
        "\(parent(of: digest))/\(digest.hexadecimal)"
    }
}
