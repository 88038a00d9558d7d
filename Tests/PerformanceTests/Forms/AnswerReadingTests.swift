import Performance
import Quantities
import Testing

struct AnswerReadingTests {
    @Test(arguments: [
        (FormFieldType.money, "20", "20.00"), (.money, "１，２３４．５０", "1234.50"),
        (.money, "¥4,785元", "0.4785"), (.money, "628.8万元", "628.80"),
        (.money, "1亿", "10000.00"),
        (.money, "-3.05", "-3.05"), (.money, "无", "—"), (.money, "-", "—"),
        (.money, "199.997", "199.997"),
        (.percent, "87.83%", "0.8783"), (.percent, "0.878286", "0.878286"),
        (.percent, "100％", "1.0000"),
        (.percent, "1.5", "1.5000"), (.number, "30", "30"), (.number, "1,000.50", "1000.5"),
        (.score, "14.75分", "14.75"), (.score, "10", "10.00"),
        (.day, "2021年7月31日", "2021-07-31"), (.day, "2021/7/31", "2021-07-31"),
        (.year, "2021年", "2021"),
        (.target, "≥ 300 人次", "≥300人次"), (.target, "＝１００％", "＝100%"), (.target, "有效 缓解", "有效 缓解"),
        (.choice(["产出指标", "效益指标"]), "产出指标（50分）", "产出指标"), (.choice(["产出指标"]), "产出", "产出指标"),
        (.choice(["新增项目", "延续项目"]), "新增项目□ 延续项目☑", "延续项目"),
        (.tick, "✓", "√"), (.text, " 甲\r\n乙 ", "甲\n乙"), (.text, "无", "无"), (.text, "/", "—"),
    ])
    func `写法不同的填报值读成同一写法`(type: FormFieldType, written: String, text: String) {
        #expect(type.read(written) == AnswerReading(text))
    }

    @Test(arguments: [
        (FormFieldType.money, "二十", "二十", AnswerProblem.noNumber), (.money, "*", "*", .noNumber),
        (.percent, "87.83", "0.8783", .percentWithoutSign),
        (.percent, "1.51", "0.0151", .percentWithoutSign),
        (.percent, "150", "1.5000", .percentWithoutSign), (.percent, "150.01", "150.01", .noRate),
        (.score, "14.755", "14.755", .tooManyDecimals), (.day, "七月底", "七月底", .noDay),
        (.year, "去年", "去年", .noYear), (.tick, "否", "否", .noTick),
        (.choice(["上年", "计划"]), "去年", "去年", .noChoice(["上年", "计划"])),
        (.number, "约30", "约30", .noNumber),
    ])
    func `读不出的填报值原样留下并说明`(
        type: FormFieldType, written: String, text: String, problem: AnswerProblem
    ) {
        #expect(type.read(written) == AnswerReading(text, problem))
    }

    @Test func `空白是没有填`() { #expect(FormFieldType.money.read(" 　") == AnswerReading(nil)) }

    @Test func `金额单位是元的表按元读`() {
        #expect(FormFieldType.money.read("4785", unit: .yuan).text == "0.4785")
        #expect(FormFieldType.money.read("20万元", unit: .yuan).text == "20.00")
    }

    @Test func `指标名称带的分值读得出来`() {
        #expect("产出指标（50分）".statedWeight?.text == "50")
        #expect("产出指标".statedWeight == nil)
    }
}
