import Foundation

/// The shared corpus of labelled texts (标注文本库), where it lies beside the package.
enum Corpus {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "../../../../shared/corpus").standardized

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path()) }

    /// All texts; none where there is no corpus.
    static func texts() throws -> [LabelledText] {
        isThere ? try LabelledText.all(in: folder) : []
    }
}
