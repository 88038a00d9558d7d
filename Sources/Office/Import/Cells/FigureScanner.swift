/// Steps over the plain bytes of a cell that should hold a figure or a day.
struct FigureScanner {
    let bytes: CellBytes
    var index = 0

    init(_ bytes: CellBytes) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    mutating func take(_ text: StaticString) -> Bool {
        guard CellBytes(rebasing: bytes[index...]).starts(with: text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    mutating func skipSpaces() {
        while next == 0x20 { index += 1 }
    }

    private var digit: UInt64? {
        guard index < bytes.count, bytes[index] &- 0x30 <= 9 else { return nil }
        return UInt64(bytes[index] &- 0x30)
    }

    /// How many digits stand from here on.
    func countDigits() -> Int {
        var end = index
        while end < bytes.count, bytes[end] &- 0x30 <= 9 { end += 1 }
        return end - index
    }

    /// Reads a whole number of `lengths` digits; nil, without a step, where it is shorter or longer.
    mutating func whole(_ lengths: ClosedRange<Int>) -> Int? {
        guard lengths.contains(countDigits()) else { return nil }
        var value = 0
        while let digit {
            value = value * 10 + Int(digit)
            index += 1
        }
        return value
    }

    /// A number as scanned: `mantissa` at `scale` decimals, trailing zeros of the decimals dropped.
    struct Number {
        var mantissa: UInt64 = 0
        var scale = 0
        var isTooLong = false

        mutating func append(_ digit: UInt64) {
            let (shifted, first) = mantissa.multipliedReportingOverflow(by: 10)
            let (sum, second) = shifted.addingReportingOverflow(digit)
            mantissa = sum
            if first || second { isTooLong = true }
        }
    }

    /// Reads `1234.50`, `1,234.50` or `1 234.50`; nil where no number begins or its groups are wrong.
    mutating func number() -> Number? {
        var number = Number()
        let leading = countDigits()
        while let digit {
            number.append(digit)
            index += 1
        }
        if leading > 0, leading <= 3, let separator = next, separator == 0x2C || separator == 0x20 {
            guard groups(separatedBy: separator, &number) else { return nil }
        }
        guard next == UInt8(ascii: ".") else { return leading > 0 ? number : nil }
        index += 1
        guard countDigits() > 0 else { return nil }
        var zeros = 0
        while let digit {
            index += 1
            if digit == 0 {
                zeros += 1
                continue
            }
            for _ in 0..<zeros { number.append(0) }
            number.append(digit)
            number.scale += zeros + 1
            zeros = 0
        }
        return number
    }

    /// Reads the groups of three behind the first; a space that no digit follows is left alone.
    private mutating func groups(separatedBy separator: UInt8, _ number: inout Number) -> Bool {
        while next == separator {
            index += 1
            let count = countDigits()
            if count == 0, separator == 0x20 {
                index -= 1
                return true
            }
            guard count == 3 else { return false }
            while let digit {
                number.append(digit)
                index += 1
            }
        }
        return true
    }
}
