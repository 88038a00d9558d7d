import Testing

@testable import Quantities

struct MoneyWritingTests {
    /// The examples of 《正确填写票据和结算凭证的基本规定》 and the borders of each rule.
    @Test(
        arguments: [
            (0, "零元整"), (5, "伍分"), (50, "伍角"), (55, "伍角伍分"), (100, "壹元整"), (105, "壹元零伍分"),
            (1000, "壹拾元整"), (12_345_678, "壹拾贰万叁仟肆佰伍拾陆元柒角捌分"), (168_032, "壹仟陆佰捌拾元叁角贰分"),
            (10_700_053, "壹拾万柒仟元伍角叁分"), (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (32_504, "叁佰贰拾伍元零肆分"),
            (140_950, "壹仟肆佰零玖元伍角"), (600_714, "陆仟零柒元壹角肆分"), (-10_000, "负壹佰元整"), (-5, "负伍分"),
            (10_000_000_000, "壹亿元整"), (1_000_000_100, "壹仟万零壹元整"),
            (.max, "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"),
            (.min, "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"),
        ] as [(Int64, String)])
    func `大写金额合乎票据规定`(fen: Int64, capitals: String) throws {
        #expect(Money(fen: fen).capitals == capitals)
        // 18 digits at most are read back.
        guard fen.magnitude < 1_000_000_000_000_000_000 else { return }
        #expect(try Money(reading: capitals) == Money(fen: fen))
    }

    @Test(
        arguments: [
            (839_380_000, 2, Rounding.halfUp, "839.38"), (478_500, 2, .halfUp, "0.48"),
            (475_000, 2, .halfUp, "0.48"), (474_999, 2, .halfUp, "0.47"),
            (-475_000, 2, .halfUp, "-0.48"),
            (465_000, 2, .halfEven, "0.46"), (475_000, 2, .halfEven, "0.48"),
            (479_999, 2, .truncate, "0.47"),
            (470_001, 2, .awayFromZero, "0.48"), (-470_001, 2, .awayFromZero, "-0.48"),
            (123_456_789_000_000, 0, .halfUp, "123,456,789"),
            (100_000_000_000, 4, .halfUp, "100,000.0000"),
            (-123_456_000_000, 1, .halfUp, "-123,456.0"), (99_999_500_000, 0, .halfUp, "100,000"),
        ] as [(Int64, Int, Rounding, String)])
    func `万元按表样要的小数位写`(fen: Int64, decimals: Int, rule: Rounding, text: String) throws {
        let money = Money(fen: fen)
        #expect(
            try money.text(in: .tenThousandYuan, roundedTo: decimals, rule, grouped: true) == text)
        let plain = try money.text(in: .tenThousandYuan, roundedTo: decimals, rule)
        #expect(plain == text.filter { $0 != "," })
    }

    @Test func `小数位过多是错误`() {
        #expect(throws: ArithmeticError.overflow) {
            try Money(fen: 1).text(in: .yuan, roundedTo: 39)
        }
        #expect(throws: ArithmeticError.overflow) {
            try Money(fen: 1).text(in: .yuan, roundedTo: -1)
        }
    }

    @Test(
        arguments: [
            (839_38, 938_31, 2, "89.46%"), (824_50, 938_76, 2, "87.83%"), (1, 3, 0, "33%"),
            (1, 1, 2, "100.00%"),
            (-1, 8, 1, "-12.5%"),
        ] as [(Int64, Int64, Int, String)])
    func `比率写成百分数`(part: Int64, whole: Int64, decimals: Int, text: String) {
        let ratio = Ratio(Money(fen: part), of: Money(fen: whole))
        #expect(ratio.percentText(decimals: decimals) == text)
        #expect(Ratio(Money(fen: part), of: .zero).percentText() == nil)
    }

    @Test(
        arguments: [
            ("0.47849999999999998", "0.4785"), ("628.79999999999995", "628.8"),
            ("1.5E-05", "0.000015"),
            ("1E+3", "1000"), ("4.7850000000000001e-1", "0.4785"), ("20", "20"),
            ("-0.10000000000000001", "-0.1"),
            ("0", "0"), ("0.00", "0"), ("0E0", "0"), ("44260.5", "44260.5"),
            ("123456789012345678", "123456789012346000"),
            ("9.9999999999999995", "10"), ("5E17", "500000000000000000"),
            ("1E-38", "0." + String(repeating: "0", count: 37) + "1"),
            ("5E18", nil), ("1E-39", nil), ("1E", nil), ("E5", nil), ("1E999999", nil),
            ("1E-9999", nil), ("#N/A", nil), ("", nil),
        ] as [(String, String?)])
    func `电子表格的二进制小数还原为所见的数`(raw: String, text: String?) {
        #expect(ExactDecimal(spreadsheetNumber: raw)?.text == text)
    }

    @Test func `合计不因舍入而对不上`() {
        let thirds = TotalledAmounts(
            parts: [Money(fen: 333_300), Money(fen: 333_300), Money(fen: 333_400)],
            total: Money(fen: 1_000_000))
        #expect(TotalledAmounts.leastDecimals(of: [thirds]) == 4)
        let even = TotalledAmounts(
            parts: [Money(fen: 602_100_000), Money(fen: 26_700_000)], total: Money(fen: 628_800_000)
        )
        #expect(TotalledAmounts.leastDecimals(of: [even]) == 2)
        #expect(TotalledAmounts.leastDecimals(of: [even], from: 1) == 1)
        #expect(TotalledAmounts.leastDecimals(of: [even], from: 9) == 6)
        #expect(TotalledAmounts.leastDecimals(of: [even, thirds]) == 4)
        #expect(TotalledAmounts.leastDecimals(of: []) == 2)
        let wrong = TotalledAmounts(parts: [Money(fen: 1)], total: Money(fen: 2))
        #expect(TotalledAmounts.leastDecimals(of: [even, wrong]) == nil)
    }

    @Test func `不为零的金额不印成零且误差有限`() {
        let small = TotalledAmounts(
            parts: [Money(fen: 4_900), Money(fen: 999_995_100)], total: Money(fen: 1_000_000_000))
        // At two decimals 49 元 prints as 0.00 万元, and 0.00 + 1000.00 adds up.
        #expect(TotalledAmounts.leastDecimals(of: [small]) == 3)
        let seed = TotalledAmounts(parts: [Money(fen: 478_500)], total: Money(fen: 478_500))
        #expect(TotalledAmounts.leastDecimals(of: [seed]) == 2)
        #expect(TotalledAmounts.leastDecimals(of: [seed], tolerance: Money(fen: 1_499)) == 3)
        #expect(TotalledAmounts.leastDecimals(of: [seed], tolerance: Money(fen: 1_500)) == 2)
        #expect(TotalledAmounts.leastDecimals(of: [seed], tolerance: .zero) == 4)
        let edge = TotalledAmounts(parts: [Money(fen: .max)], total: Money(fen: .max))
        #expect(TotalledAmounts.leastDecimals(of: [edge], tolerance: .zero) == 6)
    }
}
