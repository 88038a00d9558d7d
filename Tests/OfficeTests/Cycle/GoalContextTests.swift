import Formulas
import Packs
import Performance
import Quantities
import Storage
import Testing

@testable import Office

@Suite("填报检查对照账套")
struct GoalContextTests {
    private static let indicator =
        "生效日期,指标编号,层级,项目,一级指标,二级指标,三级指标,计算符号,指标值,单位,分值,对应口径\n"

    /// Three years in which the target of 100 人次 is passed by `actuals`, and this year's budget.
    private func context(
        _ actuals: [Int], adjusted: Int = 0, of row: FormRow
    ) throws -> [LintFinding] {
        let year = try ZengchengYear(isEmpty: true)
        defer { year.remove() }
        let project = "困难职工帮扶"
        for (index, actual) in actuals.enumerated() {
            let number = 2021 - actuals.count + index
            let book = try year.open(number)
            try year.importRows(
                "生效日期,项目名称\n\(number)-01-05,\(project)", into: "项目", book: book)
            try year.importRows(
                "批复日期,预算类型,支出类别,项目,金额（元）\n\(number)-01-20,年初,项目支出,\(project),200000",
                into: "支出预算", book: book)
            try year.importRows(
                "日期,凭证号,分录号,支出类别,项目,金额（元）\n\(number)-05-01,付-1,1,项目支出,\(project),200000",
                into: "支付", book: book)
            try year.importRows(
                Self.indicator
                    + "\(number)-01-20,P-1,项目,\(project),产出指标,数量指标,救助人次,≥,100,人次,10,sum(工作记录.人次)",
                into: "绩效指标", book: book)
            try year.importRows(
                "日期,项目,事项,人次\n\(number)-05-01,\(project),救助,\(actual)", into: "工作记录",
                book: book)
        }
        let book = try year.open(2021)
        let more = adjusted == 0 ? "" : "\n2021-06-20,追加,项目支出,\(project),\(adjusted)"
        try year.importRows(
            "批复日期,预算类型,支出类别,项目,金额（元）\n2021-01-20,年初,项目支出,\(project),200000" + more,
            into: "支出预算", book: book)
        let desk = try year.workplace.desk(
            unit: book.unitCode, year: 2021, through: nil)
        var content = FormContent(
            form: "F02", version: "2015.1", unitCode: book.unitCode, fiscalYear: 2021,
            subject: project, fields: ["项目名称": project, "年度财政拨款": "20.00"])
        content.tables["绩效指标"] = [row]
        let forms = try FormPack.builtIn()
        return FormLint(try RulePack.book()).result(
            for: content, definition: forms.form("F02"),
            context: try GoalContext(desk).context(of: content, among: [content])
        ).findings
    }

    private func row(_ target: String, _ more: [String: String] = [:]) -> FormRow {
        FormRow(
            ["一级指标": "产出指标", "二级指标": "数量指标", "三级指标": "救助人次", "指标值": target]
                .merging(more) { $1 })
    }

    private func has(_ rule: CheckID, _ findings: [LintFinding]) -> Bool {
        findings.contains { $0.finding.ruleId == rule }
    }

    @Test(arguments: [([130, 140, 135], true), ([129, 140, 135], false), ([140, 135], false)])
    func `TQ-046 连续三年超额`(actuals: [Int], fires: Bool) throws {
        #expect(has("TQ-046", try context(actuals, of: row("≥100人次"))) == fires)
    }

    /// 上年20万元救助310人次，每人次645元。
    @Test(arguments: [("≥10人次", true), ("≥300人次", false), ("≥900人次", true)])
    func `TQ-052 单位成本与上年相差悬殊`(target: String, fires: Bool) throws {
        #expect(has("TQ-052", try context([310], of: row(target))) == fires)
    }

    @Test(arguments: [
        ("每季度75人次", false), ("每季度70人次", true), ("4×70", true),
        ("一季度70、二季度80、三季度75、四季度75", false), ("一季度70、二季度80", false),
    ])
    func `TQ-053 分季度与全年`(text: String, fires: Bool) throws {
        #expect(has("TQ-053", try context([300], of: row("≥300人次", ["计算公式": text]))) == fires)
    }

    @Test(arguments: [(40_000, false), (40_001, true), (-40_001, true), (0, false)])
    func `TQ-054 预算调整而目标未动`(adjusted: Int, fires: Bool) throws {
        #expect(has("TQ-054", try context([300], adjusted: adjusted, of: row("≥300人次"))) == fires)
    }
}
