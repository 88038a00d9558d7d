extension FigureReader {
    /// The unit after the digits, with what may stand behind it: 角分, 整, 半, /人.
    mutating func unitTerm(_ digits: FigureDigits) throws(FigureSyntaxError) -> FigureTerm {
        let end = scanner.offset
        if let tenths = tenthsTerm(digits) { return tenths }
        scanner.skipSpaces()
        let digits = halfBeforeUnit(digits) ?? digits
        skipClassifier()
        if scanner.takeWord("百分点") {
            return FigureTerm(
                number: stated(digits, unit: .percentagePoint), kind: .percentagePoints,
                digitsEnd: digits.end)
        }
        guard let unit = takeSymbol() else {
            scanner.move(to: end)
            return FigureTerm(number: stated(digits, unit: nil), digitsEnd: digits.end)
        }
        var term = FigureTerm(number: stated(digits, unit: unit), digitsEnd: digits.end)
        if unit.unit.isDimensionless {
            if unit.text == "%" { term.kind = .percent }
            if unit.text == "‰" { term.kind = .perMille }
            if unit.text == "倍" { term.number = halfTail(digits, unit) ?? term.number }
            return term
        }
        if unit.unit.isMoney {
            term.number = moneyTail(digits, unit) ?? folded(digits, unit)
            takeWholeSign()
        } else {
            term.number = halfTail(digits, unit) ?? folded(digits, unit)
            if takeMoreAfterUnit() { term.qualifier = .over }
        }
        takePer(&term)
        return term
    }

    /// 5年多, 一年多.
    private mutating func takeMoreAfterUnit() -> Bool {
        guard scanner.next == "多" || scanner.next == "余" else { return false }
        let after = scanner.glyph(at: scanner.offset + 3)
        guard after.width == 0 || !after.scalar.isHan else { return false }
        scanner.advance(by: 3)
        return true
    }

    /// 一成, 两成五, 三成半.
    private mutating func tenthsTerm(_ digits: FigureDigits) -> FigureTerm? {
        guard scanner.next == "成", digits.power == 0, digits.mantissa < 1000 else { return nil }
        let after = scanner.glyph(at: scanner.offset + 3).scalar
        var tenths = digits
        var width = 3
        if case .digit(let tail)? = after == "半" ? .digit(5) : NumeralSign(after) {
            guard digits.scale == 0 else { return nil }
            tenths.mantissa = tenths.mantissa * 10 + tail
            tenths.scale = 1
            width = 6
        } else if after.isHan, after != "以", after != "左" {
            return nil  // 三成立 and 一成本 are other words.
        }
        scanner.advance(by: width)
        return FigureTerm(
            number: stated(tenths, unit: .tenth), kind: .tenths, digitsEnd: digits.end)
    }

    /// 3个月 is 3 月 and 2个百分点 is 2 百分点; 3个 stays 3 个.
    mutating func skipClassifier() {
        guard scanner.next == "个" else { return }
        for word: StaticString in ["月", "百分点", "工作日", "季度", "小时"]
        where scanner.stands(word, ahead: 3) {
            return scanner.advance(by: 3)
        }
    }

    /// 两个半月: the half stands between classifier and unit.
    private mutating func halfBeforeUnit(_ digits: FigureDigits) -> FigureDigits? {
        guard digits.scale == 0, digits.power == 0,
            scanner.stands("个半月") || scanner.stands("个半小时")
        else { return nil }
        scanner.advance(by: 6)
        var half = digits
        half.mantissa = digits.mantissa * 10 + 5
        half.scale = 1
        return half
    }

    mutating func takeSymbol() -> UnitSymbol? {
        if scanner.take("%") { return .percent }
        if scanner.take("圆") || scanner.take("圓") { return UnitSymbol.named("元") }
        guard let found = UnitSymbol.longest(in: scanner.bytes, at: scanner.offset),
            found.symbol.text != "分" || !(scanner.stands("分钟") || scanner.stands("分之"))
        else { return nil }
        scanner.advance(by: found.count)
        return found.symbol
    }

    /// 20 × 10⁴ 元 is 20 万元, so that 20万元 and 二十万元 are told alike.
    private func folded(_ digits: FigureDigits, _ unit: UnitSymbol) -> StatedNumber {
        for (power, prefix) in [(8, "亿"), (4, "万"), (3, "千")] where digits.power >= power {
            if let larger = UnitSymbol.named(prefix + unit.text) {
                var rest = digits
                rest.power -= power
                return stated(rest, unit: larger)
            }
        }
        return stated(digits, unit: unit)
    }

    /// 3元5角 and 壹佰元零伍分: the tail becomes decimals of 元.
    private mutating func moneyTail(_ digits: FigureDigits, _ unit: UnitSymbol) -> StatedNumber? {
        guard unit.text == "元" || unit.text == "角", let whole = digits.whole,
            whole < 10_000_000_000_000_000
        else { return nil }
        let isYuan = unit.text == "元"
        let end = scanner.offset
        if isYuan { _ = scanner.take("零") }
        let jiao = isYuan ? takeCoin("角") : whole < 10 ? whole : nil
        if jiao != nil, isYuan { _ = scanner.take("零") }
        let fen = takeCoin("分")
        guard fen != nil || (isYuan && jiao != nil) else {
            scanner.move(to: end)
            return nil
        }
        let cents = (isYuan ? whole * 100 : 0) + (jiao ?? 0) * 10 + (fen ?? 0)
        let decimal = ExactDecimal(
            mantissa: fen == nil ? cents / 10 : cents, scale: fen == nil ? 1 : 2)
        return StatedNumber(stated: decimal, power: 0, unit: UnitSymbol.named("元"))
    }

    /// One digit before 角 or 分.
    private mutating func takeCoin(_ name: StaticString) -> Int128? {
        let end = scanner.offset
        let digit: Int128
        if let arabic = scanner.digit(at: end) {
            digit = arabic.value
        } else if case .digit(let chinese)? = NumeralSign(scanner.next) {
            digit = chinese
        } else {
            return nil
        }
        scanner.advance(by: scanner.glyph(at: end).width)
        guard scanner.takeWord(name) else {
            scanner.move(to: end)
            return nil
        }
        return digit
    }

    /// 整 or 正 after an amount; 20万元整治 keeps its 整.
    private mutating func takeWholeSign() {
        guard scanner.next == "整" || scanner.next == "正" else { return }
        let after = scanner.glyph(at: scanner.offset + 3)
        if setting == .cell || !after.scalar.isHan { scanner.advance(by: 3) }
    }

    /// 一年半, 两倍半.
    private mutating func halfTail(_ digits: FigureDigits, _ unit: UnitSymbol) -> StatedNumber? {
        guard scanner.next == "半", digits.scale == 0, digits.power == 0 else { return nil }
        switch scanner.glyph(at: scanner.offset + 3).scalar {
        case "价", "数", "年", "天", "月", "成", "径", "日": return nil
        default: break
        }
        scanner.advance(by: 3)
        let stated = ExactDecimal(mantissa: digits.mantissa * 10 + 5, scale: 1)
        return StatedNumber(stated: stated, power: 0, unit: unit)
    }

    /// /人 and /年 behind the unit.
    private mutating func takePer(_ term: inout FigureTerm) {
        while term.per.count < 3, scanner.next == "/" {
            let slash = scanner.offset
            scanner.advance(by: scanner.glyph(at: slash).width)
            guard let symbol = takeSymbol(), symbol.factor == .one, !symbol.unit.isDimensionless
            else { return scanner.move(to: slash) }
            term.per.append(symbol)
        }
    }
}
