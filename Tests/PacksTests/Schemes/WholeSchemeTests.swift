import Performance
import Quantities
import Testing

@testable import Packs

struct WholeSchemeTests {
    /// Full points for every indicator of the seven-dimension scheme.
    static let full: [String: String] = [
        "A1": "支出决算=938.31万 调整预算=938.31万", "A2": "#1=25% #2=50% #3=75%",
        "A3": "预算调整额=0 预算调整额_可剔除=0 支出预算=938.31万", "A4": "年末结转结余=0 调整预算=938.31万",
        "A5": "财务管理问题数=0", "A6": "已评估新增项目数=2 应评估新增项目数=2",
        "B1": "按时公开意向项目数=6 应公开意向项目数=6", "B2": "已建立采购内控制度=是",
        "B3": "属实采购投诉或违规数=0", "B4": "按时签订合同数=5 应签合同数=5",
        "B5": "按时公告并备案合同数=4 应公告备案合同数=4",
        "B6": "面向中小企业采购份额=30 要求面向中小企业份额=30",
        "C1": "要点=15,是,是,是,18,是,是,是", "C2": "要点=是,是", "D1": "超标准配置件数=0",
        "D2": "及时上缴资产收益=10 应上缴资产收益=10", "D3": "要点=是,是", "D4": "要点=是,是,是",
        "D5": "资产管理问题数=0", "D6": "在用固定资产=95万 固定资产总额=100万",
        "E1": "公用经费决算=26.4万 公用经费预算=26.7万", "E2": "三公决算=1万 三公预算=1万",
        "E3": "一般性支出压减额=4万 要求压减额=4", "F1": "要点=是,是,是", "F2": "绩效目标质量得分=100",
        "F3": "监控表按时报送=是 已监控项目数=5 应监控项目数=5 偏差均有纠偏措施=是",
        "F4": "勾稽错误数=0 缺佐证指标数=0 自评逾期报送=否", "F5": "按期销号问题数=8 应整改问题数=8",
        "G1": "指标=10:1,5:1", "G2": "指标=20:1", "G3": "满意度=95 有效问卷数=100",
        "G4": "重点工作办结数=3 重点工作交办数=3",
    ]

    static let notApplicable = [
        "A6": "已评估新增项目数=0 应评估新增项目数=0", "B1": "", "D2": "及时上缴资产收益=0 应上缴资产收益=0",
        "B6": "面向中小企业采购份额=0 要求面向中小企业份额=0", "E3": "一般性支出压减额=0 要求压减额=0",
    ]

    static let seed = [
        "A1": "支出决算=839.38万 调整预算=938.31万", "F2": "绩效目标质量得分=72", "G2": "指标=20:0.75,10:1",
    ]

    struct Case: Sendable {
        let id: String
        let changes: [[String: String]]
        let policy: NotApplicablePolicy
        let sum: String
        let applicable: String
        let total: String
    }

    static let cases = [
        Case(
            id: "T-01", changes: [], policy: .rebase, sum: "100.00", applicable: "100",
            total: "100.00"),
        Case(
            id: "T-02", changes: [notApplicable], policy: .rebase, sum: "93.50", applicable: "93.5",
            total: "100.00"),
        Case(
            id: "T-03", changes: [notApplicable, seed], policy: .rebase, sum: "89.25",
            applicable: "93.5", total: "95.45"),
        Case(
            id: "T-04", changes: [notApplicable, seed], policy: .giveFull, sum: "89.25",
            applicable: "93.5", total: "95.75"),
    ]

    static func evaluation(
        _ changes: [[String: String]], policy: NotApplicablePolicy = .rebase,
        dropping: Set<String> = []
    ) throws -> SchemeEvaluation {
        let scheme = try SchemeSamples.scheme("gz-seven-2021-reconstructed").with(policy)
        let texts = changes.reduce(full) { $0.merging($1) { $1 } }
        var short = ShortInputs()
        for indicator in scheme.indicators where !dropping.contains(indicator.id) {
            try short.add(texts[indicator.id] ?? "", to: indicator)
        }
        return try scheme.evaluation(of: short.inputs)
    }

    @Test(arguments: cases)
    func `整套方案的算例全部算对`(example: Case) throws {
        let result = try Self.evaluation(example.changes, policy: example.policy)
        guard case .complete(let score, let grade, let sum, let applicable) = result.total else {
            Issue.record("\(result.totalSentence)")
            return
        }
        #expect(score.text == example.total)
        #expect(grade == "优")
        #expect(sum.text == example.sum)
        #expect(applicable.shortText == example.applicable)
    }

    /// Those of the primitives and the projects stand in PerformanceTests and make up 240 with these.
    @Test func `算例没有遗漏`() {
        let (national, seven) = (NationalSchemeTests.cases, SevenDimensionSchemeTests.cases)
        #expect([national.count, seven.count, Self.cases.count] == [68, 75, 4])
        #expect(Set((national + seven).map(\.id)).count == 143)
        let others: [Int] = [19, 6, 20, 6, 9, 8, 9, 4, 1, 11]
        let all: Int = others.reduce(national.count + seven.count + Self.cases.count, +)
        #expect(all == 240)
    }

    @Test func `不适用分值可由同级指标分担`() throws {
        let result = try Self.evaluation(
            [Self.notApplicable, Self.seed], policy: .redistributeWithinParent)
        // 18 × 15.37/16 + 8 + 4 + 8 + 5 + 12 × 10.88/12 + 45 × 42.5/45
        #expect(result.totalSentence.hasPrefix("总分 95.67 分，等次为“优”（适用指标 93.5 分得 89.25 分"))
    }

    @Test func `缺数据时没有总分和等次`() throws {
        let result = try Self.evaluation(
            [Self.notApplicable], dropping: ["F1", "G2", "A6"])
        #expect(result.totalSentence == "已评 77 分得 77.00 分，缺 18.5 分未评（另有 4.5 分不适用）")
        #expect(result.missing.map(\.indicator.id) == ["A6", "F1", "G2"])
        #expect(result.missing.flatMap(\.result.missing).allSatisfy { !$0.toProvide.isEmpty })
        #expect(result.notApplicable.map(\.indicator.id) == ["B1", "B6", "D2", "E3"])
        #expect(result.findings.map(\.ruleId) == ["SC-MISSING", "SC-MISSING", "SC-MISSING"])
    }

    @Test func `什么都没有时不编造分数`() throws {
        let scheme = try SchemeSamples.scheme("gz-seven-2021-reconstructed")
        let result = try scheme.evaluation(of: ShortInputs().inputs)
        #expect(result.totalSentence == "已评 0 分得 0.00 分，缺 98.5 分未评（另有 1.5 分不适用）")
        #expect(result.missing.count == 31)
    }

    @Test func `全部不适用时不能评分`() throws {
        let scheme = try SchemeSamples.scheme("gz-seven-2021-reconstructed")
        var short = ShortInputs()
        short.notApplicable = scheme.indicators.map {
            NotApplicableClaim(indicator: $0.id, reason: "单位已撤销")
        }
        let result = try scheme.evaluation(of: short.inputs)
        #expect(result.total == .nothingApplies)
        #expect(result.totalSentence == "没有适用的指标，不能评分")
        let shared = try scheme.with(.redistributeWithinParent).evaluation(of: short.inputs)
        #expect(shared.total == .nothingApplies)
    }

    @Test func `小计逐级相加`() throws {
        let result = try Self.evaluation([Self.notApplicable, Self.seed])
        let first = try #require(result.dimensions.first)
        #expect(first.name == "资金管理")
        #expect(first.score.text == "15.37")
        #expect(first.evaluatedPoints.shortText == "16")
        #expect(first.notApplicablePoints.shortText == "2")
        #expect(first.missingPoints == .zero)
        let national = try SchemeSamples.scheme("national-2013-default")
        let groups = try national.evaluation(of: ShortInputs().inputs).dimensions[0].groups
        #expect(groups.map(\.name) == ["目标设定", "预算配置"])
        #expect(groups.map(\.missingPoints.shortText) == ["5", "10"])
    }

    @Test func `否决使总分高也只到中`() throws {
        let result = try Self.evaluation([["A5": "财务管理问题数=1 截留挪用资金=是"]])
        #expect(result.totalSentence == "总分 97.00 分，等次为“中”")
    }

    @Test(arguments: [
        (
            "A1", "支出决算=839.38万 调整预算=938.31万",
            "支出率=8393800.00÷9383100.00=89.46%，未达100%，按比例得6×89.46%=5.37分"
        ),
        ("A1", "支出决算=1万 调整预算=1万", "支出率=10000.00÷10000.00=100.00%，达到100%，得满分6分"),
        ("A1", "支出决算=0 调整预算=1万", "支出率=0.00÷10000.00=0.00%，未达100%，得0.00分"),
        (
            "A2", "#1=20% #2=48% #3=70%",
            "各检查点达标程度=(80.00%+96.00%+93.33%)÷3=89.78%，未达100%，按比例得3×89.78%=2.69分"
        ),
        (
            "A3", "预算调整额=112.6万 预算调整额_可剔除=0 支出预算=938.31万",
            "预算调整率=1126000.00÷9383100.00=12.00%，超过10%，按2.00个百分点、每个扣0.2分计，得2-2.00×0.2=1.60分"
        ),
        (
            "A3", "预算调整额=200万 预算调整额_可剔除=0 支出预算=938.31万",
            "预算调整率=2000000.00÷9383100.00=21.31%，超过10%，按11.31个百分点、每个扣0.2分计，扣完为止，得0.00分"
        ),
        (
            "A3", "预算调整额=0 预算调整额_可剔除=0 支出预算=1万",
            "预算调整率=0.00÷10000.00=0.00%，未超过10%，得满分2分"
        ),
        (
            "A4", "年末结转结余=98.93万 调整预算=938.31万",
            "结转结余率=989300.00÷9383100.00=10.54%，在5%与20%之间，按线性得2×(20%-10.54%)÷(20%-5%)=1.26分"
        ),
        (
            "A4", "年末结转结余=190万 调整预算=938.31万",
            "结转结余率=1900000.00÷9383100.00=20.25%，达到20%，得0.00分"
        ),
        (
            "A4", "年末结转结余=40万 调整预算=938.31万",
            "结转结余率=400000.00÷9383100.00=4.26%，未超过5%，得满分2分"
        ),
        ("A5", "财务管理问题数=1", "财务管理问题1个×1分，扣1分，得3-1=2.00分"),
        ("A5", "财务管理问题数=0", "财务管理问题0个×1分，不扣分，得满分3分"),
        ("A5", "财务管理问题数=4", "财务管理问题4个×1分，应扣4分，扣完为止，得0.00分"),
        ("A6", "已评估新增项目数=2 应评估新增项目数=3", "事前绩效评估率=2÷3=66.67%，未达100%，按比例得2×66.67%=1.33分"),
        ("A6", "已评估新增项目数=0 应评估新增项目数=0", "不适用：事前绩效评估率=0÷0，分母为0，无法计算；没有应评估的新增项目"),
        ("B1", "", "不适用：2021年度县区级单位的采购意向公开尚未强制实施，当地另有规定的除外"),
        ("B2", "已建立采购内控制度=是", "已建立采购内控制度：是，得满分1分"),
        ("C2", "要点=是,否", "2项中1项达到（未达到：自评结果随决算公开），得1.00分"),
        ("C2", "要点=是,是", "2项全部达到，得1+1=2.00分"),
        (
            "D6", "在用固定资产=82万 固定资产总额=100万",
            "固定资产利用率=820000.00÷1000000.00=82.00%，落在75%及以上一档，得1.5×70%=1.05分"
        ),
        ("D6", "在用固定资产=92万 固定资产总额=100万", "固定资产利用率=920000.00÷1000000.00=92.00%，达到90%一档，得满分1.5分"),
        (
            "E2", "三公决算=0 三公预算=0",
            "三公经费控制率=0.00÷0.00，分母为0，无法计算；没有三公经费预算：没有支出得满分，有支出不得分，得满分2分"
        ),
        (
            "F3", "监控表按时报送=是 已监控项目数=4 应监控项目数=5 偏差均有纠偏措施=是",
            "报送：1项全部达到，得0.50分；覆盖：覆盖=4÷5=80.00%，未达100%，按比例得1×80.00%=0.80分；"
                + "纠偏：1项全部达到，得0.50分；合计得1.80分"
        ),
        (
            "F4", "勾稽错误数=2 缺佐证指标数=1 自评逾期报送=否",
            "勾稽错误2个×0.5分、缺佐证1个×0.25分、逾期报送0×0.5分，扣1.25分，得2.5-1.25=1.25分"
        ),
        (
            "G1", "指标=10:1,10:295/300,5:75/95",
            "产出指标加权完成率=(10×100.00%+10×98.33%+5×78.95%)÷25=95.12%，未达100%，按比例得20×95.12%=19.02分"
        ),
        ("G2", "指标=", "缺数据：没有“效益指标”；部门整体绩效目标须有效益指标"),
        ("G3", "满意度=85.5 有效问卷数=30", "满意度达标率=85.5%÷90%=95.00%，未达100%，按比例得5×95.00%=4.75分"),
        (
            "N20", "在用固定资产=80万 固定资产总额=100万",
            "固定资产利用率=800000.00÷1000000.00=80.00%，在90%与60%之间，按线性得2×(80.00%-60%)÷(90%-60%)=1.33分"
        ),
        (
            "N05", "重点项目支出=120 项目支出预算=309.51万",
            "重点支出安排率=1200000.00÷3095100.00=38.77%，未达60%，按比例得4×38.77%÷60%=2.58分"
        ),
    ])
    func `说明是一句带算式的话`(id: String, input: String, explanation: String) throws {
        let result = try LeafCase(id, input, nil, .missing).result()
        #expect(result.explanation == explanation)
    }
}
