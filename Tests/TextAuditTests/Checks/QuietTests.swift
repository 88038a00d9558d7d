import Performance
import Testing
import TextAudit

/// Texts that look like a finding and are none.
struct QuietTests {
    @Test(arguments: [
        // The rest of the staff has another payer.
        "单位聘用人员26人。\n\n聘用经费用于12个聘用名额的工资，其余人员由工会经费负担。",
        // What was carried over pays for the difference.
        "2022年收入合计480.20万元。2022年支出合计495.60万元，使用上年结转15.40万元。",
        // Money of a region, not of a unit.
        "全县一般公共预算总收入12.4亿元，一般公共预算总支出38.6亿元。",
        "机关设三个内设机构，分别是办公室、文化和旅游部。",
        "机关设四个内设机构，分别是办公室、组织部、权益部等。",
        "围绕教育、医疗、养老等五个方面推进工作。",
        "“四级三类”体系：“四级”为省、市、县、乡，“三类”指总体规划、详细规划和专项规划。",
        "重点任务3项：一是完成管网普查；二是更换水表；三是建立台账。",
        "人均收入5000元，低于全省平均300元。",
        "综合评价得分86.4分，评价等级为良。",
        "2022年收入合计480.20万元，支出合计470.20万元。",
        "全年增长5.2%，增减幅度与上年相当。",
        "甲、乙双方合计出资20万元，X光机2台。",
    ])
    func `有说明或说不准的地方不提意见`(text: String) {
        var auditor = TextAuditor()
        #expect(auditor.findings(in: text).map(\.message) == [])
    }
}
