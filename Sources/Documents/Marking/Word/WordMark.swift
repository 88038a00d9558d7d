/// A remark on words of a Word document (批注).
package struct WordMark: Hashable, Sendable {
    /// Which `w:p` of the main part, as ``TextOrigin/paragraph(_:)`` tells.
    package let paragraph: Int
    /// UTF-8 bytes of the paragraph's text, as ``TextPosition/offset`` tells; an empty range means
    /// the whole paragraph.
    package let range: Range<Int>
    /// The remark; a `\n` begins a new paragraph in it.
    package let text: String
    package let severity: MarkSeverity

    package init(paragraph: Int, range: Range<Int>, text: String, severity: MarkSeverity) {
        self.paragraph = paragraph
        self.range = range
        self.text = text
        self.severity = severity
    }
}
