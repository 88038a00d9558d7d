import Performance

/// A cell's text held against what the form prints there: spaces, widths and colons do not count.
struct FormTextMatch {
    /// What stands between the words, by answer.
    private(set) var answers: [(FormText.Answer, String)] = []
    /// Words that the cell no longer has.
    private(set) var missing: [String] = []

    /// Nil where the cell does not begin with the words, or has none of them.
    init?(_ text: FormText, _ written: String, aliases: [String] = []) {
        if text.isLabel {
            let label = text.source.labelKey
            let key = written.labelKey
            guard key == label || aliases.contains(where: { $0.labelKey == key }) else {
                return nil
            }
            return
        }
        guard text.hasWords else { return nil }
        read(text, Array(written))
        guard missing.count < text.pieces.count(where: \.isWords) else { return nil }
        if case .words(let first)? = text.pieces.first,
            !written.labelFolded.hasPrefix(first.labelFolded)
        {
            return nil
        }
    }

    private mutating func read(_ text: FormText, _ characters: [Character]) {
        var place = 0
        var open: FormText.Answer?
        for (index, piece) in text.pieces.enumerated() {
            switch piece {
            case .answer(let answer): open = answer
            case .words(let words):
                let range = Self.spellings(words).lazy.compactMap {
                    Self.find($0, in: characters, from: place)
                }.first
                guard let range else {
                    // Whoever writes 2021-2023 means years all the same.
                    if place > 0, index == text.pieces.count - 1, words == Self.year { continue }
                    missing.append(words)
                    continue
                }
                if let answer = open {
                    answers.append((answer, String(characters[place..<range.lowerBound])))
                }
                open = nil
                place = range.upperBound
            }
        }
        if let open { answers.append((open, String(characters[place...]))) }
    }

    private static let year = "年"

    /// The words of a range may be shorter: 2021年—2023年, 2021-2023年, 2021至2023年.
    private static func spellings(_ words: String) -> [String] {
        let folded = words.labelFolded
        guard folded.hasSuffix("-") else { return [words] }
        return [words, folded.dropLast() + "至", "-", "至"]
    }

    private static func find(
        _ words: String, in characters: [Character], from start: Int
    ) -> Range<Int>? {
        let wanted = Array(words.labelFolded)
        guard let first = wanted.first else { return start..<start }
        for begin in start..<max(characters.count, start)
        where String(characters[begin]).labelFolded.first == first {
            var (place, matched) = (begin, 0)
            while place < characters.count, matched < wanted.count {
                let folded = String(characters[place]).labelFolded
                if folded.first == wanted[matched] {
                    matched += 1
                } else if !folded.isEmpty {
                    break
                }
                place += 1
            }
            if matched == wanted.count { return begin..<place }
        }
        return nil
    }
}

extension FormText.Piece {
    fileprivate var isWords: Bool { if case .words = self { true } else { false } }
}

extension String {
    /// Without white space, half-width, one dash for all.
    var labelFolded: String {
        String(
            compactAnswer.map { character in
                switch character {
                case "—", "–", "~", "―": "-"
                default: character
                }
            })
    }

    /// A label as it is compared: also without a colon behind it and without its unit in brackets.
    var labelKey: String {
        var key = labelFolded
        while let last = key.last, last == ":" { key.removeLast() }
        for unit in ["(万元)", "(元)", "(人)"] where key.hasSuffix(unit) {
            key.removeLast(unit.count)
        }
        return key
    }
}
