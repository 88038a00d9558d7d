import Documents
import Foundation
import Performance
import Reports
import Storage

/// A file as it was released (出具的文件).
package struct ReleasedFile: Hashable, Sendable {
    package let name: String
    package let path: String
    /// SHA-256 in hexadecimal.
    package let digest: String

    /// Writes files whole, one after the other, into a folder that is made where it is missing.
    static func write(_ files: [ReportBundle.File], to folder: String) throws -> [ReleasedFile] {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        return try files.map { file in
            let path = folder == "." ? file.name : "\(folder)/\(file.name)"
            try FileRelease.write(file.bytes, to: path)
            return ReleasedFile(
                name: file.name, path: path, digest: ContentDigest(of: file.bytes).hexadecimal)
        }
    }

    /// What the journal keeps of released files.
    static func payload(_ files: [ReleasedFile]) -> CanonicalJSON {
        .array(files.map { ["name": .string($0.name), "sha256": .string($0.digest)] })
    }
}
