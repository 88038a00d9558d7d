/// Changes to the bytes of a part (修改清单), made all at once and from back to front.
struct XMLEdits {
    private var edits: [(range: Range<Int>, order: Int, bytes: [UInt8])] = []

    var isEmpty: Bool { edits.isEmpty }

    /// Puts text in at a place; several at one place keep the order in which they came.
    mutating func insert(_ text: String, at place: Int) { replace(place..<place, with: text) }

    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, edits.count, Array(text.utf8)))
    }

    /// The part with all changes.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.bytes.count })
        var place = 0
        let ordered = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.order)
                < ($1.range.lowerBound, $1.range.upperBound, $1.order)
        }
        for edit in ordered {
            result += bytes[place..<max(place, edit.range.lowerBound)]
            result += edit.bytes
            place = max(place, edit.range.upperBound)
        }
        return result + bytes[place...]
    }
}

extension XMLTokens {
    /// A part with text put in as the last content of its outermost element.
    ///
    /// - Parameter content: makes the text from the element's prefix with its colon.
    static func appending(to bytes: [UInt8], _ content: (String) -> String) -> [UInt8] {
        var tokens = XMLTokens(bytes)
        var edits = XMLEdits()
        var depth = 0
        while let token = tokens.next() {
            switch token.kind {
            case .start: depth += 1
            case .empty:
                guard depth == 0 else { break }
                let name = tokens.text(token.name)
                edits.replace(
                    (token.range.upperBound - 2)..<token.range.upperBound,
                    with: ">\(content(tokens.colonPrefix(token)))</\(name)>")
            case .end:
                depth -= 1
                if depth == 0 {
                    edits.insert(content(tokens.colonPrefix(token)), at: token.range.lowerBound)
                }
            default: break
            }
        }
        return edits.applied(to: bytes)
    }

    /// `w:` of `w:p`; empty where a name has no prefix.
    func colonPrefix(_ token: Token) -> String {
        let prefix = prefix(token)
        return prefix.isEmpty ? "" : prefix + ":"
    }
}
