/// An amount as read from a cell (单元格中的金额), with what was stated.
package struct MoneyReading: Hashable, Sendable {
    package let money: Money
    /// The digits and the unit as written; the unit is nil where the column's counts.
    package let number: StatedNumber

    /// Reads `1,234.50`, `１２３４．５０元`, `20万元`, `¥20`, `(35.00)`, `-35`, `壹佰元整`, `3元5角`.
    ///
    /// `defaultUnit` is the unit of the column; it counts where the cell names none. A cell with 万 or
    /// 亿 but no 元 (`20万`) is in 元; so is one with ¥ in a column without a unit.
    ///
    /// - Throws: ``MoneySyntaxError``, at the first byte that fits no amount.
    package init(
        _ text: some StringProtocol, defaultUnit: MoneyUnit? = nil
    ) throws(MoneySyntaxError) {
        self = try Array(text.utf8).withUnsafeBufferPointer { bytes throws(MoneySyntaxError) in
            try MoneyReading(cell: bytes, defaultUnit: defaultUnit)
        }
    }

    package init(
        cell bytes: UnsafeBufferPointer<UInt8>, defaultUnit: MoneyUnit?
    ) throws(MoneySyntaxError) {
        if let defaultUnit, let plain = PlainNumber(bytes) {
            try self.init(plain, in: defaultUnit)
            return
        }
        let reading: FigureReading
        do throws(FigureSyntaxError) {
            reading = try FigureReading(cell: bytes)
        } catch {
            throw .notAFigure(error)
        }
        try self.init(reading, defaultUnit: defaultUnit)
    }

    /// Takes a figure as an amount of money.
    package init(
        _ reading: FigureReading, defaultUnit: MoneyUnit? = nil
    ) throws(MoneySyntaxError) {
        guard reading.qualifier == nil, reading.upper == nil
        else { throw .notExact(offset: reading.range.lowerBound) }
        let fenPerUnit = try Self.fen(of: reading, defaultUnit)
        guard let fen = try? reading.number.value.multiplied(by: fenPerUnit)
        else { throw .tooLarge(offset: reading.range.lowerBound) }
        guard fen.isWhole else { throw .finerThanFen(offset: reading.digitsEnd) }
        guard let count = Int64(exactly: fen.numerator), count != .min
        else { throw .tooLarge(offset: reading.range.lowerBound) }
        money = Money(fen: count)
        number = reading.number
    }

    private init(_ plain: PlainNumber, in unit: MoneyUnit) throws(MoneySyntaxError) {
        let wide = Int128(plain.mantissa) * Int128(unit.fen)
        guard let power = try? powerOfTen(plain.scale), wide % power == 0
        else { throw .finerThanFen(offset: plain.end) }
        guard let count = Int64(exactly: wide / power), count != .min
        else { throw .tooLarge(offset: 0) }
        money = Money(fen: count)
        number = StatedNumber(
            stated: ExactDecimal(mantissa: Int128(plain.mantissa), scale: plain.scale), power: 0,
            unit: nil)
    }

    /// How many 分 make one of the unit of the figure.
    private static func fen(
        of reading: FigureReading, _ defaultUnit: MoneyUnit?
    ) throws(MoneySyntaxError) -> Fraction {
        guard reading.per.isEmpty else { throw .notMoney(offset: reading.digitsEnd) }
        guard let unit = reading.unit else {
            guard reading.kind == .number else { throw .notMoney(offset: reading.digitsEnd) }
            if reading.number.power >= 4 { return Fraction(MoneyUnit.yuan.fen) }
            if let defaultUnit { return Fraction(defaultUnit.fen) }
            guard reading.hasCurrencySign
            else { throw .missingUnit(offset: reading.range.upperBound) }
            return Fraction(MoneyUnit.yuan.fen)
        }
        // 分 counts points of a score elsewhere; in a cell of amounts it is a hundredth of a 元.
        if unit.text == "分" { return .one }
        guard unit.unit.isMoney, let fen = try? unit.factor.multiplied(by: Fraction(100))
        else { throw .notMoney(offset: reading.digitsEnd) }
        return fen
    }
}

extension Money {
    /// Reads one amount with its unit, such as `628.8万元` or `4,785元`.
    ///
    /// - Throws: ``MoneySyntaxError``, at the first byte that fits no amount.
    package init(reading text: some StringProtocol) throws(MoneySyntaxError) {
        self = try MoneyReading(text).money
    }
}

extension MoneyUnit {
    /// The unit that a column header or a unit line names: `预算数（万元）`, `单位：元`; nil for none.
    package init?(headed text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let spellings: [(StaticString, MoneyUnit)] = [
            ("亿元", .hundredMillionYuan), ("万元", .tenThousandYuan), ("千元", .thousandYuan),
            ("元", .yuan),
        ]
        let found = bytes.withUnsafeBufferPointer { bytes -> MoneyUnit? in
            for (spelling, unit) in spellings
            where bytes.indices.contains(where: { ByteScanner(bytes, at: $0).stands(spelling) }) {
                return unit
            }
            return nil
        }
        guard let found else { return nil }
        self = found
    }
}
