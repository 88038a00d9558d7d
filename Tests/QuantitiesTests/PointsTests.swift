import Testing

@testable import Quantities

struct PointsTests {
    @Test(
        arguments: [
            ("22.5", 2250, "22.50", "22.5"), ("10", 1000, "10.00", "10"),
            ("9.98", 998, "9.98", "9.98"),
            ("-1.50", -150, "-1.50", "-1.5"), ("2.500", 250, "2.50", "2.5"), ("0", 0, "0.00", "0"),
        ] as [(String, Int64, String, String)])
    func `分值数到百分之一分`(text: String, hundredths: Int64, printed: String, short: String) throws {
        let points = try #require(Points(text))
        #expect(points == Points(hundredths: hundredths))
        #expect(points.text == printed)
        #expect(points.shortText == short)
        #expect(try points.fraction == Fraction(Int128(hundredths), over: 100))
    }

    @Test(arguments: [
        "", "9.985", "十分", "99999999999999999999999999999999999999", "92233720368547758.08",
    ])
    func `过细或过大的分值不成立`(text: String) {
        #expect(Points(text) == nil)
    }

    @Test func `得分只舍入一次`() throws {
        #expect(try Points(rounding: Fraction(1997, over: 200)).text == "9.99")
        #expect(try Points(rounding: Fraction(1997, over: 200), .truncate).text == "9.98")
        #expect(throws: ArithmeticError.overflow) { try Points(rounding: Fraction(.max)) }
        #expect(throws: ArithmeticError.overflow) { try Points(rounding: Fraction(.max, over: 1)) }
    }

    @Test func `得分的加减与比较`() throws {
        let (a, b) = (Points(hundredths: 998), Points(hundredths: 2))
        #expect((a + b).text == "10.00")
        #expect((a - b).text == "9.96")
        #expect(b < a && Points.zero < b)
        #expect(try a.adding(b) == a + b)
        #expect(throws: ArithmeticError.overflow) { try Points(hundredths: .max).adding(b) }
    }
}
