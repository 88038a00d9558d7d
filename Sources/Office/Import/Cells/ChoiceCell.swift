import Performance

/// Reads the choices (枚举) of one column: each by its text or another spelling that means it.
struct ChoiceCell {
    private let choices: [LedgerColumn.Choice]
    private let texts: [String: String]
    private var memory = ChoiceMemory()

    init(_ choices: [LedgerColumn.Choice]) {
        self.choices = choices
        var texts: [String: String] = [:]
        for choice in choices {
            texts[Self.key(choice.text)] = choice.text
        }
        for choice in choices {
            for alias in choice.aliases where texts[Self.key(alias)] == nil {
                texts[Self.key(alias)] = choice.text
            }
        }
        self.texts = texts
    }

    /// Reads plain bytes.
    mutating func read(_ bytes: CellBytes) -> CellReading {
        if bytes.isEmpty || bytes.equals("—") || bytes.equals("-") || bytes.equals("/") {
            return .missing
        }
        if let known = memory.choice(for: bytes) { return .text(known) }
        let found = bytes.string
        guard let text = texts[Self.key(found)] else {
            if let problem = FigureProblem.problem(of: bytes) { return .refused(problem) }
            return .refused(
                .unknownChoice(suggestion: suggestion(for: found), allowed: choices.map(\.text)))
        }
        memory.remember(text, for: bytes)
        return .text(text)
    }

    /// Choices are told apart without spaces and case.
    private static func key(_ text: String) -> String {
        String(PlainBytes.text(text).lowercased().filter { $0 != " " })
    }

    /// The choice that a slip of the keyboard was meant to be; nil where none is near.
    private func suggestion(for found: String) -> String? {
        let found = Self.key(found)
        let near = choices.flatMap { choice in
            ([choice.text] + choice.aliases).map { spelling in
                (distance: Self.distance(Self.key(spelling), found), choice: choice.text)
            }
        }
        guard let best = near.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance * 2 <= max(found.unicodeScalars.count, 2) ? best.choice : nil
    }

    /// How many characters must be put, cut or changed to make one text the other.
    private static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (
            Array(one.unicodeScalars.prefix(40)), Array(other.unicodeScalars.prefix(40))
        )
        var row = Array(0...other.count)
        for (i, scalar) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, otherScalar) in other.enumerated() {
                let changed = diagonal + (scalar == otherScalar ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}

/// Remembers what the last spellings of a column meant; a column has few.
private struct ChoiceMemory {
    private var spellings: [(bytes: [UInt8], choice: String)] = []

    func choice(for bytes: CellBytes) -> String? {
        for spelling in spellings
        where spelling.bytes.count == bytes.count && spelling.bytes.elementsEqual(bytes) {
            return spelling.choice
        }
        return nil
    }

    mutating func remember(_ choice: String, for bytes: CellBytes) {
        if spellings.count < 16 { spellings.append((Array(bytes), choice)) }
    }
}
