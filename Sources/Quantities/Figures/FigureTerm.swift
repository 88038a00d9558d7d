/// One number with its unit: a figure, or one end of a range.
struct FigureTerm {
    var number: StatedNumber
    var kind = FigureReading.Kind.number
    var qualifier: FigureQualifier?
    var per: [UnitSymbol] = []
    var hasCurrencySign = false
    var digitsEnd: Int

    /// Whether it can be the lower end of a range whose upper end is `upper`; then that range's end.
    ///
    /// In 15—20万元 the lower end takes the unit and the multiplier of the upper one.
    func completed(upTo upper: FigureTerm) -> FigureTerm? {
        guard per.isEmpty, qualifier == nil else { return nil }
        var lower = self
        if number.unit == nil, kind == .number {
            lower.kind = upper.kind
            lower.number = StatedNumber(
                stated: number.stated, power: number.power == 0 ? upper.number.power : number.power,
                unit: upper.number.unit)
        }
        lower.per = upper.per
        guard lower.kind == upper.kind, lower.number.unit?.unit == upper.number.unit?.unit,
            lower.number.quantity.value < upper.number.quantity.value
        else { return nil }
        return lower
    }
}

/// The digits of a number before its multiplier.
struct FigureDigits {
    /// Without sign; below 10^18.
    var mantissa: Int128
    var scale = 0
    var power = 0
    var isChinese = false
    /// Where the digits themselves end, before any multiplier.
    var end = 0

    /// States a whole mantissa in steps of 10^power, which divides it.
    mutating func state(power: Int) {
        for _ in 0..<power { mantissa /= 10 }
        self.power = power
    }

    /// The number as a whole number, where it is one below 10^18.
    var whole: Int128? {
        guard scale == 0, power <= 12 else { return nil }
        var value = mantissa
        for _ in 0..<power { value *= 10 }
        return value < 1_000_000_000_000_000_000 ? value : nil
    }
}
