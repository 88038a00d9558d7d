import FoundationEssentials
import Synchronization

/// Remembers layouts in a JSON file beside the database, its keys sorted.
package struct FileLayoutMemory: LayoutMemory {
    private let path: String

    package init(path: String) { self.path = path }

    package func answers(forLayout fingerprint: String) throws -> [LayoutAnswer] {
        try layouts()[fingerprint] ?? []
    }

    package func remember(_ answers: [LayoutAnswer], forLayout fingerprint: String) throws {
        var layouts = try layouts()
        let kept = (layouts[fingerprint] ?? []).filter { old in
            !answers.contains { $0.column == old.column }
        }
        layouts[fingerprint] = (kept + answers).sorted { $0.column < $1.column }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try encoder.encode(layouts).write(to: URL(filePath: path), options: .atomic)
    }

    private func layouts() throws -> [String: [LayoutAnswer]] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        return try JSONDecoder().decode(
            [String: [LayoutAnswer]].self, from: Data(contentsOf: URL(filePath: path)))
    }
}

/// Remembers layouts as long as it lives; for tests and for one-off imports.
package final class VolatileLayoutMemory: LayoutMemory {
    private let layouts = Mutex<[String: [LayoutAnswer]]>([:])

    package init() {}

    package func answers(forLayout fingerprint: String) -> [LayoutAnswer] {
        layouts.withLock { $0[fingerprint] ?? [] }
    }

    package func remember(_ answers: [LayoutAnswer], forLayout fingerprint: String) {
        layouts.withLock { $0[fingerprint] = answers }
    }
}
