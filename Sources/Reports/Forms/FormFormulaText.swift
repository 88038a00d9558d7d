import Performance

/// A form's computed answer as a spreadsheet formula (表内公式), whatever cells its parts stand in.
enum FormFormulaText {
    /// - Parameter reference: the cell or the range of a part; nil where it has none.
    /// - Returns: nil where a part has no cell.
    static func text(
        of formula: FormFormula, _ reference: (FormFormula.Operand) -> String?
    ) -> String? {
        switch formula {
        case .sum(let terms):
            let references = terms.compactMap { reference($0.operand) }
            guard references.count == terms.count else { return nil }
            let parts = zip(terms, references).map { term, reference in
                "\(term.isNegative ? "-" : "+")\(number(term.operand, reference))"
            }
            let sum = parts.joined().drop { $0 == "+" }
            return "IF(COUNT(\(references.joined(separator: ",")))=0,\"\",\(sum))"
        case .quotient(let one, let other):
            guard let dividend = reference(one), let divisor = reference(other) else { return nil }
            let (top, bottom) = (number(one, dividend), number(other, divisor))
            let condition = "IF(COUNT(\(dividend),\(divisor))=0,\"\",IF(\(bottom)=0,\"—\""
            return "\(condition),\(top)/\(bottom)))"
        }
    }

    /// A text such as `—` counts as 0.
    private static func number(_ operand: FormFormula.Operand, _ reference: String) -> String {
        switch operand {
        case .answer: "N(\(reference))"
        case .total: "SUM(\(reference))"
        }
    }

    /// As programs spell the same formula in different ways: without blanks, `$`, `=` and quotes around
    /// names of sheets, in capitals.
    static func normalised(_ formula: String) -> String {
        var text = ""
        var isQuoted = false
        for character in formula {
            if character == "\"" { isQuoted.toggle() }
            if isQuoted || character == "\"" {
                text.append(character)
            } else if !character.isWhitespace, !"$'".contains(character) {
                text += character == ";" ? "," : character.uppercased()
            }
        }
        return text.hasPrefix("=") ? String(text.dropFirst()) : text
    }
}
