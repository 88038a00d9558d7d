package import Formulas

/// Values of facts by their names (事实); an absent one is missing, `""` is asked for and left empty.
///
/// They are few, so they stand in a row. Names are told apart byte by byte.
package struct Facts: Sendable, ExpressibleByDictionaryLiteral, Sequence {
    private var names: [ExactText] = []
    private var values: [FormulaValue] = []

    /// - Precondition: no name stands twice.
    package init(dictionaryLiteral elements: (String, FormulaValue)...) {
        names = elements.map { ExactText($0.0) }
        values = elements.map(\.1)
        assert(Set(names).count == names.count, "a name stands twice")
    }

    package subscript(name: String) -> FormulaValue? {
        get { names.firstIndex(of: ExactText(name)).map { values[$0] } }
        set {
            guard let place = names.firstIndex(of: ExactText(name)) else {
                guard let newValue else { return }
                names.append(ExactText(name))
                values.append(newValue)
                return
            }
            if let newValue {
                values[place] = newValue
            } else {
                names.remove(at: place)
                values.remove(at: place)
            }
        }
    }

    @discardableResult
    package mutating func removeValue(forKey name: String) -> FormulaValue? {
        defer { self[name] = nil }
        return self[name]
    }

    /// Takes over what another states; that wins.
    package mutating func merge(_ other: Facts) {
        other.each { self[$0] = $1 }
    }

    func each(_ body: (_ name: String, _ value: FormulaValue) -> Void) {
        for place in names.indices { body(names[place].text, values[place]) }
    }

    package func makeIterator() -> some IteratorProtocol<(name: String, value: FormulaValue)> {
        zip(names, values).lazy.map { (name: $0.text, value: $1) }.makeIterator()
    }
}

extension Facts: Hashable {
    /// The order of the facts says nothing.
    package static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.names.count == rhs.names.count && lhs.allSatisfy { rhs[$0.name] == $0.value }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(Set(names)) }
}

extension Facts {
    /// The text; nil where it is missing.
    func text(_ name: String) -> String? { self[name]?.string }
}
