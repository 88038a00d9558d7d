/// Reads the texts (文字) of one column; what stands there is kept, but for spaces at both ends.
///
/// A line break or tab inside a cell is layout and becomes a space. A text that begins with
/// `= + - @` stays the text that it is; what is written out later leaves as text again.
struct TextCell {
    /// The longest text allowed, in characters as both databases count them (code points).
    let maximumLength: Int?

    func read(_ bytes: CellBytes) -> CellReading {
        let trimmed = Self.trimmed(bytes)
        if trimmed.isEmpty { return .missing }
        var characters = 0
        var hasLayout = false
        for (index, byte) in trimmed.enumerated() {
            if byte & 0xC0 != 0x80 { characters += 1 }
            if byte < 0x20 || byte == 0x7F {
                guard (9...13).contains(byte) else { return .refused(.controlCharacter(byte)) }
                hasLayout = true
            } else if byte >= 0xC2, let problem = Self.problem(at: index, in: trimmed) {
                return .refused(problem)
            }
        }
        if hasLayout {
            let text = Self.inOneLine(trimmed)
            return problem(ofLength: text.unicodeScalars.count) ?? .text(text)
        }
        return problem(ofLength: characters) ?? .utf8(trimmed)
    }

    private func problem(ofLength count: Int) -> CellReading? {
        guard let maximumLength, count > maximumLength else { return nil }
        return .refused(.textTooLong(maximum: maximumLength, actual: count))
    }

    /// Cuts spaces of every kind and invisible characters off both ends.
    private static func trimmed(_ bytes: CellBytes) -> CellBytes {
        guard let first = bytes.first, let last = bytes.last else { return bytes }
        let isInnerByte = { (byte: UInt8) in byte > 0x20 && byte < 0x7F }
        if isInnerByte(first), isInnerByte(last) { return bytes }
        var rest = bytes[...]
        while let width = spaceWidth(rest.prefix(3), fromStart: true) {
            rest = rest.dropFirst(width)
        }
        while let width = spaceWidth(rest.suffix(3), fromStart: false) {
            rest = rest.dropLast(width)
        }
        return CellBytes(rebasing: rest)
    }

    /// How many bytes the space at one end has; nil where none stands there.
    private static func spaceWidth(_ edge: Slice<CellBytes>, fromStart: Bool) -> Int? {
        guard let outer = fromStart ? edge.first : edge.last else { return nil }
        if outer == 0x20 || (9...13).contains(outer) { return 1 }
        let two = Array(fromStart ? edge.prefix(2) : edge.suffix(2))
        if two == [0xC2, 0xA0] { return 2 }
        switch Array(edge) {
        case [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xAF], [0xE2, 0x81, 0xA0],
            [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0x8C], [0xE2, 0x80, 0x8D]:
            return 3
        default: return nil
        }
    }

    /// What is wrong with the character of several bytes that begins at an index.
    private static func problem(at index: Int, in bytes: CellBytes) -> CellProblem? {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch (bytes[index], second) {
        case (0xC2, 0x80...0x9F): return .controlCharacter(second)
        case (0xE2, 0x80), (0xE2, 0x81):
            guard index + 2 < bytes.count else { return nil }
            let isBidirectional =
                second == 0x80
                ? (0xAA...0xAE).contains(bytes[index + 2])
                : (0xA6...0xA9).contains(bytes[index + 2])
            return isBidirectional ? .hiddenDirection : nil
        case (0xEF, 0xBF):
            guard index + 2 < bytes.count else { return nil }
            return (0xBD...0xBF).contains(bytes[index + 2]) ? .damagedText : nil
        default: return nil
        }
    }

    /// The text with each run of breaks and tabs, and the spaces around it, made one space.
    private static func inOneLine(_ bytes: CellBytes) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard (9...13).contains(bytes[index]) else {
                line.append(bytes[index])
                index += 1
                continue
            }
            while line.last == 0x20 { line.removeLast() }
            while index < bytes.count, bytes[index] == 0x20 || (9...13).contains(bytes[index]) {
                index += 1
            }
            line.append(0x20)
        }
        return String(decoding: line, as: UTF8.self)
    }
}
