/// A figure as read from a text (读出的数字): what was stated, how, and where.
///
/// Reads half- and full-width digits, `1,234.5`, 万/亿/千/百, 中文小写 and 大写, money and counted
/// units, `15%`, `百分之十五`, `3个百分点`, `两成五`, `三分之一`, `一年半`, ranges and qualifiers.
package struct FigureReading: Hashable, Sendable {
    /// What kind of number was stated; ``quantity`` is right for each of them.
    package enum Kind: Hashable, Sendable {
        case number
        case percent, perMille, perTenThousand
        /// 百分点: a difference of two percentages.
        case percentagePoints
        /// 成: tenths.
        case tenths
        /// 三分之一.
        case fraction
        /// 一半、半数.
        case half
    }

    /// The figure, or the lower end of a range.
    package let number: StatedNumber
    /// The upper end of a range (15—20).
    package let upper: StatedNumber?
    package let kind: Kind
    package let qualifier: FigureQualifier?
    /// `500元/人` is per 人; empty for most figures.
    package let per: [UnitSymbol]
    package let hasCurrencySign: Bool
    /// The bytes of the whole figure with its qualifiers.
    package let range: Range<Int>
    /// Where the digits end: the place of a missing unit or of one decimal too many.
    package let digitsEnd: Int

    package var unit: UnitSymbol? { number.unit }

    /// The figure in base units: 15 % is 3/20, 500 元/人 is 500 of 元/人.
    package var quantity: Quantity { divided(number.quantity) }
    package var upperQuantity: Quantity? { upper.map { divided($0.quantity) } }

    private func divided(_ quantity: Quantity) -> Quantity {
        Quantity(quantity.value, per.reduce(quantity.unit) { $0 / $1.unit })
    }

    /// Reads a cell that holds one figure and nothing else; spaces around it are passed over.
    ///
    /// In a cell the full-width comma groups digits, `—` before a digit is a minus, and `(1,234.00)` is
    /// negative.
    ///
    /// - Throws: ``FigureSyntaxError``, at the first byte that fits no figure.
    package init(_ text: some StringProtocol) throws(FigureSyntaxError) {
        self = try Array(text.utf8).withUnsafeBufferPointer { bytes throws(FigureSyntaxError) in
            try FigureReading(cell: bytes)
        }
    }

    package init(cell bytes: UnsafeBufferPointer<UInt8>) throws(FigureSyntaxError) {
        var reader = FigureReader(ByteScanner(bytes), in: .cell)
        self = try reader.cell()
    }

    /// Reads the figure that begins at `offset` of a running text and leaves what follows alone.
    ///
    /// - Throws: ``FigureSyntaxError`` where none begins there.
    package init(at offset: Int, of bytes: [UInt8]) throws(FigureSyntaxError) {
        self = try bytes.withUnsafeBufferPointer { bytes throws(FigureSyntaxError) in
            try FigureReading(at: offset, of: bytes)
        }
    }

    package init(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) throws(FigureSyntaxError) {
        var reader = FigureReader(ByteScanner(bytes, at: offset), in: .prose)
        self = try reader.figure()
    }

    init(
        _ term: FigureTerm, to upper: StatedNumber?, qualifier: FigureQualifier?, range: Range<Int>
    ) {
        number = term.number
        self.upper = upper
        kind = term.kind
        self.qualifier = qualifier ?? term.qualifier
        per = term.per
        hasCurrencySign = term.hasCurrencySign
        self.range = range
        digitsEnd = term.digitsEnd
    }
}
