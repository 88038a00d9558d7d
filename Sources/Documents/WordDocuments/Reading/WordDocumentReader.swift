/// Reads a Word document (.docx): its text, its properties, or its parts as they are.
package final class WordDocumentReader {
    package let file: String
    /// Names of all parts, in the order of the archive.
    package var partNames: [String] { archive.partNames }

    private let archive: Archive
    private let bodyPart: String
    private let blockLimit: Int

    /// Opens a document.
    ///
    /// - Parameter blockLimit: paragraphs and cells in one part.
    /// - Throws: ``DocumentError``.
    package init(
        _ input: InputFile, limits: ArchiveLimits = .document, blockLimit: Int = 500_000
    ) throws {
        file = input.name
        self.blockLimit = blockLimit
        archive = try Archive.opening(input, wanted: .wordDocument, limits: limits)
        bodyPart = try archive.relationships(of: "").part("officeDocument") ?? "word/document.xml"
    }

    /// The bytes of a part such as `word/media/image1.png`.
    ///
    /// - Throws: ``DocumentError/missingPart(file:part:)``, or what is wrong with the part.
    package func bytes(ofPart part: String) throws -> [UInt8] { try archive.bytes(of: part) }

    /// All that the document says.
    package func text() throws -> WordText {
        let links = try archive.relationships(of: bodyPart)
        let main = try archive.relationships(of: "")
        return WordText(
            body: try blocks(of: bodyPart), headers: try links.parts("header").map(blocks),
            footers: try links.parts("footer").map(blocks),
            properties: try properties(main.part("core-properties")),
            customProperties: try properties(main.part("custom-properties")))
    }

    /// The blocks of the body and how its lists are numbered.
    func numberedBody() throws -> (blocks: [WordTextBlock], numbering: WordNumbering) {
        let links = try archive.relationships(of: bodyPart)
        let numbers = WordNumberingElements()
        if let part = links.part("numbering"), archive.holds(part) {
            try archive.parse(part, into: numbers)
        }
        let styles = WordStyleListElements()
        if let part = links.part("styles"), archive.holds(part) {
            try archive.parse(part, into: styles)
        }
        return (try blocks(of: bodyPart), WordNumbering(numbers, styles))
    }

    private func blocks(of part: String) throws -> [WordTextBlock] {
        let elements = WordTextElements(file: file, limit: blockLimit)
        try archive.parse(part, into: elements)
        return elements.blocks
    }

    private func properties(_ part: String?) throws -> [String: String] {
        guard let part, archive.holds(part) else { return [:] }
        let elements = PropertyElements()
        try archive.parse(part, into: elements)
        return elements.values
    }
}

extension RelationshipElements {
    /// The parts of a kind, in the order of their names.
    fileprivate func parts(_ kind: String) -> [String] {
        byID.values.filter { $0.kind == kind }.compactMap(\.part).sorted()
    }
}
