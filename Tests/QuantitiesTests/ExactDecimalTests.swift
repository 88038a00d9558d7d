import Seeds
import Testing

@testable import Quantities

struct ExactDecimalTests {
    @Test(arguments: [
        ("199.997", 199_997, 3, "199.997"), ("20.00", 2000, 2, "20.00"), ("-0.50", -50, 2, "-0.50"),
        ("+7", 7, 0, "7"), ("0.001", 1, 3, "0.001"), ("007", 7, 0, "7"), ("0", 0, 0, "0"),
    ])
    func `小数保留所载的位数`(text: String, mantissa: Int, scale: Int, printed: String) throws {
        let decimal = try #require(ExactDecimal(text))
        #expect(decimal == ExactDecimal(mantissa: Int128(mantissa), scale: scale))
        #expect(decimal.description == printed)
        #expect(decimal.negated.negated == decimal)
    }

    @Test(arguments: ["", "-", ".5", "5.", "1.2.3", "1e5", " 1", "1,000", "１", "--1", "1-"])
    func `别的文字不是小数`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test func `最多三十八位`() {
        let nines = String(repeating: "9", count: 38)
        #expect(ExactDecimal(nines)?.text == nines)
        #expect(ExactDecimal("0." + String(repeating: "9", count: 37))?.scale == 37)
        #expect(ExactDecimal(nines + "9") == nil)
    }

    @Test func `值相同而位数不同的小数不相等`() throws {
        let (short, long) = (try #require(ExactDecimal("20")), try #require(ExactDecimal("20.00")))
        #expect(short != long)
        #expect(short.fraction == long.fraction)
        #expect(long.trimmed() == short)
        #expect(long.trimmed(keeping: 1).text == "20.0")
        #expect(long.trimmed(keeping: -3) == short)
        #expect(ExactDecimal(mantissa: 0, scale: 2).trimmed(keeping: -1).text == "0")
    }

    @Test(arguments: [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.80", "-1,234,567.80"),
        ("0.1234", "0.1234"),
        ("-100", "-100"), ("100000", "100,000"),
    ])
    func `千分位`(text: String, grouped: String) throws {
        let decimal = try #require(ExactDecimal(text))
        #expect(decimal.groupedText == grouped)
        #expect(try FigureReading(grouped).number.stated == decimal)
    }

    @Test func `小数写出再读回不变`() throws {
        var random = RandomSource()
        for _ in 0..<5000 {
            let sign: Int128 = Bool.random(using: &random) ? 1 : -1
            let decimal = ExactDecimal(
                mantissa: sign * Int128(random.number(below: 999_999_999_999_999_999)),
                scale: Int.random(in: 0...18, using: &random))
            #expect(ExactDecimal(decimal.text) == decimal)
            #expect(try FigureReading(decimal.text).number.stated == decimal)
        }
    }
}
