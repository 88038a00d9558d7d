/// Changes parts of an office document that came from somebody (文档部件修改).
///
/// What is not changed stays as it is, packed bytes and all.
struct PackageEditor {
    let archive: Archive
    private let original: [UInt8]
    private var changed: [(name: String, bytes: [UInt8])] = []
    private var streams: [(name: String, source: any ArchiveSource)] = []

    init(_ input: InputFile, wanted: FileKind, limits: ArchiveLimits) throws {
        archive = try Archive.opening(input, wanted: wanted, limits: limits)
        let bytes = try InputBytes(input, limit: limits.fileBytes)
        original = try bytes.bytes(at: 0, count: bytes.size)
    }

    var file: String { archive.file }

    /// The marked document.
    func bytes() throws -> [UInt8] {
        try ArchiveEditor.bytes(of: original, file: file, with: changed, streams: streams)
    }

    /// Whether a part stands in the document as it is now.
    func holds(_ part: String) -> Bool {
        archive.holds(part) || changed.contains { $0.name.lowercased() == part.lowercased() }
    }

    /// A part as UTF-8 that libxml2 has found well-formed and within all limits.
    ///
    /// - Throws: ``DocumentError``.
    func xml(_ part: String) throws -> [UInt8] {
        if let own = changed.first(where: { $0.name.lowercased() == part.lowercased() }) {
            return own.bytes
        }
        try archive.parse(part, into: XMLElements())
        let bytes = try archive.bytes(of: part)
        return try Self.asUTF8(bytes, part: part, file: file)
    }

    /// Puts a part in, or in the place of the one that stood under its name.
    mutating func put(_ part: String, _ bytes: [UInt8]) {
        let name = archive.partNames.first { $0.lowercased() == part.lowercased() } ?? part
        changed.removeAll { $0.name == name }
        changed.append((name, bytes))
    }

    /// Puts a part in whose bytes are made while the document is written.
    mutating func put(_ part: String, _ source: any ArchiveSource) {
        let name = archive.partNames.first { $0.lowercased() == part.lowercased() } ?? part
        streams.append((name, source))
    }

    private static func asUTF8(_ bytes: [UInt8], part: String, file: String) throws -> [UInt8] {
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if isWide || bytes.starts(with: [0x3C, 0x00]) || bytes.starts(with: [0x00, 0x3C]) {
            let input = InputFile(bytes: bytes, name: file)
            let text = try ReadableDocument.decoded(input, limits: .standard)
            // The declaration names the encoding that is gone.
            let end = text.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
            let hasDeclaration = text.starts(with: "<?xml".utf8)
            return XMLWriter().bytes + text[(hasDeclaration ? end : 0)...]
        }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        let declaration = head.prefix { $0 != ">" }
        let isUTF8 =
            !declaration.contains("encoding") || declaration.contains("utf-8")
            || declaration.contains("ascii")
        guard isUTF8 else { throw DocumentError.unusualEncoding(file: file, part: part) }
        return bytes
    }
}

// MARK: - Relationships and content types

extension PackageEditor {
    /// The part to which one is related by a kind such as `comments`.
    func part(_ kind: String, of source: String) throws -> String? {
        try archive.relationships(of: source).part(kind)
    }

    /// Relates a part to another and returns the relationship's id, which is new there.
    mutating func relate(_ source: String, _ kind: String, to target: String) throws -> String {
        let list = Self.relationshipPath(of: source)
        let bytes = try holds(list) ? xml(list) : Self.emptyList
        var taken: Set<String> = []
        var tokens = XMLTokens(bytes)
        while let token = tokens.next() {
            if token.kind != .end, let id = tokens.attribute("Id", of: token) {
                taken.insert(id.value)
            }
        }
        var number = taken.count + 1
        while taken.contains("rIdMark\(number)") { number += 1 }
        let id = "rIdMark\(number)"
        let type = OfficeNamespace.relationship(kind)
        put(
            list,
            XMLTokens.appending(to: bytes) { prefix in
                "<\(prefix)Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"/\(target)\"/>"
            })
        return id
    }

    /// States the content type of a new part.
    mutating func setContentType(_ type: String, ofPart part: String) throws {
        let list = "[Content_Types].xml"
        put(
            list,
            XMLTokens.appending(to: try xml(list)) { prefix in
                "<\(prefix)Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>"
            })
    }

    /// A part's name that is free: `xl/comments1.xml`, `xl/comments2.xml` …
    func freeName(_ stem: String, _ ending: String) -> String {
        var number = 1
        while holds("\(stem)\(number)\(ending)") { number += 1 }
        return "\(stem)\(number)\(ending)"
    }

    private static func relationshipPath(of source: String) -> String {
        let steps = source.split(separator: "/")
        let folder = steps.dropLast().map { $0 + "/" }.joined()
        return "\(folder)_rels/\(steps.last ?? "").rels"
    }

    private static var emptyList: [UInt8] {
        var xml = XMLWriter()
        xml.empty("Relationships", ["xmlns": OfficeNamespace.packageRelationships])
        return xml.bytes
    }
}
