import Formulas
import Packs
import Performance
import Quantities
import Reports

/// Reads 报告文字: what a person typed, with fields such as `{工作人次：项目：事项}` for figures.
struct NarrativeReader {
    private let measures: MeasureDesk

    init(_ measures: MeasureDesk) { self.measures = measures }

    /// The measures that fields of these texts name.
    func fields(_ rows: [RegisterRow]) throws -> [String] {
        var names: [String] = []
        for row in rows {
            for case .field(let name) in try Self.pieces(of: row) where !names.contains(name) {
                do {
                    _ = try measures.formula(named: name)
                } catch let error as any MessageError {
                    throw OfficeError.wrongField(
                        name, source: row.sourceText, reason: error.message)
                }
                names.append(name)
            }
        }
        return names
    }

    /// nil where the row's section is none of the report's.
    func text(_ row: RegisterRow, _ traces: [String: FigureTrace]) throws -> NarrativeText? {
        guard let section = NarrativeText.Section(rawValue: row.text("章节键")) else { return nil }
        let pieces = try Self.pieces(of: row).map { piece -> NarrativeText.Piece in
            switch piece {
            case .typed(let text): return .typed(text)
            case .field(let name):
                guard let trace = traces[name]
                else { throw OfficeError.unknownMeasure(name, nearest: []) }
                return .figure(trace, format(of: name))
            }
        }
        let subject = row.text("对象")
        return NarrativeText(
            section: section, project: subject.isEmpty ? nil : subject,
            number: row.number("序号").flatMap { Int64(exactly: $0.mantissa) } ?? 0,
            heading: row.text("标题"), pieces: pieces, source: row.sourceText)
    }

    private func format(of measure: String) -> FigureFormat {
        let unit = measures.unit(of: measure)
        if unit?.unit.isMoney == true { return .amount }
        return unit?.text == "%" ? .percent : .plain
    }

    private enum Piece {
        case typed(String)
        case field(String)
    }

    private static func pieces(of row: RegisterRow) throws -> [Piece] {
        var pieces: [Piece] = []
        var rest = row.text("文字")[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.typed(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw OfficeError.wrongField(
                    String(rest[open...].dropFirst()), source: row.sourceText, reason: "缺少“}”。")
            }
            pieces.append(.field(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.typed(String(rest))) }
        return pieces
    }
}
