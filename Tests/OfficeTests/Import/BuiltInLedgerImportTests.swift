import Performance
import Testing

@testable import Office

struct BuiltInLedgerImportTests {
    @Test func `每种台账都能凭自己的表头认出来`() throws {
        let desk = try ImportFixture()
        for ledger in desk.definitions where ledger.takesImports {
            let header = ledger.columns.map(\.name).joined(separator: ",") + "\n"
            let plan = try desk.importer.plan(
                desk.order(header, name: "\(ledger.name).csv", ledger: nil))
            #expect(plan.ledger.name == ledger.name)
            #expect(plan.questions.isEmpty)
            let found = plan.sheets[0].layout.columns.map { $0.target.name(in: ledger) }
            #expect(found == ledger.columns.map(\.name))
        }
    }

    @Test func `登记簿的每次变动各是一行`() throws {
        let desk = try ImportFixture()
        let header = "生效日期,资产编号,资产名称,资产类别,原值（元）,取得日期,使用状态\n"
        let first = "2021-01-01,A-1,电脑,固定资产,5000,2020-03-01,在用\n"
        let second = "2021-06-30,A-1,电脑,固定资产,5000,2020-03-01,闲置\n"
        let ledger = try #require(desk.definitions.first { $0.name == "资产" })
        let names = Set(ledger.columns.filter(\.isRequired).map(\.name))
        #expect(names.isSubset(of: ["生效日期", "资产编号", "资产名称", "资产类别", "原值", "取得日期", "使用状态"]))
        let report = try desk.commit(
            desk.order(header + first + second, name: "资产.csv", ledger: "资产"))
        #expect(report.messages.isEmpty)
        #expect(report.counts == "新增 2，已有 0，不一致 0，退回 0")
        let again = try desk.commit(desk.order(header + second, name: "资产.csv", ledger: "资产"))
        #expect(again.counts == "新增 0，已有 1，不一致 0，退回 0")
    }

    @Test func `只有序号才能留空当作1，文字不能`() throws {
        let desk = try ImportFixture()
        let text = """
            生效日期,评价方案,对象,指标编号,判断项,判断值,理由
            2021-12-31,national-2013-default,部门,A11,,好,依据充分且材料齐全
            """
        let report = try desk.commit(desk.order(text, name: "判断.csv", ledger: "人工判断"))
        #expect(report.refusals.map(\.code) == ["required-empty"])
        #expect(report.messages[0].hasPrefix("判断.csv 第2行第5列：判断项没有填，应填文字"))
    }
}
