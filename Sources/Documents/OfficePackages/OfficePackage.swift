/// An Office Open XML package (ECMA-376 part 2): parts, their content types and relationships.
struct OfficePackage {
    struct Part {
        let path: String
        let contentType: String
        let bytes: [UInt8]
    }

    /// A pointer from one part to another, by an id that is unique in the part it starts from.
    struct Relationship {
        let id: String
        let type: String
        let target: String
    }

    private var parts: [Part] = []
    private var relationships: [(source: String, Relationship)] = []

    /// Adds a part at a path without leading slash.
    mutating func add(_ path: String, _ contentType: String, _ xml: XMLWriter) {
        add(path, contentType, bytes: xml.bytes)
    }

    mutating func add(_ path: String, _ contentType: String, bytes: [UInt8]) {
        parts.append(Part(path: path, contentType: contentType, bytes: bytes))
    }

    /// Relates `source` (empty for the package itself) to a target, told as its path from there.
    mutating func relate(_ source: String, _ id: String, _ type: String, to target: String) {
        relationships.append((source, Relationship(id: id, type: type, target: target)))
    }

    /// Adds a part beside a main part and relates that one to it.
    ///
    /// - Parameter path: from the main part's folder; by default the kind's name.
    mutating func attach(
        _ xml: XMLWriter, _ contentType: String, _ kind: String, id: String? = nil,
        at path: String? = nil, to main: String
    ) {
        let target = path ?? "\(kind).xml"
        relate(main, id ?? "rId_\(kind)", OfficeNamespace.relationship(kind), to: target)
        let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        add(folder + target, contentType, xml)
    }

    /// The package as zip bytes.
    func bytes() throws(ArchiveWriter.Refusal) -> [UInt8] {
        var archive = ArchiveWriter()
        archive.add("[Content_Types].xml", contentTypes.bytes)
        for (path, xml) in relationshipParts { archive.add(path, xml.bytes) }
        for part in parts { archive.add(part.path, part.bytes) }
        return try archive.archive()
    }

    private var contentTypes: XMLWriter {
        var xml = XMLWriter()
        xml.element(
            "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]
        ) { xml in
            xml.empty("Default", ["Extension": "rels", "ContentType": ContentType.relationships])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            if parts.contains(where: { $0.path.hasSuffix(".vml") }) {
                xml.empty("Default", ["Extension": "vml", "ContentType": ContentType.vml])
            }
            if parts.contains(where: { $0.path.hasSuffix(".xlsx") }) {
                xml.empty(
                    "Default", ["Extension": "xlsx", "ContentType": ContentType.workbookFile])
            }
            for part in parts where !ContentType.isDefault(part.contentType) {
                xml.empty(
                    "Override", ["PartName": "/\(part.path)", "ContentType": part.contentType])
            }
        }
        return xml
    }

    private var relationshipParts: [(path: String, xml: XMLWriter)] {
        var sources: [String] = []
        for (source, _) in relationships where !sources.contains(source) { sources.append(source) }
        return sources.map { source in
            var xml = XMLWriter()
            xml.element(
                "Relationships",
                ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]
            ) { xml in
                for (owner, link) in relationships where owner == source {
                    xml.empty(
                        "Relationship",
                        ["Id": link.id, "Type": link.type, "Target": link.target])
                }
            }
            return (Self.relationshipPath(of: source), xml)
        }
    }

    /// `word/document.xml` keeps its relationships in `word/_rels/document.xml.rels`.
    private static func relationshipPath(of source: String) -> String {
        guard !source.isEmpty else { return "_rels/.rels" }
        let steps = source.split(separator: "/")
        let folder = steps.dropLast().map { $0 + "/" }.joined()
        return "\(folder)_rels/\(steps.last ?? "").rels"
    }
}

/// Content types of the parts that Jixiao writes.
enum ContentType {
    static let relationships = "application/vnd.openxmlformats-package.relationships+xml"
    static let core = "application/vnd.openxmlformats-package.core-properties+xml"
    static let vml = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    static let workbookFile = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    static let chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    static let extended = office("extended-properties")
    static let custom = office("custom-properties")
    static let customXML = office("customXmlProperties")
    static let plainXML = "application/xml"

    static func office(_ kind: String) -> String {
        "application/vnd.openxmlformats-officedocument.\(kind)+xml"
    }

    static func word(_ kind: String) -> String { office("wordprocessingml.\(kind)") }

    static func sheet(_ kind: String) -> String { office("spreadsheetml.\(kind)") }

    /// Whether the extension tells the type already.
    static func isDefault(_ type: String) -> Bool {
        type == plainXML || type == vml || type == workbookFile
    }
}

/// Relationship types and XML namespaces.
enum OfficeNamespace {
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let packageRelationships =
        "http://schemas.openxmlformats.org/package/2006/relationships"
    static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    static let wordDrawing =
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    static let core =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    static let extended =
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    static let custom = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    static let variants = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    static let customXML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"

    static func relationship(_ kind: String) -> String { "\(relationships)/\(kind)" }
}
