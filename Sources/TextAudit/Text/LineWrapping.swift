/// How the lines of a text were wrapped (断行方式), as its lengths and breaks tell.
struct LineWrapping {
    /// The width at which the text seems to be wrapped, in scalars; nil where lines are not wrapped.
    private(set) var width: Int?
    /// The one kind of break, with (true) or without an empty line, that falls inside sentences, in
    /// a text that also has the other: after a full line it wraps even where a sentence ends.
    private(set) var separator: Bool?
    /// Where all breaks are of one kind, and some fall inside sentences: the scalars of a line that
    /// goes on even behind the end of a sentence, as three of four wrapped lines have.
    private(set) var fullLine = Int.max

    init(of lines: ContiguousArray<TextLine>, _ text: UnsafeBufferPointer<UInt8>) {
        width = Self.width(of: lines)
        guard let width else { return }
        var inside = (apart: 0, close: 0)
        var total = (apart: 0, close: 0)
        var lengths = [Int](repeating: 0, count: 101)
        for index in lines.indices.dropLast() {
            let (line, next) = (lines[index], lines[index + 1])
            let isInside =
                !line.isRow && !next.isRow && line.isFull(width)
                && !LineEdge.endsSentence(line.bytes(of: text))
                && !LineEdge.beginsItem(next.bytes(of: text))
            if isInside { lengths[min(Int(line.scalars), 100)] += 1 }
            if next.isApart {
                total.apart += 1
                if isInside { inside.apart += 1 }
            } else {
                total.close += 1
                if isInside { inside.close += 1 }
            }
        }
        guard min(inside.apart, inside.close) == 0, max(inside.apart, inside.close) >= 3 else {
            return
        }
        let isApart = inside.apart > 0
        if (isApart ? total.close : total.apart) > 0 {
            separator = isApart
        } else {
            fullLine = Self.lowerQuarter(lengths)
        }
    }

    private static func width(of lines: ContiguousArray<TextLine>) -> Int? {
        var lengths = [Int](repeating: 0, count: 101)
        for line in lines { lengths[min(Int(line.scalars), 100)] += 1 }
        guard lines.count >= 2, lengths[100] * 20 <= lines.count else { return nil }
        var above = 0
        for width in stride(from: 100, through: 12, by: -1) {
            above += lengths[width]
            if above * 20 >= lines.count { return width }
        }
        return nil
    }

    /// The length that three of four lines have at least.
    private static func lowerQuarter(_ lengths: [Int]) -> Int {
        let count = lengths.reduce(0, +)
        var below = 0
        for (length, lines) in lengths.enumerated() {
            below += lines
            if below * 4 > count { return length }
        }
        return lengths.count
    }
}
