/// How a number format (数字格式) makes a number be seen.
enum NumberFormat: UInt8, Hashable, Sendable {
    case general
    case percent
    case day
    /// A time of day alone; a number below 1 is no day.
    case time

    /// The formats that a workbook need not write down.
    ///
    /// - Source: ECMA-376 part 1, 18.8.30, with the Chinese meanings of 27–36 and 50–58.
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .day
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        // 46 counts hours past 24: a duration, not a day.
        default: self = .general
        }
    }

    /// Reads a format code such as `yyyy"年"m"月"d"日"` by its first section.
    init(code: String) {
        let bytes = Array(code.utf8)
        let lowered = code.lowercased()
        guard !lowered.hasPrefix("general"), !lowered.hasPrefix("g/通用格式") else {
            self = .general
            return
        }
        var letters = FormatLetters()
        var index = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
            index = letters.take(bytes, index)
        }
        self = letters.format
    }
}

/// The letters of a format code that decide what it shows.
private struct FormatLetters {
    private var hasDate = false
    private var hasMonthOrMinute = false
    private var hasTime = false
    private var isElapsed = false
    private var hasPercent = false

    var format: NumberFormat {
        if isElapsed { return .general }
        if hasDate { return .day }
        if hasTime { return .time }
        if hasMonthOrMinute { return .day }
        return hasPercent ? .percent : .general
    }

    /// Takes what begins at `index` and returns where the next thing begins.
    mutating func take(_ bytes: [UInt8], _ index: Int) -> Int {
        func end(of closing: UInt8) -> Int {
            (bytes[(index + 1)...].firstIndex(of: closing) ?? bytes.count - 1) + 1
        }
        switch bytes[index] | 0x20 {
        case UInt8(ascii: "\"") where bytes[index] == UInt8(ascii: "\""):
            return end(of: UInt8(ascii: "\""))
        case UInt8(ascii: "{") where bytes[index] == UInt8(ascii: "["):
            let close = end(of: UInt8(ascii: "]"))
            let inside = bytes[(index + 1)..<max(index + 1, close - 1)].map { $0 | 0x20 }
            let unit = inside.first ?? 0
            if [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(unit),
                inside.allSatisfy({ $0 == unit })
            {
                isElapsed = true
            }
            return close
        case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "b"): hasDate = true
        case UInt8(ascii: "e"):
            // `0.00E+00` is scientific, `e年` a year.
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { return index + 2 }
            hasDate = true
        case UInt8(ascii: "m"): hasMonthOrMinute = true
        case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
        case UInt8(ascii: "%"): hasPercent = true
        default:
            // The character after these is shown as it is, or as a space of its width.
            if bytes[index] == UInt8(ascii: "\\") || bytes[index] == UInt8(ascii: "_")
                || bytes[index] == UInt8(ascii: "*")
            {
                return index + 2
            }
        }
        return index + 1
    }
}
