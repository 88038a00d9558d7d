import Documents
import Performance
import Quantities
import Testing

@testable import Office

struct LayoutTests {
    private let desk: ImportFixture

    init() throws { desk = try ImportFixture() }

    private func plan(
        _ text: String, ledger: String? = "支付", answers: [LayoutAnswer] = []
    ) throws -> ImportPlan {
        try desk.importer.plan(desk.order(text, ledger: ledger, answers: answers))
    }

    /// `A=日期 B=凭证号`
    private func columns(_ plan: ImportPlan) -> String {
        plan.sheets[0].layout.columns.map {
            "\(CellPlace.letters(ofColumn: $0.place))=\($0.target.name(in: plan.ledger))"
        }.joined(separator: " ")
    }

    @Test func `表头上方的标题与单位行不影响认列`() throws {
        let plan = try plan(
            """
            某区总工会2021年支付明细表,,,,
            填报单位：某区总工会,,,单位：万元,
            序号,支付日期,凭证编号,支出类别,支付金额
            1,2021-03-05,付-1,公用经费,0.35
            """)
        #expect(columns(plan) == "A= B=日期 C=凭证号 D=支出类别 E=金额")
        #expect(plan.sheets[0].layout.headerRows == 3...3)
        #expect(plan.sheets[0].layout.columns[4].moneyUnit == .tenThousandYuan)
        #expect(plan.notices.isEmpty)
    }

    @Test func `两行表头合起来读`() throws {
        let plan = try plan(
            """
            日期,凭证,,支出类别,金额
            ,凭证号,分录号,,（万元）
            2021-03-05,付-1,1,公用经费,0.35
            """)
        #expect(columns(plan) == "A=日期 B=凭证号 C=分录号 D=支出类别 E=金额")
        #expect(plan.sheets[0].layout.headerRows == 1...2)
        #expect(plan.sheets[0].layout.columns[4].moneyUnit == .tenThousandYuan)
    }

    @Test func `表头的单位胜过表上方的单位并给出提示`() throws {
        let plan = try plan(
            """
            单位：万元,,,
            日期,凭证号,支出类别,金额（元）
            2021-03-05,付-1,公用经费,35
            """)
        #expect(plan.sheets[0].layout.columns[3].moneyUnit == .yuan)
        #expect(
            plan.notices.map(\.message) == [
                "支付.csv 第2行第4列：表头的单位是元，表上方写的是万元，按表头读取。请核对。"
            ])
    }

    @Test func `没有写明单位时按元读并给出提示`() throws {
        let plan = try plan("日期,凭证号,支出类别,金额\n2021-03-05,付-1,公用经费,35\n")
        #expect(plan.notices.map(\.message) == ["支付.csv 第1行第4列：没有写明金额单位，按元读取。"])
    }

    @Test func `没有指明台账时按表头认定并说明理由`() throws {
        let plan = try plan(
            "日期,凭证号,支出类别,金额（元）,收款方\n2021-03-05,付-1,公用经费,35,某公司\n", ledger: nil)
        #expect(plan.ledger.name == "支付")
        #expect(
            plan.notices.map(\.message) == [
                "支付.csv：按表头认作“支付”台账（认出：日期、凭证号、支出类别、金额、收款方）。"
            ])
    }

    @Test func `认不出的列只问一次`() throws {
        let text = "日期,凭证号,开支分类,金额（元）\n2021-03-05,付-1,公用经费,35\n"
        let first = try plan(text)
        #expect(
            first.questions.map(\.message) == [
                "C列“开支分类”（如：公用经费）是哪个字段？可选：支出类别、项目、明细、功能分类、经济分类、收款方、摘要、备注；也可以不导入。"
            ])
        #expect(first.questions[0].isRequired)
        let refused = try desk.commit(text)
        #expect(
            refused.messages == ["支付.csv：C列的表头认不出来，而必需的列还缺。请指明各列是什么字段。"])
        let answered = try desk.commit(
            desk.order(text, answers: [LayoutAnswer(column: 3, name: "支出类别")]))
        #expect(answered.counts == "新增 1，已有 0，不一致 0，退回 0")
        let again = try plan(text.replacing("35", with: "36"))
        #expect(again.questions.isEmpty)
        #expect(columns(again) == "A=日期 B=凭证号 C=支出类别 D=金额")
    }

    @Test func `可有可无的列不回答也能导入`() throws {
        let text = "日期,凭证号,支出类别,金额（元）,经手\n2021-03-05,付-1,公用经费,35,甲\n"
        let plan = try plan(text)
        #expect(plan.questions.map(\.isRequired) == [false])
        let report = try desk.commit(text)
        #expect(report.isAccepted)
        #expect(report.notices.map(\.message) == ["支付.csv 第1行第5列：“经手”不是台账的字段，没有导入。"])
        let leftOut = try self.plan(text, answers: [LayoutAnswer(column: 5, name: nil)])
        #expect(leftOut.questions.isEmpty)
    }

    @Test func `回答了不存在的字段会被指出`() throws {
        let text = "日期,凭证号,支出类别,金额（元）,经手\n2021-03-05,付-1,公用经费,35,甲\n"
        let report = try desk.commit(
            desk.order(text, answers: [LayoutAnswer(column: 5, name: "经手人")]))
        #expect(report.messages == ["支付.csv：E列不能当作“经手人”。请核对列号和字段名。"])
    }

    @Test func `回答记在文件里，键有序`() throws {
        let path = FileManagerPlace.temporaryFile("layouts.json")
        defer { FileManagerPlace.remove(path) }
        let memory = FileLayoutMemory(path: path)
        #expect(try memory.answers(forLayout: "支付|A=甲").isEmpty)
        try memory.remember([LayoutAnswer(column: 2, name: nil)], forLayout: "支付|B=乙")
        try memory.remember([LayoutAnswer(column: 1, name: "摘要")], forLayout: "支付|A=甲")
        try memory.remember([LayoutAnswer(column: 3, name: "项目")], forLayout: "支付|A=甲")
        #expect(
            try memory.answers(forLayout: "支付|A=甲") == [
                LayoutAnswer(column: 1, name: "摘要"), LayoutAnswer(column: 3, name: "项目"),
            ])
        #expect(try memory.answers(forLayout: "支付|B=乙") == [LayoutAnswer(column: 2, name: nil)])
    }

    @Test func `自有名称胜过别名`() throws {
        let plan = try plan(
            "日期,记账日期,凭证号,支出类别,金额（元）\n2021-03-05,2021-03-06,付-1,公用经费,35\n")
        #expect(columns(plan) == "A=日期 C=凭证号 D=支出类别 E=金额")
    }
}
