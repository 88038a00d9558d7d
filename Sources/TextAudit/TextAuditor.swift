/// Reads a text and finds the figures that do not add up (数字审核).
///
/// Works on the bytes of one UTF-8 document; keeps nothing between documents but the room it took.
package struct TextAuditor: ~Copyable {
    private var search = RelationSearch()

    package init(parameters: AuditParameters = AuditParameters()) {
        search.parameters = parameters
    }

    /// Returns all findings, by place.
    package mutating func findings(in text: UnsafeBufferPointer<UInt8>) -> [TextFinding] {
        search.search(text)
        return search.findings()
    }

    /// Returns all figures, by place.
    package mutating func figures(in text: UnsafeBufferPointer<UInt8>) -> [TextFigure] {
        search.reading.read(text)
        return search.reading.textFigures()
    }
}

extension TextAuditor {
    package mutating func findings(in text: String) -> [TextFinding] {
        var text = text
        return text.withUTF8 { findings(in: $0) }
    }

    package mutating func figures(in text: String) -> [TextFigure] {
        var text = text
        return text.withUTF8 { figures(in: $0) }
    }
}
