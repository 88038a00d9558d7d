/// What a form computes from its own answers: `财政拨款 + 其他资金`, `sum(任务.总额)`, `执行数 / 预算数`.
package enum FormFormula: Hashable, Sendable {
    /// Nothing where no answer is given; answers that are missing or `—` count as 0.
    case sum([Term])
    /// `—` where the divisor is 0 or missing.
    case quotient(Operand, Operand)

    package struct Term: Hashable, Sendable {
        package let operand: Operand
        package let isNegative: Bool
    }

    package enum Operand: Hashable, Sendable {
        /// A field of the form, or a column of the same row.
        case answer(String)
        /// The sum of a column.
        case total(table: String, column: String)
    }

    package var operands: [Operand] {
        switch self {
        case .sum(let terms): terms.map(\.operand)
        case .quotient(let one, let other): [one, other]
        }
    }

    /// Nil where the text is no such formula.
    package init?(reading text: String) {
        let folded = text.filter { $0 != " " }
        let parts = folded.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let one = Operand(reading: parts[0]), let other = Operand(reading: parts[1])
            else { return nil }
            self = .quotient(one, other)
            return
        }
        guard parts.count == 1, let terms = Self.terms(folded) else { return nil }
        self = .sum(terms)
    }

    private static func terms(_ text: String) -> [Term]? {
        var terms: [Term] = []
        var isNegative = false
        var rest = text[...]
        while true {
            let end = rest.firstIndex { $0 == "+" || $0 == "-" } ?? rest.endIndex
            guard let operand = Operand(reading: rest[..<end]) else { return nil }
            terms.append(Term(operand: operand, isNegative: isNegative))
            guard end < rest.endIndex else { return terms }
            isNegative = rest[end] == "-"
            rest = rest[rest.index(after: end)...]
        }
    }
}

extension FormFormula.Operand {
    init?(reading text: Substring) {
        if text.hasPrefix("sum("), text.hasSuffix(")") {
            let names = text.dropFirst(4).dropLast().split(
                separator: ".", omittingEmptySubsequences: false)
            guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else { return nil }
            self = .total(table: String(names[0]), column: String(names[1]))
        } else {
            guard !text.isEmpty, !text.contains(where: { "()/.*=<>".contains($0) }) else {
                return nil
            }
            self = .answer(String(text))
        }
    }
}
