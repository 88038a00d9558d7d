import Documents
import Formulas
import Performance
import Quantities

/// The rows of the trace appendix (溯源表): one a figure, however often it is printed.
package struct TraceTable: Sendable {
    package struct Row: Hashable, Sendable {
        /// `R0003、R0017`
        package let ids: String
        package let printed: String
        package let name: String
        /// Formula and arithmetic; for typed digits, where they were typed.
        package let formula: String
        /// One line an aggregate: ledger, rows, result, digest.
        package let entries: String
        package let basis: String
    }

    package let rows: [Row]

    package init(_ figures: [PrintedFigure]) {
        var order: [FigureTrace] = []
        var byTrace: [FigureTrace: [PrintedFigure]] = [:]
        for figure in figures {
            if byTrace[figure.trace] == nil { order.append(figure.trace) }
            byTrace[figure.trace, default: []].append(figure)
        }
        rows = order.map { trace in
            let printed = byTrace[trace] ?? []
            var texts: [String] = []
            for figure in printed where !texts.contains(figure.text) { texts.append(figure.text) }
            return Row(
                ids: Self.list(printed.map(\.id)), printed: texts.joined(separator: "、"),
                name: trace.name, formula: Self.formula(trace),
                entries: trace.entries.map(Self.line).joined(separator: "\n"),
                basis: trace.name == PrintedFigure.typedName ? "填写" : trace.basis.rawValue)
        }
    }

    /// Long lists are cut: the machine-readable trace has them all.
    private static func list(_ ids: [String]) -> String {
        ids.count <= 3 ? ids.joined(separator: "、") : "\(ids[0])、\(ids[1])等\(ids.count)处"
    }

    private static func formula(_ trace: FigureTrace) -> String {
        switch trace.value {
        case .missing(let reason): "\(trace.formula)\n缺数据：\(reason)"
        case .undefined(let reason): "\(trace.formula)\n无法计算：\(reason)"
        case .number, .text:
            trace.arithmetic.isEmpty
                ? trace.formula
                : trace.arithmetic.hasPrefix(trace.formula)
                    ? trace.arithmetic : "\(trace.formula)\n\(trace.arithmetic)"
        }
    }

    private static func line(_ entry: EntryTrace) -> String {
        "\(entry.ledger)\(entry.book.year.number)：\(entry.rowCount)行，得\(entry.result)，"
            + "摘要\(entry.digest.prefix(12))"
    }
}

extension PrintedFigure {
    /// The name of the trace of digits that stand in a typed passage.
    package static let typedName = "人工填写"
}
