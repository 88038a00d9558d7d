import Documents
import Formulas
import Performance
import Quantities

/// The rows of the trace appendix (溯源表), short enough to be read: one a figure, however often it
/// is printed and in whatever wording (减少, 98.93, -98.93). The machine-readable trace tells all.
package struct TraceTable: Sendable {
    package struct Row: Hashable, Sendable {
        /// Where it is printed first: `R0003`.
        package let id: String
        /// Each wording once: `减少、98.93`; with the count where it is printed more often.
        package let printed: String
        package let name: String
        /// The arithmetic, which begins with the formula; for typed digits, where they were typed.
        package let working: String
        /// `支付275行、支出预算7行`
        package let entries: String
        package let basis: String
    }

    /// What makes two printed figures one row: one name, one working, the same entries; without
    /// entries, such as subtotals of a score, the working alone.
    private struct Key: Hashable {
        let name: String
        let formula: String
        let working: String
        let entries: [EntryTrace]

        init(_ trace: FigureTrace) {
            name = trace.entries.isEmpty ? "" : trace.name
            formula = trace.entries.isEmpty ? trace.formula : ""
            working = TraceTable.working(trace)
            entries = trace.entries
        }
    }

    package let rows: [Row]

    /// - Parameters:
    ///   - year: the report's; entries of another year name theirs.
    ///   - projects: names that a row has once, under 口径, and not again in its working.
    package init(_ figures: [PrintedFigure], year: Int, projects: [String] = []) {
        var order: [Key] = []
        var byKey: [Key: [PrintedFigure]] = [:]
        for figure in figures {
            let key = Key(figure.trace)
            if byKey[key] == nil { order.append(key) }
            byKey[key, default: []].append(figure)
        }
        rows = order.map { key in
            let printed = byKey[key] ?? []
            let names = Self.each(printed.map(\.trace.name))
            let isTyped = names == [PrintedFigure.typedName]
            return Row(
                id: printed.first?.id ?? "", printed: Self.printed(printed.map(\.text)),
                name: (names.first ?? "") + (names.count > 1 ? "等\(names.count)项" : ""),
                working: Self.without(projects, names.first ?? "", key.working),
                entries: Self.list(key.entries.map { Self.rowCount($0, year) }),
                basis: isTyped ? "填写" : printed.map(\.trace.basis).max()?.rawValue ?? "")
        }
    }

    private static func printed(_ texts: [String]) -> String {
        let wordings = each(texts)
        let list =
            wordings.count > 4
            ? wordings.prefix(3).joined(separator: "、") + "等" : wordings.joined(separator: "、")
        return texts.count == 1 ? list : "\(list)（\(texts.count)处）"
    }

    private static func working(_ trace: FigureTrace) -> String {
        let text = trace.arithmetic.isEmpty ? trace.formula : trace.arithmetic
        return switch trace.value {
        case .missing(let reason): "\(text)；缺数据：\(reason)"
        case .undefined(let reason): "\(text)；无法计算：\(reason)"
        case .number, .text: text
        }
    }

    private static func rowCount(_ entry: EntryTrace, _ year: Int) -> String {
        let own = entry.book.year.number
        return "\(entry.ledger)\(own == year ? "" : "（\(own)年）")\(entry.rowCount)行"
    }

    /// The working without the project that its name has already: `单项支出决算 ÷ 单项调整预算 = …`.
    private static func without(_ projects: [String], _ name: String, _ working: String) -> String {
        guard let project = projects.first(where: { name.contains($0) }) else { return working }
        return working.replacing("：\(project)", with: "")
            .replacing("\"\(project)\"", with: "本项目")
    }

    private static func list(_ texts: [String]) -> String {
        each(texts).joined(separator: "、")
    }

    /// Each text once, in order.
    private static func each(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

extension PrintedFigure {
    /// The name of the trace of digits that stand in a typed passage.
    package static let typedName = "人工填写"
}
