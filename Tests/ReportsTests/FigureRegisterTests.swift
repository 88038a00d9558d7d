import Documents
import Formulas
import Performance
import Quantities
import Reports
import Testing

/// No figure is printed without its trace.
struct FigureRegisterTests {
    private let rate = FigureTrace(
        name: "支出完成率", value: .undefined(reason: "除数为0"), formula: "支出决算 / 支出预算",
        arithmetic: "", entries: [])

    @Test func `打印的数字依次编号，文字不编号`() throws {
        var register = FigureRegister()
        let whole = FigureTrace(
            name: "支出决算", value: .number(Fraction(8_393_800), .yuan), formula: "sum(支付.金额)",
            arithmetic: "", entries: [])
        let runs = register.runs("支出\(whole)万元，完成\(rate, .percent)。")
        #expect(runs.map(\.text) == ["支出", "839.38", "万元，完成", "—", "。"])
        #expect(runs.map(\.figureID) == [nil, "R0001", nil, "R0002", nil])
        #expect(register.figures.map(\.trace.name) == ["支出决算", "支出完成率"])
    }

    @Test func `人写进文字的数字登记为人工填写`() {
        var register = FigureRegister()
        let text = FigureText([.typed("慰问53人，占９５.5%。", source: "报告文字.csv 第5行")])
        #expect(
            register.runs(text).map(\.text) == ["慰问", "53", "人，占", "９５.5%", "。"])
        #expect(register.figures.map(\.trace.name) == ["人工填写", "人工填写"])
        #expect(register.figures.map(\.trace.formula) == Array(repeating: "报告文字.csv 第5行", count: 2))
    }

    @Test(arguments: [
        (FigureFormat.amount, "1234567.89元", "123.46"),
        (.tenThousandYuan(decimals: 4), "4785", "0.4785"), (.percent, "0.894566", "89.46%"),
        (.plain, "295", "295"), (.plain, "0.25", "0.25"), (.score, "91.575", "91.58"),
    ])
    func `数字按格式四舍五入一次`(format: FigureFormat, value: String, expected: String) throws {
        let number = try #require(ExactDecimal(value.replacing("元", with: "")))
        #expect(format.text(.number(number.fraction, .one)) == expected)
    }
}
