#!/usr/bin/env python3
"""Writes files/目标/: the goals of the example year as the department first declared them, and as improved.

The report of 2021 confesses that its targets were not quantified and lacked timeliness and quality; it
prints none of them. Everything here is therefore synthetic: the first draft shows the kinds of mistakes
that the report confesses, the second what the checks ask for. One form a line, as `jixiao lint -` reads
them (Python 3 alone):

    python3 goals.py
"""

import json
import pathlib

from names import AID, DEVICES, MODEL, STAFF, VENUE, paid, times

FOLDER = pathlib.Path(__file__).resolve().parent / "files" / "目标"
UNIT, UNIT_CODE, YEAR = "广州市增城区总工会", "440118-ZGH", 2021

OUTPUT, BENEFIT, SATISFACTION = "产出指标", "效益指标", "满意度指标"
COUNT, QUALITY, TIMELY, COST = "数量指标", "质量指标", "时效指标", "成本指标"
ECONOMIC, SOCIAL, LASTING, SERVED = "经济效益指标", "社会效益指标", "可持续影响指标", "服务对象满意度指标"
FIRST = {COUNT: OUTPUT, QUALITY: OUTPUT, TIMELY: OUTPUT, COST: OUTPUT, ECONOMIC: BENEFIT, SOCIAL: BENEFIT,
         LASTING: BENEFIT, SERVED: SATISFACTION}


def row(code, second, third, target, points, definition="", source="", measure="", **more):
    """One indicator: 指标编号, 二级, 三级, 指标值, 分值, 计算公式, 数据来源, 对应口径."""
    values = {"指标编号": code, "一级指标": FIRST[second], "二级指标": second, "三级指标": third,
              "指标值": target, "分值": str(points), "计算公式": definition, "数据来源": source,
              "对应口径": measure or "填报", **({"支撑目标": "目标1"} if source or definition else {}), **more}
    return {key: value for key, value in values.items() if value}


def tiers(good, fair, bad):
    return {"达成标准": good, "部分达成标准": fair, "未达成标准": bad}


SURVEY = {"调查方式": "纸质问卷", "计划样本量": "40"}


def good():
    """Improved indicators of each project: 90 points beside the 10 of 预算执行率."""
    return {
        AID: [
            row("P1-01", COUNT, "季度生活救助人次", "≥300人次", 10, "全年各季度生活救助的发放笔数之和",
                "救助工作记录、银行回单", times(AID, "季度生活救助"), 指标值来源="上年", 上年完成值="298人次"),
            row("P1-02", COUNT, "季度救助发放次数", "＝4次", 10, "有发放记录的季度个数", "救助工作记录",
                times(AID, "季度生活救助", "次数"), 指标值来源="计划"),
            row("P1-03", COUNT, "紧急救助人次", "≥15人次", 5, "全年紧急救助的发放笔数", "救助工作记录、审批表",
                times(AID, "紧急救助"), 指标值来源="上年", 上年完成值="14人次"),
            row("P1-04", QUALITY, "救助对象符合率", "＝100%", 10, "经公示和年度复核的发放笔数÷发放总笔数",
                "困难职工档案、公示记录", 指标值来源="标准"),
            row("P1-05", TIMELY, "季度救助按时发放率", "≥95%", 10, "季末月25日前到账笔数÷应发放笔数",
                "救助工作记录、银行回单", 指标值来源="标准"),
            row("P1-06", COST, "救助资金总成本", "≤20万元", 5, "全年救助支出合计", "支付明细", paid(AID),
                指标值来源="计划"),
            row("P1-07", SOCIAL, "受助家庭困难缓解率", "≥90%", 20, "脱困或困难减轻的档案数÷受助档案数",
                "困难职工档案", 指标值来源="上年", 上年完成值="89%"),
            row("P1-08", LASTING, "困难职工建档救助机制", "建立按年复核的建档救助机制", 10, source="制度文件、复核记录",
                指标值来源="计划", **tiers("制度印发且档案全部复核", "制度印发且档案复核八成以上",
                                         "没有印发制度，或者档案复核不足八成")),
            row("P1-09", SERVED, "受助职工满意度", "≥95%", 10, "满意以上答卷数÷有效问卷数", "满意度调查问卷",
                指标值来源="标准", **SURVEY),
        ],
        MODEL: [
            row("P2-01", COUNT, "春节慰问困难劳模人数", "≥10人", 8, "慰问名单中不重复的人数", "慰问工作记录",
                times(MODEL, "春节慰问", "人数"), 指标值来源="上年", 上年完成值="10人",
                说明="与七一慰问的时间和名单不同，须分别考核"),
            row("P2-02", COUNT, "五一慰问劳模人数", "≥40人", 8, "慰问名单中不重复的人数", "慰问工作记录",
                times(MODEL, "五一慰问", "人数"), 指标值来源="上年", 上年完成值="41人"),
            row("P2-03", COUNT, "七一慰问困难劳模人数", "≥18人", 8, "慰问名单中不重复的人数", "慰问工作记录",
                times(MODEL, "七一慰问", "人数"), 指标值来源="计划",
                说明="建党百年专项慰问，与春节慰问的时间和名单不同，须分别考核"),
            row("P2-04", COUNT, "劳模体检疗休养次数", "＝1次", 6, "办完的体检疗休养批次", "活动工作记录",
                times(MODEL, "体检疗休养", "次数"), 指标值来源="计划"),
            row("P2-05", QUALITY, "劳模慰问覆盖率", "≥95%", 8, "慰问到的劳模人数÷在册健在劳模人数",
                "劳模名册、慰问工作记录", 指标值来源="标准"),
            row("P2-06", TIMELY, "节日前完成慰问率", "＝100%", 7, "节日前完成的慰问数÷计划慰问数", "慰问计划、工作记录",
                指标值来源="标准"),
            row("P2-07", COST, "劳模活动总成本", "≤11.91万元", 5, "全年劳模活动支出合计", "支付明细", paid(MODEL),
                指标值来源="计划"),
            row("P2-08", SOCIAL, "劳模事迹宣传覆盖人次", "≥5000人次", 30, "宣讲签到人次与线上有效浏览人次之和",
                "活动签到表、平台后台数据", 指标值来源="计划"),
            row("P2-09", SERVED, "劳模满意度", "≥95%", 10, "满意以上答卷数÷有效问卷数", "满意度调查问卷",
                指标值来源="标准", **SURVEY),
        ],
        VENUE: [
            row("P3-01", COUNT, "设施巡检次数", "≥48次", 12, "有记录的巡检次数", "巡检记录", 指标值来源="标准"),
            row("P3-02", QUALITY, "设施设备完好率", "≥98%", 15, "各月末完好设施数÷在用设施数的平均值", "设施台账",
                指标值来源="标准"),
            row("P3-03", TIMELY, "报修按时修复率", "≥95%", 10, "期限内修复的报修单数÷应修复报修单数", "报修单",
                指标值来源="标准"),
            row("P3-04", COST, "维护运作总成本", "≤199.99万元", 13, "全年维护运作支出合计", "支付明细", paid(VENUE),
                指标值来源="计划"),
            row("P3-05", SOCIAL, "职工使用场地人次", "≥20000人次", 30, "各场所使用登记人次之和", "场地使用登记",
                指标值来源="上年", 上年完成值="19800人次"),
            row("P3-06", SERVED, "使用职工满意度", "≥90%", 10, "满意以上答卷数÷有效问卷数", "满意度调查问卷",
                指标值来源="标准", **SURVEY),
        ],
        DEVICES: [
            row("P4-01", COUNT, "购置设备和软件项数", "＝5项", 15, "签订合同的采购项数", "采购登记",
                f'count(采购; 类型 = "合同" and 项目 = "{DEVICES}")', 指标值来源="计划"),
            row("P4-02", QUALITY, "设备验收合格率", "＝100%", 15, "验收合格项数÷验收项数", "验收单", 指标值来源="标准"),
            row("P4-03", TIMELY, "合同按期交付率", "＝100%", 10, "按合同日期交付的项数÷应交付项数", "合同、到货单",
                指标值来源="标准"),
            row("P4-04", COST, "设备购置总成本", "≤2.31万元", 10, "全年设备购置支出合计", "支付明细", paid(DEVICES),
                指标值来源="计划"),
            row("P4-05", LASTING, "涉密计算机保密检查合格率", "＝100%", 30, "检查合格台数÷检查台数", "保密检查记录",
                指标值来源="标准"),
            row("P4-06", SERVED, "使用人员满意度", "≥90%", 10, "满意以上答卷数÷有效问卷数", "满意度调查问卷",
                指标值来源="标准", 调查方式="纸质问卷", 计划样本量="30"),
        ],
        STAFF: [
            row("P5-01", COUNT, "保障编外名额数", "＝8人", 15, "年末由本项目保障的编外名额数", "人员编制登记", "编外名额",
                指标值来源="计划"),
            row("P5-02", QUALITY, "年度考核合格率", "≥95%", 10, "考核合格以上人数÷参加考核人数", "年度考核表",
                指标值来源="标准"),
            row("P5-03", TIMELY, "工资按时发放率", "＝100%", 10, "按期发放的月份数÷应发放月份数", "工资发放表",
                指标值来源="标准"),
            row("P5-04", COST, "人员聘用总成本", "≤75.3万元", 15, "全年编外人员支出合计", "支付明细", paid(STAFF),
                指标值来源="计划"),
            row("P5-05", LASTING, "编外人员稳定率", "≥85%", 30, "1－离职人数÷平均在岗人数", "花名册", 指标值来源="上年",
                上年完成值="87%"),
            row("P5-06", SERVED, "用人科室满意度", "≥90%", 10, "满意以上答卷数÷有效问卷数", "科室评价表",
                指标值来源="标准", 调查方式="科室评价表", 计划样本量="30"),
        ],
    }


def poor():
    """The first draft: what cannot be measured, no timeliness and quality, amounts and names that differ."""
    return {
        AID: [
            row("P1-01", COUNT, "救助人次", "300人次", 30),
            row("P1-02", COUNT, "慰问295人", "≥若干", 20),
            row("P1-03", SOCIAL, "缓解困难职工生活压力", "有效缓解", 40),
        ],
        MODEL: [
            row("P2-01", COUNT, "劳模体检和疗休养次数", "≥1", 50),
            row("P2-02", SOCIAL, "召开劳模座谈会", "营造良好氛围", 40),
        ],
        VENUE: [
            row("P3-01", QUALITY, "质量指标", "完好", 50, source="设施台账"),
            row("P3-02", COST, "维护成本", "≥199.997万元", 30),
            row("P3-03", SERVED, "满意度", "≥50%", 10),
        ],
    }


GOALS = {
    AID: "全年分4次向建档困难职工发放生活救助金不少于300人次，对遇到急难的职工及时救助不少于15人次，缓解其基本生活困难",
    MODEL: "春节、五一、七一分别慰问各级劳模，组织1次体检疗休养，慰问覆盖在册劳模95%以上，宣传劳模事迹覆盖5000人次",
    VENUE: "保持办公场所和文体设施区设施完好率98%以上，全年巡检不少于48次，报修按时修复率95%以上，供职工使用20000人次",
    DEVICES: "购置符合保密标准的设备和软件5项，验收全部合格并按期交付，涉密计算机保密检查全部合格",
    STAFF: "保障8个编外名额的工资和公用经费，工资按时发放，年度考核合格率95%以上，保证日常工作开展",
}
BUDGETS = {AID: "20.00", MODEL: "11.91", VENUE: "199.99", DEVICES: "2.31", STAFF: "75.30"}


def project_form(name, indicators, goal, amount, shown_name=None):
    """F02 of one project."""
    fields = {"项目名称": shown_name or name, "主管部门": UNIT, "实施单位": UNIT,
              "项目属性": "新增项目" if name == DEVICES else "延续项目", "项目期起始年": "2021",
              "项目期结束年": "2021", "中期资金总额": amount, "中期财政拨款": amount, "中期其他资金": "0.00",
              "年度资金总额": amount, "年度财政拨款": amount, "年度其他资金": "0.00", "年度目标": goal}
    return {"form": "F02", "version": "2015.1", "unitCode": UNIT_CODE, "fiscalYear": YEAR, "subject": name,
            "fields": fields, "tables": {"绩效指标": indicators}}


TASKS = [
    ("服务疫情防控大局", "组织工会力量参与疫情防控，慰问一线职工", "0.00", []),
    ("维护职工权益", "困难职工帮扶、劳动争议调解", "20.00", [AID]),
    ("加强组织建设", "新建基层工会，充实工作队伍", "75.30", [STAFF]),
    ("提升职工服务", "维护运作职工活动场所，配置办公设备", "202.30", [VENUE, DEVICES]),
    ("开展劳动竞赛和关心劳模", "劳动竞赛，劳模慰问和体检疗休养", "11.91", [MODEL]),
]


def department_form(goals, indicators):
    """F01 of the department."""
    tasks = [{"任务名称": name, "主要内容": content, "预算金额": amount, "财政拨款": amount, "其他资金": "0.00",
              **({"对应项目": "、".join(projects)} if projects else {})}
             for name, content, amount, projects in TASKS]
    goals = [{"目标": text, **({"对应任务": task, "对应职责": duty} if task else {})} for text, task, duty in goals]
    return {"form": "F01", "version": "2015.1", "unitCode": UNIT_CODE, "fiscalYear": YEAR, "subject": "整体",
            "fields": {"部门名称": UNIT, "任务预算合计": "309.51", "任务财政拨款合计": "309.51",
                       "任务其他资金合计": "0.00"},
            "tables": {"年度主要任务": tasks, "年度总体目标": goals, "绩效指标": indicators}}


def whole(code, second, third, target, points, definition, source, task, measure="", **more):
    return row(code, second, third, target, points, definition, source, measure, 对应任务=task, **more)


def good_whole():
    aid = f'{times(AID, "季度生活救助")} + {times(AID, "紧急救助")}'
    visits = f'{times(MODEL, "春节慰问")} + {times(MODEL, "五一慰问")} + {times(MODEL, "七一慰问")}'
    return [
        whole("Z-01", COUNT, "救助困难职工人次", "≥310人次", 10, "季度生活救助与紧急救助笔数之和", "救助工作记录",
              "维护职工权益", aid, 支撑目标="目标1", 指标值来源="上年", 上年完成值="306人次"),
        whole("Z-02", COUNT, "慰问劳模人次", "≥68人次", 10, "三次慰问的人次之和", "慰问工作记录",
              "开展劳动竞赛和关心劳模", visits, 支撑目标="目标2", 指标值来源="计划"),
        whole("Z-03", COUNT, "慰问疫情防控一线职工人次", "≥500人次", 8, "慰问签领人次之和", "慰问签领表",
              "服务疫情防控大局", 支撑目标="目标3", 指标值来源="计划"),
        whole("Z-04", QUALITY, "救助对象符合率", "＝100%", 6, "经公示和复核的发放笔数÷发放总笔数", "困难职工档案",
              "维护职工权益", 指标值来源="标准"),
        whole("Z-05", TIMELY, "节日前完成慰问率", "＝100%", 6, "节日前完成的慰问数÷计划慰问数", "慰问工作记录",
              "开展劳动竞赛和关心劳模", 支撑目标="目标2", 指标值来源="标准"),
        whole("Z-06", COST, "项目支出总成本", "≤309.51万元", 10, "全年项目支出合计", "支付明细",
              "提升职工服务", 'sum(支付.金额; 支出类别 = "项目支出")', 指标值来源="计划"),
        whole("Z-07", SOCIAL, "新建基层工会数", "≥20家", 15, "本年批复成立的基层工会数", "工会成立批复",
              "加强组织建设", 支撑目标="目标3", 指标值来源="计划"),
        whole("Z-08", SOCIAL, "劳动争议调解成功率", "≥70%", 15, "调解成功案件数÷办结案件数", "调解协议书",
              "维护职工权益", 指标值来源="上年", 上年完成值="69%"),
        whole("Z-09", SERVED, "职工满意度", "≥90%", 20, "满意以上答卷数÷有效问卷数", "满意度调查问卷", "提升职工服务",
              支撑目标="目标3", 指标值来源="标准", 调查方式="线上问卷", 计划样本量="200"),
    ]


def write(name, forms):
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for form in forms]
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    improved, draft = good(), poor()
    for name, indicators in improved.items():
        assert sum(int(item["分值"]) for item in indicators) == 90, name
    assert sum(int(item["分值"]) for item in good_whole()) == 100
    slogans = "服务疫情防控大局，加强组织建设，切实做好困难职工帮扶，大力弘扬劳模精神，不断提升服务水平"
    write("初稿.jsonl", [
        department_form([(slogans, "", "")], [
            row("Z-01", COUNT, "救助人次", "≥300人次", 50, source="救助工作记录", 对应任务="维护职工权益"),
            row("Z-02", SOCIAL, "弘扬劳模精神", "效果显著", 50, 对应任务="开展劳动竞赛和关心劳模"),
        ]),
        project_form(AID, draft[AID], "做好困难职工帮扶工作", "20.00"),
        project_form(MODEL, draft[MODEL], slogans, "11.91", "劳动模范、先进工作者活动管理"),
        project_form(VENUE, draft[VENUE], slogans, "199.997"),
    ])
    write("改稿.jsonl", [
        department_form(
            [("全年救助困难职工不少于310人次，劳动争议调解成功率不低于70%，缓解职工急难愁盼问题。",
              "维护职工权益、提升职工服务", "维护职工合法权益"),
             ("慰问劳模不少于68人次，组织1次体检疗休养，弘扬劳模精神。", "开展劳动竞赛和关心劳模", "劳动模范管理服务"),
             ("新建基层工会不少于20家，慰问疫情防控一线职工不少于500人次，职工满意度90%以上。",
              "加强组织建设、服务疫情防控大局", "基层工会组织建设")], good_whole()),
        *(project_form(name, indicators, GOALS[name], BUDGETS[name]) for name, indicators in improved.items()),
    ])


if __name__ == "__main__":
    main()
