extension FigureReader {
    /// The digits of a number, Arabic or Chinese, with the multipliers that are written into it.
    mutating func numberDigits() throws(FigureSyntaxError) -> FigureDigits {
        let start = scanner.offset
        var digits: FigureDigits
        if scanner.digit(at: start) != nil {
            digits = try arabicDigits()
        } else if let numeral = try chineseInteger() {
            digits = FigureDigits(mantissa: numeral.value, isChinese: true)
            digits.state(power: numeral.power)
            if numeral.power == 0 { try takeChineseDecimals(&digits) }
        } else {
            throw .missingDigits(offset: start)
        }
        digits.end = scanner.offset
        return digits
    }

    /// In prose a lone 陆 or 伍 belongs to a word (陆海, 队伍) unless it counts money.
    private mutating func chineseInteger() throws(FigureSyntaxError) -> ReadNumeral? {
        let start = scanner.offset
        let isCapital = "壹贰叁肆伍陆柒捌玖拾".unicodeScalars.contains(scanner.next)
        let numeral = try scanner.chineseInteger()
        guard setting == .prose, isCapital, scanner.offset == start + 3 else { return numeral }
        switch scanner.next {
        case "元", "圆", "圓", "角", "分": return numeral
        default: throw .missingDigits(offset: start)
        }
    }

    /// 三点五; 三点十分 and 三点五分 are times of day.
    private mutating func takeChineseDecimals(
        _ digits: inout FigureDigits
    ) throws(FigureSyntaxError) {
        let end = scanner.offset
        guard scanner.take("点") else { return }
        var read = digits
        while case .digit(let digit)? = NumeralSign(scanner.next) {
            guard read.mantissa < 100_000_000_000_000_000, read.scale < 18
            else { throw .tooManyDigits(offset: scanner.offset) }
            read.mantissa = read.mantissa * 10 + digit
            read.scale += 1
            scanner.advance(by: 3)
        }
        guard read.scale > 0, scanner.next != "十", scanner.next != "分", scanner.next != "刻" else {
            scanner.move(to: end)
            return
        }
        digits = read
    }

    private mutating func arabicDigits() throws(FigureSyntaxError) -> FigureDigits {
        var digits = FigureDigits(mantissa: 0)
        let first = try takeRun(into: &digits)
        if first <= 3 { try takeGroups(into: &digits) }
        let point = scanner.glyph(at: scanner.offset)
        if point.scalar == ".", scanner.digit(at: scanner.offset + point.width) != nil {
            scanner.advance(by: point.width)
            digits.scale = try takeRun(into: &digits)
        }
        return digits
    }

    /// Reads digits up to the first other byte; returns how many.
    private mutating func takeRun(into digits: inout FigureDigits) throws(FigureSyntaxError) -> Int
    {
        var count = 0
        while let digit = scanner.digit(at: scanner.offset) {
            guard digits.mantissa < 100_000_000_000_000_000, count < 18
            else { throw .tooManyDigits(offset: scanner.offset) }
            digits.mantissa = digits.mantissa * 10 + digit.value
            scanner.advance(by: digit.width)
            count += 1
        }
        return count
    }

    /// Reads `,234,567`. In prose a lone `，` before three digits is a comma between two figures.
    private mutating func takeGroups(into digits: inout FigureDigits) throws(FigureSyntaxError) {
        let start = scanner.offset
        var read = digits
        var groups = 0
        while let width = commaWidth, let end = groupEnd(after: width) {
            groups += 1
            scanner.advance(by: width)
            while scanner.offset < end { try takeDigit(into: &read) }
        }
        guard groups > 0 else { return }
        let isWide = scanner.bytes[start] != UInt8(ascii: ",")
        if let width = commaWidth, scanner.digit(at: scanner.offset + width) != nil, !isWide {
            throw .malformedGrouping(offset: scanner.offset)
        }
        if setting == .prose, isWide, groups == 1, scanner.next != "." {
            scanner.move(to: start)
            return
        }
        digits = read
    }

    private mutating func takeDigit(into digits: inout FigureDigits) throws(FigureSyntaxError) {
        guard let digit = scanner.digit(at: scanner.offset) else { return }
        guard digits.mantissa < 100_000_000_000_000_000
        else { throw .tooManyDigits(offset: scanner.offset) }
        digits.mantissa = digits.mantissa * 10 + digit.value
        scanner.advance(by: digit.width)
    }

    /// The bytes of the comma at the cursor.
    private var commaWidth: Int? {
        let glyph = scanner.glyph(at: scanner.offset)
        return glyph.scalar == "," ? glyph.width : nil
    }

    /// The end of exactly three digits after the comma; nil for any other number of them.
    private func groupEnd(after width: Int) -> Int? {
        var place = scanner.offset + width
        for _ in 0..<3 {
            guard let digit = scanner.digit(at: place) else { return nil }
            place += digit.width
        }
        return scanner.digit(at: place) == nil ? place : nil
    }

    /// Takes 百/千/万/亿 after the digits, and the lower parts of 1亿2300万.
    mutating func multiply(_ digits: inout FigureDigits) throws(FigureSyntaxError) {
        let end = scanner.offset
        if !digits.isChinese { scanner.skipSpaces() }
        var power = takePower()
        guard power > 0 else { return scanner.move(to: end) }
        guard digits.power + power <= 12 else { throw .tooManyDigits(offset: end) }
        digits.power += power
        while digits.scale == 0, let part = lowerPart(below: power) {
            guard let whole = digits.whole else { throw .tooManyDigits(offset: end) }
            digits.mantissa = whole + (part.whole ?? 0)
            digits.state(power: part.power)
            power = part.power
        }
    }

    /// The power of [百|千][万][亿] at the cursor.
    private mutating func takePower() -> Int {
        var power = 0
        for (place, floor) in [(2, 0), (3, 0), (4, 3), (8, 7)] where power <= floor {
            guard NumeralSign(scanner.next) == .place(place), !scanner.endsBeforeUnit(place)
            else { continue }
            scanner.advance(by: 3)
            power += place
        }
        return power
    }

    /// 2300万 after 1亿, or 5000 after 3万: whole, and smaller than what it is added to.
    private mutating func lowerPart(below power: Int) -> FigureDigits? {
        let end = scanner.offset
        _ = scanner.take("零")
        let start = scanner.offset
        guard scanner.digit(at: start) != nil, var part = try? arabicDigits(), part.scale == 0
        else {
            scanner.move(to: end)
            return nil
        }
        let count = scanner.offset - start
        part.power = takePower()
        let isTail = part.power == 0 && count == power
        guard let whole = part.whole, isTail || part.power > 0, part.power < power,
            String(whole).utf8.count <= power
        else {
            scanner.move(to: end)
            return nil
        }
        return part
    }
}
