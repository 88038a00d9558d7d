import Glibc

/// The bytes of a sheet with its remarks, made as they are asked for.
final class MarkedRowStream: ArchiveSource {
    private let source: ArchivePartStream
    private let remarks: RowRemarks
    private let styles: RemarkStyles
    private let column: Int
    private let letters: String
    private let heading: String
    private let drawing: String?

    private enum Stage { case head, rows, tail, done }
    private var stage = Stage.head
    private var head: [UInt8] = []
    /// Unpacked and not yet looked at.
    private var waiting: [UInt8] = []
    /// Made and not yet asked for.
    private var ready: [UInt8] = []
    private var readyStart = 0
    private var nextRemark = 0
    private var row = 0
    private var isFirstRow = true
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)

    init(
        _ source: ArchivePartStream, remarks: RowRemarks, styles: RemarkStyles, column: Int,
        heading: String, drawing: String?
    ) {
        self.source = source
        self.remarks = remarks
        self.styles = styles
        self.column = column
        letters = CellPlace.letters(ofColumn: column)
        self.heading = heading
        self.drawing = drawing
    }

    deinit { room.deallocate() }

    func read(into target: UnsafeMutableRawBufferPointer) -> Int? {
        while ready.count - readyStart < target.count, stage != .done {
            if readyStart > 1 << 20 || readyStart == ready.count {
                ready.removeFirst(readyStart)
                readyStart = 0
            }
            guard let count = source.read(into: room) else { return nil }
            waiting.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
            work(isEnd: count == 0)
        }
        let count = min(target.count, ready.count - readyStart)
        ready.withUnsafeBytes { bytes in
            target.copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[readyStart..<(readyStart + count)]))
        }
        readyStart += count
        return count
    }

    private func work(isEnd: Bool) {
        if stage == .head { passHead() }
        if stage == .rows { passRows() }
        if isEnd { passTail() }
    }

    private func passHead() {
        guard let start = waiting.place(of: "<sheetData") else { return }
        guard let end = waiting[start...].firstIndex(of: UInt8(ascii: ">")) else { return }
        // `<sheetData/>` holds no rows to mark.
        guard waiting[end - 1] != UInt8(ascii: "/") else {
            stage = .tail
            return
        }
        head = Array(waiting[...end])
        let frame = self.frame(behind: "</sheetData></worksheet>", drawing: nil)
        let cut = frame.place(of: "</sheetData>") ?? frame.count
        ready += frame[..<cut]
        waiting.removeFirst(end + 1)
        stage = .rows
    }

    private func frame(behind tail: String, drawing: String?) -> [UInt8] {
        var remarks = SheetRemarks(head + Array(tail.utf8), marks: [], styles: styles)
        return remarks.frame(column: column, drawing: drawing)
    }

    /// Passes all rows that are complete.
    private func passRows() {
        var start = 0
        while let close = waiting.place(of: "</row>", from: start) {
            let end = close + 6
            pass(waiting[start..<end], close: close)
            start = end
        }
        waiting.removeFirst(start)
        if waiting.place(of: "</sheetData>") != nil { stage = .tail }
    }

    /// What stands behind the rows is short; it is changed as one piece.
    private func passTail() {
        defer { stage = .done }
        guard stage == .tail, !head.isEmpty,
            let start = waiting.place(of: "</sheetData>")
        else {
            ready += waiting
            return
        }
        ready += waiting[..<start]
        let whole = frame(
            behind: String(decoding: waiting[start...], as: UTF8.self), drawing: drawing)
        let cut = whole.place(of: "</sheetData>") ?? whole.count
        ready += whole[cut...]
    }
}

// MARK: - One row

extension MarkedRowStream {
    /// - Parameter bytes: ends with the end tag of a row; rows without cells may stand before it.
    private func pass(_ bytes: ArraySlice<UInt8>, close: Int) {
        let start = bytes.lastPlace(of: "<row") ?? bytes.startIndex
        let tagEnd = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? close
        row = bytes[start..<tagEnd].wholeNumber(behind: " r=\"") ?? row + 1
        let marks = remarks.remarks(on: row, from: &nextRemark)
        defer { isFirstRow = false }
        guard marks != nil || isFirstRow else {
            ready += bytes
            return
        }
        let body =
            marks.map { painted(bytes[..<close], from: tagEnd, $0) } ?? Array(bytes[..<close])
        // `spans` is a hint about columns that would now be wrong; programs do without it.
        ready += body.withoutSpans
        let words = marks.map { marks in
            marks.map { "\($0.place.a1)：\($0.remark)" }.joined(separator: "\n")
        }
        let text =
            isFirstRow ? [heading, words].compactMap { $0 }.joined(separator: "\n") : words ?? ""
        let severity = marks?.map(\.severity).max()
        let style = isFirstRow ? styles.heading : severity.flatMap { styles.style(of: $0) }
        ready += SheetRemarks.cell(CellPlace(row: row, column: column), text, style, "").utf8
        ready += "</row>".utf8
    }

    /// The row with the marked cells' formats replaced by their painted twins.
    private func painted(
        _ bytes: ArraySlice<UInt8>, from: Int, _ marks: ArraySlice<CellMark>
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var done = bytes.startIndex
        for place in Set(marks.map(\.place)).sorted() {
            guard let cell = bytes.place(of: "<c r=\"\(place.a1)\"", from: max(from, done)),
                let end = bytes[cell...].firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            let tag = bytes[cell..<end]
            let own = tag.wholeNumber(behind: " s=\"")
            guard let red = styles.painted(own ?? 0) else { continue }
            if own != nil, let value = tag.place(of: " s=\""),
                let close = tag[(value + 4)...].firstIndex(of: UInt8(ascii: "\""))
            {
                result += bytes[done..<(value + 4)]
                result += "\(red)".utf8
                done = close
            } else {
                result += bytes[done..<(cell + 2)]
                result += " s=\"\(red)\"".utf8
                done = cell + 2
            }
        }
        return result + bytes[done...]
    }
}

extension [UInt8] {
    fileprivate var withoutSpans: [UInt8] {
        guard let start = self[...].place(of: " spans=\""),
            let end = self[(start + 8)...].firstIndex(of: UInt8(ascii: "\""))
        else { return self }
        return Array(self[..<start] + self[(end + 1)...])
    }

    /// Where a tag such as `</row>` begins.
    fileprivate func place(of tag: StaticString, from start: Int = 0) -> Int? {
        withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress else { return nil }
            let length = tag.utf8CodeUnitCount
            var place = start
            while place + length <= bytes.count {
                guard let found = memchr(base + place, 0x3C, bytes.count - place)
                else { return nil }
                place = UnsafeRawPointer(found) - base
                guard place + length <= bytes.count else { return nil }
                if memcmp(base + place, tag.utf8Start, length) == 0 { return place }
                place += 1
            }
            return nil
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func place(of word: String, from start: Int? = nil) -> Int? {
        let word = Array(word.utf8)
        var index = start ?? startIndex
        while index + word.count <= endIndex {
            guard let next = self[index...].firstIndex(of: word[0]), next + word.count <= endIndex
            else { return nil }
            if self[next..<(next + word.count)].elementsEqual(word) { return next }
            index = next + 1
        }
        return nil
    }

    fileprivate func lastPlace(of word: String) -> Int? {
        let word = Array(word.utf8)
        var index = endIndex - word.count
        while index >= startIndex {
            if self[index] == word[0], self[index..<(index + word.count)].elementsEqual(word) {
                return index
            }
            index -= 1
        }
        return nil
    }

    /// The digits behind a word such as ` r="`.
    fileprivate func wholeNumber(behind word: String) -> Int? {
        guard let start = place(of: word).map({ $0 + word.utf8.count }) else { return nil }
        let digits = self[start...].prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
