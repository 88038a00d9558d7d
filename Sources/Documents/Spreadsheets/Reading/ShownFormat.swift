import Quantities

/// How a number format makes a figure be read (显示格式): its decimals, signs and words.
///
/// - Source: ECMA-376 part 1, 18.8.31. Fractions, exponents and conditions show the bare figure.
struct ShownFormat: Hashable, Sendable {
    static let general = ShownFormat(sections: [])

    /// One for all figures, or those for positive ones, negative ones and zero.
    private let sections: [ShownFormatSection]
    /// The words of a day format, such as `年`; empty for `-` and `/`.
    private var dayParts: [DayPart] = []

    private enum DayPart: Hashable {
        case year, month, day
    }

    private init(sections: [ShownFormatSection]) { self.sections = sections }

    /// The formats that a workbook need not write down.
    ///
    /// - Source: ECMA-376 part 1, 18.8.30.
    init(builtIn id: Int) {
        let code =
            switch id {
            case 1: "0"
            case 2: "0.00"
            case 3, 37, 38: "#,##0"
            case 4, 39, 40: "#,##0.00"
            case 41, 42: "#,##0"
            case 43, 44: "#,##0.00"
            case 9: "0%"
            case 10: "0.00%"
            case 31: #"yyyy"年"m"月"d"日""#
            case 57: #"yyyy"年"m"月""#
            case 28, 29, 58: #"m"月"d"日""#
            default: "General"
            }
        self.init(code: code)
    }

    init(code: String) {
        let parts = Self.split(code)
        let read = parts.prefix(3).map { ShownFormatSection(code: $0) }
        sections = read.contains { !$0.isPlain } ? [] : Array(read)
        if code.contains("年") || code.contains("月") {
            let letters = code.lowercased()
            if letters.contains("y") || letters.contains("e") { dayParts.append(.year) }
            if letters.contains("m") { dayParts.append(.month) }
            if letters.contains("d") { dayParts.append(.day) }
        }
    }

    func text(of number: ExactDecimal) -> String {
        let isNegative = number.mantissa < 0
        let index = isNegative ? 1 : number.mantissa == 0 ? 2 : 0
        guard !sections.isEmpty else { return Self.generalText(of: number) }
        // A section of its own for negative figures brings its own sign.
        if isNegative, sections.count > 1 { return sections[1].text(of: number.negated) }
        let section = index < sections.count ? sections[index] : sections[0]
        let shown = section.text(of: isNegative ? number.negated : number)
        return isNegative && shown.contains { $0 >= "1" && $0 <= "9" } ? "-" + shown : shown
    }

    func text(of day: Day) -> String {
        guard !dayParts.isEmpty else { return day.iso }
        return dayParts.map { part in
            switch part {
            case .year: "\(day.year)年"
            case .month: "\(day.month)月"
            case .day: "\(day.day)日"
            }
        }.joined()
    }

    /// As a cell without a format shows it: at most 11 characters.
    private static func generalText(of number: ExactDecimal) -> String {
        let whole = number.text.split(separator: ".")[0].drop { $0 == "-" }.count
        let decimals = max(0, 10 - whole)
        guard number.scale > decimals else { return number.text }
        guard let rounded = try? number.rounded(to: decimals).trimmed(), rounded.mantissa != 0
        else { return number.text }
        return rounded.text
    }

    /// The sections of a code; `;` in quotes or behind `\` belongs to the words.
    private static func split(_ code: String) -> [String] {
        var sections = [""]
        var isQuoted = false
        var isEscaped = false
        for sign in code {
            if sign == ";", !isQuoted, !isEscaped {
                sections.append("")
                continue
            }
            if sign == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = sign == "\\" && !isEscaped && !isQuoted
            sections[sections.count - 1].append(sign)
        }
        return sections
    }
}

/// One section of a number format: words, digits, words.
struct ShownFormatSection: Hashable, Sendable {
    /// Holds nothing but words and digits that this type can write.
    private(set) var isPlain = true
    private var prefix = ""
    private var suffix = ""
    private var hasDigits = false
    private var isGrouped = false
    private var wholeDigits = 0
    /// Decimals that are always shown, and those that are shown where they are not zero.
    private var leastDecimals = 0
    private var mostDecimals = 0
    private var percents = 0
    /// Thousands that are left out at the end.
    private var thousands = 0
    private var isPastPoint = false
    private var commas = 0

    init(code: String) {
        let lowered = code.lowercased()
        if lowered.contains("general") || lowered.contains("通用格式") {
            isPlain = false
            return
        }
        var signs = Array(code)[...]
        while let sign = signs.popFirst() { take(sign, &signs) }
        thousands = commas
    }

    private mutating func take(_ sign: Character, _ rest: inout ArraySlice<Character>) {
        switch sign {
        case "0", "#", "?":
            if commas > 0 { (isGrouped, commas) = (true, 0) }
            hasDigits = true
            takeDigit(sign)
        case ".": isPastPoint = true
        case ",": if hasDigits { commas += 1 }
        case "%":
            percents += 1
            put("%")
        case "\"":
            while let next = rest.popFirst(), next != "\"" { put(next) }
        case "\\": rest.popFirst().map { put($0) }
        case "_": _ = rest.popFirst()
        case "*": _ = rest.popFirst()
        case "[": takeBracket(&rest)
        case "E", "e", "/", "@", "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S": isPlain = false
        default: put(sign)
        }
    }

    private mutating func takeDigit(_ sign: Character) {
        if !suffix.isEmpty { isPlain = false }
        if isPastPoint {
            mostDecimals += 1
            if sign == "0" { leastDecimals = mostDecimals }
        } else if sign == "0" {
            wholeDigits += 1
        }
    }

    /// A colour is passed over, a currency sign is shown, a condition is not understood.
    private mutating func takeBracket(_ rest: inout ArraySlice<Character>) {
        var inside = ""
        while let next = rest.popFirst(), next != "]" { inside.append(next) }
        if inside.hasPrefix("$") {
            for sign in inside.dropFirst().prefix(while: { $0 != "-" }) { put(sign) }
        } else if inside.contains(where: { "<>=".contains($0) }) {
            isPlain = false
        }
    }

    private mutating func put(_ sign: Character) {
        if hasDigits { suffix.append(sign) } else { prefix.append(sign) }
    }

    /// A figure that is not negative.
    func text(of number: ExactDecimal) -> String {
        guard hasDigits else { return prefix }
        let shift = 2 * percents - 3 * thousands
        guard let shifted = Self.shifted(number, by: shift),
            let rounded = try? shifted.rounded(to: min(mostDecimals, 30))
        else { return prefix + number.text + suffix }
        let digits = rounded.trimmed(keeping: leastDecimals).text.split(separator: ".")
        var whole = String(digits[0])
        if whole == "0", wholeDigits == 0 { whole = "" }
        if whole.count < wholeDigits {
            whole = String(repeating: "0", count: wholeDigits - whole.count) + whole
        }
        let decimals = digits.count > 1 ? "." + digits[1] : ""
        let shown = (isGrouped ? Self.grouped(whole) : whole) + decimals
        return prefix + (shown.isEmpty ? "0" : shown) + suffix
    }

    /// The number times a power of ten; nil past what a decimal holds.
    private static func shifted(_ number: ExactDecimal, by power: Int) -> ExactDecimal? {
        let scale = number.scale - power
        if scale > 38 { return nil }
        if scale >= 0 { return ExactDecimal(mantissa: number.mantissa, scale: scale) }
        var mantissa = number.mantissa
        for _ in 0..<(-scale) {
            let (next, overflow) = mantissa.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            mantissa = next
        }
        return ExactDecimal(mantissa: mantissa, scale: 0)
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
