"""Draws documents of the kinds that the audit of a text reads: units, figures and names are made up.

Figures agree with each other, as in most published reports; in every tenth document one digit is
wrong. Documents stand one after the other, each closed by a zero byte.
"""

UNITS = ["梧桐区文化和旅游局", "临江县水利服务中心", "青禾市档案馆", "云岭镇人民政府", "松原区残疾人联合会",
         "桂溪县农业农村局", "白石市公共就业服务中心", "海棠区城市管理局"]
AREAS = ["文化旅游体育与传媒", "社会保障和就业", "卫生健康", "农林水", "住房保障", "城乡社区"]
WHO = ["各科室", "项目组", "财务部门", "评价小组", "主管部门", "基层站所", "监督人员", "执行单位"]
DOES = ["按照职责分工抓好落实", "对照方案逐项推进", "定期调度工作进展", "严格执行采购和验收程序", "从严控制一般性支出",
        "及时归集并核对资料", "主动公开办理结果", "认真听取群众意见"]
GAINS = ["重点工作得到保障", "资金使用更加规范", "服务质量稳步改善", "管理制度逐步健全", "风险隐患及时消除",
         "社会效益逐渐显现", "各方衔接更为顺畅", "后续安排有了依据"]


def note(draw):
    """A sentence without figures."""
    return f"{draw.choice(WHO)}{draw.choice(DOES)}，{draw.choice(GAINS)}。"


def money(cents):
    return f"{cents // 100}.{cents % 100:02}"


def percent(part, whole, places=2):
    scaled = (2 * part * 100 * 10**places + whole) // (2 * whole)
    return f"{scaled // 10**places}.{scaled % 10**places:0{places}}"


def split(draw, whole, count):
    """Parts that add up to the whole."""
    cuts = sorted(draw.randrange(whole // 20, whole) for _ in range(count - 1))
    return [high - low for low, high in zip([0] + cuts, cuts + [whole])]


def change(draw, level):
    """A level of the year before, and the words for the change."""
    before = max(level + draw.randrange(-level // 3, level // 3), 100)
    off = level - before
    return before, (f"{'增加' if off >= 0 else '减少'}{money(abs(off))}万元，"
                    f"{'增长' if off >= 0 else '下降'}{percent(abs(off), before)}%")


def budget(draw):
    """部门预算说明."""
    unit, year = draw.choice(UNITS), draw.randrange(2018, 2026)
    income = draw.randrange(80_000, 900_000)
    own, fund, carried = split(draw, income, 3)
    basic, project = split(draw, income, 2)
    staff, running = split(draw, basic, 2)
    _, words = change(draw, income)
    shares = "；".join(f"{name}支出{money(part)}万元，占{percent(part, income)}%" for name, part in zip(
        AREAS, split(draw, income, 4)))
    return (f"{unit}{year}年部门预算情况说明\n一、收支预算总体情况\n按照综合预算的原则，{unit}所有收入和支出均纳入"
            f"部门预算管理。{year}年收入预算{money(income)}万元，比上年{words}。{note(draw)}\n"
            f"二、收入预算情况\n{year}年收入预算{money(income)}万元，其中：一般公共预算拨款收入{money(own)}万元，占"
            f"{percent(own, income)}%；政府性基金预算拨款收入{money(fund)}万元，占{percent(fund, income)}%；上年结转"
            f"{money(carried)}万元，占{percent(carried, income)}%。\n三、支出预算情况\n{year}年支出预算"
            f"{money(income)}万元，其中：基本支出{money(basic)}万元（人员经费{money(staff)}万元，公用经费"
            f"{money(running)}万元）；项目支出{money(project)}万元。按功能分类：{shares}。{note(draw)}\n")


def spending(draw):
    """三公经费."""
    unit, year = draw.choice(UNITS), draw.randrange(2018, 2026)
    total = draw.randrange(1_000, 30_000)
    abroad, cars, guests = split(draw, total, 3)
    bought, kept = split(draw, max(cars, 100), 2)
    cars = bought + kept
    total = abroad + cars + guests
    visits, people = draw.randrange(10, 90), draw.randrange(100, 900)
    _, words = change(draw, total)
    return (f"{unit}{year}年“三公”经费支出说明\n{year}年“三公”经费支出决算{money(total)}万元，比上年{words}。其中："
            f"因公出国（境）费{money(abroad)}万元，公务用车购置及运行维护费{money(cars)}万元，公务接待费{money(guests)}"
            f"万元。\n1.公务用车购置及运行维护费{money(cars)}万元，其中：购置费{money(bought)}万元，运行维护费"
            f"{money(kept)}万元。\n2.公务接待费{money(guests)}万元，国内接待{visits}批次、{people}人次。"
            f"{note(draw)}{note(draw)}\n")


def evaluation(draw):
    """绩效自评报告."""
    unit, year = draw.choice(UNITS), draw.randrange(2018, 2026)
    planned = draw.randrange(20_000, 400_000)
    spent = planned * draw.randrange(6_000, 10_000) // 10_000
    trained, passed = draw.randrange(200, 2_000), 0
    passed = trained * draw.randrange(800, 999) // 1000
    scores = [draw.randrange(60, 100) / 10 for _ in range(3)]
    notes = "".join(note(draw) for _ in range(5))
    return (f"{unit}{year}年度项目支出绩效自评报告\n一、项目概况\n项目年初预算{money(planned)}万元，实际支出{money(spent)}"
            f"万元，预算执行率{percent(spent, planned)}%。{notes}\n二、绩效目标完成情况\n（一）产出指标。全年培训"
            f"{trained}人，考核合格{passed}人，合格率{percent(passed, trained)}%。\n（二）满意度指标。发放问卷"
            f"{trained}份，服务对象满意度{percent(passed, trained, 1)}%，得分{scores[0]}分。{note(draw)}\n"
            f"三、存在问题\n{note(draw)}{note(draw)}\n")


def review(draw):
    """工作报告: more words than figures."""
    lines = []
    for place in range(8):
        level = draw.randrange(1_000, 90_000)
        _, words = change(draw, level)
        lines.append(f"（{'一二三四五六七八'[place]}）{draw.choice(AREAS)}工作稳步推进。{note(draw)}"
                     f"{note(draw)}全年投入{money(level)}万元，比上年{words}。{note(draw)}"
                     f"新建改造站点{draw.randrange(3, 90)}个，服务群众{draw.randrange(1, 90)}万人次。"
                     f"{note(draw)}")
    return f"{draw.choice(UNITS)}工作报告\n" + "\n".join(lines) + "\n"


def table(draw):
    """预算表."""
    rows, basics, projects = [], [], []
    for area in AREAS:
        basic, project = draw.randrange(100, 90_000), draw.randrange(100, 90_000)
        basics.append(basic)
        projects.append(project)
        rows.append(f"{area}支出\t{money(basic + project)}\t{money(basic)}\t{money(project)}")
    total = (f"合计\t{money(sum(basics) + sum(projects))}\t{money(sum(basics))}\t"
             f"{money(sum(projects))}")
    return "支出预算表\n单位：万元\n科目\t合计\t基本支出\t项目支出\n" + "\n".join(rows + [total]) + "\n"


KINDS = [budget, spending, evaluation, review, table]


def document(draw):
    text = "\n".join(kind(draw) for kind in draw.sample(KINDS, 3))
    if draw.random() < 0.1:
        places = [place for place, sign in enumerate(text) if sign.isdigit()]
        place = draw.choice(places)
        text = text[:place] + str((int(text[place]) + draw.randrange(1, 10)) % 10) + text[place + 1:]
    return text


def write(path, draw, size):
    """Fills a file with documents up to `size` bytes; returns how many."""
    count = written = 0
    with open(path, "wb") as file:
        while written < size:
            data = document(draw).encode() + b"\0"
            file.write(data)
            written += len(data)
            count += 1
    return count
