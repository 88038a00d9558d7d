extension FigureReader {
    /// One signed number with its unit.
    mutating func term() throws(FigureSyntaxError) -> FigureTerm {
        var sign = takeSign()
        let hasCurrencySign = takeCurrencySign()
        if let second = self.sign(at: scanner.offset) {
            guard sign == nil else { throw .twoSigns(offset: scanner.offset) }
            sign = second.factor
            scanner.advance(by: second.width)
        }
        var term = try unsignedTerm()
        term.hasCurrencySign = hasCurrencySign
        if sign == -1 {
            term.number = StatedNumber(
                stated: term.number.stated.negated, power: term.number.power, unit: term.number.unit
            )
        }
        return term
    }

    private mutating func takeSign() -> Int128? {
        guard let sign = sign(at: scanner.offset) else { return nil }
        scanner.advance(by: sign.width)
        scanner.skipSpaces()
        return sign.factor
    }

    private mutating func takeCurrencySign() -> Bool {
        guard scanner.take("¥") || scanner.takeWord("人民币") else { return false }
        scanner.skipSpaces()
        return true
    }

    private mutating func unsignedTerm() throws(FigureSyntaxError) -> FigureTerm {
        switch scanner.next {
        case "半", "一": if let half = halfTerm() { return half }
        case "百", "千", "万": if let share = try shareTerm() { return share }
        default: break
        }
        var digits = try numberDigits()
        if scanner.takeWord("分之") { return try fractionTerm(of: digits) }
        let approximate = scanner.take("余") || takeMore()
        try multiply(&digits)
        var term = try unitTerm(digits)
        if approximate { term.qualifier = .over }
        return term
    }

    /// 20多万元; 多 before 于 or 少 belongs to the next word.
    private mutating func takeMore() -> Bool {
        guard scanner.next == "多", !scanner.stands("多于"), !scanner.stands("多少")
        else { return false }
        return scanner.take("多")
    }

    /// 半年, 半个月, 半数.
    private mutating func halfTerm() -> FigureTerm? {
        let start = scanner.offset
        let half = ExactDecimal(mantissa: 5, scale: 1)
        let number = StatedNumber(stated: half, power: 0, unit: nil)
        if scanner.takeWord("一半") || scanner.takeWord("半数") {
            return FigureTerm(number: number, kind: .half, digitsEnd: scanner.offset)
        }
        guard scanner.take("半") else { return nil }
        skipClassifier()
        guard let unit = takeSymbol(), unit.factor == .one, !unit.unit.isDimensionless else {
            scanner.move(to: start)
            return nil
        }
        return FigureTerm(
            number: StatedNumber(stated: half, power: 0, unit: unit), digitsEnd: start + 3)
    }

    /// 百分之十五, 千分之三, 万分之五.
    private mutating func shareTerm() throws(FigureSyntaxError) -> FigureTerm? {
        let unit: UnitSymbol
        let kind: FigureReading.Kind
        if scanner.takeWord("百分之") {
            (unit, kind) = (.percent, .percent)
            if scanner.take("百") {
                let hundred = ExactDecimal(mantissa: 100, scale: 0)
                return FigureTerm(
                    number: StatedNumber(stated: hundred, power: 0, unit: unit), kind: kind,
                    digitsEnd: scanner.offset)
            }
        } else if scanner.takeWord("千分之") {
            (unit, kind) = (.perMille, .perMille)
        } else if scanner.takeWord("万分之") {
            (unit, kind) = (.perTenThousand, .perTenThousand)
        } else {
            return nil
        }
        let digits = try numberDigits()
        return FigureTerm(
            number: stated(digits, unit: unit), kind: kind, digitsEnd: scanner.offset)
    }

    /// 三分之一.
    private mutating func fractionTerm(
        of denominator: FigureDigits
    ) throws(FigureSyntaxError) -> FigureTerm {
        let offset = scanner.offset
        let part = try numberDigits()
        guard let whole = denominator.whole, let factor = try? Fraction(1, over: whole)
        else { throw .malformedNumeral(offset: offset) }
        let unit = UnitSymbol(text: "\(whole)分之", unit: .one, factor: factor)
        return FigureTerm(
            number: stated(part, unit: unit), kind: .fraction, digitsEnd: scanner.offset)
    }

    func stated(_ digits: FigureDigits, unit: UnitSymbol?) -> StatedNumber {
        StatedNumber(
            stated: ExactDecimal(mantissa: digits.mantissa, scale: digits.scale),
            power: digits.power, unit: unit)
    }
}
