import Packs
import Performance
import Testing

@testable import Office

@Suite("账套的勾稽核对")
struct BookChecksTests {
    @Test func `The example's book raises what its figures leave unexplained, and nothing else`()
        throws
    {
        let year = try ZengchengYear()
        defer { year.remove() }
        let desk = try year.workplace.desk(unit: nil, year: nil, through: nil)
        let findings = try BookChecks(desk, RulePack.book()).findings()
        #expect(findings.map(\.ruleId) == ["CC-007", "CC-042", "CC-043", "CC-061", "CC-062"])
        #expect(findings.allSatisfy { $0.level == .answered })
    }

    @Test func `Every fact that a book gives is a fact of its subject`() throws {
        let rules = try RulePack.book()
        for subject in try BookFactPack.builtIn() {
            let known = try #require(rules.subjects.first { $0.name == subject.subject })
            for name in subject.facts.map(\.name) + subject.asked {
                #expect(known.fact(name) != nil, "\(subject.subject)·\(name)")
            }
        }
    }

    /// Each row: a ledger, what is added to it, and the rule that finds it.
    @Test(arguments: [
        (
            "工作记录", "日期,项目,事项,人次,金额（元）\n2021-03-30,\(Self.aid),季度生活救助,1,",
            "CC-084", "“\(Self.aid)·季度生活救助”季度救助5批，涉及4个季度。核对批次，补发或冲回。"
        ),
        (
            "工作记录", "日期,项目,事项,人次,金额（元）\n2021-03-30,\(Self.aid),紧急救助,1,300", "CC-080",
            "项目“\(Self.aid)”台账合计20.03万元与项目支出20万元不符。逐笔核对台账。"
        ),
        (
            "工作记录", "日期,项目,事项,人次,金额（元）\n2021-03-30,\(Self.aid),紧急救助,1,", "CC-081",
            "“\(Self.aid)·紧急救助”全年15人次，各批次之和16人次。核对各批次。"
        ),
        (
            "报告文字", "生效日期,章节键,序号,标题,正文\n2021-12-31,主要问题,9,预算编制不细,XX年度预算编制不够细化。",
            "CC-090", "存在占位或模板残留（1处）。改为实际内容。例：“XX年度”→“2021年度”。"
        ),
        (
            "报告文字", "生效日期,章节键,序号,标题,正文\n2021-12-31,主要问题,9,预算编制不细,预算编制不够细化。",
            "CC-093", "问题3条，措施2条，没有一一对应。给每个问题写明措施。"
        ),
    ])
    func `Projects, work records and the report text of a book are judged`(
        ledger: String, rows: String, rule: String, message: String
    ) throws {
        let year = try ZengchengYear()
        defer { year.remove() }
        let before = try BookChecks(year.desk(), RulePack.book()).findings()
        #expect(!before.contains { $0.ruleId.rawValue == rule })
        let report = try year.importRows(rows, into: ledger)
        #expect(report.isClean)
        let found = try BookChecks(year.desk(), RulePack.book()).findings()
            .first { $0.ruleId.rawValue == rule }
        #expect(found?.message.replacing("请", with: "") == message)
    }

    private static let aid = "困难职工帮扶资金（送温暖费）"
}
