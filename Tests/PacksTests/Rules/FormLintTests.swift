import Formulas
import Performance
import Quantities
import Testing

@testable import Packs

@Suite("Lint of forms (填报检查)")
struct FormLintTests {
    static func result(
        _ content: FormContent, _ context: LintContext = LintContext(),
        answers: [CheckID: String] = [:]
    ) throws -> LintResult {
        FormLint(try BuiltInRules.book()).result(for: content, context: context, answers: answers)
    }

    /// `TQ-031 绩效指标[0].指标值`
    static func told(_ result: LintResult) -> [String] {
        result.findings.map { found in
            let place = found.place
            let cell = place.cell.map { "\($0.table)[\($0.row)]." } ?? ""
            return "\(found.finding.ruleId) \(cell)\(place.field)"
        }
    }

    static func goals(_ rows: [FormRow], goal: String = good, amount: String = "20.00")
        -> FormContent
    {
        FormContent(
            form: "F02", version: "2015.1", unitCode: "440118", fiscalYear: 2021,
            subject: "保密设备购置费", fields: ["年度目标": goal, "年度资金总额": amount],
            tables: ["绩效指标": rows])
    }

    static let good = "按目录购置保密设备5台，全部验收合格，6月底前投入使用，满足保密工作需要"
    static let rows: [FormRow] = [
        ["二级指标": "数量指标", "三级指标": "购置设备台数", "指标值": "＝5台"],
        ["二级指标": "质量指标", "三级指标": "设备验收合格率", "指标值": "＝100%"],
        ["二级指标": "时效指标", "三级指标": "合同按期交付率", "指标值": "＝100%"],
        ["二级指标": "成本指标", "三级指标": "设备采购节约率", "指标值": "≥0%"],
        ["二级指标": "可持续影响指标", "三级指标": "三年正常使用率", "指标值": "≥95%"],
    ]

    @Test("A good form is silent and has 100")
    func silent() throws {
        let result = try Self.result(
            Self.goals(Self.rows), LintContext(approvedBudget: Money(fen: 20_000_000)))
        #expect(Self.told(result) == [])
        #expect(result.quality?.text == "100")
        #expect(!result.isBlocked)
    }

    @Test("Each place that is wrong is told, in the order of the form")
    func told() throws {
        var rows = Self.rows
        rows[0]["指标值"] = "5台"
        rows[2]["指标值"] = "2022年6月底前"
        rows[4] = ["二级指标": "社会效益指标", "三级指标": "召开座谈会", "指标值": "有效"]
        let result = try Self.result(
            Self.goals(rows, goal: "做好保密工作", amount: "20.01"),
            LintContext(approvedBudget: Money(fen: 20_000_000)))
        #expect(
            Self.told(result) == [
                "TQ-010 年度目标", "TQ-014 年度目标", "TQ-050 年度资金总额", "TQ-031 绩效指标[0].指标值",
                "TQ-045 绩效指标[2].指标值", "TQ-035 绩效指标[4].指标值", "TQ-064 绩效指标[4].三级指标",
            ])
        // Three E, four W.
        #expect(result.quality?.text == "64")
        #expect(result.isBlocked)
        #expect(result.findings[3].finding.fix == "≥5台")
    }

    @Test("A W blocks until it is answered by a reason of ten characters")
    func answers() throws {
        var rows = Self.rows
        rows[1]["上年完成值"] = "60%"
        let open = try Self.result(Self.goals(rows))
        #expect(Self.told(open) == ["TQ-042 绩效指标[1].指标值"])
        #expect(open.isBlocked && open.quality?.text == "97")
        let answered = try Self.result(
            Self.goals(rows), answers: ["TQ-042": "上年设备由旧库调入，本年全部新购"])
        #expect(!answered.isBlocked && answered.quality?.text == "99")
    }

    @Test("A department's tasks, projects and weights")
    func department() throws {
        let content = FormContent(
            form: "F01", version: "2015.1", unitCode: "440118", fiscalYear: 2021,
            tables: [
                "年度主要任务": [["任务名称": "困难职工帮扶"], ["任务名称": "疫情防控"]],
                "年度总体目标": [["目标": Self.good, "对应任务": "困难职工帮扶"], ["目标": Self.good]],
                "绩效指标": Self.rows.map { row in
                    var row = row
                    row["对应任务"] = "困难职工帮扶"
                    return row
                },
            ])
        let context = LintContext(approvedProjects: [
            .init(name: "场所维护", budget: Money(fen: 199_990_000), nameOnForm: nil),
            .init(name: "保密设备购置费", budget: Money(fen: 2_310_000), nameOnForm: "保密设备购置经费"),
            .init(
                name: "劳模活动管理费", budget: Money(fen: 11_910_000), nameOnForm: "劳动模范活动管理",
                isAlias: true),
        ])
        #expect(
            Self.told(try Self.result(content, context)) == [
                "TQ-013 年度总体目标[1].目标", "TQ-015 年度主要任务[1].任务名称", "TQ-016 项目名称",
                "TQ-018 项目名称",
            ])
    }

    @Test("A self-evaluation: scores, tiers, units, approved targets, copied texts")
    func selfEvaluation() throws {
        let content = FormContent(
            form: "F05", version: "2020.1", unitCode: "440118", fiscalYear: 2021,
            subject: "困难职工帮扶",
            fields: [
                "预算执行分值": "10.00", "预算执行得分": "10.00", "总得分": "96.00", "总分值": "100.00",
                "预期目标": "救助300人次", "实际完成情况": "救助300人次", "全年预算总额": "20.00",
                "全年执行总额": "15.00",
            ],
            tables: [
                "绩效指标": [
                    [
                        "三级指标": "救助人次", "指标值": "≥300人次", "完成值": "295人", "分值": "50.00",
                        "得分": "49.17", "数据来源": "台账",
                    ],
                    [
                        "三级指标": "关爱劳模", "指标值": "慰问到位", "完成值": "到位", "分值": "40.00", "得分": "31.99",
                        "完成档次": "达成", "偏差原因": "有两名劳模外出未能慰问",
                    ],
                ]
            ])
        var context = LintContext(approvedGoals: Self.goals([["三级指标": "救助人次", "指标值": "≥310人次"]]))
        context.scoring = try SchemeSamples.pack.get()
            .projectScheme("project-self-evaluation-2020")?.parameters
        let result = try Self.result(content, context)
        #expect(
            Self.told(result) == [
                "CC-075 总得分", "FRM-W-COPY 实际完成情况", "SC-WARN-YELLOW 全年执行总额",
                "CC-079 绩效指标[0].指标值", "FRM-W-UNIT 绩效指标[0].完成值",
                "SC-DEDUCT-REASON 绩效指标[0].偏差原因", "SC-EVIDENCE 绩效指标[1].数据来源",
                "SC-TIER 绩效指标[1].得分",
            ])
        #expect(result.quality == nil)
    }

    @Test("Single answers by the form's definition")
    func singleAnswers() throws {
        let form = try #require(try FormPack.builtIn().form("F02"))
        var content = Self.goals(Self.rows)
        content["项目名称"] = "保密设备购置费"
        content["项目属性"] = "新设"
        content["项目期起始年"] = "二〇二一"
        content["年度财政拨款"] = "-20.00"
        content["年度其他资金"] = "0.00"
        let result = FormLint(try BuiltInRules.book()).result(for: content, definition: form)
        let told = Set(Self.told(result).filter { $0.hasPrefix("FRM") })
        #expect(
            told.isSuperset(of: [
                "FRM-E-ENUM 项目属性", "FRM-E-NUM 项目期起始年", "FRM-E-NEG 年度财政拨款",
                "FRM-E-SUM 年度资金总额", "FRM-E-REQ 主管部门", "FRM-E-REQ 绩效指标[0].一级指标",
            ]), "\(told.sorted())")
    }

    @Test("A department's self-evaluation is judged as a whole and row by row")
    func departmentEvaluation() throws {
        let row: FormRow = [
            "三级指标": "预算完成率", "三级分值": "60", "自评得分": "61", "佐证材料": "支付明细",
        ]
        let other: FormRow = ["三级指标": "公用经费控制率", "三级分值": "30", "自评得分": "20"]
        let content = FormContent(
            form: "F06", version: "2021.1", unitCode: "440118", fiscalYear: 2021,
            fields: [
                "部门名称": "示例单位", "自评总分": "82", "年度总体目标": "做好服务", "完成情况": "做好服务",
                "支出调整预算": "100", "支出决算数": "79",
            ], tables: ["评分": [row, other]])
        let told = try Self.told(Self.result(content))
        for expected in [
            "SC-RANGE 评分[0].自评得分", "SC-DEDUCT-REASON 评分[1].扣分原因", "SC-EVIDENCE 评分[1].佐证材料",
            "CC-075 自评总分", "SC-WEIGHT 自评总分", "FRM-W-COPY 完成情况", "SC-WARN-YELLOW 支出决算数",
        ] {
            #expect(told.contains(expected), "\(expected)")
        }
    }

    @Test("A self-evaluation is held against the accounts and the monitoring before it")
    func selfEvaluationBesideBook() throws {
        let content = FormContent(
            form: "F05", version: "2020.1", unitCode: "440118", fiscalYear: 2021, subject: "困难职工帮扶",
            fields: ["全年执行总额": "20.00", "全年预算总额": "20.00"],
            tables: ["绩效指标": [["三级指标": "救助人次", "指标值": "≥300人次", "完成值": "200人次"]]])
        let agreeing = LintContext(
            bookedExpenditure: Money(fen: 20_000_000), monitored: ["救助人次": Fraction(200)])
        let differing = LintContext(
            bookedExpenditure: Money(fen: 19_990_000), monitored: ["救助人次": Fraction(201)])
        let rules: Set = ["CC-070", "CC-074"]
        func found(_ context: LintContext) throws -> Set<String> {
            Set(try Self.result(content, context).findings.map(\.finding.ruleId.rawValue))
                .intersection(rules)
        }
        #expect(try found(agreeing).isEmpty)
        #expect(try found(differing) == rules)
    }
}
