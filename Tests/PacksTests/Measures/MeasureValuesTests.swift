import Formulas
import Performance
import Quantities
import Testing

@testable import Packs

/// What the measures give on the totals of the example's year, in 元 and exact fractions.
struct MeasureValuesTests {
    private static let projects: [(name: String, budget: String, spent: String)] = [
        ("帮扶", "200000", "200000"), ("设备", "23100", "23065"), ("编外", "753000", "753000"),
        ("场所", "1999900", "1999900"), ("劳模", "119100", "119100"),
    ]

    private static func year() throws -> LedgerSample {
        var rows = LedgerSample(
            try BuiltIn.ledgers(), kept: ["收入预算", "支出预算", "收入", "支付", "结转结余", "人员编制", "项目"])
        for (source, budget, received) in [
            ("一般公共预算", "9379200", "8236600"), ("其他收入", "8400", "8400"),
        ] {
            try rows.add(
                "收入预算", ["批复日期": "2021-01-29", "预算类型": "年初", "来源": source, "金额": budget])
            try rows.add("收入", ["日期": "2021-12-01", "来源": source, "金额": received])
        }
        func line(_ expenditureClass: String, _ project: String?, _ budget: String, _ spent: String)
            throws
        {
            var cells = ["支出类别": expenditureClass, "资金来源": "一般公共预算"]
            cells["项目"] = project
            try rows.add(
                "支出预算",
                cells.merging(["批复日期": "2021-01-29", "预算类型": "年初", "金额": budget]) { $1 })
            try rows.add("支付", cells.merging(["日期": "2021-12-01", "金额": spent]) { $1 })
        }
        try line("人员经费", nil, "6021000", "5034700")
        try line("公用经费", nil, "267000", "264035")
        for project in projects { try line("项目支出", project.name, project.budget, project.spent) }
        for (point, day, amount) in [
            ("年初", "2021-01-01", "200000"), ("年末", "2021-12-31", "51200"),
        ] {
            try rows.add("结转结余", ["日期": day, "时点": point, "金额": amount])
        }
        for (name, persons) in [("在编在职", "8"), ("编外人员", "40"), ("编外名额", "8")] {
            try rows.add("人员编制", ["生效日期": "2021-12-31", "人员类别": name, "人数": persons])
        }
        return rows
    }

    private static let vocabulary = Result {
        try BuiltIn.measures().vocabulary(
            of: BuiltIn.ledgers(), projects: projects.map(\.name))
    }

    private static func value(_ measure: String, in rows: LedgerSample) throws -> FormulaValue {
        let formula = try #require(try vocabulary.get().measure(named: measure))
        let snapshot = Snapshot(book: try LedgerSample.book(), journalNumber: 1)
        return try Evaluator(rows: rows).value(of: formula, at: snapshot)
    }

    @Test(arguments: [
        ("收入预算", 9_387_600, 1), ("收入决算", 8_245_000, 1), ("收入完成率", 82_450, 93_876),
        ("收入减少额", 1_142_600, 1), ("收入减少额_一般公共预算", 1_142_600, 1), ("收入减少额_其他收入", 0, 1),
        ("支出预算", 9_383_100, 1), ("调整预算", 9_383_100, 1), ("支出决算", 8_393_800, 1),
        ("支出完成率", 83_938, 93_831), ("支出减少额", 989_300, 1), ("收支差额", -148_800, 1),
        ("基本支出预算", 6_288_000, 1), ("人员经费决算", 5_034_700, 1), ("人员经费减少额", 986_300, 1),
        ("公用经费控制率", 264_035, 267_000), ("项目支出预算", 3_095_100, 1),
        ("项目支出决算", 3_095_065, 1), ("预算调整额", 0, 1), ("预算调整率", 0, 1),
        ("年末结转结余_推算", 51_200, 1), ("年末结转结余", 51_200, 1), ("结转结余率", 512, 93_831),
        ("结转结余变动率", -1488, 2000), ("在编在职人数", 8, 1), ("编外人数", 40, 1), ("实有人数", 48, 1),
        ("超名额编外人数", 32, 1), ("单项支出决算：设备", 23_065, 1), ("单项执行率：设备", 23_065, 23_100),
        ("单项减少额：场所", 0, 1), ("单项支出决算_财政拨款：帮扶", 200_000, 1),
        ("单项支出决算_其他资金：帮扶", 0, 1),
    ])
    func `口径算出报告上的数`(measure: String, top: Int64, bottom: Int64) throws {
        guard case .number(let number) = try Self.value(measure, in: Self.year()) else {
            Issue.record("\(measure) 没有数")
            return
        }
        #expect(number == (try Fraction(Int128(top), over: Int128(bottom))))
    }

    @Test(arguments: ["编制数", "在职人员控制率", "三公预算", "采购执行率", "固定资产利用率", "三公经费变动率"])
    func `没有登记的数是缺数不是零`(measure: String) throws {
        #expect(try Self.value(measure, in: Self.year()) == .missing)
    }

    @Test(arguments: [
        ("预算追加额", 130_000), ("预算压减额", 70_000), ("预算调整额", 200_000), ("预算调整额_可剔除", 120_000),
        ("一般性支出压减额", 40_000), ("支出预算", 9_383_100), ("调整预算", 9_443_100 + 20_000),
    ])
    func `年中调整按增减分别累计`(measure: String, yuan: Int64) throws {
        var rows = try Self.year()
        for (kind, amount, cause) in [
            ("追加", "100000", "落实国家政策"), ("压减", "-40000", nil), ("追减", "-20000", "上级交办"),
            ("调剂", "30000", "部门原因"), ("调剂", "-10000", nil), ("上年结转", "20000", nil),
        ] as [(String, String, String?)] {
            var cells = ["批复日期": "2021-09-01", "预算类型": kind, "支出类别": "项目支出", "金额": amount]
            cells["调整事由"] = cause
            try rows.add("支出预算", cells)
        }
        #expect(try Self.value(measure, in: rows) == .number(Fraction(yuan)))
    }

    @Test func `人员编制取期末最近的一次登记`() throws {
        var rows = try Self.year()
        try rows.add(
            "人员编制", ["生效日期": "2021-06-30", "人员类别": "在编在职", "人数": "9"])
        #expect(try Self.value("在编在职人数", in: rows) == .number(Fraction(8)))
    }
}
