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

    /// 预算　120　115.2: whether a wide blank that ends at `last` sets columns apart; those of 合　计 and at
    /// the beginning of a sentence do not.
    private static func isColumnGap(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ last: Int, _ end: Int
    ) -> Bool {
        let first = last - 2
        guard first >= start + 3, last + 3 < end, !isWideBlank(text, start, first - 1) else {
            return false
        }
        // 计
        if text[last + 1] == 0xE8, text[last + 2] == 0xAE, text[last + 3] == 0xA1 { return false }
        // 。 ， ； ： end what stands before.
        let isSign =
            text[first - 3] == 0xEF && text[first - 2] == 0xBC
            || text[first - 3] == 0xE3 && text[first - 2] == 0x80
        return !isSign
    }

    /// Whether U+3000 ends at `last`.
    private static func isWideBlank(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ last: Int
    ) -> Bool {
        last >= start + 2 && text[last] == 0x80 && text[last - 1] == 0x80 && text[last - 2] == 0xE3
    }

    /// 管理费 12.50 11.80: whether two plain numbers or more, one blank apart, fill the line behind `blank`.
    private static func isBeforeNumbers(
        _ text: UnsafeBufferPointer<UInt8>, _ blank: Int, _ start: Int, _ end: Int
    ) -> Bool {
        guard blank >= start + 3, text[blank - 1] >= 0x80 else { return false }
        var place = blank
        var numbers = 0
        while place < end {
            guard text[place] == 0x20, place + 1 < end, text[place + 1] &- 0x30 < 10 else {
                return false
            }
            place += 1
            while place < end,
                text[place] &- 0x30 < 10 || text[place] == UInt8(ascii: ".")
                    || text[place] == UInt8(ascii: ",") || text[place] == UInt8(ascii: "%")
            {
                place += 1
            }
            numbers += 1
        }
        return numbers >= 2
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
                let high = bytes(of: block ^ (ones &* 0x80), below: 1)
                // Two bytes 0x80 in a row, here or with the next block, may be a wide blank.
                let wide = high & (high >> 8) | high & (1 << 63)
                if bytes(of: block, below: 0x21) | bars | wide == 0 {
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
                    if blanks == 1, gaps == 0, isBeforeNumbers(text, index, start, end) {
                        return true
                    }
                    if blanks == 2 { gaps += 1 }
                    if blanks == 3 || gaps == 2 || blanks == 2 && isBetweenDigits(text, index, end)
                    {
                        return true
                    }
                case 0x80 where isWideBlank(text, start, index):
                    blanks = 0
                    if isColumnGap(text, start, index, end) { gaps += 1 }
                    if gaps == 2 { return true }
                default: blanks = 0
                }
                index += 1
            }
        }
        return false
    }
}
