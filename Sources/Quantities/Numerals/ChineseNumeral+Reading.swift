extension ChineseNumeral {
    /// Reads a whole numeral such as `一亿零三百万`, `两百`, `壹佰`, `二〇二一`, `负五`.
    ///
    /// - Throws: ``FigureSyntaxError``, at the first byte that fits no numeral.
    package static func value(reading text: some StringProtocol) throws(FigureSyntaxError) -> Int64
    {
        try Array(text.utf8).withUnsafeBufferPointer { bytes throws(FigureSyntaxError) in
            var scanner = ByteScanner(bytes)
            let negative = scanner.take("负")
            let start = scanner.offset
            guard let numeral = try scanner.chineseInteger() else {
                throw .missingDigits(offset: start)
            }
            guard scanner.isAtEnd else { throw .trailingText(offset: scanner.offset) }
            let value = Int64(numeral.value)
            return negative ? -value : value
        }
    }
}

/// A scalar as part of a Chinese numeral.
enum NumeralSign: Equatable {
    case digit(Int128)
    /// 十百千万亿 by their power of ten.
    case place(Int)

    init?(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "零", "〇", "○": self = .digit(0)
        case "一", "壹", "弌": self = .digit(1)
        case "二", "贰", "两", "貳", "兩": self = .digit(2)
        case "三", "叁", "參", "叄": self = .digit(3)
        case "四", "肆": self = .digit(4)
        case "五", "伍": self = .digit(5)
        case "六", "陆", "陸": self = .digit(6)
        case "七", "柒": self = .digit(7)
        case "八", "捌": self = .digit(8)
        case "九", "玖": self = .digit(9)
        case "十", "拾": self = .place(1)
        case "百", "佰": self = .place(2)
        case "千", "仟": self = .place(3)
        case "万", "萬": self = .place(4)
        case "亿", "億": self = .place(8)
        default: return nil
        }
    }
}

/// A whole Chinese numeral as read.
struct ReadNumeral {
    /// Below 10^18.
    let value: Int128
    /// The power of a closing 万 or 亿: 二十万 states 20 × 10^4.
    let power: Int
}

extension ByteScanner {
    /// Reads a numeral; nil, and nothing consumed, where none begins.
    mutating func chineseInteger() throws(FigureSyntaxError) -> ReadNumeral? {
        guard let first = NumeralSign(next), first != .place(2), first != .place(3),
            first != .place(4), first != .place(8)
        else { return nil }
        if let numeral = try positionalNumeral() { return numeral }
        var numeral = NumeralInProgress()
        while let sign = NumeralSign(next) {
            if case .place(let power) = sign, endsBeforeUnit(power) { break }
            try numeral.accept(sign, at: offset)
            advance(by: 3)
        }
        return try numeral.finished(at: offset)
    }

    /// 千克, 千米 and 百分点 are units; their 千 and 百 are no multipliers.
    func endsBeforeUnit(_ power: Int) -> Bool {
        if power == 2 { return stands("百分点") }
        guard power == 3 else { return false }
        switch glyph(at: offset + 3).scalar {
        case "克", "米", "瓦", "伏", "卡", "赫", "帕", "焦": return true
        default: return false
        }
    }

    /// 二〇二一 or 一二三: digits one by one, at least three or with a 〇 among them.
    private mutating func positionalNumeral() throws(FigureSyntaxError) -> ReadNumeral? {
        var (value, count, place): (Int128, Int, Int) = (0, 0, offset)
        var zero = false
        while case .digit(let digit)? = NumeralSign(glyph(at: place).scalar) {
            guard count < 18 else { throw .tooManyDigits(offset: place) }
            value = value * 10 + digit
            zero = zero || (digit == 0 && count > 0)
            count += 1
            place += 3
        }
        if NumeralSign(glyph(at: place).scalar) != nil { return nil }
        guard count >= 3 || (count == 2 && zero) else { return nil }
        move(to: place)
        return ReadNumeral(value: value, power: 0)
    }
}

/// What is known of a numeral while its signs come in.
private struct NumeralInProgress {
    /// Closed by 亿, closed by 万, and the section below 万.
    private var hundredMillions: Int128 = 0
    private var tenThousands: Int128 = 0
    private var section: Int128 = 0
    private var digit: Int128?
    /// The power of the last place sign; the next one in a section must be lower.
    private var lastPlace: Int?
    private var sectionPlace = 4
    private var afterZero = false
    private var closing = 0
    private var closingCount = 0

    mutating func accept(_ sign: NumeralSign, at offset: Int) throws(FigureSyntaxError) {
        switch sign {
        case .digit(0):
            guard digit == nil, !afterZero else { throw .malformedNumeral(offset: offset) }
            if lastPlace == nil { digit = 0 } else { afterZero = true }
        case .digit(let value):
            guard digit == nil else { throw .malformedNumeral(offset: offset) }
            digit = value
            closing = 0
        case .place(let power) where power < 4:
            guard power < sectionPlace, digit != 0, digit != nil || power == 1
            else { throw .malformedNumeral(offset: offset) }
            section += (digit ?? 1) * [1, 10, 100, 1000][power]
            (digit, lastPlace, sectionPlace, afterZero, closing) = (nil, power, power, false, 0)
        case .place(let power):
            try close(power, at: offset)
        }
    }

    private mutating func close(_ power: Int, at offset: Int) throws(FigureSyntaxError) {
        section += digit ?? 0
        let below = power == 4 ? section : hundredMillions + tenThousands + section
        guard below > 0, power == 8 || tenThousands == 0, !afterZero || digit != nil,
            closing == 0 || power == 8
        else { throw .malformedNumeral(offset: offset) }
        if power == 4 {
            tenThousands = section * 10_000
        } else {
            closingCount += 1
            guard closingCount <= 2, below < 10_000_000_000
            else { throw .tooManyDigits(offset: offset) }
            (hundredMillions, tenThousands) = (below * 100_000_000, 0)
        }
        closing += power
        (section, digit, lastPlace, sectionPlace, afterZero) = (0, nil, power, 4, false)
    }

    func finished(at offset: Int) throws(FigureSyntaxError) -> ReadNumeral {
        guard !afterZero || digit != nil else { throw .malformedNumeral(offset: offset) }
        var tail = digit ?? 0
        // 一百二 is 120 and 三万五 is 35000, but 一百零二 is 102.
        if let lastPlace, !afterZero {
            for _ in 1..<max(lastPlace, 1) { tail *= 10 }
        }
        let value = hundredMillions + tenThousands + section + tail
        guard value < 1_000_000_000_000_000_000 else { throw .tooManyDigits(offset: offset) }
        return ReadNumeral(value: value, power: min(closing, 12))
    }
}
