import Documents
import Formulas
import Performance
import Quantities

/// The sheet 数字溯源 of a form: each figure, its formula, its entries.
enum TraceSheet {
    private static let titles = ["口径", "数值", "公式与计算", "分录（台账、行数、结果、摘要）", "来源文件", "依据"]

    /// All measures of the book, by name.
    static func sheet(of facts: ReportFacts) -> Worksheet {
        sheet(
            facts.figures.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) },
            facts: facts)
    }

    static func sheet(_ traces: [FigureTrace], facts: ReportFacts) -> Worksheet {
        var form = FormSheet(
            "数字溯源", widths: [26, 18, 52, 44, 30, 9], orientation: .landscape)
        let head = String(facts.journalHash.prefix(16))
        form.title(
            "数字溯源表", year: facts.year, left: "数据截至\(facts.snapshot.periodEnd.chinese)",
            right: "日志第\(facts.snapshot.journalNumber)号，链头\(head)")
        for (index, title) in titles.enumerated() {
            form.put(.text(title), FormSheet.heading, column: index + 1)
        }
        form.row += 1
        for trace in traces { add(trace, to: &form) }
        form.sheet.frozenAt = "A5"
        form.sheet.print.repeatedRows = 1...4
        return form.sheet
    }

    private static func add(_ trace: FigureTrace, to form: inout FormSheet) {
        let entries = trace.entries.map {
            "\($0.aggregate)（\($0.book.year.number)年，\($0.periodStart.iso)至\($0.periodEnd.iso)）"
                + "：\($0.rowCount)行，得\($0.result)，摘要\($0.digest.prefix(16))"
        }
        var sources: [String] = []
        for source in trace.entries.flatMap(\.sources) {
            let sheet = source.sheet.isEmpty ? "" : "·\(source.sheet)"
            let text = "\(source.file)\(sheet)（\(source.rowCount)行）"
            if !sources.contains(text) { sources.append(text) }
        }
        let cells = [
            trace.name, value(trace.value),
            trace.arithmetic.isEmpty ? trace.formula : "\(trace.formula)\n\(trace.arithmetic)",
            entries.joined(separator: "\n"), sources.joined(separator: "\n"),
            trace.basis.rawValue,
        ]
        for (index, text) in cells.enumerated() {
            form.put(
                text.isEmpty ? .blank : .text(text.cut(to: 32_000)), FormSheet.text,
                column: index + 1)
        }
        form.row += 1
    }

    /// The exact value with its unit, or why there is none.
    private static func value(_ value: TracedValue) -> String {
        switch value {
        case .number(let number, let unit):
            unit.isDimensionless && !number.isWhole
                ? FigureFormat.percent.text(value)
                : FigureFormat.plain.text(value) + unit.description
        case .text(let text): text
        case .missing(let reason): "缺数据：\(reason)"
        case .undefined(let reason): "无法计算：\(reason)"
        }
    }
}
