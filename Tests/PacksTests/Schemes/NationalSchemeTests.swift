import Performance
import Quantities
import Testing

@testable import Packs

struct NationalSchemeTests {
    static let cases = [
        LeafCase("N01-1", "要点=是,是,是", nil, .scores("2.00")),
        LeafCase("N01-2", "要点=是,是,否", nil, .scores("1.50")),
        LeafCase("N02-1", "要点=是,是,是,是", nil, .scores("3.00")),
        LeafCase("N02-2", "要点=是,是,是,否", nil, .scores("2.25")),
        LeafCase("N02-3", "要点=否,否,否,否", nil, .scores("0.00")),
        LeafCase("N03-1", "在编在职人数=8 编制数=8", "100.00%", .scores("3.00")),
        LeafCase("N03-2", "在编在职人数=54 编制数=52", "103.85%", .scores("1.85")),
        LeafCase("N03-3", "在编在职人数=9 编制数=8", "112.50%", .scores("0.00")),
        LeafCase("N04-1", "三公预算=9.5万 上年(三公预算)=10万", "-5.00%", .scores("3.00")),
        LeafCase("N04-2", "三公预算=10.4万 上年(三公预算)=10万", "4.00%", .scores("1.80")),
        LeafCase("N04-3", "三公预算=5万 上年(三公预算)=0", nil, .missing),
        LeafCase("N05-1", "重点项目支出=231.9 项目支出预算=309.51万", "74.92%", .scores("4.00")),
        LeafCase("N05-2", "重点项目支出=120 项目支出预算=309.51万", "38.77%", .scores("2.58")),
        LeafCase("N06-1", "支出决算=839.38万 支出预算=938.31万", "89.46%", .scores("4.47")),
        LeafCase("N06-2", "支出决算=938.31万 支出预算=938.31万", "100.00%", .scores("5.00")),
        LeafCase("N06-3", "支出决算=940万 支出预算=938.31万", "100.18%", .scores("5.00")),
        LeafCase("N07-1", "预算调整额=0 预算调整额_可剔除=0 支出预算=938.31万", "0.00%", .scores("3.00")),
        LeafCase("N07-2", "预算调整额=46.92万 预算调整额_可剔除=0 支出预算=938.31万", "5.00%", .scores("2.50")),
        LeafCase("N07-3", "预算调整额=400万 预算调整额_可剔除=0 支出预算=938.31万", "42.63%", .scores("0.00")),
        LeafCase("N08-1", "实际支付进度=75 既定支付进度=75", "100.00%", .scores("4.00")),
        LeafCase("N08-2", "实际支付进度=60 既定支付进度=75", "80.00%", .scores("3.20")),
        LeafCase("N09-1", "年末结转结余=50万 支出预算=938.31万", "5.33%", .scores("3.00")),
        LeafCase("N09-2", "年末结转结余=98.93万 支出预算=938.31万", "10.54%", .scores("2.84")),
        LeafCase("N09-3", "年末结转结余=200万 支出预算=938.31万", "21.31%", .scores("0.00")),
        LeafCase("N10-1", "年末结转结余=40万 年初结转结余=50万", "-20.00%", .scores("2.00")),
        LeafCase("N10-2", "年末结转结余=55万 年初结转结余=50万", "10.00%", .scores("1.00")),
        LeafCase("N11-1", "公用经费决算=26.4万 公用经费预算=26.7万", "98.88%", .scores("3.00")),
        LeafCase("N11-2", "公用经费决算=28.035万 公用经费预算=26.7万", "105.00%", .scores("1.50")),
        LeafCase("N12-1", "三公决算=2.74万 三公预算=7万", "39.14%", .scores("3.00")),
        LeafCase("N12-2", "三公决算=0 三公预算=0", nil, .scores("3.00")),
        LeafCase("N12-3", "三公决算=0.5万 三公预算=0", nil, .scores("0.00")),
        LeafCase("N13-1", "采购实际=2.3065万 采购预算=2.31万", "99.85%", .scores("2.00")),
        LeafCase("N13-2", "采购实际=0 采购预算=0", nil, .notApplicable),
        LeafCase("N13-3", "采购实际=2.5万 采购预算=2.31万", "108.23%", .scores("2.00")),
        LeafCase("N14-1", "要点=是,是,是", nil, .scores("2.00")),
        LeafCase("N14-2", "要点=是,是,否", nil, .scores("1.20")),
        LeafCase("N15-1", "违规使用资金问题数=0", "0", .scores("4.00")),
        LeafCase("N15-2", "违规使用资金问题数=2", "2", .scores("2.00")),
        LeafCase("N15-3", "违规使用资金问题数=1 截留挤占挪用虚列=是", nil, .scores("0.00")),
        LeafCase("N16-1", "要点=是,25", nil, .scores("1.00")),
        LeafCase("N16-2", "要点=是,20", nil, .scores("2.00")),
        LeafCase("N17-1", "要点=是,是,是", nil, .scores("1.00")),
        LeafCase("N17-2", "要点=是,是,否", nil, .scores("0.67")),
        LeafCase("N18-1", "要点=是,是,是", nil, .scores("2.00")),
        LeafCase("N18-2", "要点=是,否,否", nil, .scores("0.60")),
        LeafCase("N19-1", "资产管理问题数=0", "0", .scores("2.00")),
        LeafCase("N19-2", "资产管理问题数=3", "3", .scores("0.80")),
        LeafCase("N19-3", "资产管理问题数=6", "6", .scores("0.00")),
        LeafCase("N20-1", "在用固定资产=95万 固定资产总额=100万", "95.00%", .scores("2.00")),
        LeafCase("N20-2", "在用固定资产=80万 固定资产总额=100万", "80.00%", .scores("1.33")),
        LeafCase("N20-3", "在用固定资产=55万 固定资产总额=100万", "55.00%", .scores("0.00")),
        LeafCase("N21-1", "实际完成工作数=5 计划工作数=5", "100.00%", .scores("7.00")),
        LeafCase("N21-2", "实际完成工作数=4 计划工作数=5", "80.00%", .scores("5.60")),
        LeafCase("N22-1", "及时完成工作数=4 计划工作数=5", "80.00%", .scores("4.80")),
        LeafCase("N22-2", "及时完成工作数=5 计划工作数=5", "100.00%", .scores("6.00")),
        LeafCase("N23-1", "质量达标工作数=9 计划工作数=10", "90.00%", .scores("5.40")),
        LeafCase("N23-2", "质量达标工作数=0 计划工作数=10", "0.00%", .scores("0.00")),
        LeafCase("N24-1", "重点工作办结数=2 重点工作交办数=3", "66.67%", .scores("4.00")),
        LeafCase("N24-2", "重点工作办结数=0 重点工作交办数=0", nil, .notApplicable),
        LeafCase("N25-1", "指标=5:1,5:0.8", "90.00%", .scores("4.50")),
        LeafCase("N25-2", "指标=", nil, .notApplicable),
        LeafCase("N26-1", "指标=20:0.75", "75.00%", .scores("3.75")),
        LeafCase("N26-2", "指标=20:1,5:1", "100.00%", .scores("5.00")),
        LeafCase("N27-1", "指标=", nil, .notApplicable),
        LeafCase("N27-2", "指标=3:0.5", "50.00%", .scores("1.50")),
        LeafCase("N28-1", "满意度=92", "92.00%", .scores("7.00")),
        LeafCase("N28-2", "满意度=84", "84.00%", .scores("5.60")),
        LeafCase("N28-3", "满意度=59.9", "59.90%", .scores("0.00")),
    ]

    @Test(arguments: cases)
    func `共性指标体系的算例全部算对`(example: LeafCase) throws { try example.check() }

    /// The other side of each limit.
    @Test(arguments: [
        LeafCase("N03-界内", "在编在职人数=10000 编制数=10000", "100.00%", .scores("3.00")),
        LeafCase("N03-界外", "在编在职人数=10100 编制数=10000", "101.00%", .scores("2.70")),
        LeafCase("N03-界外半点", "在编在职人数=10050 编制数=10000", "100.50%", .scores("2.85")),
        LeafCase("N03-扣完", "在编在职人数=11000 编制数=10000", "110.00%", .scores("0.00")),
        LeafCase("N03-未扣完", "在编在职人数=10990 编制数=10000", "109.90%", .scores("0.03")),
        LeafCase("N04-界上", "三公预算=10万 上年(三公预算)=10万", "0.00%", .scores("3.00")),
        LeafCase("N04-都没有", "三公预算=0 上年(三公预算)=0", nil, .missing),
        LeafCase("N05-界上", "重点项目支出=60 项目支出预算=100万", "60.00%", .scores("4.00")),
        LeafCase("N05-界下", "重点项目支出=59.9 项目支出预算=100万", "59.90%", .scores("3.99")),
        LeafCase("N05-没有项目", "重点项目支出=0 项目支出预算=0", nil, .notApplicable),
        LeafCase("N06-界下", "支出决算=99.8万 支出预算=100万", "99.80%", .scores("4.99")),
        LeafCase("N06-没有预算", "支出决算=1万 支出预算=0", nil, .missing),
        LeafCase("N07-可剔除", "预算调整额=50万 预算调整额_可剔除=50万 支出预算=100万", "0.00%", .scores("3.00")),
        LeafCase("N07-一分", "预算调整额=0.1万 预算调整额_可剔除=0 支出预算=100万", "0.10%", .scores("2.99")),
        LeafCase("N08-界下", "实际支付进度=74.9 既定支付进度=75", "99.87%", .scores("3.99")),
        LeafCase("N09-界上", "年末结转结余=10万 支出预算=100万", "10.00%", .scores("3.00")),
        LeafCase("N09-界外", "年末结转结余=10.1万 支出预算=100万", "10.10%", .scores("2.97")),
        LeafCase("N10-界上", "年末结转结余=50万 年初结转结余=50万", "0.00%", .scores("2.00")),
        LeafCase("N10-两年都没有", "年末结转结余=0 年初结转结余=0", nil, .scores("2.00")),
        LeafCase("N10-上年没有", "年末结转结余=5万 年初结转结余=0", nil, .missing),
        LeafCase("N10-上年为负", "年末结转结余=5万 年初结转结余=-1万", nil, .missing),
        LeafCase("N11-界上", "公用经费决算=26.7万 公用经费预算=26.7万", "100.00%", .scores("3.00")),
        LeafCase("N12-界外", "三公决算=7.07万 三公预算=7万", "101.00%", .scores("2.70")),
        LeafCase("N13-无预算而采购", "采购实际=1万 采购预算=0", nil, .scores("0.00")),
        LeafCase("N16-第21天", "要点=是,21", nil, .scores("1.00")),
        LeafCase("N16-应填天数", "要点=是,是", nil, .missing),
        LeafCase("N20-满分界", "在用固定资产=90万 固定资产总额=100万", "90.00%", .scores("2.00")),
        LeafCase("N20-满分界下", "在用固定资产=89.9万 固定资产总额=100万", "89.90%", .scores("1.99")),
        LeafCase("N20-零分界", "在用固定资产=60万 固定资产总额=100万", "60.00%", .scores("0.00")),
        LeafCase("N20-零分界上", "在用固定资产=60.2万 固定资产总额=100万", "60.20%", .scores("0.01")),
        LeafCase("N20-没有资产", "在用固定资产=0 固定资产总额=0", nil, .notApplicable),
        LeafCase("N21-没有计划", "实际完成工作数=0 计划工作数=0", nil, .missing),
        LeafCase("N28-满分界", "满意度=90", "90.00%", .scores("7.00")),
        LeafCase("N28-满分界下", "满意度=89.9", "89.90%", .scores("6.98")),
        LeafCase("N28-零分界", "满意度=60", "60.00%", .scores("0.00")),
    ])
    func `每个界限的两边都算对`(example: LeafCase) throws { try example.check() }

    @Test func `结构和分值与框架一致`() throws {
        let scheme = try SchemeSamples.scheme("national-2013-default")
        #expect(scheme.indicators.map(\.id) == (1...28).map { $0 < 10 ? "N0\($0)" : "N\($0)" })
        #expect(scheme.dimensions.map(\.name) == ["投入", "过程", "产出", "效果"])
        #expect(scheme.dimensions.map(\.points.shortText) == ["15", "40", "25", "20"])
        #expect(scheme.source.evidence == .verified)
        #expect(scheme.fiscalYears.isEmpty)
    }

    @Test func `挪用资金使等次最高为中`() throws {
        let result = try LeafCase("N15-3", "违规使用资金问题数=1 截留挤占挪用虚列=是", nil, .missing).result()
        #expect(result.gradeCap == "中")
        #expect(result.ruleId == "R0+R4")
        #expect(
            result.explanation == "存在“截留挤占挪用虚列”（查阅材料后判断），一票否决，得0.00分，等次最高为“中”")
    }

    @Test func `上年三公经费为0时请人判定`() throws {
        let result = try LeafCase("N04-3", "三公预算=5万 上年(三公预算)=0", nil, .missing).result()
        #expect(
            result.findings.map(\.message) == [
                "“N04 三公经费变动率”不能计分：三公经费变动率=50000.00÷0.00，分母为0，无法计算；"
                    + "上年为0，按本年是否必要人工判定。请人工评分，并写明理由和佐证。"
            ])
    }

    @Test(arguments: [("N13", "采购实际=2.5万 采购预算=2.31万"), ("N06", "支出决算=940万 支出预算=938.31万")])
    func `超过100要说明`(id: String, input: String) throws {
        let result = try LeafCase("\(id)-超", input, nil, .missing).result()
        #expect(result.findings.map(\.ruleId) == ["CC-022"])
        #expect(result.findings.map(\.level) == [.answered])
    }

    @Test func `恰好100不必说明`() throws {
        let result = try LeafCase("N06-2", "支出决算=1万 支出预算=1万", nil, .missing).result()
        #expect(result.findings.isEmpty)
    }
}
