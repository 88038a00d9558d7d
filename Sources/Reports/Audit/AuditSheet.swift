package import Documents
import Performance
import Quantities
import TextAudit

/// The findings as a list that a reviewer goes on working in (审核发现清单, .xlsx).
package enum AuditSheet {
    private static let columns: [(title: String, width: Int)] = [
        ("序号", 6), ("级别", 7), ("规则", 9), ("位置", 14), ("原文", 40), ("说明", 44), ("算式", 40),
        ("应为", 14), ("文中", 14), ("相差", 14), ("可能的解释", 36), ("处理建议", 36),
    ]
    /// Bytes of the line shown before and after the words a finding speaks of.
    private static let bytesAround = 120
    /// No clock goes into a file: the day that undated office files bear.
    private static var undated: Day {
        guard let day = Day(year: 1980, month: 1, day: 1)
        else { preconditionFailure("1980 has a first of January") }
        return day
    }

    /// - Parameter reports: several documents get a first column with their names.
    package static func workbook(_ reports: [AuditReport]) -> Workbook {
        let hasNames = reports.count > 1
        var sheet = Worksheet("数字审核")
        let titles = (hasNames ? [("文件", 24)] : []) + columns.map { ($0.title, $0.width) }
        sheet.columnWidths = titles.map(\.1)
        sheet.append(titles.map { WorksheetCell(.text($0.0), FormSheet.heading) })
        var number = 0
        for report in reports {
            let lines = AuditedPlaces(report.document)
            for finding in report.findings {
                number += 1
                let name = hasNames ? [text(report.document.name)] : []
                sheet.append(name + row(finding, number, report.document, lines))
            }
        }
        sheet.print = PrintSetup(.landscape, repeatedRows: 1...1)
        sheet.frozenAt = "A2"
        let title = reports.count == 1 ? reports[0].document.name : "\(reports.count) 个文件"
        return Workbook(
            properties: DocumentProperties(title: "数字审核：\(title)", day: undated), sheets: [sheet])
    }

    private static func row(
        _ finding: TextFinding, _ number: Int, _ document: AuditedDocument, _ lines: AuditedPlaces
    ) -> [WorksheetCell] {
        let spans = finding.spans(within: document.text.count)
        let places = spans.map { lines.place(at: $0.lowerBound) }.withoutRepeats
        return [
            WorksheetCell(
                .number(ExactDecimal(mantissa: Int128(number), scale: 0)), FormSheet.count),
            severity(finding), text(finding.ruleId.rawValue),
            text(places.joined(separator: "\n")), text(excerpt(spans.first, document, lines)),
            text(finding.message), text(finding.expression), text(finding.computed),
            text(finding.stated), text(finding.difference),
            text(finding.candidates.joined(separator: "\n")), text(finding.advice),
        ]
    }

    private static func severity(_ finding: TextFinding) -> WorksheetCell {
        let style = FormSheet.label.with {
            $0.isBold = true
            switch finding.severity {
            case .error: $0.background = OfficeColor(red: 0xF8, green: 0xD7, blue: 0xD4)
            case .warning: $0.background = OfficeColor(red: 0xFB, green: 0xE8, blue: 0xC3)
            case .note: $0.background = OfficeColor(red: 0xDD, green: 0xE6, blue: 0xEE)
            }
        }
        return WorksheetCell(.text(finding.severity.title), style)
    }

    private static func text(_ text: String?) -> WorksheetCell {
        guard let text, !text.isEmpty else { return WorksheetCell(.blank, FormSheet.text) }
        return WorksheetCell(.text(text.cut(to: 32_000)), FormSheet.text)
    }

    /// The words around the figure called wrong, `…` where the line goes on.
    private static func excerpt(
        _ span: Range<Int>?, _ document: AuditedDocument, _ lines: AuditedPlaces
    ) -> String {
        guard let span else { return "" }
        let line = lines.bytes(ofLine: lines.line(at: span.lowerBound))
        func boundary(_ offset: Int, _ step: Int) -> Int {
            var offset = offset
            while line.contains(offset), document.text[offset] & 0xC0 == 0x80 { offset += step }
            return offset
        }
        let start = boundary(max(span.lowerBound - bytesAround, line.lowerBound), 1)
        let end = boundary(min(span.upperBound + bytesAround, line.upperBound), -1)
        let words = String(decoding: document.text[start..<max(start, end)], as: UTF8.self)
        return (start > line.lowerBound ? "…" : "") + words + (end < line.upperBound ? "…" : "")
    }
}

extension [String] {
    /// Each text once, where it first stands.
    var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
