/// A text whose broken lines are joined (断行修复), with the way back to the original bytes.
///
/// Text taken from a PDF breaks lines inside sentences, words and amounts. A break that goes on
/// with the sentence is dropped; a break between lines that stand alone is kept as one newline.
/// Runs of blanks between columns become one tab; so do the bars of a pasted table.
struct MendedText: ~Copyable {
    private(set) var bytes: ContiguousArray<UInt8> = []
    /// Mended offsets at which the distance to the original changes, with that distance.
    private var shifts: ContiguousArray<(at: Int32, by: Int32)> = []
    private var lines: ContiguousArray<TextLine> = []

    private var isApart = false
    /// Whether rows of a table follow one another without empty lines.
    private var hasDenseRows = false

    /// Replaces the content by the mended form of `text`; room taken before is used again.
    mutating func mend(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        shifts.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        isApart = false
        hasDenseRows = false
        bytes.reserveCapacity(text.count + 8)
        split(text)
        let wrapping = LineWrapping(of: lines, text)
        var first = 0
        while first < lines.count {
            var last = first
            while last + 1 < lines.count,
                continues(
                    text, lines[last], lines[last + 1], wrapping, isJoined: last > first)
            { last += 1 }
            append(text, first...last)
            if last + 1 < lines.count { bytes.append(UInt8(ascii: "\n")) }
            first = last + 1
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The byte of the original text that stands at `offset` of the mended one.
    func original(_ offset: Int) -> Int {
        var low = 0
        var high = shifts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(shifts[middle].at) <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? offset : offset + Int(shifts[low - 1].by)
    }

    /// The original bytes of a stretch of the mended text.
    func original(_ range: Range<Int>) -> Range<Int> {
        original(range.lowerBound)..<original(range.upperBound - 1) + 1
    }

    // MARK: Lines

    private mutating func split(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        let count = text.count
        if count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { start = 3 }
        while start <= count {
            let end = LineScan.end(of: text, from: start)
            addLine(text, start, end, LineScan.scalars(text, start, end))
            start = end + 1
        }
    }

    private mutating func addLine(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ scalars: Int
    ) {
        let (lineStart, lineEnd) = (start, end)
        var (start, end, scalars) = (start, end, scalars)
        while start < end, let blank = Self.blank(text, start, end) {
            start += blank
            scalars -= 1
        }
        while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 {
            end -= 1
            scalars -= 1
        }
        while end - start >= 3, text[end - 3] == 0xE3, text[end - 2] == 0x80, text[end - 1] == 0x80
        {
            end -= 3
            scalars -= 1
        }
        guard start < end else {
            isApart = true
            return
        }
        let isRow = LineScan.hasColumns(text, start, end)
        if isRow, !isApart, !lines.isEmpty { hasDenseRows = true }
        lines.append(
            TextLine(
                start: Int32(start), end: Int32(end), scalars: Int32(scalars), isRow: isRow,
                isApart: isApart, isLed: start > lineStart, isTrailed: end < lineEnd))
        isApart = false
    }

    /// The bytes of a blank at `index`: space, tab, U+3000, U+00A0.
    @inline(__always)
    private static func blank(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
    ) -> Int? {
        let byte = text[index]
        if byte == 0x20 || byte == 0x09 { return 1 }
        if byte == 0xE3, index + 2 < end, text[index + 1] == 0x80, text[index + 2] == 0x80 {
            return 3
        }
        if byte == 0xC2, index + 1 < end, text[index + 1] == 0xA0 { return 2 }
        return nil
    }

    // MARK: Breaks

    /// Whether the next line goes on with the sentence of this one.
    ///
    /// - Parameter isJoined: whether this line goes on with the one before: the short rest of a line
    ///   that was wrapped twice is followed by more.
    private func continues(
        _ text: UnsafeBufferPointer<UInt8>, _ line: TextLine, _ next: TextLine,
        _ wrapping: LineWrapping,
        isJoined: Bool
    ) -> Bool {
        if line.isRow, next.isApart, hasDenseRows, let width = wrapping.width {
            // A row that was wrapped: its rest stands behind an empty line, the next row does not.
            return Int(line.scalars) * 10 >= width * 8 || next.holdsNumbersOnly(text)
        }
        if !line.isRow, !next.isRow, LineEdge.splitsFigure(text, Int(line.end), Int(next.start)) {
            return true
        }
        guard let width = wrapping.width, !line.isRow, !next.isRow,
            isJoined && line.scalars <= 4 || line.isFull(width)
        else { return false }
        let isWrap =
            wrapping.separator == next.isApart && line.isFull(width)
            || Int(line.scalars) >= wrapping.fullLine
        return (isWrap || !LineEdge.endsSentence(line.bytes(of: text)))
            && !LineEdge.beginsItem(next.bytes(of: text))
    }

    // MARK: Copying

    /// Appends lines that make up one.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ joined: ClosedRange<Int>) {
        let bar = UInt8(ascii: "|")
        let (head, tail) = (lines[joined.lowerBound], lines[joined.upperBound])
        // | 收入 | 100 |: bars around the row are no columns.
        let isFramed =
            text[Int(head.start)] == bar && text[Int(tail.end) - 1] == bar
            && tail.end - head.start > 2
        for index in joined {
            let line = lines[index]
            if index > joined.lowerBound, lines[index - 1].isRow, bytes.last != 0x09,
                text[Int(line.start)] != bar, lines[index - 1].isTrailed || line.isLed
            {
                bytes.append(0x09)
            }
            append(
                text, line, leavesFirst: isFramed && index == joined.lowerBound,
                leavesLast: isFramed && index == joined.upperBound)
        }
    }

    /// Appends one line, without the bar before or behind it where that is no column.
    private mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, _ line: TextLine, leavesFirst: Bool, leavesLast: Bool
    ) {
        var end = Int(line.end)
        var index = Int(line.start)
        if leavesLast {
            end -= 1
            while end > index, text[end - 1] == 0x20 { end -= 1 }
        }
        if leavesFirst {
            index += 1
            while index < end, text[index] == 0x20 { index += 1 }
        }
        note(original: index)
        guard line.isRow else {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<max(index, end)]))
            return
        }
        let row = UnsafeBufferPointer(rebasing: text[index..<end])
        let isRuled = row.contains { $0 == 0x09 || $0 == UInt8(ascii: "|") }
        while index < end {
            let isBlank =
                text[index] <= 0x20 || text[index] == UInt8(ascii: "|")
                || !isRuled && text[index] == 0xE3
            let gap = isBlank ? Self.gap(text, index, end) : 0
            if gap > 0 {
                bytes.append(0x09)
                index += gap
                note(original: index)
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
    }

    /// The bytes of a column gap at `index`: one tab or bar with the blanks beside it, two blanks, a
    /// wide blank but in 合　计, or one blank before cells that are nothing but numbers.
    private static func gap(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
    ) -> Int {
        var place = index
        var isGap = false
        if text[index] == 0xE3 {
            while place < end, let blank = blank(text, place, end), text[place] > 0x09 {
                place += blank
            }
            let isSum =
                place + 2 < end && text[place] == 0xE8 && text[place + 1] == 0xAE
                && text[place + 2] == 0xA1  // 计
            return isSum ? 0 : place - index
        }
        while place < end {
            let byte = text[place]
            if byte == 0x09 || byte == UInt8(ascii: "|") {
                if isGap { break }
                isGap = true
            } else if byte != 0x20 {
                break
            }
            place += 1
        }
        if isGap || place - index >= 2 { return place - index }
        return place > index && startsNumbers(text, place, end) ? 1 : 0
    }

    /// 生均公用经费 938,600.00  988,680.00: whether plain numbers, one blank apart, fill the cell up to
    /// a column gap or the line's end.
    private static func startsNumbers(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Bool {
        var place = start
        while place < end {
            if text[place] == UInt8(ascii: "-") { place += 1 }
            guard place < end, text[place] &- 0x30 < 10 else { return false }
            while place < end, isOfNumber(text[place]) { place += 1 }
            guard place < end, text[place] == 0x20 else {
                return place == end || text[place] == 0x09 || text[place] == UInt8(ascii: "|")
            }
            if place + 1 < end, text[place + 1] == 0x20 || text[place + 1] == 0x09 { return true }
            place += 1
        }
        return true
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "%")
    }

    /// Records that the next mended byte is the byte at `original`.
    private mutating func note(original: Int) {
        let shift = Int32(original - bytes.count)
        if shift != (shifts.last?.by ?? 0) { shifts.append((Int32(bytes.count), shift)) }
    }
}
