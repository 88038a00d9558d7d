import Performance
import Quantities
import Testing

@testable import Packs

struct SevenDimensionSchemeTests {
    static let cases = [
        LeafCase("A1-1", "支出决算=839.38万 调整预算=938.31万", "89.46%", .scores("5.37")),
        LeafCase("A1-2", "支出决算=938.31万 调整预算=938.31万", "100.00%", .scores("6.00")),
        LeafCase("A1-3", "支出决算=0 调整预算=938.31万", "0.00%", .scores("0.00")),
        LeafCase("A2-1", "#1=20% #2=48% #3=70%", "89.78%", .scores("2.69")),
        LeafCase("A2-2", "#1=30% #2=60% #3=80%", "100.00%", .scores("3.00")),
        LeafCase("A3-1", "预算调整额=0 预算调整额_可剔除=0 支出预算=938.31万", "0.00%", .scores("2.00")),
        LeafCase("A3-2", "预算调整额=112.6万 预算调整额_可剔除=0 支出预算=938.31万", "12.00%", .scores("1.60")),
        LeafCase("A3-3", "预算调整额=200万 预算调整额_可剔除=0 支出预算=938.31万", "21.31%", .scores("0.00")),
        LeafCase("A4-1", "年末结转结余=40万 调整预算=938.31万", "4.26%", .scores("2.00")),
        LeafCase("A4-2", "年末结转结余=98.93万 调整预算=938.31万", "10.54%", .scores("1.26")),
        LeafCase("A4-3", "年末结转结余=190万 调整预算=938.31万", "20.25%", .scores("0.00")),
        LeafCase("A5-1", "财务管理问题数=1", "1", .scores("2.00")),
        LeafCase("A5-2", "财务管理问题数=1 截留挪用资金=是", nil, .scores("0.00")),
        LeafCase("A6-1", "已评估新增项目数=2 应评估新增项目数=3", "66.67%", .scores("1.33")),
        LeafCase("A6-2", "已评估新增项目数=0 应评估新增项目数=0", nil, .notApplicable),
        LeafCase("B1-1", "按时公开意向项目数=5 应公开意向项目数=6", "83.33%", .scores("1.25")),
        LeafCase("B1-2", "", nil, .notApplicable),
        LeafCase("B2-1", "已建立采购内控制度=否", nil, .scores("0.00")),
        LeafCase("B2-2", "已建立采购内控制度=是", nil, .scores("1.00")),
        LeafCase("B3-1", "属实采购投诉或违规数=1", "1", .scores("1.50")),
        LeafCase("B3-2", "属实采购投诉或违规数=5", "5", .scores("0.00")),
        LeafCase("B4-1", "按时签订合同数=4 应签合同数=5", "80.00%", .scores("1.20")),
        LeafCase("B4-2", "按时签订合同数=1 应签合同数=2", "50.00%", .scores("0.75")),
        LeafCase("B4-3", "按时签订合同数=0 应签合同数=0", nil, .notApplicable),
        LeafCase("B5-1", "按时公告并备案合同数=3 应公告备案合同数=4", "75.00%", .scores("0.75")),
        LeafCase("B5-2", "按时公告并备案合同数=1 应公告备案合同数=3", "33.33%", .scores("0.33")),
        LeafCase("B6-1", "面向中小企业采购份额=24 要求面向中小企业份额=30", "80.00%", .scores("0.80")),
        LeafCase("B6-2", "面向中小企业采购份额=45 要求面向中小企业份额=30", "150.00%", .scores("1.00")),
        LeafCase("C1-1", "要点=15,是,是,是,18,是,是,否", nil, .scores("1.75")),
        LeafCase("C1-2", "要点=20,是,是,是,21,是,是,是", nil, .scores("1.75")),
        LeafCase("C2-1", "要点=是,否", nil, .scores("1.00")),
        LeafCase("C2-2", "要点=是,是", nil, .scores("2.00")),
        LeafCase("D1-1", "超标准配置件数=2", "2", .scores("0.50")),
        LeafCase("D1-2", "超标准配置件数=0", "0", .scores("1.50")),
        LeafCase("D2-1", "及时上缴资产收益=8 应上缴资产收益=10", "80.00%", .scores("0.80")),
        LeafCase("D2-2", "及时上缴资产收益=0 应上缴资产收益=0", nil, .notApplicable),
        LeafCase("D3-1", "要点=是,否", nil, .scores("0.50")),
        LeafCase("D3-2", "要点=是,是", nil, .scores("1.00")),
        LeafCase("D3-3", "要点=否,否", nil, .scores("0.00")),
        LeafCase("D4-1", "要点=是,是,否", nil, .scores("1.00")),
        LeafCase("D4-2", "要点=是,是,是", nil, .scores("1.50")),
        LeafCase("D5-1", "资产管理问题数=1", "1", .scores("1.00")),
        LeafCase("D5-2", "资产管理问题数=4", "4", .scores("0.00")),
        LeafCase("D6-1", "在用固定资产=92万 固定资产总额=100万", "92.00%", .scores("1.50")),
        LeafCase("D6-2", "在用固定资产=82万 固定资产总额=100万", "82.00%", .scores("1.05")),
        LeafCase("D6-3", "在用固定资产=60万 固定资产总额=100万", "60.00%", .scores("0.60")),
        LeafCase("D6-4", "在用固定资产=59.99万 固定资产总额=100万", "59.99%", .scores("0.00")),
        LeafCase("E1-1", "公用经费决算=26.4万 公用经费预算=26.7万", "98.88%", .scores("2.00")),
        LeafCase("E1-2", "公用经费决算=27.5万 公用经费预算=26.7万", "103.00%", .scores("1.40")),
        LeafCase("E1-3", "公用经费决算=30万 公用经费预算=26.7万", "112.36%", .scores("0.00")),
        LeafCase("E2-1", "三公决算=0 三公预算=0", nil, .scores("2.00")),
        LeafCase("E2-2", "三公决算=0.3万 三公预算=0", nil, .scores("0.00")),
        LeafCase("E2-3", "三公决算=1.05万 三公预算=1万", "105.00%", .scores("1.00")),
        LeafCase("E3-1", "一般性支出压减额=3万 要求压减额=4", "75.00%", .scores("0.75")),
        LeafCase("E3-2", "一般性支出压减额=5万 要求压减额=4", "125.00%", .scores("1.00")),
        LeafCase("E3-3", "一般性支出压减额=0 要求压减额=0", nil, .notApplicable),
        LeafCase("F1-1", "要点=是,是,否", nil, .scores("1.00")),
        LeafCase("F1-2", "要点=是,是,是", nil, .scores("1.50")),
        LeafCase("F2-1", "绩效目标质量得分=72", "72.00%", .scores("2.88")),
        LeafCase("F2-2", "绩效目标质量得分=100", "100.00%", .scores("4.00")),
        LeafCase("F3-1", "监控表按时报送=是 已监控项目数=4 应监控项目数=5 偏差均有纠偏措施=是", nil, .scores("1.80")),
        LeafCase("F3-2", "监控表按时报送=否 已监控项目数=5 应监控项目数=5 偏差均有纠偏措施=否", nil, .scores("1.00")),
        LeafCase("F4-1", "勾稽错误数=2 缺佐证指标数=1 自评逾期报送=否", "3", .scores("1.25")),
        LeafCase("F4-2", "勾稽错误数=5 缺佐证指标数=0 自评逾期报送=是", "6", .scores("0.00")),
        LeafCase("F5-1", "按期销号问题数=6 应整改问题数=8", "75.00%", .scores("1.50")),
        LeafCase("F5-2", "按期销号问题数=0 应整改问题数=0", nil, .scores("2.00")),
        LeafCase("G1-1", "指标=10:1,10:295/300,5:75/95", "95.12%", .scores("19.02")),
        LeafCase("G1-2", "指标=10:1,5:1", "100.00%", .scores("20.00")),
        LeafCase("G2-1", "指标=20:0.75,10:1", "83.33%", .scores("12.50")),
        LeafCase("G2-2", "指标=", nil, .missing),
        LeafCase("G3-1", "满意度=85.5 有效问卷数=30", "95.00%", .scores("4.75")),
        LeafCase("G3-2", "满意度=96 有效问卷数=30", "106.67%", .scores("5.00")),
        LeafCase("G4-1", "重点工作办结数=4 重点工作交办数=5", "80.00%", .scores("4.00")),
        LeafCase("G4-2", "重点工作办结数=3 重点工作交办数=3", "100.00%", .scores("5.00")),
        LeafCase("G4-3", "重点工作办结数=0 重点工作交办数=0", nil, .notApplicable),
    ]

    @Test(arguments: cases)
    func `七维度方案的算例全部算对`(example: LeafCase) throws { try example.check() }

    @Test(arguments: [
        LeafCase("A1-界下", "支出决算=99.9万 调整预算=100万", "99.90%", .scores("5.99")),
        LeafCase("A1-没有预算", "支出决算=0 调整预算=0", nil, .missing),
        LeafCase("A1-没有数据", "", nil, .missing),
        LeafCase("A2-界下", "#1=25% #2=50% #3=74.25%", "99.67%", .scores("2.99")),
        LeafCase("A3-界上", "预算调整额=10万 预算调整额_可剔除=0 支出预算=100万", "10.00%", .scores("2.00")),
        LeafCase("A3-界外", "预算调整额=10.1万 预算调整额_可剔除=0 支出预算=100万", "10.10%", .scores("1.98")),
        LeafCase("A3-扣完", "预算调整额=20万 预算调整额_可剔除=0 支出预算=100万", "20.00%", .scores("0.00")),
        LeafCase("A4-满分界", "年末结转结余=5万 调整预算=100万", "5.00%", .scores("2.00")),
        LeafCase("A4-满分界外", "年末结转结余=5.1万 调整预算=100万", "5.10%", .scores("1.99")),
        LeafCase("A4-零分界", "年末结转结余=20万 调整预算=100万", "20.00%", .scores("0.00")),
        LeafCase("A4-零分界内", "年末结转结余=19.9万 调整预算=100万", "19.90%", .scores("0.01")),
        LeafCase("A5-没有", "财务管理问题数=0", "0", .scores("3.00")),
        LeafCase("A5-否决答否", "财务管理问题数=0 截留挪用资金=否", "0", .scores("3.00")),
        LeafCase("A5-扣完", "财务管理问题数=3", "3", .scores("0.00")),
        LeafCase("A5-负数", "财务管理问题数=-1", nil, .missing),
        LeafCase("B2-应答是否", "已建立采购内控制度=1", nil, .missing),
        LeafCase("B3-没有", "属实采购投诉或违规数=0", "0", .scores("2.00")),
        LeafCase("D6-90界", "在用固定资产=90万 固定资产总额=100万", "90.00%", .scores("1.50")),
        LeafCase("D6-89.99", "在用固定资产=89.99万 固定资产总额=100万", "89.99%", .scores("1.05")),
        LeafCase("D6-75界", "在用固定资产=75万 固定资产总额=100万", "75.00%", .scores("1.05")),
        LeafCase("D6-74.99", "在用固定资产=74.99万 固定资产总额=100万", "74.99%", .scores("0.60")),
        LeafCase("D6-显示60而不足", "在用固定资产=599996 固定资产总额=100万", "60.00%", .scores("0.00")),
        LeafCase("E1-界上", "公用经费决算=26.7万 公用经费预算=26.7万", "100.00%", .scores("2.00")),
        LeafCase("E1-100.01", "公用经费决算=100.01万 公用经费预算=100万", "100.01%", .scores("2.00")),
        LeafCase("E1-100.1", "公用经费决算=100.1万 公用经费预算=100万", "100.10%", .scores("1.98")),
        LeafCase("F3-没有项目", "监控表按时报送=是 已监控项目数=0 应监控项目数=0 偏差均有纠偏措施=是", nil, .missing),
        LeafCase("F3-缺一项", "监控表按时报送=是 已监控项目数=4 应监控项目数=5", nil, .missing),
        LeafCase("F4-没有", "勾稽错误数=0 缺佐证指标数=0 自评逾期报送=否", "0", .scores("2.50")),
        LeafCase("F5-多销", "按期销号问题数=1 应整改问题数=0", nil, .missing),
        LeafCase("G3-目标另定", "满意度=85.5 满意度目标值=95 有效问卷数=30", "90.00%", .scores("4.50")),
    ])
    func `每个界限的两边都算对`(example: LeafCase) throws { try example.check() }

    @Test(arguments: [(30, true), (31, false)])
    func `第30天签订合同算按时`(day: Int, isMet: Bool) throws {
        let scheme = try SchemeSamples.scheme("gz-seven-2021-reconstructed")
        let deadline = try #require(scheme.indicator("B4")?.deadlines.first)
        #expect(deadline.isMet(after: day) == isMet)
    }

    @Test func `问卷少于30份要说明而不扣分`() throws {
        for (count, ids) in [("29", ["SC-SAMPLE"]), ("30", [])] as [(String, [CheckID])] {
            let result = try LeafCase("G3", "满意度=96 有效问卷数=\(count)", nil, .missing).result()
            #expect(result.findings.map(\.ruleId) == ids)
            #expect(result.score.text == "5.00")
        }
    }

    @Test func `结构和分值与重构一致`() throws {
        let scheme = try SchemeSamples.scheme("gz-seven-2021-reconstructed")
        #expect(scheme.indicators.count == 32)
        #expect(
            scheme.dimensions.map(\.points.shortText) == ["18", "8", "4", "8", "5", "12", "45"])
        #expect(
            scheme.dimensions.map(\.id) == [
                "fundManagement", "procurementManagement", "disclosureManagement",
                "assetManagement", "costManagement", "performanceManagement", "dutyEffectiveness",
            ])
        #expect(scheme.source.evidence == .design)
        #expect(scheme.fiscalYears.map(\.number) == [2021])
        #expect(scheme.indicators.allSatisfy { !$0.source.text.isEmpty && !$0.fullText.isEmpty })
    }
}
