package import Quantities

/// How alike two texts are (相似度): Jaccard over character bigrams, 0…1.
///
/// - Source: 目标质量, §2.
package struct TextSimilarity: Sendable {
    private let bigrams: Set<UInt64>

    /// - Parameter noise: words that are taken out first.
    package init(_ text: String, without noise: WordList) {
        let text = noise.replaced(in: text.compactAnswer, with: "")
        let scalars = text.unicodeScalars.map { UInt64($0.value) }
        // A text of one character is its own bigram.
        bigrams =
            scalars.count == 1
            ? [scalars[0]] : Set(zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 })
    }

    package func likeness(to other: TextSimilarity) -> Fraction {
        let shared = bigrams.intersection(other.bigrams).count
        let all = bigrams.count + other.bigrams.count - shared
        return (try? Fraction(Int128(shared), over: Int128(all))) ?? .zero
    }

    /// The most similar of some named texts, the first by name of equal ones; nil where there is none.
    package func mostAlike(
        among others: some Sequence<(name: String, text: TextSimilarity)>
    ) -> Likeness? {
        others.map { Likeness(name: $0.name, share: likeness(to: $0.text)) }
            .max { ($0.share, $1.name) < ($1.share, $0.name) }
    }
}

/// What a text is most like, and how much (相似).
package struct Likeness: Hashable, Sendable {
    package let name: String
    /// 0…1.
    package let share: Fraction
}
