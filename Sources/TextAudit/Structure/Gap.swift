/// The text between a word and the figure it may belong to (间隔).
struct Gap {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: Int
    private let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int32, to end: Int32) {
        self.bytes = bytes
        var (start, end) = (Int(start), Int(end))
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2D { end -= 1 }
        self.start = start
        self.end = end
    }

    var isShort: Bool { end - start <= 3 }

    /// Nothing, or 了、额、为、数、近、约、幅度为.
    var isFiller: Bool {
        var place = start
        while place < end {
            guard end - place >= 3, bytes[place] >= 0xE0 else { return false }
            switch Lexer.scalar(bytes, place) {
            case 0x4E86, 0x989D, 0x4E3A, 0x6570, 0x7EA6, 0x8FD1, 0x5E45, 0x5EA6, 0x7387, 0x662F,
                0x8FBE, 0x4E2A, 0x91D1, 0x5171, 0x5408, 0x8BA1, 0x540C, 0x6BD4, 0x6536, 0x652F,
                0x8D44, 0x7ECF, 0x8D39, 0x51FA, 0x5165:
                place += 3
            default: return false
            }
        }
        return true
    }

    /// 的 stands right before the figure.
    var isOf: Bool {
        end - start >= 3 && bytes[end - 3] >= 0xE0 && Lexer.scalar(bytes, end - 3) == 0x7684
    }
}
