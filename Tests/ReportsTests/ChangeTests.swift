import Documents
import Formulas
import Performance
import Quantities
import Reports
import Testing

/// Words follow figures: 增加, 减少, 持平 and 主要是… come from the data (CC-027, CC-033).
struct ChangeTests {
    private func figure(_ name: String, _ tenThousandYuan: String?) -> FigureTrace {
        let value: TracedValue =
            tenThousandYuan.flatMap { ExactDecimal($0) }.flatMap {
                try? $0.fraction.multiplied(by: Fraction(10_000))
            }.map { .number($0, .yuan) } ?? .missing(reason: "没有数据")
        return FigureTrace(name: name, value: value, formula: name, arithmetic: "", entries: [])
    }

    private func change(_ name: String, _ budget: String?, _ actual: String?) -> Change {
        Change(name, from: figure("\(name)预算", budget), to: figure("\(name)决算", actual))
    }

    private func words(_ text: FigureText?) -> String? {
        guard let text else { return nil }
        var register = FigureRegister()
        return register.runs(text).map(\.text).joined()
    }

    @Test(arguments: [
        ("938.31", "839.38", "减少98.93万元"), ("839.38", "938.31", "增加98.93万元"),
        ("100", "100", "与预算持平"), ("100.00", "99.99", "减少0.01万元"),
        (nil, "99.99", "缺少数据，无法比较"),
    ])
    func `增减方向跟着数字走`(budget: String?, actual: String?, expected: String) {
        #expect(words(change("支出合计", budget, actual).text) == expected)
    }

    @Test func `一项就是全部时写全部是`() {
        let whole = change("收入合计", "938.76", "824.5")
        let parts = [
            change("一般公共预算财政拨款收入", "937.92", "823.66"), change("其他收入", "0.84", "0.84"),
        ]
        #expect(words(whole.causes(parts)) == "全部是一般公共预算财政拨款收入减少114.26万元")
    }

    @Test func `够一半的写主要是，其余的也写出来`() {
        let whole = change("支出合计", "938.31", "839.38")
        let parts = [
            change("人员经费支出", "602.1", "503.47"), change("公用经费支出", "26.7", "26.4035"),
            change("项目支出", "309.51", "309.5065"),
        ]
        #expect(
            words(whole.causes(parts)) == "主要是人员经费支出减少98.63万元，其余是公用经费支出减少0.30万元")
    }

    @Test func `不到一半时再加下一项，方向相反的另写`() {
        let whole = change("支出合计", "100", "90")
        let parts = [
            change("甲", "40", "36"), change("乙", "40", "36"), change("丙", "10", "6"),
            change("丁", "10", "12"),
        ]
        #expect(
            words(whole.causes(parts))
                == "主要是甲减少4.00万元、乙减少4.00万元，其余是丙减少4.00万元；另有丁增加2.00万元")
    }

    @Test func `没有变化就没有原因`() {
        #expect(change("支出合计", "100", "100").causes([change("甲", "100", "100")]) == nil)
    }
}
