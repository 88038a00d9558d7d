package import Formulas

/// The sentence of a finding with places for facts (提示): `指标“{三级指标}”缺少比较符号`.
package struct RuleMessage: Hashable, Sendable {
    package let template: String
    private let parts: [Part]

    private enum Part: Hashable, Sendable {
        case words(String)
        /// A fact, by its place in the subject.
        case fact(Int)
    }

    /// Why a template is refused.
    package enum Problem: Error, Hashable, Sendable {
        case unknownField(String, nearest: String?)
        case openBrace
    }

    /// - Parameter parameters: what may stand in braces besides facts, with its words.
    package init(
        _ template: String, of subject: RuleSubject, parameters: [String: String]
    ) throws(Problem) {
        self.template = template
        var parts: [Part] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            parts.append(.words(String(rest[..<open])))
            guard let close = rest[open...].firstIndex(of: "}") else { throw .openBrace }
            let name = String(rest[rest.index(after: open)..<close])
            if let index = subject.shape.index(of: name) {
                parts.append(.fact(index))
            } else if let words = parameters[name] {
                parts.append(.words(words))
            } else {
                throw .unknownField(name, nearest: subject.shape.nearest(to: name))
            }
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.words(String(rest)))
        self.parts = parts
    }

    /// The places of the facts that it prints.
    var facts: [Int] {
        parts.compactMap { if case .fact(let place) = $0 { place } else { nil } }
    }

    package func text(for record: [FormulaValue], of subject: RuleSubject) -> String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .fact(let index): subject.facts[index].words(for: record[index])
            }
        }.joined()
    }
}
