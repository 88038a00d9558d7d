/// A cell that holds no value (无值单元格), and what that means.
package enum CellMark: Hashable, Sendable {
    /// Nothing: not filled in yet.
    case blank
    /// `—`, `-`, `/`, `无`: nothing to fill in.
    case notApplicable
    /// `*`: a placeholder of the form; it never counts as a value.
    case placeholder

    /// nil where the cell holds something else.
    package init?(_ text: some StringProtocol) {
        let mark = Array(text.utf8).withUnsafeBufferPointer { bytes -> CellMark? in
            var scanner = ByteScanner(bytes)
            scanner.skipSpaces()
            guard !scanner.isAtEnd else { return .blank }
            let mark: CellMark
            switch scanner.next {
            case "—", "–", "-", "/", "无": mark = .notApplicable
            case "*": mark = .placeholder
            default: return nil
            }
            let first = scanner.next
            while scanner.take(first) {}
            scanner.skipSpaces()
            return scanner.isAtEnd ? mark : nil
        }
        guard let mark else { return nil }
        self = mark
    }
}
