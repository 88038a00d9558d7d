/// A unit of measure (计量单位) as part of a figure's type: a product of base units.
///
/// 元/人 is `["元": 1, "人": -1]`; a rate has no base at all. 万元 and 元 are one base with different
/// ``factor``, so they add; 人 and 人次 are different bases, so they never do.
package struct MeasureUnit: Hashable, Sendable {
    /// One base and its power, sorted by name; powers are never 0.
    package struct Power: Hashable, Sendable {
        package let base: String
        package let exponent: Int
    }

    package let powers: [Power]

    /// 无量纲: rates, shares, plain numbers.
    package static let one = MeasureUnit(powers: [])
    package static let yuan = MeasureUnit("元")

    package init(_ base: String) { powers = [Power(base: base, exponent: 1)] }

    private init(powers: [Power]) { self.powers = powers }

    package static func * (lhs: Self, rhs: Self) -> Self {
        var exponents = Dictionary(uniqueKeysWithValues: lhs.powers.map { ($0.base, $0.exponent) })
        for power in rhs.powers { exponents[power.base, default: 0] += power.exponent }
        return Self(
            powers: exponents.filter { $0.value != 0 }
                .map { Power(base: $0.key, exponent: $0.value) }
                .sorted { $0.base < $1.base })
    }

    package static func / (lhs: Self, rhs: Self) -> Self {
        lhs * Self(powers: rhs.powers.map { Power(base: $0.base, exponent: -$0.exponent) })
    }

    package var isDimensionless: Bool { powers.isEmpty }
    package var isMoney: Bool { self == .yuan }
}

extension MeasureUnit: CustomStringConvertible {
    /// `元/人`; empty for a plain number.
    package var description: String {
        func part(_ power: Power) -> String {
            let exponent = abs(power.exponent)
            return exponent == 1 ? power.base : "\(power.base)^\(exponent)"
        }
        let top = powers.filter { $0.exponent > 0 }.map(part).joined(separator: "·")
        let bottom = powers.filter { $0.exponent < 0 }.map(part).joined(separator: "·")
        return bottom.isEmpty ? top : "\(top.isEmpty ? "1" : top)/\(bottom)"
    }
}

/// The spelling of a unit in a formula or a form: its base unit and how many of that it is.
package struct UnitSymbol: Hashable, Sendable {
    package let text: String
    package let unit: MeasureUnit
    /// `万元` is 10000 of the base `元`; `%` is 1/100 of a plain number.
    package let factor: Fraction

    /// All spellings, the longest first, so that 人次 is found before 人 and 万元 before 元.
    package static let all: [UnitSymbol] = {
        func scaled(_ text: String, _ base: MeasureUnit, _ top: Int128, _ bottom: Int128 = 1)
            -> UnitSymbol
        {
            guard let factor = try? Fraction(top, over: bottom)
            else { preconditionFailure("a constant denominator is not 0") }
            return UnitSymbol(text: text, unit: base, factor: factor)
        }
        let counted = [
            "人次", "人", "名", "户", "户次", "次", "场", "期", "个", "台", "套", "批", "批次", "件", "项", "起", "份",
            "笔", "条", "家", "辆", "篇", "处", "座", "平方米", "公里", "工作日", "天", "月", "季度", "年", "小时", "分",
        ]
        let symbols =
            counted.map { scaled($0, MeasureUnit($0), 1) } + [
                scaled("㎡", MeasureUnit("平方米"), 1),
                scaled("元", .yuan, 1), scaled("角", .yuan, 1, 10),
                scaled("千元", .yuan, 1000), scaled("万元", .yuan, 10000),
                scaled("亿元", .yuan, 100_000_000),
                scaled("万人次", MeasureUnit("人次"), 10000), scaled("万人", MeasureUnit("人"), 10000),
                scaled("%", .one, 1, 100), scaled("‰", .one, 1, 1000), scaled("倍", .one, 1),
            ]
        return symbols.sorted {
            ($0.text.unicodeScalars.count, $1.text) > ($1.text.unicodeScalars.count, $0.text)
        }
    }()

    package static func named(_ text: String) -> UnitSymbol? { byText[text] }

    private static let byText = Dictionary(uniqueKeysWithValues: all.map { ($0.text, $0) })
    private static let index = SpellingIndex(all.map(\.text))

    /// The longest spelling that stands at `offset` of a text, and its bytes; nil where none does.
    package static func longest(
        in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (symbol: UnitSymbol, count: Int)? {
        index.longest(in: bytes, at: offset).map { (all[$0.number], $0.count) }
    }

    package static let percent = share("%", 100)
    package static let perMille = share("‰", 1000)
    package static let perTenThousand = share("万分之", 10_000)
    /// 百分点: the difference of two percentages.
    package static let percentagePoint = share("百分点", 100)
    /// 成.
    package static let tenth = share("成", 10)

    private static func share(_ text: String, _ parts: Int128) -> UnitSymbol {
        guard let factor = try? Fraction(1, over: parts)
        else { preconditionFailure("a constant denominator is not 0") }
        return UnitSymbol(text: text, unit: .one, factor: factor)
    }
}

/// An exact number with its unit (数值), in base units: 20 万元 is 200000 元.
package struct Quantity: Hashable, Sendable {
    package let value: Fraction
    package let unit: MeasureUnit

    package init(_ value: Fraction, _ unit: MeasureUnit) {
        self.value = value
        self.unit = unit
    }

    package init(_ money: Money) { self.init(money.yuan, .yuan) }
}
