package import Quantities

/// A 指标值 or 完成值 as written (填报值): comparator, number, unit; a day; or words.
///
/// - Source: 表样 §0.3, indicator value grammar.
package struct DeclaredValue: Hashable, Sendable {
    /// Folded to half width, without blanks.
    package let text: String
    package let comparator: Comparator?
    /// As written, so that 20万元 is 20 of 万元; the lower end of a range.
    package let number: Fraction?
    package let upper: Fraction?
    /// Empty where none is written.
    package let unit: String
    /// The last day that is in time; nil where the value is no day.
    package let day: Day?

    /// - Parameter year: for days without a year; nil leaves such a day unread.
    package init(_ written: String, year: Int? = nil) {
        let text = written.compactAnswer
        self.text = text
        var rest = text[...]
        var comparator = Self.takePrefix(&rest)
        if let (day, end) = Self.day(in: rest, year: year) {
            (self.day, number, upper, unit) = (day, nil, nil, "")
            self.comparator = comparator ?? (end == "前" ? .atMost : nil)
            return
        }
        day = nil
        number = Self.takeNumber(&rest)
        var upper: Fraction?
        if number != nil, let sign = rest.first, "-~至—".contains(sign) {
            var after = rest.dropFirst()
            if let end = Self.takeNumber(&after) { (upper, rest) = (end, after) }
        }
        self.upper = upper
        for (ending, sign) in Self.endings where rest.hasSuffix(ending) && number != nil {
            comparator = comparator ?? sign
            rest = rest.dropLast(ending.count)
        }
        unit = number == nil ? "" : String(rest)
        self.comparator = comparator
    }

    /// Whether it claims to be measured, even where the number lacks (≥若干).
    package var isQuantitative: Bool { number != nil || day != nil || comparator != nil }

    private static let prefixes: [(String, Comparator)] = [
        ("＞＝", .atLeast), ("＜＝", .atMost), ("＞", .greater), ("＜", .less), ("＝", .equal),
        (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≧", .atLeast), ("≤", .atMost),
        ("≦", .atMost), (">", .greater), ("<", .less), ("=", .equal), ("不低于", .atLeast),
        ("不少于", .atLeast), ("不小于", .atLeast), ("达到", .atLeast), ("不超过", .atMost),
        ("不高于", .atMost), ("不大于", .atMost), ("不多于", .atMost), ("大于", .greater),
        ("高于", .greater), ("小于", .less), ("低于", .less), ("等于", .equal),
    ]

    private static let endings: [(String, Comparator)] = [
        ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost),
        ("以内", .atMost), ("之内", .atMost),
    ]

    private static func takePrefix(_ rest: inout Substring) -> Comparator? {
        guard let (prefix, sign) = prefixes.first(where: { rest.utf8.starts(with: $0.0.utf8) })
        else { return nil }
        rest = rest.dropFirst(prefix.count)
        return sign
    }

    private static func takeNumber(_ rest: inout Substring) -> Fraction? {
        let sign = rest.utf8.prefix(1).prefix { $0 == UInt8(ascii: "-") }
        let unsigned = rest.utf8[sign.endIndex...].prefix {
            $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
        guard !unsigned.isEmpty else { return nil }
        let digits = rest[sign.startIndex..<unsigned.endIndex]
        let plain =
            digits.utf8.contains(UInt8(ascii: ",")) ? digits.filter { $0 != "," } : String(digits)
        guard let number = ExactDecimal(plain) else { return nil }
        rest = rest[digits.endIndex...]
        return number.fraction
    }

    /// `2021年12月20日前`, `12月底前`, `2021-12-20`: the day, and what stands behind it.
    private static func day(in text: Substring, year: Int?) -> (Day, Substring)? {
        var rest = text
        guard text.utf8.first?.isDigit ?? false else { return nil }
        if let day = Day(iso: text.prefix(10)) { return (day, text.dropFirst(10)) }
        var (year, month) = (year, 0)
        guard let first = takeInteger(&rest) else { return nil }
        if rest.hasPrefix("年") {
            rest = rest.dropFirst()
            year = first
            guard let second = takeInteger(&rest) else {
                guard rest.hasPrefix("底") || rest == "前",
                    let day = Day(year: first, month: 12, day: 31)
                else { return nil }
                return (day, rest.hasPrefix("底") ? rest.dropFirst() : rest)
            }
            month = second
        } else {
            month = first
        }
        guard rest.hasPrefix("月"), let year, (1...12).contains(month) else { return nil }
        rest = rest.dropFirst()
        if let number = takeInteger(&rest), rest.hasPrefix("日"),
            let day = Day(year: year, month: month, day: number)
        {
            return (day, rest.dropFirst())
        }
        // 12月 alone is a duration; a day is 12月底 or 12月前.
        guard rest.hasPrefix("底") || rest.hasPrefix("末") || rest == "前" else { return nil }
        let last = Day(year: year, month: month, day: Day.daysInMonth(month, of: year))
        return last.map { ($0, rest == "前" ? rest : rest.dropFirst()) }
    }

    private static func takeInteger(_ rest: inout Substring) -> Int? {
        let digits = rest[..<rest.utf8.prefix(while: \.isDigit).endIndex]
        guard digits.utf8.count <= 4, let number = Int(digits) else { return nil }
        rest = rest[digits.endIndex...]
        return number
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
