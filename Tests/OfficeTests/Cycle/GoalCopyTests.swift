import Formulas
import Packs
import Performance
import Quantities
import Storage
import Testing
import ZengchengExample

@testable import Office

@Suite("沿用上年的目标")
struct GoalCopyTests {
    private static let project = "困难职工帮扶资金（送温暖费）"

    /// The example year with its goals, and a budget of the year after.
    private func withYears(
        goals: Bool = true, _ body: (CycleDesk, FormPack) throws -> Void
    ) throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let before = CycleDesk(year.workplace, try year.desk().book.id, isOnePersonOffice: true)
        let at = ZengchengYear.start + 2_000_000
        try before.appointAdministrator("guanli", at: at)
        try before.grant(.businessOffice, to: "yewu", by: "guanli", at: at)
        let business = Performer("yewu", as: .businessOffice)
        try before.perform(
            "create", on: Matter(.goal), by: business, at: at, .facts("projectInBudgetDraft"))
        for line in goals ? try ZengchengExample.goals(.improved) : [] {
            let content = try #require(FormContent(json: try CanonicalJSON(reading: line)))
            try before.save(content, of: Matter(.goal), by: business, at: at)
        }
        let importer = ImportDesk(year.workplace, memoryPath: "\(year.folder)/layouts.json")
        let book = try importer.book(
            unit: ZengchengExample.unitCode, year: 2022, unitName: ZengchengExample.unitName,
            actor: "测试", at: at)
        try year.importRows(
            "批复日期,预算类型,支出类别,项目,资金来源,金额（元）\n"
                + "2022-01-20,年初,项目支出,\(Self.project),一般公共预算,220000", into: "支出预算", book: book)
        try body(
            CycleDesk(year.workplace, book, isOnePersonOffice: true), try FormPack.builtIn())
    }

    @Test func `指标值照抄并注明上年，旁边是上年完成值，金额是今年的`() throws {
        try withYears { desk, forms in
            let copies = try GoalCopy(desk, forms: forms).copies()
            #expect(copies.map(\.content.form) == ["F01", "F02", "F02", "F02", "F02", "F02"])
            #expect(copies.allSatisfy { $0.content.fiscalYear == 2022 })
            let aid = try #require(copies.first { $0.content.subject == Self.project })
            let row = try #require(aid.content.rows("绩效指标").first)
            #expect(row["三级指标"] == "季度生活救助人次")
            #expect(row["指标值"] == aid.source.rows("绩效指标").first?["指标值"])
            #expect(row["指标值来源"] == "上年")
            #expect(row["上年完成值"] == "295人次")
            #expect(aid.withoutActual.contains("救助对象符合率"))
            #expect(aid.content["年度财政拨款"] == "22.00")
            #expect(aid.content["年度资金总额"] == "22.00")
            #expect(aid.content["填报日期"] == nil)
            // 今年没有批复的项目，金额留空。
            let other = try #require(copies.first { $0.content.subject == "保密设备购置费" })
            #expect(other.content["年度财政拨款"] == nil)
        }
    }

    @Test func `上年没有目标表就说明`() throws {
        try withYears(goals: false) { desk, forms in
            let refused = #expect(throws: CycleError.self) {
                try GoalCopy(desk, forms: forms).copies()
            }
            #expect(
                refused?.message
                    == "440118-ZGH 在 2021 年没有保存过绩效目标表，没有可以沿用的。请直接填报（jixiao form template F02）。")
        }
    }
}
