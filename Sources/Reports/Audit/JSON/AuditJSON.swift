import Performance
package import TextAudit

/// Findings and figures for programs: one JSON object a document or a figure, offsets counted in
/// Unicode scalars.
package enum AuditJSON {
    /// Writes `{"id":…,"findings":[…]}` without a line end.
    ///
    /// - Parameters:
    ///   - id: JSON already, such as `"report-17"` or `17`.
    ///   - notices: come last, where there are some.
    package static func write(
        _ findings: [TextFinding], of text: UnsafeBufferPointer<UInt8>,
        id: UnsafeBufferPointer<UInt8>, notices: [String] = [], to json: inout JSONBytes
    ) {
        json.raw("{\"id\":")
        json.raw(id)
        json.raw(",\"findings\":[")
        if !findings.isEmpty {
            let spans = findings.map { $0.spans(within: text.count) }
            let offsets = ScalarOffsets(
                text, at: spans.joined().flatMap { [$0.lowerBound, $0.upperBound] })
            for (index, finding) in findings.enumerated() {
                if index > 0 { json.raw(",") }
                write(finding, spans[index], of: text, offsets, to: &json)
            }
        }
        json.raw("]")
        if !notices.isEmpty {
            json.raw(",\"notices\":[")
            list(notices, to: &json) { $1.string($0) }
            json.raw("]")
        }
        json.raw("}")
    }

    /// Writes the findings of a file, filed under its name without extension.
    package static func write(_ report: AuditReport, to json: inout JSONBytes) {
        var id = JSONBytes()
        id.string(report.document.id)
        id.bytes.withUnsafeBufferPointer { id in
            report.document.text.withUnsafeBufferPointer {
                write(
                    report.findings, of: $0, id: id, notices: report.document.notices, to: &json)
            }
        }
    }

    /// Writes one object for one file, an array for several, and ends the line.
    package static func write(_ reports: [AuditReport], to json: inout JSONBytes) {
        if reports.count == 1 {
            write(reports[0], to: &json)
        } else {
            json.raw("[")
            list(reports, to: &json) { write($0, to: &$1) }
            json.raw("]")
        }
        json.raw("\n")
    }

    /// Writes what stands in place of findings where a file cannot be read.
    package static func writeError(_ message: String, of id: String, to json: inout JSONBytes) {
        json.raw("{\"id\":")
        json.string(id)
        json.raw(",\"error\":")
        json.string(message)
        json.raw("}")
    }

    private static func write(
        _ finding: TextFinding, _ spans: [Range<Int>], of text: UnsafeBufferPointer<UInt8>,
        _ offsets: ScalarOffsets, to json: inout JSONBytes
    ) {
        json.raw("{\"kind\":")
        json.string(finding.kind.rawValue)
        json.raw(",\"expression\":")
        json.string(finding.expression)
        json.raw(",\"spans\":[")
        list(spans, to: &json) { $1.string(UnsafeBufferPointer(rebasing: text[$0])) }
        json.raw("],\"offsets\":[")
        list(spans, to: &json) { span, json in
            json.raw("[")
            json.integer(offsets[span.lowerBound])
            json.raw(",")
            json.integer(offsets[span.upperBound])
            json.raw("]")
        }
        json.raw("],\"severity\":")
        json.string(finding.severity.rawValue)
        json.raw(",\"rule\":")
        json.string(finding.ruleId.rawValue)
        json.raw(",\"verdict\":")
        json.string(finding.verdict.rawValue)
        json.raw(",\"computed\":")
        json.string(orNull: finding.computed)
        json.raw(",\"stated\":")
        json.string(orNull: finding.stated)
        json.raw(",\"difference\":")
        json.string(orNull: finding.difference)
        json.raw(",\"tolerance\":")
        json.string(orNull: finding.tolerance)
        json.raw(",\"candidates\":[")
        list(finding.candidates, to: &json) { $1.string($0) }
        json.raw("],\"message\":")
        json.string(finding.message)
        json.raw(",\"advice\":")
        json.string(finding.advice)
        json.raw("}")
    }

    /// Writes one figure a line.
    package static func write(
        _ figures: [TextFigure], of text: UnsafeBufferPointer<UInt8>, to json: inout JSONBytes
    ) {
        let figures = figures.filter {
            $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count
        }
        let offsets = ScalarOffsets(
            text, at: figures.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
        for figure in figures {
            json.raw("{\"text\":")
            json.string(UnsafeBufferPointer(rebasing: text[figure.range]))
            json.raw(",\"kind\":")
            json.string(figure.kind.rawValue)
            json.raw(",\"value\":")
            json.string(figure.value)
            json.raw(",\"unit\":")
            json.string(figure.unit)
            json.raw(",\"start\":")
            json.integer(offsets[figure.range.lowerBound])
            json.raw(",\"end\":")
            json.integer(offsets[figure.range.upperBound])
            json.raw(",\"precision\":")
            json.integer(figure.precision)
            json.raw(",\"qualifier\":")
            json.string(orNull: figure.qualifier?.rawValue)
            json.raw("}\n")
        }
    }

    private static func list<Item>(
        _ items: [Item], to json: inout JSONBytes, _ write: (Item, inout JSONBytes) -> Void
    ) {
        for (index, item) in items.enumerated() {
            if index > 0 { json.raw(",") }
            write(item, &json)
        }
    }
}
