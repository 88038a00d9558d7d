import FoundationEssentials

/// Places for files that a test writes.
enum FileManagerPlace {
    static func temporaryFile(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)").path
    }

    static func remove(_ path: String) {
        // What is left in the temporary folder harms nobody.
        _ = Result { try FileManager.default.removeItem(atPath: path) }
    }
}
