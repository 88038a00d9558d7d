/// Looks through the bytes of a line, eight at a time (行扫描).
enum LineScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    private static func block(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
        UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// Not zero where a byte of the block may be below `limit`.
    @inline(__always)
    private static func bytes(of block: UInt64, below limit: UInt64) -> UInt64 {
        (block &- (ones &* limit)) & ~block & highs
    }

    /// The first newline, return or form feed at or behind `start`; the end where there is none.
    static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count {
            if index + 8 <= text.count, bytes(of: block(text, index), below: 0x0E) == 0 {
                index += 8
                continue
            }
            let stop = min(text.count, index + 8)
            while index < stop {
                let byte = text[index]
                if byte == 0x0A || byte == 0x0D || byte == 0x0C { return index }
                index += 1
            }
        }
        return text.count
    }

    /// The first of three bytes at or behind `start`; nil where none follows.
    static func first(
        of one: UInt8, _ two: UInt8, _ three: UInt8, in text: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) -> Int? {
        let (first, second, third) = (
            ones &* UInt64(one), ones &* UInt64(two), ones &* UInt64(three)
        )
        var index = start
        while index < text.count {
            if index + 8 <= text.count {
                let block = block(text, index)
                let found =
                    bytes(of: block ^ first, below: 1) | bytes(of: block ^ second, below: 1)
                    | bytes(of: block ^ third, below: 1)
                if found == 0 {
                    index += 8
                    continue
                }
            }
            let stop = min(text.count, index + 8)
            while index < stop {
                let byte = text[index]
                if byte == one || byte == two || byte == three { return index }
                index += 1
            }
        }
        return nil
    }

    /// How many scalars begin in a stretch.
    static func scalars(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var continuations = 0
        var index = start
        while index + 8 <= end {
            let block = block(text, index)
            let bits = (block &>> 7) & ~(block &>> 6) & ones
            continuations += Int((bits &* ones) &>> 56)
            index += 8
        }
        while index < end {
            if text[index] & 0xC0 == 0x80 { continuations += 1 }
            index += 1
        }
        return end - start - continuations
    }

    /// 938,600.00  50,080.00: whether digits stand on both sides of the second of two blanks.
    private static func isBetweenDigits(
        _ text: UnsafeBufferPointer<UInt8>, _ second: Int, _ end: Int
    ) -> Bool {
        second >= 2 && second + 1 < end && text[second - 2] &- 0x30 < 10
            && text[second + 1] &- 0x30 < 10
    }

    /// Whether a line has a tab or a bar, three blanks in a row, or two blanks twice or between digits.
    static func hasColumns(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Bool {
        var blanks = 0
        var gaps = 0
        var index = start
        while index < end {
            if index + 8 <= end {
                let block = block(text, index)
                let bars = bytes(of: block ^ (ones &* UInt64(UInt8(ascii: "|"))), below: 1)
                if bytes(of: block, below: 0x21) | bars == 0 {
                    blanks = 0
                    index += 8
                    continue
                }
            }
            let stop = min(end, index + 8)
            while index < stop {
                switch text[index] {
                case 0x09, UInt8(ascii: "|"): return true
                case 0x20:
                    blanks += 1
                    if blanks == 2 { gaps += 1 }
                    if blanks == 3 || gaps == 2 || blanks == 2 && isBetweenDigits(text, index, end)
                    {
                        return true
                    }
                default: blanks = 0
                }
                index += 1
            }
        }
        return false
    }
}
