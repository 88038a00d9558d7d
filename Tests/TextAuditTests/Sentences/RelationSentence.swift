import Testing
import TextAudit

/// A sentence in the official style whose figures hold, and one change that breaks it (勾稽例句).
///
/// `relations.jsonl` and `phrases.jsonl` hold one a line. A formula names the figures by their text
/// in the sentence, `#2` the second one of the same text, `lit:12` a constant that the text does
/// not state; `wrong.from` counts occurrences alike.
struct RelationSentence: Decodable, Sendable, CustomTestStringConvertible {
    struct Statement: Decodable, Sendable {
        let kind: String
        let formula: String
    }

    struct Change: Decodable, Sendable {
        let from: String
        let to: String
    }

    let id: String
    /// The phrase that the sentence shows.
    let shows: String
    let text: String
    let relations: [Statement]
    let wrong: Change

    var testDescription: String { "\(id) \(shows)" }

    /// The sentence with its one mistake, and the bytes of the mistake; nil where the file is wrong.
    var broken: (text: String, range: Range<Int>)? {
        let parts = wrong.from.split(separator: "#")
        let word = String(parts[0])
        let places = text.places(of: word)
        let occurrence = parts.count > 1 ? Int(parts[1]) ?? 0 : 1
        guard places.indices.contains(occurrence - 1) else { return nil }
        let start = places[occurrence - 1]
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(start..<start + word.utf8.count, with: wrong.to.utf8)
        return (String(decoding: bytes, as: UTF8.self), start..<start + wrong.to.utf8.count)
    }

    /// Whether a finding about the broken sentence points at its mistake or at a figure related to it.
    func isTouched(by finding: TextFinding) -> Bool {
        guard let broken else { return false }
        var ranges = [broken.range]
        for word in relations.flatMap({ Self.figures(of: $0.formula, in: text) }) {
            ranges += broken.text.places(of: word).map { $0..<$0 + word.utf8.count }
        }
        return finding.spans.contains { span in ranges.contains { $0.overlaps(span) } }
    }

    /// The figures of a formula as they stand in the text, without the unit that the formula adds.
    private static func figures(of formula: String, in text: String) -> [String] {
        formula.split(whereSeparator: { " ()=+*/<>".contains($0) }).compactMap { part in
            guard !part.hasPrefix("lit:") else { return nil }
            var word = part.prefix { $0 != "#" }
            while !word.isEmpty, text.places(of: String(word)).isEmpty { word.removeLast() }
            return word.isEmpty ? nil : String(word)
        }
    }
}

/// A sentence that looks like a relation and is none (易误报例句): it must stay silent.
struct TrapSentence: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let shows: String
    let text: String

    var testDescription: String { "\(id) \(shows)" }
}

extension String {
    /// The byte offsets at which `word` stands.
    func places(of word: String) -> [Int] {
        let bytes = Array(utf8)
        let wanted = Array(word.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return [] }
        return (0...bytes.count - wanted.count).filter {
            bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }
}
