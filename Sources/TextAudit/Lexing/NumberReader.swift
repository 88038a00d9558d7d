/// Reads one number with its unit (读数).
///
/// The common spellings are read here, byte by byte, since a text has millions of them; Chinese
/// numerals are left to Quantities.
struct NumberReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place: Int

    var mantissa: Int64 = 0
    var decimals = 0
    var digits = 0

    init(bytes: UnsafeBufferPointer<UInt8>, place: Int) {
        self.bytes = bytes
        self.place = place
    }

    /// The figure at the place; nil where its digits are too many, with the place behind them.
    mutating func figure(_ table: borrowing ScalarTable) -> Figure? {
        let start = place
        run()
        groups()
        let whole = digits
        if isPoint, digit(at: place + pointWidth) != nil {
            place += pointWidth
            run()
            decimals = digits - whole
            // 1.2.3 and 2021.3.5 are versions and days.
            if isPoint, digit(at: place + pointWidth) != nil {
                while digit(at: place) != nil || isPoint { place += 1 }
                return nil
            }
        }
        guard digits <= 17 else { return nil }
        var figure = Figure(
            mantissa: mantissa, decimals: UInt8(decimals), scale: 0, kind: .number, unit: 0,
            marks: [], start: Int32(start), digitsEnd: Int32(place), end: Int32(place), token: 0)
        unit(&figure, table)
        return figure
    }

    // MARK: Digits

    mutating func run() {
        while let digit = digit(at: place) {
            if digits < 18 { mantissa = mantissa * 10 + Int64(digit.value) }
            digits += 1
            place += digit.width
        }
    }

    /// `,234,567`: groups of exactly three.
    mutating func groups() {
        guard digits <= 3 else { return }
        while place < bytes.count, bytes[place] == UInt8(ascii: ",") {
            var next = place + 1
            var count = 0
            while let digit = digit(at: next) {
                next += digit.width
                count += 1
            }
            guard count == 3 else { return }
            place += 1
            run()
        }
    }

    @inline(__always)
    func digit(at place: Int) -> (value: UInt8, width: Int)? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        if byte &- 0x30 < 10 { return (byte &- 0x30, 1) }
        guard byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBC,
            bytes[place + 2] &- 0x90 < 10
        else { return nil }
        return (bytes[place + 2] &- 0x90, 3)
    }

    var isPoint: Bool {
        guard place < bytes.count else { return false }
        if bytes[place] == UInt8(ascii: ".") { return true }
        return bytes[place] == 0xEF && place + 2 < bytes.count && bytes[place + 1] == 0xBC
            && bytes[place + 2] == 0x8E
    }

    var pointWidth: Int { bytes[place] == UInt8(ascii: ".") ? 1 : 3 }
}
