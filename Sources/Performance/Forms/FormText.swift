/// What stands in a cell of a form: words, answers, or answers between words.
///
/// Written with answers in brackets: `项目名称`, `[项目名称]`, `填表人：[填表人] 联系电话：[联系电话]`.
package struct FormText: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case words(String)
        case answer(Answer)
    }

    /// An answer as a text names it.
    package enum Answer: Hashable, Sendable {
        /// `[年度]`: the fiscal year of the form.
        case fiscalYear
        /// `[#]`: the number of the row in its table, from 1.
        case rowNumber
        /// A field, or a column of the row's table.
        case field(String)
        /// `[表.列]`, where tables stand side by side.
        case column(table: String, String)
    }

    package let pieces: [Piece]

    package init(_ pieces: [Piece]) { self.pieces = pieces }

    /// Nil where a bracket is not closed or holds nothing.
    package init?(reading text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "]") else { return nil }
            let name = rest[rest.index(after: open)..<close]
            guard !name.isEmpty else { return nil }
            pieces.append(.answer(Answer(reading: name)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        self.pieces = pieces
    }

    package var isEmpty: Bool { pieces.isEmpty }
    /// Words alone: a label.
    package var isLabel: Bool { !pieces.isEmpty && answers.isEmpty }
    package var hasWords: Bool { pieces.contains { if case .words = $0 { true } else { false } } }

    package var answers: [Answer] {
        pieces.compactMap { if case .answer(let answer) = $0 { answer } else { nil } }
    }

    /// The answer where nothing else stands in the cell.
    package var onlyAnswer: Answer? {
        guard pieces.count == 1, case .answer(let answer) = pieces[0] else { return nil }
        return answer
    }
}

extension FormText.Answer {
    init(reading name: Substring) {
        switch name {
        case "年度": self = .fiscalYear
        case "#": self = .rowNumber
        default:
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            self = parts.count == 2 ? .column(table: parts[0], parts[1]) : .field(String(name))
        }
    }
}
