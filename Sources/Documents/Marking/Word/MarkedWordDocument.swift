/// Hands a Word document back with comments (批注) on its words.
package enum MarkedWordDocument {
    /// The document with a comment for each mark, in the order given.
    ///
    /// Comments that stand in it stay and keep their numbers; parts without comments stay byte for
    /// byte. The same input gives the same bytes: comments have no date.
    ///
    /// - Throws: ``DocumentError``, for a paragraph that is not there too.
    package static func bytes(
        of input: InputFile, marks: [WordMark], author: String = "绩效审核",
        limits: ArchiveLimits = .document
    ) throws -> [UInt8] {
        var package = try PackageEditor(input, wanted: .wordDocument, limits: limits)
        guard !marks.isEmpty else { return try package.bytes() }
        let main = try package.part("officeDocument", of: "") ?? "word/document.xml"
        let body = try package.xml(main)
        let places = WordPlaces(body, wanted: Set(marks.map(\.paragraph)))
        var comments = try WordComments(&package, main: main)
        var anchors = WordAnchors(places)
        for mark in marks {
            guard let paragraph = places.paragraphs[mark.paragraph] else {
                throw DocumentError.noSuchParagraph(file: input.name, index: mark.paragraph)
            }
            let id = comments.add(mark.severity.remark(mark.text), author: author)
            anchors.anchor(id, at: mark.range, of: paragraph)
        }
        package.put(main, anchors.bytes())
        comments.write(into: &package)
        return try package.bytes()
    }
}

/// The comments part of a Word document.
private struct WordComments {
    private let part: String
    private let bytes: [UInt8]
    private var next: Int
    private var added: [(id: Int, author: String, text: String)] = []

    /// Takes the comments that stand, or relates the main part to a new part.
    init(_ package: inout PackageEditor, main: String) throws {
        if let part = try package.part("comments", of: main), package.holds(part) {
            self.part = part
            bytes = try package.xml(part)
            next = Self.nextID(in: bytes)
            return
        }
        let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let plain = folder + "comments.xml"
        part = package.holds(plain) ? package.freeName(folder + "comments", ".xml") : plain
        var xml = XMLWriter()
        xml.empty("w:comments", ["xmlns:w": OfficeNamespace.word])
        bytes = xml.bytes
        next = 0
        try package.setContentType(ContentType.word("comments"), ofPart: part)
        _ = try package.relate(main, "comments", to: part)
    }

    mutating func add(_ text: String, author: String) -> Int {
        added.append((next, author, text))
        next += 1
        return next - 1
    }

    func write(into package: inout PackageEditor) {
        let added = added
        package.put(
            part,
            XMLTokens.appending(to: bytes) { own in
                added.map { Self.comment($0.id, $0.author, $0.text, own) }.joined()
            })
    }

    private static func comment(
        _ id: Int, _ author: String, _ text: String, _ own: String
    ) -> String {
        let prefix = own.isEmpty ? "w:" : own
        let initials = String(author.prefix(1))
        var xml = XMLWriter.fragment
        let lines = { (xml: inout XMLWriter) in
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                xml.element("\(prefix)p") { xml in
                    xml.element("\(prefix)r") { xml in
                        xml.element(
                            "\(prefix)t", ["xml:space": "preserve"], text: String(line))
                    }
                }
            }
        }
        if own.isEmpty {
            // Attributes need a prefix even where elements do without.
            xml.element(
                "w:comment",
                [
                    "xmlns:w": OfficeNamespace.word, "w:id": "\(id)", "w:author": author,
                    "w:initials": initials,
                ], lines)
        } else {
            xml.element(
                "\(prefix)comment",
                [
                    "\(prefix)id": "\(id)", "\(prefix)author": author,
                    "\(prefix)initials": initials,
                ], lines)
        }
        return String(decoding: xml.bytes, as: UTF8.self)
    }

    private static func nextID(in bytes: [UInt8]) -> Int {
        var tokens = XMLTokens(bytes)
        var next = 0
        while let token = tokens.next() {
            guard token.kind == .start || token.kind == .empty, tokens.hasName(token, "comment"),
                let id = tokens.attribute("id", of: token).flatMap({ Int($0.value) }),
                id < Int(Int32.max) - 1_000_000
            else { continue }
            next = max(next, id + 1)
        }
        return next
    }
}
