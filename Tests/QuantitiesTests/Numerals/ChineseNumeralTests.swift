import Seeds
import Testing

@testable import Quantities

struct ChineseNumeralTests {
    @Test(arguments: [
        (0, "零", "零"), (1, "一", "壹"), (10, "十", "壹拾"), (15, "十五", "壹拾伍"), (20, "二十", "贰拾"),
        (100, "一百", "壹佰"), (101, "一百零一", "壹佰零壹"), (110, "一百一十", "壹佰壹拾"),
        (321, "三百二十一", "叁佰贰拾壹"), (1001, "一千零一", "壹仟零壹"), (1010, "一千零一十", "壹仟零壹拾"),
        (100_000, "十万", "壹拾万"), (107_000, "十万七千", "壹拾万柒仟"), (100_001, "十万零一", "壹拾万零壹"),
        (1_000_000, "一百万", "壹佰万"), (103_000_000, "一亿零三百万", "壹亿零叁佰万"),
        (100_000_001, "一亿零一", "壹亿零壹"), (1_000_000_000_000, "一万亿", "壹万亿"), (-5, "负五", "负伍"),
        (10_000_000_000_000_000, "一亿亿", "壹亿亿"),
    ])
    func `数字写成中文小写和大写`(number: Int64, lower: String, capital: String) throws {
        #expect(ChineseNumeral.text(of: number) == lower)
        #expect(ChineseNumeral.text(of: number, .capital) == capital)
        #expect(try ChineseNumeral.value(reading: lower) == number)
        #expect(try ChineseNumeral.value(reading: capital) == number)
    }

    @Test func `中文数字写出再读回不变`() throws {
        var random = RandomSource()
        let drawn = (0..<4000).map { _ in random.number(below: 1_000_000_000_001) }
        for number in Array(0...2021) + drawn {
            for style in [ChineseNumeral.Style.lower, .capital] {
                let text = ChineseNumeral.text(of: number, style)
                #expect(try ChineseNumeral.value(reading: text) == number, "\(text)")
            }
        }
        for number in [999_999_999_999_999_999, -999_999_999_999_999_999] as [Int64] {
            #expect(try ChineseNumeral.value(reading: ChineseNumeral.text(of: number)) == number)
        }
        #expect(ChineseNumeral.text(of: .min).hasPrefix("负九百二十二亿"))
    }

    @Test(arguments: [
        ("廿", FigureSyntaxError.missingDigits(offset: 0)), ("负", .missingDigits(offset: 3)),
        ("三百人", .trailingText(offset: 6)), ("九百亿亿", .tooManyDigits(offset: 9)),
        ("一百亿亿", .tooManyDigits(offset: 9)),
        ("一二三四五六七八九〇一二三四五六七八九", .tooManyDigits(offset: 54)),
    ])
    func `不是中文数字的被指出`(text: String, error: FigureSyntaxError) {

        #expect(throws: error) { try ChineseNumeral.value(reading: text) }
    }

    @Test func `年份逐位写`() throws {
        #expect(ChineseNumeral.digits(of: 2021) == "二〇二一")
        #expect(try ChineseNumeral.value(reading: "二〇二一") == 2021)
        #expect(try ChineseNumeral.value(reading: "二○二一") == 2021)
    }

    @Test(arguments: [
        (1, "一、", "（一）", "1.", "（1）"), (10, "十、", "（十）", "10.", "（10）"),
        (21, "二十一、", "（二十一）", "21.", "（21）"), (99, "九十九、", "（九十九）", "99.", "（99）"),
    ])
    func `标题序数按公文层次`(
        number: Int, first: String, second: String, third: String, fourth: String
    ) {
        let texts = HeadingNumber.allCases.map { $0.text(number) }
        #expect(texts == [first, second, third, fourth])
    }

    @Test(arguments: [0, 100, -1])
    func `标题序数只到九十九`(number: Int) {
        #expect(HeadingNumber.allCases.allSatisfy { $0.text(number) == nil })
    }
}
