/// One figure as the lexer reads it (文中数字): an exact number in the unit of its class.
struct Figure {
    enum Kind: UInt8 {
        case amount, percent, points, count, score, number, year, date
    }

    struct Marks: OptionSet {
        let rawValue: UInt16

        /// 约、余、左右.
        static let about = Marks(rawValue: 1)
        /// 不超过、以上.
        static let limit = Marks(rawValue: 2)
        /// One end of a range: 15—59岁.
        static let range = Marks(rawValue: 4)
        /// 第3名, A1, 〔2020〕10号: names, not numbers.
        static let name = Marks(rawValue: 8)
        /// Written in Chinese numerals.
        static let chinese = Marks(rawValue: 16)
        static let negative = Marks(rawValue: 32)
        /// 余、多, 以上 as the text puts them behind the number.
        static let over = Marks(rawValue: 64)
        static let nearly = Marks(rawValue: 128)
        static let under = Marks(rawValue: 256)
        static let atLeast = Marks(rawValue: 512)
        static let atMost = Marks(rawValue: 1024)
        /// The unit is not written here: it stands in a heading (单位：万元).
        static let inheritedUnit = Marks(rawValue: 2048)

        /// Part of a formula that the text writes out: 执行率×10分.
        static let operand = Marks(rawValue: 4096)

        /// Nothing is computed with these.
        static let inexact: Marks = [.limit, .range, .name, .operand]
    }

    var mantissa: Int64
    /// Decimals as written.
    var decimals: UInt8
    /// The power of ten of the unit's multiplier: 万元 4, 亿元 8, 万人 4.
    var scale: UInt8
    var kind: Kind
    /// The class of the measure word of a count; 0 for others.
    var unit: UInt8
    var marks: Marks
    /// Bytes of the mended text.
    var start: Int32
    var digitsEnd: Int32
    var end: Int32
    /// The index of its token.
    var token: Int32

    var isNegative: Bool { marks.contains(.negative) }

    /// Whether two figures can be added: the same class of unit.
    @inline(__always)
    func adds(with other: Figure) -> Bool { kind == other.kind && unit == other.unit }

    /// The power of ten of one step of the last digit, counted from 10⁻⁶ of the base unit.
    @inline(__always)
    var exponent: Int { Int(scale) - Int(decimals) }
}
