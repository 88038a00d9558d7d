import Quantities
import Testing

@testable import Packs

struct MeasurePackTests {
    @Test(arguments: [
        "收入预算", "收入预算_一般公共预算", "收入预算_其他收入", "收入决算", "收入完成率", "收入减少额", "支出预算", "调整预算",
        "支出决算", "支出完成率", "支出减少额", "基本支出预算", "基本支出决算", "人员经费预算", "人员经费决算", "人员经费减少额",
        "公用经费预算", "公用经费决算", "公用经费减少额", "项目支出预算", "项目支出决算", "项目支出减少额", "年初结转结余",
        "年末结转结余", "预算调整额", "三公预算", "三公决算", "采购预算", "采购实际", "内设机构数", "在编在职人数", "编外人数",
        "实有人数", "编制数", "编外名额", "固定资产总额", "在用固定资产", "结转结余率",
    ])
    func `报告和评价方案要用的口径都有`(name: String) throws {
        let measure = try #require(try BuiltIn.measures().measure(named: name))
        #expect(!measure.explanation.isEmpty)
        #expect(measure.source.hasSuffix("〕"))
    }

    @Test func `口径和模板的名称不重复`() throws {
        let pack = try BuiltIn.measures()
        let names = pack.measures.map(\.name) + pack.templates.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count > 80)
    }

    @Test(arguments: [
        (
            "单项支出决算", ["设备购置费"], "单项支出决算：设备购置费",
            #"sum(支付.金额; 支出类别 = "项目支出" and 项目 = "设备购置费")"#
        ),
        (
            "单项执行率", ["送温暖（帮扶）费"], "单项执行率：送温暖（帮扶）费",
            "「单项支出决算：送温暖（帮扶）费」 / 「单项调整预算：送温暖（帮扶）费」"
        ),
        (
            "工作人次", ["帮扶", "走访\"慰问\""], "工作人次：帮扶：走访\"慰问\"",
            #"sum(工作记录.人次; 项目 = "帮扶" and 事项 = “走访"慰问"”)"#
        ),
        (
            "单项支出决算", [#"甲" or 项目 <> "乙"#], #"单项支出决算：甲" or 项目 <> "乙"#,
            #"sum(支付.金额; 支出类别 = "项目支出" and 项目 = “甲" or 项目 <> "乙”)"#
        ),
    ])
    func `模板把值写成引号里的文字`(template: String, values: [String], name: String, formula: String) throws {
        let measure = try BuiltIn.measures().measure(template, of: values)
        #expect(measure.name == name)
        #expect(measure.formula == formula)
    }

    @Test(arguments: [
        ("单项支出决算", ["甲\n乙"], "“甲\n乙”不能写进公式。请去掉换行、“」”，引号只用一种，不超过200个字。"),
        ("单项支出决算", ["甲」乙"], "“甲」乙”不能写进公式。请去掉换行、“」”，引号只用一种，不超过200个字。"),
        ("单项支出决算", ["甲\"乙”"], "“甲\"乙””不能写进公式。请去掉换行、“」”，引号只用一种，不超过200个字。"),
        ("单项支出决算", ["甲＂乙”"], "“甲＂乙””不能写进公式。请去掉换行、“」”，引号只用一种，不超过200个字。"),
        ("单项支出决算", [" \u{3000}"], "口径模板的值是空的。请填写如项目名称的文字。"),
        ("单项支出决算", [], "口径模板“单项支出决算”要1个值，给了0个。请按模板的参数逐一给出值。"),
        ("没有这个", ["甲"], "没有名为“没有这个”的口径模板。请从口径包中选一个模板。"),
    ])
    func `写不进公式的值被拒绝`(template: String, values: [String], message: String) throws {
        let pack = try BuiltIn.measures()
        let error = #expect(throws: MeasureTemplateError.self) {
            try pack.measure(template, of: values)
        }
        #expect(error?.message == message)
    }

    @Test(arguments: [(200, true), (201, false)])
    func `值最多二百个字`(length: Int, isTaken: Bool) throws {
        let pack = try BuiltIn.measures()
        let value = String(repeating: "字", count: length)
        let measure = try? pack.measure("单项支出决算", of: [value])
        #expect((measure != nil) == isTaken)
    }

    @Test(arguments: [
        ("sum(支付.金额; 项目 = {项 目})", "口径模板“试验”没有参数“项 目”", "改用parameters中列出的参数"),
        ("sum(支付.金额; 项目 = \"{项目}\")", "口径模板“试验”把参数写进了引号", "把{}写在引号之外，程序会加上引号"),
    ])
    func `模板写错时在定义处指出`(formula: String, problem: String, remedy: String) {
        let text = """
            source: 测试
            mark: design
            templates:
              - name: 试验
                parameters: [项目]
                formula: '\(formula)'
                unit: 万元
                description: 试
            """
        let error = #expect(throws: PackError.self) {
            try MeasurePack(reading: [PackText(file: "m.yaml", text: text)])
        }
        #expect(
            error
                == PackError(
                    file: "m.yaml", line: 6, path: "templates[0].formula", problem: problem,
                    remedy: remedy))
    }

    @Test func `同名口径被拒绝`() {
        let text = """
            source: 测试
            mark: design
            measures:
              - {name: 甲, formula: 1, unit: '%', description: 试}
              - {name: 甲, formula: 2, unit: '%', description: 试}
            """
        let error = #expect(throws: PackError.self) {
            try MeasurePack(reading: [PackText(file: "m.yaml", text: text)])
        }
        #expect(error?.message == "m.yaml 第5行 measures[1]：口径“甲”已有定义。请换一个名称。")
    }
}

struct ShownUnitTests {
    @Test(arguments: [
        ("万元", MeasureUnit.yuan, 10_000 as Int64), ("人次", MeasureUnit("人次"), 1),
        ("万元/人", MeasureUnit.yuan / MeasureUnit("人"), 10_000),
    ])
    func `显示单位读成基本单位和倍数`(text: String, unit: MeasureUnit, factor: Int64) throws {
        let shown = try #require(ShownUnit(text))
        #expect(shown.unit == unit)
        #expect(shown.factor == Fraction(factor))
    }

    @Test(arguments: ["", "/", "万元/", "/人", "元/人/月", "匹"])
    func `不认识的显示单位读不出`(text: String) {
        #expect(ShownUnit(text) == nil)
    }
}
