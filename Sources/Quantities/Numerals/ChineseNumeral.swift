/// Chinese numerals (中文数字), 小写 三百二十一 and 大写 叁佰贰拾壹.
package enum ChineseNumeral {
    package enum Style: Hashable, Sendable {
        /// 小写: in prose and headings.
        case lower
        /// 大写: on vouchers.
        case capital
    }

    /// Returns the numeral of a whole number; `10` is 十 in lower and 壹拾 in capital style.
    package static func text(of number: Int64, _ style: Style = .lower) -> String {
        if number == 0 { return "零" }
        let text = magnitudeText(number.magnitude, style)
        let short = style == .lower && text.hasPrefix("一十") ? String(text.dropFirst()) : text
        return number < 0 ? "负" + short : short
    }

    /// Returns the digits one by one, as a year is written: `二〇二一`.
    package static func digits(of number: UInt64) -> String {
        String(number).utf8.map { lowerDigits[Int($0 - UInt8(ascii: "0"))] }.joined()
            .replacingZero()
    }

    private static let lowerDigits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let capitalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    private static let lowerPlaces = ["", "十", "百", "千"]
    private static let capitalPlaces = ["", "拾", "佰", "仟"]

    static func digit(_ value: Int, _ style: Style) -> String {
        (style == .lower ? lowerDigits : capitalDigits)[value]
    }

    /// 亿 above 亿 nests (九亿亿), 万 stands inside each; one 零 stands for a gap.
    private static func magnitudeText(_ number: UInt64, _ style: Style) -> String {
        for (step, name) in [(100_000_000 as UInt64, "亿"), (10_000, "万")] where number >= step {
            let (high, low) = number.quotientAndRemainder(dividingBy: step)
            let head = magnitudeText(high, style) + name
            guard low > 0 else { return head }
            return head + (low < step / 10 ? "零" : "") + magnitudeText(low, style)
        }
        var text = ""
        var gap = false
        for place in stride(from: 3, through: 0, by: -1) {
            let value = Int(number / [1, 10, 100, 1000][place] % 10)
            guard value > 0 else {
                gap = !text.isEmpty
                continue
            }
            let name = (style == .lower ? lowerPlaces : capitalPlaces)[place]
            text += (gap ? "零" : "") + digit(value, style) + name
            gap = false
        }
        return text
    }
}

extension String {
    /// In digits written one by one the zero is 〇.
    fileprivate func replacingZero() -> String {
        String(map { $0 == "零" ? "〇" : $0 })
    }
}
