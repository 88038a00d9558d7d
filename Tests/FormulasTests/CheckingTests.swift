import FormulaSamples
import Formulas
import Quantities
import Testing

/// What the vocabulary refuses when a formula is saved, and where.
struct CheckingTests {
    static func vocabulary() throws -> Vocabulary {
        var vocabulary = Vocabulary(ledgers: SampleLedgers.all)
        try vocabulary.define(parameter: "低保标准", text: "1120元")
        try vocabulary.define(parameter: "门槛", text: "-5 %")
        try vocabulary.define(parameter: "类别甲", text: "\"A\"")
        try vocabulary.define(parameter: "分值", value: Fraction(10))
        try vocabulary.define(measure: "支出决算", formula: "sum(支付.金额)", unit: .yuan)
        try vocabulary.define(measure: "救助人次", formula: "count(帮扶)")
        return vocabulary
    }

    @Test(arguments: [
        ("sum(支付.金额)", "元"), ("count(支付)", "笔"), ("count(帮扶)", "人次"),
        ("distinct(帮扶.对象)", "人"), ("distinct(支付.支出类别)", "个"),
        ("sum(帮扶.金额) / distinct(帮扶.对象)", "元/人"),
        ("sum(帮扶.金额) / count(帮扶) * 3人次", "元"),
        ("支出决算 / 1万元", ""), ("sum(帮扶.工时)", "小时"), ("max(帮扶.评分)", ""),
        ("支出决算 * 分值 * 95%", "元"), ("0 + 支出决算", "元"), ("支出决算 - 0", "元"),
        ("ifmissing(支出决算, 0)", "元"), ("ifmissing(0, 支出决算)", "元"),
        ("clamp(支出决算, 0, 1万元)", "元"), ("月末平均(救助人次)", "人次"),
        ("tiers(支出决算; > 0 : 0; > 1元 : 3人; else 0)", "人"),
        ("1 / 救助人次", "1/人次"), ("支出决算 * 支出决算", "元^2"),
    ])
    func `单位随公式算出来`(formula: String, unit: String) throws {
        let type = try Self.vocabulary().check(formula).type
        #expect(type.unit.map { "\($0)" } == unit)
    }

    @Test(arguments: [
        ("支出决算 > 0", FormulaType.truth), ("max(支付.日期)", .day), ("类别甲", .text),
        ("类别甲 in (\"A\", \"B\")", .truth), ("期末 <= 2021年6月30日", .truth),
        ("true = (支出决算 > 1元)", .truth), ("ifmissing(max(支付.日期), 期末)", .day),
        ("上年(max(支付.日期))", .day), ("tiers(1; > 0 : \"高\"; else \"低\")", .text),
    ])
    func `类型随公式算出来`(formula: String, type: FormulaType) throws {
        #expect(try Self.vocabulary().check(formula).type == type)
    }

    @Test(arguments: [
        ("sum(支负.金额)", 4, "没有台账“支负”。是不是“支付”？"),
        ("count(工资)", 6, "没有台账“工资”。请核对名称。"),
        ("sum(支付.金颔)", 7, "台账“支付”没有字段“金颔”。是不是“金额”？"),
        ("支出决祘 + 1元", 0, "没有口径或参数“支出决祘”。是不是“支出决算”？"),
        ("1 + 经费", 4, "没有口径或参数“经费”。请核对名称。"),
        ("支付 / 2", 0, "“支付”是台账，不能直接计算。请写成 count(支付) 或 sum(支付.字段)。"),
        ("金额 / 2", 0, "“金额”是台账“支付”的字段。请写成 sum(支付.金额)，或放到分号后的筛选条件里。"),
        ("3000元/人", 6, "“人”是单位，前面要有数。例如 3000元/1人。"),
        ("支出决算 + 救助人次", 0, "单位不同：左边是“元”，右边是“人次”，不能相加。"),
        ("1万元 - 1人", 0, "单位不同：左边是“元”，右边是“人”，不能相减。"),
        ("1 + 支出决算", 0, "单位不同：左边是无单位的数，右边是“元”，不能相加。"),
        ("支出决算 > 5", 7, "这里要写单位：另一边是“元”。请写成带单位的数。"),
        ("5 > 支出决算", 0, "这里要写单位：另一边是“元”。请写成带单位的数。"),
        ("支出决算 > 5人", 0, "单位不同：左边是“元”，右边是“人”，不能比较。"),
        ("支出决算 > 95%", 0, "单位不同：左边是“元”，右边是无单位的数，不能比较。"),
        ("支出决算 in (1元, 2)", 13, "这里要写单位：另一边是“元”。请写成带单位的数。"),
        ("clamp(支出决算, 0, 5)", 0, "单位不同：左边是“元”，右边是无单位的数，不能比较。"),
        ("ifmissing(支出决算, 5)", 0, "单位不同：左边是“元”，右边是无单位的数，不能互相代替。"),
        ("tiers(支出决算; > 5 : 1; else 0)", 14, "这里要写单位：另一边是“元”。请写成带单位的数。"),
        ("tiers(1; > 5 : 1元; else 1人)", 24, "单位不同：左边是“元”，右边是“人”，不能同为各档的结果。"),
        ("tiers(1; > 5 : 1元; else \"无\")", 24, "这里应是数（元），却是文字。"),
        ("类别甲 + 1", 0, "这里应是数，却是文字。"),
        ("1 + (1 = 2)", 5, "这里应是数，却是是否。"),
        ("not 支出决算", 4, "这里应是是否，却是数（元）。"),
        ("1 and true", 0, "这里应是是否，却是数。"),
        ("类别甲 = 1", 0, "文字不能与数比较。"),
        ("期末 = \"2021\"", 0, "日期不能与文字比较。"),
        ("true < false", 0, "“是”与“否”没有大小。请用 = 或 <>。"),
        ("round(支出决算, 1.5)", 12, "round 的第二个参数是小数位数，只能写 0 到 9 的整数。"),
        ("round(支出决算, 10)", 12, "round 的第二个参数是小数位数，只能写 0 到 9 的整数。"),
        ("abs(期末)", 4, "这里应是数，却是日期。"),
        ("月末平均(期末)", 5, "这里应是数，却是日期。"),
        ("sum(支付)", 0, "sum 要写明字段，例如 sum(支付.字段)。"),
        ("count(支付.项目)", 9, "count 数的是行，不写字段。请写 count(支付)；数不重复的值请写 distinct(支付.项目)。"),
        ("sum(支付.项目)", 7, "字段“项目”不是金额或数，不能求和。"),
        ("sum(支付.日期)", 7, "字段“日期”不是金额或数，不能求和。"),
        ("max(支付.项目)", 7, "字段“项目”不是金额、数或日期，不能取最大最小。"),
        ("count(支付; count(帮扶) > 1人次)", 10, "筛选条件里不能写汇总，只能用本行的字段和固定值。"),
        ("count(支付; 支出决算 > 1元)", 10, "“支出决算”是口径，筛选条件里只能用本行的字段和固定值。"),
        ("count(支付; 金额 * 2 > 1元)", 10, "筛选条件里不做加减乘除。请在台账里设一个算好的字段，再用它比较。"),
        ("count(支付; -金额 > 1元)", 10, "筛选条件里不做加减乘除。请在台账里设一个算好的字段，再用它比较。"),
        ("count(支付; abs(金额) > 1元)", 10, "筛选条件里不能用 abs。请比较本行的字段和固定值。"),
        ("count(支付; tiers(金额; > 1元 : true; else false))", 10, "筛选条件里不能用 tiers。请比较本行的字段和固定值。"),
        ("count(支付; (金额 > 1元) = true)", 11, "筛选条件里，比较的两边只能是字段或固定值。"),
        ("count(支付; 金额)", 10, "这里应是是否，却是数（元）。"),
        ("count(支付; 金颔 > 1元)", 10, "台账“支付”没有字段“金颔”。是不是“金额”？"),
        ("count(支付; 金额 > 1)", 15, "这里要写单位：另一边是“元”。请写成带单位的数。"),
        ("count(支付; 金额 > \"1\")", 10, "数（元）不能与文字比较。"),
        ("count(支付; 项目 in (1))", 17, "文字不能与数比较。"),
        ("count(帮扶; 工时 = 核定工时)", 10, "字段“工时”和“核定工时”的小数位数不同，不能直接比较。"),
        ("上年(上年(上年(上年(支出决算))))", 0, "上年、上年同期最多套 3 层。"),
        ("月末平均(月末平均(支出决算))", 0, "月末平均里不能再套月末平均。"),
    ])
    func `说不通的公式存不进去`(formula: String, offset: Int, explanation: String) throws {
        let vocabulary = try Self.vocabulary()
        let error = #expect(throws: FormulaError.self) { try vocabulary.check(formula) }
        #expect(error?.explanation == explanation)
        #expect(error?.offset == offset)
    }

    @Test func `口径按任意次序定义而不成环`() throws {
        var vocabulary = try Self.vocabulary()
        try vocabulary.define([
            .init(name: "人均", formula: "救助金额 / 救助人数"),
            .init(name: "救助人数", formula: "distinct(帮扶.对象)"),
            .init(name: "救助金额", formula: "sum(帮扶.金额; 金额 >= 低保标准 or 类型 = 类别甲)"),
        ])
        #expect(vocabulary.measure(named: "人均")?.measures == ["人均", "救助人数", "救助金额"])
        #expect(vocabulary.measure(named: "人均")?.ledgers == ["帮扶"])
        #expect(vocabulary.measureNames == ["人均", "支出决算", "救助人数", "救助人次", "救助金额"].sorted())
        #expect(vocabulary.parameterNames == ["低保标准", "分值", "类别甲", "门槛"].sorted())
        #expect(vocabulary.definition(of: "救助人数")?.formula == "distinct(帮扶.对象)")

        let ring = #expect(throws: FormulaError.self) {
            try vocabulary.define(measure: "救助金额", formula: "1人 * 人均")
        }
        #expect(
            ring?.message == """
                口径“人均”的公式，第 1 行第 1 个字：口径互相套用：救助金额 → 人均 → 救助金额。请去掉其中一环。
                救助金额 / 救助人数
                ^
                """)
        let own = #expect(throws: FormulaError.self) {
            try vocabulary.define(measure: "自己", formula: "1 + 自己")
        }
        #expect(own?.explanation == "口径互相套用：自己 → 自己。请去掉其中一环。")
        // A refused definition leaves the vocabulary as it was.
        #expect(vocabulary.measure(named: "救助金额")?.text == "sum(帮扶.金额; 金额 >= 低保标准 or 类型 = 类别甲)")
        // A column of the measure's own name is the column.
        try vocabulary.define(measure: "金额", formula: "sum(支付.金额; 金额 > 0)")
        #expect(vocabulary.measure(named: "金额")?.measures == ["金额"])
    }

    @Test func `改了口径用它的口径也跟着改`() throws {
        var vocabulary = try Self.vocabulary()
        try vocabulary.define(measure: "翻倍", formula: "支出决算 * 2")
        let before = vocabulary
        try vocabulary.define(measure: "支出决算", formula: "救助人次")
        #expect(vocabulary.measure(named: "翻倍")?.type == .number(MeasureUnit("人次")))
        #expect(before.measure(named: "翻倍")?.type == .number(.yuan))
        let error = #expect(throws: FormulaError.self) {
            try vocabulary.define(measure: "支出决算", formula: "期末")
        }
        #expect(error?.measure == "翻倍")
        #expect(error?.explanation == "这里应是数，却是日期。")
    }

    @Test func `写明的单位要与算出来的一致`() throws {
        var vocabulary = try Self.vocabulary()
        let other = #expect(throws: FormulaError.self) {
            try vocabulary.define(measure: "人均", formula: "支出决算 / 救助人次", unit: .yuan)
        }
        #expect(other?.explanation == "写明的单位是“元”，算出来却是“元/人次”。请核对公式或单位。")
        let none = #expect(throws: FormulaError.self) {
            try vocabulary.define(measure: "最后一笔", formula: "max(支付.日期)", unit: .yuan)
        }
        #expect(none?.explanation == "写明了单位，算出来却是日期，没有单位。")
        try vocabulary.define(measure: "罚款", formula: "0", unit: .yuan)
        #expect(vocabulary.measure(named: "罚款")?.type == .number(.yuan))
    }

    @Test func `参数是一个固定值`() throws {
        var vocabulary = try Self.vocabulary()
        #expect(try vocabulary.check("门槛").type == .number(.one))
        let value = try Evaluator(rows: SampleBooks()).value(
            of: try vocabulary.check("门槛 + 低保标准 / 1120元"), at: SampleBooks.snapshot())
        #expect(value == .number(try Fraction(19, over: 20)))
        for text in ["1 + 1", "支出决算", "-\"a\""] {
            let error = #expect(throws: FormulaError.self) {
                try vocabulary.define(parameter: "乙", text: text)
            }
            #expect(error?.explanation == "这里是“\(text)”，应是一个固定值。")
        }
        for name in ["支出决算", "期末"] {
            let error = #expect(throws: FormulaError.self) {
                try vocabulary.define(parameter: name, text: "1")
            }
            #expect(error?.explanation == "名称“\(name)”已有别的用处。请换一个名称。")
            #expect(throws: FormulaError.self) {
                try vocabulary.define(parameter: name, value: .one)
            }
        }
        for name in ["低保标准", "期初", ""] {
            #expect(throws: FormulaError.self) {
                try vocabulary.define(measure: name, formula: "1")
            }
        }
    }

    @Test func `展开后太大的公式存不进去`() throws {
        var vocabulary = try Self.vocabulary()
        // Each doubles the one before, but is computed once: what counts is the graph.
        try vocabulary.define(measure: "倍1", formula: "支出决算 + 支出决算")
        for ordinal in 2...40 {
            try vocabulary.define(
                measure: "倍\(ordinal)", formula: "倍\(ordinal - 1) + 倍\(ordinal - 1)")
        }
        let doubled = try Evaluator(rows: EvaluatorTests.books).value(
            of: try vocabulary.check("倍40"), at: SampleBooks.snapshot())
        #expect(
            doubled == .number(try Fraction(129_999, over: 100).multiplied(by: Fraction(1 << 40))))

        let long = Array(repeating: "支出决算", count: 150).joined(separator: "+")
        try vocabulary.define(measure: "长1", formula: long)
        try vocabulary.define(measure: "长2", formula: long.replacing("支出决算", with: "长1"))
        try vocabulary.define(measure: "长3", formula: long.replacing("支出决算", with: "长2"))
        let deep = #expect(throws: FormulaError.self) {
            try vocabulary.define(measure: "长4", formula: long.replacing("支出决算", with: "长3"))
        }
        #expect(deep?.explanation == "套用的口径太多或太深。请简化公式。")
        // A chain of measures as long as the brackets may be deep.
        var chain: [MeasureDefinition] = [.init(name: "链0", formula: "1")]
        for ordinal in 1...Formula.Limit.nesting {
            chain.append(.init(name: "链\(ordinal)", formula: "链\(ordinal - 1)"))
        }
        #expect(throws: FormulaError.self) { try vocabulary.define(chain.reversed()) }
        try vocabulary.define(Array(chain.dropLast().reversed()))
    }
}
