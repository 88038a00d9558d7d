import Quantities

/// Writes the cells of one sheet; its tags are put together by hand, since a ledger has millions.
struct WorksheetCellWriter {
    private let letters: [String]
    /// The look of the last cell of each column: mostly that of the next one too.
    private var recent: [Recent?]

    private struct Recent {
        let style: CellStyle
        let isQuoted: Bool
        let shrinks: Bool
        let number: String
    }

    /// - Parameter letters: of the columns, from A.
    init(_ letters: [String]) {
        self.letters = letters
        recent = Array(repeating: nil, count: letters.count)
    }

    mutating func write(
        _ cell: WorksheetCell, column: Int, row: String, _ xml: inout XMLWriter,
        _ styles: inout WorkbookStyles, _ texts: inout SharedTexts
    ) {
        xml.verbatim("<c r=\"")
        xml.verbatim(letters[column])
        xml.verbatim(row)
        xml.verbatim("\" s=\"")
        xml.verbatim(look(of: cell, column: column, &styles))
        switch cell.value {
        case .blank, .text(""): return xml.verbatim("\"/>")
        case .text(let text):
            xml.verbatim("\" t=\"s\"><v>")
            xml.verbatim(String(texts.number(of: text)))
        case .number(let number):
            xml.verbatim("\"><v>")
            xml.verbatim(number.text)
        case .day(let day):
            xml.verbatim("\"><v>")
            xml.verbatim(String(day.spreadsheetNumber))
        case .formula(let formula, .number(let number)):
            xml.verbatim("\">")
            xml.element("f", text: formula)
            xml.verbatim("<v>")
            xml.verbatim(number.text)
        case .formula(let formula, .text(let text)):
            xml.verbatim("\" t=\"str\">")
            xml.element("f", text: formula)
            xml.verbatim("<v>")
            xml.text(SharedTexts.escaped(text))
        }
        xml.verbatim("</v></c>")
    }

    private mutating func look(
        of cell: WorksheetCell, column: Int, _ styles: inout WorkbookStyles
    ) -> String {
        let (isQuoted, shrinks) = (cell.value.startsLikeFormula, cell.value.isNumber)
        if let last = recent[column], last.isQuoted == isQuoted, last.shrinks == shrinks,
            last.style == cell.style, !cell.value.isDay
        {
            return last.number
        }
        var style = cell.style
        if shrinks { style.wraps = false }
        if cell.value.isDay, style.format == .general { style.format = .day }
        let number = String(styles.number(of: style, isQuoted: isQuoted, shrinks: shrinks))
        if !cell.value.isDay {
            recent[column] = Recent(
                style: cell.style, isQuoted: isQuoted, shrinks: shrinks, number: number)
        }
        return number
    }
}

extension WorksheetCell.Value {
    /// A number too wide for its cell would show as ####; it gets smaller instead, which programs
    /// do only where the cell does not wrap.
    fileprivate var isNumber: Bool {
        switch self {
        case .blank, .text, .formula(_, .text): false
        case .number, .day, .formula: true
        }
    }

    fileprivate var isDay: Bool {
        if case .day = self { true } else { false }
    }

    /// A text that would turn into a formula, or lose its first sign, if it were typed anew.
    fileprivate var startsLikeFormula: Bool {
        guard case .text(let text) = self else { return false }
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\t", "\r", "\n": return true
        default: return false
        }
    }
}

extension Day {
    /// Days since 1899-12-30; before March 1900 one less, since spreadsheets count 1900-02-29.
    fileprivate var spreadsheetNumber: Int {
        let number = daysSinceEpoch + 25_569
        return number < 61 ? number - 1 : number
    }
}
