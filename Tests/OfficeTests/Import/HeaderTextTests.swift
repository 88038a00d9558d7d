import Quantities
import Testing

@testable import Office

struct HeaderTextTests {
    @Test(arguments: [
        ("金额（万元）", "金额", MoneyUnit.tenThousandYuan), ("金额(元)", "金额", .yuan),
        ("金 额\n（单位：元）", "金额", .yuan), ("金额/万元", "金额", .tenThousandYuan),
        ("金额：元", "金额", .yuan), ("金额万元", "金额", .tenThousandYuan), ("*金额", "金额", nil),
        ("支付日期（年/月/日）", "支付日期", nil), ("【日期】", "", nil), ("金额（人民币亿元）", "金额", .hundredMillionYuan),
        ("元", "元", nil),
    ])
    func `表头拆成名称与单位`(text: String, base: String, unit: MoneyUnit?) {
        let header = HeaderText(text)
        #expect(header.base == base)
        #expect(header.moneyUnit == unit)
    }

    @Test(arguments: [
        ("单位：万元", MoneyUnit.tenThousandYuan), ("金额单位:元", .yuan), ("（单位：人民币万元）", .tenThousandYuan),
        ("填报单位：某单位   单位：千元", .thousandYuan), ("单 位：万 元", .tenThousandYuan),
        ("填报单位：元氏县财政局", nil), ("单位：某区总工会", nil), ("2021年度支付明细", nil),
    ])
    func `单位行读出金额单位`(text: String, unit: MoneyUnit?) {
        #expect(UnitLine.unit(in: text) == unit)
    }

    @Test(arguments: [
        ("合计", true), ("合 计：", true), ("本月合计", true), ("1月小计", true), ("合计（大写）", true),
        ("累计", true), ("支付总计", true), ("合计支付办公费", false), ("会计服务费", false), ("设计费", false),
    ])
    func `合计行的标签`(text: String, isTotal: Bool) {
        #expect((TotalLabel(text) != nil) == isTotal)
    }

    @Test(arguments: [
        ("填表人：张三", true), ("制表人:", true), ("第 1 页，共 3 页", true), ("注：金额含税", true), ("注1", true),
        ("备注", true), ("办公用品", false), ("负责人培训费", false), ("注册费", false),
    ])
    func `表尾文字`(text: String, isFooter: Bool) {
        #expect(FooterText.isFooter(text) == isFooter)
    }
}
