import Seeds
import TextAudit

/// A text in which one digit of one figure was changed (单字改错).
struct Mutation {
    let text: String
    /// The bytes of the changed figure.
    let range: Range<Int>
    let before: String

    /// Changes a digit of a figure so far that its relation breaks: not the last digit of a total or a
    /// part, since rounding could excuse that; the first digit of what a rate was computed from.
    init?(
        of document: LabelledText, relation: LabelledText.Relation, place: Int,
        using random: inout RandomSource
    ) {
        let range = document.ranges[relation.figures[place]]
        var bytes = Array(document.text.utf8)
        let digits = range.filter { bytes[$0] &- 0x30 < 10 }
        let isOperand = relation.kind == "ratio" && place > 0
        guard digits.count >= (isOperand ? 1 : 2), relation.kind != "compare" else { return nil }
        let choice = isOperand ? digits.prefix(1) : digits.dropLast()
        guard let digit = choice.randomElement(using: &random) else { return nil }
        let old = bytes[digit]
        // A leading zero would make another number of digits of it.
        let lowest: UInt8 = digit == digits[0] ? 0x31 : 0x30
        guard let new = (lowest...0x39).filter({ $0 != old }).randomElement(using: &random) else {
            return nil
        }
        before = Audit.words(range, of: document.text)
        bytes[digit] = new
        text = String(decoding: bytes, as: UTF8.self)
        self.range = range
    }

    /// Whether a complaint points at the changed figure or at a figure related to it.
    func isFound(by complaints: [TextFinding], in document: LabelledText) -> Bool {
        let related = document.relations.filter { relation in
            relation.figures.contains { document.ranges[$0] == range }
        }
        let ranges = related.flatMap { $0.figures.map { document.ranges[$0] } }
        return complaints.contains { complaint in
            complaint.spans.contains { span in ranges.contains { $0.overlaps(span) } }
        }
    }
}
