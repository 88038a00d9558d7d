package import Documents
import Performance
import TextAudit

/// The original handed back with comments where findings stand (标记原件).
package enum MarkedOriginal {
    /// - Throws: ``AuditError/cannotMark(file:kind:)`` for anything but .docx and .xlsx.
    package static func bytes(_ file: InputFile, _ report: AuditReport) throws -> [UInt8] {
        let kind = try FileKind.of(file)
        switch kind {
        case .wordDocument:
            return try MarkedWordDocument.bytes(of: file, marks: wordMarks(report))
        case .workbook:
            return try MarkedWorkbook.bytes(of: file, marks: cellMarks(report))
        default: throw AuditError.cannotMark(file: file.name, kind: kind)
        }
    }

    static func wordMarks(_ report: AuditReport) -> [WordMark] {
        marks(report).compactMap { mark in
            guard case .paragraph(let paragraph) = mark.piece.origin else { return nil }
            let start = mark.piece.offset + mark.span.lowerBound - mark.piece.range.lowerBound
            let length =
                min(mark.span.upperBound, mark.piece.range.upperBound) - mark.span.lowerBound
            return WordMark(
                paragraph: paragraph, range: start..<(start + length), text: mark.text,
                severity: mark.severity)
        }
    }

    static func cellMarks(_ report: AuditReport) -> [CellMark] {
        marks(report).compactMap { mark in
            guard case .cell(let sheet, let place) = mark.piece.origin else { return nil }
            return CellMark(sheet: sheet, place: place, text: mark.text, severity: mark.severity)
        }
    }

    /// A comment, and the piece of the original that holds the words it stands at.
    private struct Mark {
        let piece: TextPiece
        let span: Range<Int>
        let text: String
        let severity: MarkSeverity
    }

    /// A comment at the figure called wrong; where the same fact is told twice, at both places.
    private static func marks(_ report: AuditReport) -> [Mark] {
        let pieces = report.document.pieces
        let places = AuditedPlaces(report.document)
        return report.findings.flatMap { finding in
            let spans = finding.spans(within: report.document.text.count)
            let isTwofold = finding.kind == .repeat || finding.kind == .compare
            let text = comment(finding, spans, places)
            return spans.prefix(isTwofold ? 2 : 1).compactMap { span -> Mark? in
                guard let index = places.piece(at: span.lowerBound) else { return nil }
                let piece = pieces[index]
                guard piece.range.contains(span.lowerBound), !piece.isGenerated else { return nil }
                return Mark(
                    piece: piece, span: span, text: text, severity: finding.severity.mark)
            }
        }
    }

    /// What the comment says: the sentence, the arithmetic, the other places, what to do.
    private static func comment(
        _ finding: TextFinding, _ spans: [Range<Int>], _ places: AuditedPlaces
    ) -> String {
        var lines = [finding.message]
        if !finding.expression.isEmpty { lines.append("算式：\(finding.expression)") }
        if !finding.figuresText.isEmpty { lines.append(finding.figuresText) }
        lines += finding.candidates.map { "可能：\($0)" }
        let others = spans.map { places.place(at: $0.lowerBound) }.withoutRepeats
        if others.count > 1 { lines.append("相关位置：\(others.prefix(8).joined(separator: "、"))") }
        lines.append("处理：\(finding.advice)（\(finding.ruleId)）")
        return lines.joined(separator: "\n")
    }
}

/// Why an audit cannot be written as asked.
package enum AuditError: Error, Hashable, Sendable {
    case cannotMark(file: String, kind: FileKind)

    /// What happened and what to do.
    package var message: String {
        switch self {
        case .cannotMark(let file, let kind):
            "“\(file)”是\(kind.chineseName)，不能在原件上加批注；只有 docx 和 xlsx 可以。"
                + "请去掉 --mark，改用 --format html 或 xlsx。"
        }
    }
}

extension FindingSeverity {
    fileprivate var mark: MarkSeverity {
        switch self {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}
