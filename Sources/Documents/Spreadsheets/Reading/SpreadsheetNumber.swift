import Quantities

/// Reads the text of a double as the figure that Excel shows (数字单元格).
///
/// A double has 17 digits of which Excel shows 15: `0.30000000000000004` is 0.3 and
/// `8.3000000000000007` is 8.3. The digits are cut in the text, never in a `Double`.
enum SpreadsheetNumber: Equatable {
    case number(ExactDecimal)
    case notANumber
    /// Past 10^37.
    case tooLarge

    private static let significantDigits = 15

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scan = DigitScan(bytes)
        guard scan.run() else {
            self = .notANumber
            return
        }
        self = Self.value(scan)
    }

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { SpreadsheetNumber($0) }
    }

    private static func value(_ scan: DigitScan) -> SpreadsheetNumber {
        var (kept, power) = (scan.kept, scan.power)
        if kept == 0 { return .number(ExactDecimal(mantissa: 0, scale: 0)) }
        if scan.firstDropped >= 5 { kept += 1 }
        while power < 0, kept % 10 == 0 {
            kept /= 10
            power += 1
        }
        var mantissa = Int128(kept)
        if power > 0 {
            guard scan.keptDigits + power <= 37 else { return .tooLarge }
            for _ in 0..<power { mantissa *= 10 }
            power = 0
        }
        while power < -38 {
            // Below the 38th decimal nothing counts any more.
            mantissa = mantissa < 10 ? 0 : mantissa / 10
            power += 1
            if mantissa == 0 { power = 0 }
        }
        return .number(
            ExactDecimal(mantissa: scan.isNegative ? -mantissa : mantissa, scale: -power))
    }

    /// One pass over sign, digits, point and exponent.
    private struct DigitScan {
        private let bytes: UnsafeBufferPointer<UInt8>
        private(set) var isNegative = false
        /// The first 15 significant digits.
        private(set) var kept: UInt64 = 0
        private(set) var keptDigits = 0
        /// The digit after them.
        private(set) var firstDropped: UInt8 = 0
        /// The power of ten of the last kept digit.
        private(set) var power = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        /// False where the bytes are no number.
        mutating func run() -> Bool {
            var index = 0
            var end = bytes.count
            while index < end, bytes[index] <= 0x20 { index += 1 }
            while end > index, bytes[end - 1] <= 0x20 { end -= 1 }
            guard index < end, end - index <= 400 else { return false }
            if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                isNegative = bytes[index] == UInt8(ascii: "-")
                index += 1
            }
            var digits = 0
            var isPastPoint = false
            var dropped = 0
            while index < end {
                let digit = bytes[index] &- 48
                if digit <= 9 {
                    digits += 1
                    if keptDigits < SpreadsheetNumber.significantDigits {
                        kept = kept * 10 + UInt64(digit)
                        if kept > 0 { keptDigits += 1 }
                        if isPastPoint { power -= 1 }
                    } else {
                        if dropped == 0 { firstDropped = digit }
                        dropped += 1
                        if !isPastPoint { power += 1 }
                    }
                } else if bytes[index] == UInt8(ascii: "."), !isPastPoint {
                    isPastPoint = true
                } else {
                    break
                }
                index += 1
            }
            guard digits > 0 else { return false }
            if index == end { return true }
            return readExponent(from: index, to: end)
        }

        private mutating func readExponent(from start: Int, to end: Int) -> Bool {
            var index = start
            guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return false }
            index += 1
            var isBelowOne = false
            if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                isBelowOne = bytes[index] == UInt8(ascii: "-")
                index += 1
            }
            guard index < end, end - index <= 4 else { return false }
            var exponent = 0
            while index < end {
                let digit = bytes[index] &- 48
                guard digit <= 9 else { return false }
                exponent = exponent * 10 + Int(digit)
                index += 1
            }
            power += isBelowOne ? -exponent : exponent
            return true
        }
    }
}
