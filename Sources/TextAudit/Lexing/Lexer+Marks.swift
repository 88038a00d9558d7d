/// What stands right before and behind a figure and changes what it says (数字前后的标记).
extension Lexer {
    /// Marks by what stands before and behind: 第, letters, ranges, 约, 余.
    mutating func mark(_ figure: inout Figure, _ bytes: UnsafeBufferPointer<UInt8>) {
        let start = Int(figure.start)
        if start > 0 {
            let before = bytes[start - 1]
            if before < 0x80 {
                markAfterASCII(&figure, before, start, bytes)
            } else if start >= 2, bytes[start - 2] == 0xC3, before == 0x97 || before == 0xB7 {
                figure.marks.insert(.operand)  // × ÷
            } else if start >= 3 {
                switch Self.scalar(bytes, start - 3) {
                case 0x7B2C, 0x3014, 0xFF3B: figure.marks.insert(.name)  // 第 〔 ［
                case 0x2212: figure.marks.insert(.negative)  // −
                case 0x81F3, 0x2014, 0xFF5E, 0x5230, 0x2013, 0x301C: joinRange(&figure, start - 3)
                default: break
                }
            }
        }
        let next = Int(figure.end)
        if next + 1 < bytes.count, bytes[next] == 0xC3,
            bytes[next + 1] == 0x97 || bytes[next + 1] == 0xB7
        {
            figure.marks.insert(.operand)
        }
        if let last = tokens.last, last.kind == .word, Int(last.end) >= start - 1 {
            if last.detail == Word.about.rawValue { figure.marks.insert(.about) }
            if last.detail == Word.limit.rawValue { figure.marks.insert(.limit) }
        }
    }

    private mutating func markAfterASCII(
        _ figure: inout Figure, _ before: UInt8, _ start: Int,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        if (before | 0x20) &- 0x61 < 26 || before == UInt8(ascii: "_") {
            figure.marks.insert(.name)
        } else if before == UInt8(ascii: "[") || before == UInt8(ascii: "/")
            || before == UInt8(ascii: ".")
        {
            figure.marks.insert(.name)
        } else if before == UInt8(ascii: "-") || before == UInt8(ascii: "~") {
            if let last = figures.last, Int(last.end) == start - 1 {
                joinRange(&figure, start - 1)
            } else if start >= 2, bytes[start - 2] < 0x80,
                (bytes[start - 2] | 0x20) &- 0x61 < 26
            {
                figure.marks.insert(.name)
            } else if before == UInt8(ascii: "-") {
                figure.marks.insert(.negative)
            }
        }
    }

    /// 15—59岁: this figure and the one right before are the ends of a range.
    private mutating func joinRange(_ figure: inout Figure, _ sign: Int) {
        guard var last = figures.last, Int(last.end) >= sign - 3, Int(last.end) <= sign else {
            return
        }
        let isDash = last.end == Int32(sign)
        // 由5万元至8万元 goes from one figure to another; both stand for themselves.
        guard isDash,
            last.kind == .number || last.kind == .date || last.kind == .year
                || last.kind == figure.kind
        else { return }
        figure.marks.insert(.range)
        last.marks.insert(.range)
        figures[figures.count - 1] = last
    }
}
