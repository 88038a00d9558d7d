/// A stretch of the year that a text names (时段): its days and, where it is made of months, its months.
struct NamedPeriod: Equatable {
    /// Each length in days that it may have.
    var days: [Int16]
    var months: Int16?

    /// The last period that stands in `text`; nil for none.
    init?(lastIn text: some StringProtocol) {
        let scalars = Array(text.unicodeScalars)
        for place in scalars.indices.reversed() {
            guard let found = Self.period(endingAt: place, of: scalars) else { continue }
            self = found
            return
        }
        return nil
    }

    static let year = NamedPeriod(days: [365, 366], months: 12)

    private init(days: [Int16], months: Int16? = nil) {
        self.days = days
        self.months = months
    }

    /// 第28周, 1—9月, 三季度, 上半年, 全年, 2024年.
    private static func period(endingAt place: Int, of text: [Unicode.Scalar]) -> NamedPeriod? {
        let before = place > 0 ? text[place - 1] : " "
        switch text[place] {
        case "周" where before.value &- 0x30 < 10 || "本当一全".unicodeScalars.contains(before):
            guard !text[(place + 1)...].starts(with: ["年"]) else { return nil }
            return NamedPeriod(days: [7])
        case "月": return months(endingBefore: place, of: text)
        case "度" where before == "季": return quarter(text, place - 2)
        case "季" where !text[(place + 1)...].starts(with: ["度"]): return quarter(text, place - 1)
        case "年":
            if before == "半" { return NamedPeriod(days: [181, 182, 184], months: 6) }
            let isWhole = before == "全" || before == "本" || before.value &- 0x30 < 10
            return isWhole ? year : nil
        default: return nil
        }
    }

    private static func quarter(_ text: [Unicode.Scalar], _ place: Int) -> NamedPeriod? {
        guard place >= 0 else { return nil }
        if place > 0, text[place - 1] == "前" {
            switch text[place] {
            case "二", "两": return NamedPeriod(days: [181, 182], months: 6)
            case "三": return NamedPeriod(days: [273, 274], months: 9)
            default: return nil
            }
        }
        return "一二三四1234".unicodeScalars.contains(text[place])
            ? NamedPeriod(days: [90, 91, 92], months: 3) : nil
    }

    private static let lengths: [Int16] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private static func months(endingBefore place: Int, of text: [Unicode.Scalar]) -> NamedPeriod? {
        var start = place
        guard let last = number(text, &start), (1...12).contains(last) else { return nil }
        var first = last
        if start > 0, "-—–－~～至".unicodeScalars.contains(text[start - 1]) {
            var from = start - 1
            while from > 0, "-—–－月".unicodeScalars.contains(text[from - 1]) { from -= 1 }
            guard let number = number(text, &from), (1...last).contains(number) else { return nil }
            first = number
        }
        let days = lengths[first - 1..<last].reduce(0, +)
        let hasFebruary = first <= 2 && last >= 2
        return NamedPeriod(
            days: hasFebruary ? [days, days + 1] : [days], months: Int16(last - first + 1))
    }

    /// The Arabic number that ends before `place`, which moves to its start.
    private static func number(_ text: [Unicode.Scalar], _ place: inout Int) -> Int? {
        var value = 0
        var unit = 1
        while place > 0, unit <= 100, text[place - 1].value &- 0x30 < 10 {
            value += Int(text[place - 1].value - 0x30) * unit
            unit *= 10
            place -= 1
        }
        return unit > 1 && unit <= 100 ? value : nil
    }
}
