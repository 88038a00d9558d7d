#!/usr/bin/env python3
"""Writes files/: the year 2021 of the example, as files that a clerk would have.

Every total comes from the published report; README.md says which figure is stated, derived,
assumed or synthetic. The same run gives the same bytes (needs openpyxl 3.1.5):

    python3 generate.py
"""

import csv
import datetime
import io
import pathlib
import re
import zipfile

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from names import AID, DEVICES, MODEL, STAFF, VENUE, paid, times

FOLDER = pathlib.Path(__file__).resolve().parent / "files"
STAMP = (2022, 3, 1, 9, 0, 0)

STATED, DERIVED, ASSUMED, SYNTHETIC = "原文", "推算", "假定", "合成"

# 分. The sums at the end of this file hold them together.
YUAN = 100
PERSONNEL = 5_034_700 * YUAN
OPERATING = 264_035 * YUAN
GENERAL, OTHER, CARRIED = "一般公共预算", "其他收入", "上年结转"


class Random:
    """A small generator of its own, so that no version of Python changes the files."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % bound


def split(total, count, random, spread=20, step=100):
    """Cuts a total into `count` parts that differ by up to ±`spread` %, whole multiples of `step`."""
    weights = [1000 + random.below(20 * spread + 1) - 10 * spread for _ in range(count)]
    parts = [total * weight // sum(weights) // step * step for weight in weights]
    parts[-1] += total - sum(parts)
    return parts


def day(month, number):
    return datetime.date(2021, month, number)


# MARK: Payments


class Voucher:
    """One entry of a payment voucher, before it has its number."""

    def __init__(self, on, expenditure_class, project, item, source, function, economic, fen,
                 payee, summary, method, basis, remark, joins=False):
        self.on, self.expenditure_class, self.project, self.item = on, expenditure_class, project, item
        self.source, self.function, self.economic, self.fen = source, function, economic, fen
        self.payee, self.summary, self.method = payee, summary, method
        self.basis, self.remark, self.joins = basis, remark, joins
        self.number, self.entry = "", 0


def payments():
    random = Random(2021)
    entries = personnel(random) + operating(random) + aid() + devices() + staff(random)
    entries += venue(random) + model_workers()
    entries.sort(key=lambda entry: entry.on)  # Stable: entries of one voucher stay together.
    number = 0
    for index, entry in enumerate(entries):
        if entry.joins:
            entry.number, entry.entry = entries[index - 1].number, entries[index - 1].entry + 1
        else:
            number += 1
            entry.number, entry.entry = f"付-{number:04d}", 1
    return entries


def personnel(random):
    remark = "合计由预算602.1减去原文减少数98.63推得；单笔为合成"
    bonus = 148_800 * YUAN
    rows = [Voucher(day(1, 28), "人员经费", "", "", CARRIED, "2012901 行政运行", "30103 奖金", bonus,
                    "个人（按发放表）", "上年度考核奖", "直接支付", DERIVED, remark)]
    kinds = [
        ("2012901 行政运行", "30101 基本工资", "个人（按发放表）", "在编人员基本工资", 150),
        ("2012901 行政运行", "30102 津贴补贴", "个人（按发放表）", "在编人员津贴补贴", 270),
        ("2080505 机关事业单位基本养老保险缴费", "30108 养老保险缴费", "社会保险基金专户", "单位缴纳养老保险", 90),
        ("2080506 机关事业单位职业年金缴费", "30109 职业年金缴费", "社会保险基金专户", "单位缴纳职业年金", 45),
        ("2101101 行政单位医疗", "30110 职工基本医疗保险缴费", "医疗保险基金专户", "单位缴纳医疗保险", 50),
        ("2210201 住房公积金", "30113 住房公积金", "住房公积金专户", "单位缴存住房公积金", 110),
        ("2210203 购房补贴", "30102 津贴补贴", "个人（按发放表）", "住房改革补贴", 85),
        ("2080501 行政单位离退休", "30302 退休费", "个人（按发放表）", "离退休人员补贴", 200),
    ]
    rest = PERSONNEL - bonus
    totals = [rest * kind[4] // 1000 // YUAN * YUAN for kind in kinds]
    totals[1] += rest - sum(totals)
    for (function, economic, payee, summary, _), total in zip(kinds, totals):
        for month, fen in enumerate(split(total, 12, random, spread=4), start=1):
            rows.append(Voucher(day(month, 10 + random.below(6)), "人员经费", "", "", GENERAL, function,
                                economic, fen, payee, f"{month}月{summary}", "直接支付", DERIVED, remark))
    return rows


def operating(random):
    remark = "合计按劳模、场所两项足额支出推得；单笔为合成"
    rows = [Voucher(day(10, 20), "公用经费", "", "", OTHER, "2012901 行政运行", "30201 办公费",
                    8_400 * YUAN, "甲文具店", "办公用品一批", "银行转账", ASSUMED, remark)]
    kinds = [
        ("30201 办公费", "甲文具店", "办公用品", "公务卡", 21),
        ("30207 邮电费", "乙电信公司", "电话和网络费", "授权支付", 14),
        ("30205 水费", "丙供水公司", "水费", "授权支付", 5),
        ("30206 电费", "丁供电公司", "电费", "授权支付", 18),
        ("30239 其他交通费用", "个人（按发放表）", "公务交通补贴", "授权支付", 30),
        ("30228 工会经费", "本单位工会", "计提工会经费", "授权支付", 12),
    ]
    rest = OPERATING - 8_400 * YUAN
    totals = [rest * kind[4] // 100 // YUAN * YUAN for kind in kinds]
    totals[0] += rest - sum(totals)
    for (economic, payee, summary, method, _), total in zip(kinds, totals):
        for month, fen in enumerate(split(total, 12, random, spread=35, step=10), start=1):
            rows.append(Voucher(day(month, 16 + random.below(9)), "公用经费", "", "", GENERAL,
                                "2012901 行政运行", economic, fen, payee, f"{month}月{summary}", method,
                                ASSUMED, remark))
    return rows


# 季度: 发放日, 人次, 元. 74 + 74 + 74 + 73 = 295 人次, 153,000 元.
QUARTERS = [
    (day(3, 25), 74, 38_480), (day(6, 24), 74, 38_480),
    (day(9, 24), 74, 38_480), (day(12, 16), 73, 37_560),
]
# 紧急救助: 15 笔, 47,000 元.
EMERGENCIES = [
    (day(1, 20), 2000), (day(2, 3), 3000), (day(2, 24), 5000), (day(3, 17), 3000),
    (day(4, 14), 2000), (day(5, 12), 3000), (day(5, 26), 4000), (day(6, 16), 3000),
    (day(7, 14), 3000), (day(8, 11), 2000), (day(8, 25), 5000), (day(9, 15), 3000),
    (day(10, 13), 3000), (day(11, 10), 2000), (day(12, 8), 4000),
]


def aid():
    rows = []
    for number, (on, times, yuan) in enumerate(QUARTERS, start=1):
        rows.append(Voucher(on, "项目支出", AID, "季度生活救助", GENERAL, "2012999 其他群众团体事务支出",
                            "30305 生活补助", yuan * YUAN, "个人（按发放表）", f"第{number}季度生活救助金{times}人次",
                            "授权支付", STATED, "全年15.3万元为原文；单笔和日期为合成"))
    for number, (on, yuan) in enumerate(EMERGENCIES, start=1):
        rows.append(Voucher(on, "项目支出", AID, "紧急救助", GENERAL, "2012999 其他群众团体事务支出",
                            "30306 救济费", yuan * YUAN, "个人（按发放表）", f"紧急救助金第{number}笔", "授权支付",
                            STATED, "全年4.7万元为原文；单笔和日期为合成"))
    return rows


# 原文: 0.9、0.18、0.503、0.4785、0.245 万元.
DEVICE_ITEMS = [
    ("保密计算机主机", 9000, "31002 办公设备购置"), ("保密计算机显示器", 1800, "31002 办公设备购置"),
    ("防毒及文档处理系统", 5030, "31007 信息网络及软件购置更新"),
    ("打印机", 4785, "31002 办公设备购置"), ("碎纸机", 2450, "31002 办公设备购置"),
]


def devices():
    return [
        Voucher(day(9, 28), "项目支出", DEVICES, name, GENERAL, "2012999 其他群众团体事务支出", economic,
                yuan * YUAN, "戊设备供应商", f"购置{name}", "直接支付", STATED, "金额为原文；日期和供应商为合成",
                joins=index > 0)
        for index, (name, yuan, economic) in enumerate(DEVICE_ITEMS)
    ]


def staff(random):
    rows = []
    for month, fen in enumerate(split(689_000 * YUAN, 12, random, spread=3), start=1):
        rows.append(Voucher(day(month, 12), "项目支出", STAFF, "工资性支出", GENERAL,
                            "2012999 其他群众团体事务支出", "30199 其他工资福利支出", fen, "个人（按发放表）",
                            f"{month}月编外人员工资及社会保险", "直接支付", STATED,
                            "全年68.9万元为原文；单笔和日期为合成"))
    for quarter, fen in enumerate(split(64_000 * YUAN, 4, random, spread=10), start=1):
        rows.append(Voucher(day(quarter * 3, 20), "项目支出", STAFF, "公用经费", GENERAL,
                            "2012999 其他群众团体事务支出", "30299 其他商品和服务支出", fen, "己人力资源公司",
                            f"第{quarter}季度编外人员公用经费", "授权支付", STATED,
                            "全年6.4万元为原文；单笔和日期为合成"))
    return rows


def venue(random):
    remark = "原文未列支出数，假定按年初预算199.99万元足额支出；单笔为合成"
    kinds = [
        ("物业管理", "30209 物业管理费", "庚物业公司", 40), ("保洁安保", "30209 物业管理费", "庚物业公司", 24),
        ("水电", "30206 电费", "丁供电公司", 15), ("设施维修", "30213 维修（护）费", "辛工程公司", 13),
        ("设备更新", "30213 维修（护）费", "辛工程公司", 8),
    ]
    total = 1_999_900 * YUAN
    totals = [total * kind[3] // 100 // YUAN * YUAN for kind in kinds]
    totals[-1] += total - sum(totals)
    rows = []
    for (item, economic, payee, _), part in zip(kinds, totals):
        for month, fen in enumerate(split(part, 12, random, spread=15), start=1):
            rows.append(Voucher(day(month, 20 + random.below(8)), "项目支出", VENUE, item, GENERAL,
                                "2012999 其他群众团体事务支出", economic, fen, payee, f"{month}月{item}费",
                                "授权支付", ASSUMED, remark))
    return rows


def model_workers():
    remark = "原文未列支出数，假定按年初预算11.91万元足额支出；单笔为合成"
    items = [
        (day(2, 5), "春节慰问", "30305 生活补助", 10_000, "个人（按发放表）", "春节前慰问困难劳模10名"),
        (day(4, 28), "五一慰问", "30305 生活补助", 34_400, "个人（按发放表）", "五一节前慰问劳模43名"),
        (day(6, 29), "七一慰问", "30305 生活补助", 18_000, "个人（按发放表）", "建党百年慰问困难劳模18名"),
        (day(10, 22), "体检疗休养", "30299 其他商品和服务支出", 18_200, "壬医院", "劳模体检费"),
        (day(10, 29), "体检疗休养", "30299 其他商品和服务支出", 38_500, "癸疗养院", "劳模疗休养费"),
    ]
    return [
        Voucher(on, "项目支出", MODEL, item, GENERAL, "2012999 其他群众团体事务支出", economic,
                yuan * YUAN, payee, summary, "授权支付", ASSUMED, remark)
        for on, item, economic, yuan, payee, summary in items
    ]


# MARK: Writing


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def grouped(fen):
    return f"{fen // 100:,}.{fen % 100:02d}"


def number(fen):
    """A cell of a workbook: whole 元 as an integer, else the shortest decimal."""
    return fen // 100 if fen % 100 == 0 else fen / 100


def chinese(date):
    return f"{date.year}年{date.month}月{date.day}日"


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in str(text))


def write_csv(name, rows, encoding="utf-8-sig"):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    (FOLDER / name).write_bytes(text.getvalue().encode(encoding))


THIN = Border(*(Side(style="thin") for _ in range(4)))


def add_sheet(book, name, title, unit_line, header, rows, widths, merges=()):
    """A sheet as offices keep it: title over all columns, unit line, header, rows."""
    sheet = book.create_sheet(name)
    last = get_column_letter(len(header))
    sheet["A1"] = title
    sheet["A1"].font = Font(name="宋体", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells(f"A1:{last}1")
    sheet["A2"] = unit_line
    sheet.merge_cells(f"A2:{last}2")
    for place, text in enumerate(header, start=1):
        cell = sheet.cell(3, place, text)
        cell.font = Font(name="宋体", bold=True)
        cell.border = THIN
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for row, values in enumerate(rows, start=4):
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(row, place, value if value != "" else None)
            cell.border = THIN
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            if isinstance(value, datetime.date):
                cell.number_format = "yyyy/m/d"
            elif isinstance(value, float):
                cell.number_format = "#,##0.00##"
    for area in merges:
        sheet.merge_cells(area)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def new_book():
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = "示例"
    return book


def save(book, name):
    """Saves with fixed times, so that the bytes depend on the content alone."""
    buffer = io.BytesIO()
    book.save(buffer)
    stamp = "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}Z".format(*STAMP).encode()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(FOLDER / name, "w") as target:
        for entry in sorted(source.namelist()):
            data = source.read(entry)
            if entry == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, data)
            fixed = zipfile.ZipInfo(entry, STAMP)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, data)


# MARK: Files


def offices():
    write_csv("01-内设机构.csv", [
        ["机构名称", "挂牌名称", "状态", "设立日期", "依据", "备注"],
        ["办公室", "区总工会经费审查委员会办公室", "设立", "2021-01-01", STATED, "日期为合成"],
        ["组织宣教部", "", "设立", "2021-01-01", STATED, "日期为合成"],
        ["维权工作部", "区总工会女职工委员会办公室", "设立", "2021-01-01", STATED, "日期为合成"],
    ])


def headcount():
    write_csv("02-人员编制.csv", [
        ["广州市增城区总工会2021年末人员情况表", "", "", "", ""],
        ["人员类别", "人数", "统计日期", "依据", "备注"],
        ["在编在职人员", full_width(8), "2021年12月31日", STATED, "日期为假定：原文未写时点"],
        ["编外人员", full_width(40), "2021年12月31日", STATED, "日期为假定：原文未写时点"],
        ["编外名额", full_width(8), "2021年12月31日", STATED, "原文只写明由聘用经费保障8个名额"],
    ])


def projects():
    book = new_book()
    on = day(1, 1)
    rows = [
        [1, AID, "困难职工帮扶工作", "延续", "履职", "按季度发放生活救助，遇急难及时发放紧急救助，帮助困难职工渡过难关",
         GENERAL, "维权工作部", on],
        [2, MODEL, "劳动模范活动管理费；劳动模范、先进工作者活动管理", "延续", "履职",
         "节日慰问各级劳模，组织劳模体检和疗休养，营造尊重劳模、学习劳模的氛围", GENERAL, "组织宣教部", on],
        [3, VENUE, "办公场所和文体设施区维护费", "延续", "保障",
         "管理和维护办公场所、文体设施区的设施设备，使其完好、安全、清洁，满足使用", GENERAL, "办公室", on],
        [4, DEVICES, "保密设备购置经费", "新增", "保障",
         "配置符合保密标准的办公设备和软件，提高信息安全防护能力", GENERAL, "办公室", on],
        [5, STAFF, "", "延续", "保障", "聘用编外人员充实工作队伍，保证日常工作开展", GENERAL, "办公室", on],
    ]
    for row in rows:
        row += [STATED, "名称、目的据原文概括；属性、科室、资金来源为合成"]
    add_sheet(book, "项目", "2021年项目库", "填报单位：广州市增城区总工会",
              ["序号", "项目名称", "别名", "项目属性", "项目类型", "目的说明", "资金来源", "负责科室", "登记日期",
               "依据", "备注"], rows, [6, 40, 40, 10, 10, 60, 16, 14, 12, 8, 30])
    save(book, "03-项目库.xlsx")


def budget():
    book = new_book()
    on = day(1, 29)
    stated = "批复日期为合成"
    add_sheet(book, "收入预算", "2021年部门收入预算表",
              "单位名称：广州市增城区总工会                                        金额单位：万元",
              ["收入来源", "预算类型", "金额（万元）", "批复日期", "文号", "依据", "备注"],
              [["一般公共预算财政拨款收入", "年初预算", 937.92, on, "", STATED, stated],
               ["其他收入", "年初预算", 0.84, on, "", STATED, stated],
               ["合计", "", 938.76, "", "", "", ""]],
              [30, 12, 14, 14, 16, 8, 30])
    lines = [(AID, 20, ""), (DEVICES, 2.31, ""), (STAFF, 75.3, ""),
             (VENUE, 199.99, "原文另一处写199.997；合计只与199.99相符"), (MODEL, 11.91, "")]
    rows = [
        ["人员经费", "", "年初预算", 602.1, GENERAL, on, STATED, "批复日期、资金来源为合成"],
        ["公用经费", "", "年初预算", 26.7, "", on, STATED, "批复日期为合成；原文未分列资金来源"],
        ["小计", "", "", 628.8, "", "", "", ""],
    ]
    for index, (name, amount, note) in enumerate(lines):
        rows.append(["项目支出" if index == 0 else "", name, "年初预算", amount, GENERAL, on, STATED,
                     note or "批复日期、资金来源为合成"])
    rows += [
        ["小计", "", "", 309.51, "", "", "", ""],
        ["项目支出", "", "追加", 0, "", day(12, 31), ASSUMED, "原文没有写年中调整，按没有调整计算"],
        ["合计", "", "", 938.31, "", "", "", ""],
    ]
    add_sheet(book, "支出预算", "2021年部门支出预算表",
              "单位名称：广州市增城区总工会                                        金额单位：万元",
              ["支出类别", "项目名称", "预算类型", "金额（万元）", "资金来源", "批复日期", "依据", "备注"], rows,
              [14, 52, 12, 14, 16, 14, 8, 44], merges=["A7:A11"])
    save(book, "04-部门预算批复.xlsx")


REVENUE_HEADER = ["日期", "凭证号", "分录号", "收入来源", "金额（元）", "付款单位", "摘要", "依据", "备注"]


def revenue_rows():
    """(day, row) of each receipt."""
    random = Random(824)
    rows = []
    for month, fen in enumerate(split(8_236_600 * YUAN, 12, random, spread=25), start=1):
        on = day(month, 4)
        rows.append((on, [chinese(on), f"收-{month:04d}", "1", "一般公共预算财政拨款收入", grouped(fen),
                          "区财政局", f"{month}月财政授权支付和直接支付额度", DERIVED,
                          "合计由预算937.92减去原文减少数114.26推得；单笔为合成"]))
    on = day(11, 18)
    rows.append((on, [chinese(on), "收-0013", "1", "其他收入", grouped(8_400 * YUAN), "开户银行",
                      "其他收入", DERIVED, "收入合计824.5减一般公共预算823.66"]))
    return rows


def revenue():
    rows = [REVENUE_HEADER] + [row for _, row in revenue_rows()]
    write_csv("05-收入明细.csv", rows, encoding="utf-8")


PAYMENT_HEADER = ["支付日期", "凭证号", "分录号", "支出分类", "预算项目", "明细", "资金来源", "功能科目", "经济科目",
                  "金额（元）", "收款人", "用途", "结算方式", "依据", "备注"]


def payment_row(entry, on, amount):
    return [on, entry.number, entry.entry, entry.expenditure_class, entry.project, entry.item,
            entry.source, entry.function, entry.economic, amount, entry.payee, entry.summary,
            entry.method, entry.basis, entry.remark]


def payment_files(entries):
    first = [entry for entry in entries if entry.on.month <= 6]
    second = [entry for entry in entries if entry.on.month > 6]
    blank = [""] * (len(PAYMENT_HEADER) - 1)
    rows = [["国库集中支付明细（2021年1—6月）"] + blank, ["单位：元"] + blank, PAYMENT_HEADER]
    rows += [payment_row(entry, entry.on.isoformat(), grouped(entry.fen)) for entry in first]
    total = sum(entry.fen for entry in first)
    rows.append(["合计"] + [""] * 8 + [grouped(total)] + [""] * 5)
    write_csv("06-国库支付明细（1-6月）.csv", rows, encoding="gb18030")

    book = new_book()
    rows = [payment_row(entry, entry.on, number(entry.fen)) for entry in second]
    total = sum(entry.fen for entry in second)
    rows.append(["合计"] + [""] * 8 + [number(total)] + [""] * 5)
    add_sheet(book, "7-12月", "国库集中支付明细（2021年7—12月）", "单位：元", PAYMENT_HEADER, rows,
              [12, 10, 8, 10, 36, 14, 14, 26, 22, 14, 18, 28, 12, 8, 44])
    save(book, "07-国库支付明细（7-12月）.xlsx")


def carryover():
    note = "原文没有写；支出比收入多14.88万元，年初结转至少要有这么多，假定为20.00万元"
    write_csv("08-结转结余.csv", [
        ["时点", "时点日期", "性质", "资金来源", "金额（万元）", "依据", "备注"],
        ["年初", "2021年1月1日", "结转", GENERAL, "20.00", ASSUMED, note],
        ["年末", "2021年12月31日", "结转", GENERAL, "5.12", ASSUMED, "20.00 + 824.50 − 839.38"],
    ])


def procurement():
    book = new_book()
    remark = "金额为原文；原文未写采购方式，按政府采购计算为假定；日期为合成"
    rows = [["CG-2021-00", "采购预算", "保密设备一批", day(1, 29), 23100, ASSUMED, remark]]
    rows += [
        [f"CG-2021-{index:02d}", "采购合同", name, day(9, 17), amount, ASSUMED, remark]
        for index, (name, amount, _) in enumerate(DEVICE_ITEMS, start=1)
    ]
    rows = [row[:3] + [DEVICES, "是"] + row[3:] for row in rows]
    add_sheet(book, "采购", "2021年设备采购登记表", "金额单位：元",
              ["采购编号", "类型", "采购内容", "项目名称", "是否涉密", "登记日期", "金额", "依据", "备注"], rows,
              [14, 12, 24, 20, 10, 12, 12, 8, 50])
    save(book, "09-设备采购.xlsx")


WORK_HEADER = ["日期", "项目名称", "工作事项", "服务对象", "人次", "人数", "次数", "发放金额", "情况说明", "依据", "备注"]


def work_rows():
    """The rows by day; a day is a date or a text."""
    rows = []
    for index, (on, times, amount) in enumerate(QUARTERS):
        shown = on if index % 2 == 0 else chinese(on)
        rows.append([shown, AID, "季度生活救助", "困难职工", times, "", 1, amount,
                     f"第{index + 1}季度发放", STATED, "全年4次、295人次、15.3万元为原文；各季分配和日期为合成"])
    for on, amount in EMERGENCIES:
        rows.append([on, AID, "紧急救助", "困难职工", 1, 1, 1, amount, "急难情形核实后发放", STATED,
                     "全年15人次、4.7万元为原文；单笔和日期为合成"])
    visits = [
        (day(2, 5), "春节慰问", "困难劳模", 10, "春节前夕慰问"),
        (day(4, 28), "五一慰问", "劳模", 43, "五一节前慰问"),
        (day(6, 29), "七一慰问", "困难劳模", 18, "建党一百周年之际慰问"),
    ]
    for on, matter, group, persons, text in visits:
        rows.append([on, MODEL, matter, group, persons, persons, 1, "", text, STATED,
                     "人数为原文；日期为合成；慰问金额原文未写"])
    rows.append([day(10, 29), MODEL, "体检疗休养", "劳模", "", "", 1, "", "组织劳模体检和疗休养", STATED,
                 "次数为原文；参加人数原文未写；日期为合成"])
    rows.append([day(4, 30), "", "推荐获评省五一劳动奖状", "集体", "", "", 1, "", "推荐的企业研究院获评", STATED,
                 "事实为原文；日期为合成"])
    rows.append([day(4, 30), "", "推荐获评省五一劳动奖章", "职工", "", 1, 1, "", "推荐的一名职工获评", STATED,
                 "事实为原文；日期为合成"])
    rows.sort(key=lambda row: parsed(row[0]))
    return rows


def work_records():
    book = new_book()
    add_sheet(book, "工作记录", "2021年业务工作记录", "金额单位：元", WORK_HEADER, work_rows(),
              [14, 32, 22, 12, 8, 8, 8, 12, 24, 8, 50])
    save(book, "10-工作记录.xlsx")


def month_files(entries):
    """The same payments, receipts and records as a clerk files them month by month."""
    folder = FOLDER / "月度"
    folder.mkdir(exist_ok=True)
    for month in range(1, 13):
        paid = [payment_row(entry, entry.on.isoformat(), grouped(entry.fen))
                for entry in entries if entry.on.month == month]
        write_csv(f"月度/{month:02d}月-国库支付明细.csv", [PAYMENT_HEADER] + paid)
        received = [row for on, row in revenue_rows() if on.month == month]
        write_csv(f"月度/{month:02d}月-收入明细.csv", [REVENUE_HEADER] + received)
        done = [row for row in work_rows() if parsed(row[0]).month == month]
        if done:
            write_csv(f"月度/{month:02d}月-工作记录.csv", [WORK_HEADER] + done)


def parsed(text):
    if isinstance(text, datetime.date):
        return text
    return datetime.date(*map(int, re.findall(r"\d+", text)))


OUTPUT, BENEFIT, SATISFACTION = "产出指标", "效益指标", "满意度指标"
COUNT, QUALITY, TIMELY, COST = "数量指标", "质量指标", "时效指标", "成本指标"
SOCIAL, LASTING, SERVED = "社会效益指标", "可持续影响指标", "服务对象满意度指标"
NO_DATA = "原文没有完成数据"


def indicator_table():
    """(编号, 项目, 一级, 二级, 三级, 符号, 指标值, 单位, 分值, 口径, 来源); 整体 where no project."""
    def project(number, name, lines):
        return [(f"P{number}-{index:02d}", name) + line for index, line in enumerate(lines, start=1)]

    rows = project(1, AID, [
        (OUTPUT, COUNT, "季度生活救助人次", "≥", "300", "人次", 10, times(AID, "季度生活救助"), "救助工作记录"),
        (OUTPUT, COUNT, "季度救助发放次数", "=", "4", "次", 10, times(AID, "季度生活救助", "次数"), "救助工作记录"),
        (OUTPUT, COUNT, "紧急救助人次", "≥", "15", "人次", 5, times(AID, "紧急救助"), "救助工作记录"),
        (OUTPUT, QUALITY, "救助对象符合率", "=", "100", "%", 10, "", NO_DATA),
        (OUTPUT, TIMELY, "季度救助按时发放率", "≥", "95", "%", 10, "", NO_DATA),
        (OUTPUT, COST, "救助资金总成本", "≤", "20", "万元", 5, paid(AID), "支付明细"),
        (BENEFIT, SOCIAL, "缓解困难职工生活压力", "定性", "生活压力得到有效缓解", "", 20, "", NO_DATA),
        (BENEFIT, LASTING, "困难职工建档救助机制", "定性", "机制健全并持续运行", "", 10, "", NO_DATA),
        (SATISFACTION, SERVED, "受助职工满意度", "≥", "95", "%", 10, "", NO_DATA),
    ])
    rows += project(2, MODEL, [
        (OUTPUT, COUNT, "春节慰问困难劳模人数", "=", "10", "人", 10, times(MODEL, "春节慰问", "人数"), "慰问工作记录"),
        (OUTPUT, COUNT, "五一慰问劳模人数", "≥", "40", "人", 10, times(MODEL, "五一慰问", "人数"), "慰问工作记录"),
        (OUTPUT, COUNT, "七一慰问困难劳模人数", "≥", "18", "人", 10, times(MODEL, "七一慰问", "人数"), "慰问工作记录"),
        (OUTPUT, COUNT, "组织体检疗休养次数", "=", "1", "次", 5, times(MODEL, "体检疗休养", "次数"), "活动工作记录"),
        (OUTPUT, TIMELY, "节日前完成慰问率", "=", "100", "%", 10, "", NO_DATA),
        (OUTPUT, COST, "劳模活动总成本", "≤", "11.91", "万元", 5, paid(MODEL), "支付明细（假定足额支出）"),
        (BENEFIT, SOCIAL, "营造尊重劳模的氛围", "定性", "氛围进一步形成", "", 30, "", NO_DATA),
        (SATISFACTION, SERVED, "劳模满意度", "≥", "95", "%", 10, "", NO_DATA),
    ])
    rows += project(3, VENUE, [
        (OUTPUT, COUNT, "日常巡检次数", "≥", "48", "次", 10, "", NO_DATA),
        (OUTPUT, QUALITY, "设施完好率", "≥", "98", "%", 15, "", "原文写设施完好完整，没有数据"),
        (OUTPUT, TIMELY, "报修按时修复率", "≥", "95", "%", 10, "", NO_DATA),
        (OUTPUT, COST, "维护运作总成本", "≤", "199.99", "万元", 15, paid(VENUE), "支付明细（假定足额支出）"),
        (BENEFIT, SOCIAL, "满足职工办公和文体活动需要", "定性", "满足使用功能", "", 30, "", NO_DATA),
        (SATISFACTION, SERVED, "使用人员满意度", "≥", "90", "%", 10, "", NO_DATA),
    ])
    rows += project(4, DEVICES, [
        (OUTPUT, COUNT, "购置设备和软件项数", "=", "5", "项", 15,
         f'count(采购; 类型 = "合同" and 项目 = "{DEVICES}")', "采购登记"),
        (OUTPUT, QUALITY, "验收合格率", "=", "100", "%", 15, "", NO_DATA),
        (OUTPUT, TIMELY, "按期交付率", "=", "100", "%", 10, "", NO_DATA),
        (OUTPUT, COST, "设备购置总成本", "≤", "2.31", "万元", 10, paid(DEVICES), "支付明细"),
        (BENEFIT, SOCIAL, "提高办公信息安全防护能力", "定性", "达到保密安全标准", "", 30, "", NO_DATA),
        (SATISFACTION, SERVED, "使用人员满意度", "≥", "90", "%", 10, "", NO_DATA),
    ])
    rows += project(5, STAFF, [
        (OUTPUT, COUNT, "保障编外名额数", "=", "8", "人", 15, "编外名额", "人员编制登记"),
        (OUTPUT, QUALITY, "年度考核合格率", "≥", "95", "%", 10, "", NO_DATA),
        (OUTPUT, TIMELY, "工资按时发放率", "=", "100", "%", 10, "", NO_DATA),
        (OUTPUT, COST, "人员聘用总成本", "≤", "75.3", "万元", 15, paid(STAFF), "支付明细"),
        (BENEFIT, SOCIAL, "充实工作队伍、保障日常工作", "定性", "日常工作正常开展", "", 30, "", NO_DATA),
        (SATISFACTION, SERVED, "用人科室满意度", "≥", "90", "%", 10, "", NO_DATA),
    ])
    whole = [
        (OUTPUT, COUNT, "救助困难职工人次", "≥", "315", "人次", 20,
         f'{times(AID, "季度生活救助")} + {times(AID, "紧急救助")}', "救助工作记录"),
        (OUTPUT, COUNT, "慰问劳模人次", "≥", "71", "人次", 20,
         f'{times(MODEL, "春节慰问")} + {times(MODEL, "五一慰问")} + {times(MODEL, "七一慰问")}', "慰问工作记录"),
        (OUTPUT, COUNT, "组织劳模体检疗休养次数", "=", "1", "次", 10,
         times(MODEL, "体检疗休养", "次数"), "活动工作记录"),
        (BENEFIT, SOCIAL, "弘扬劳模精神、帮扶困难职工的效果", "定性", "效果良好", "", 30, "", NO_DATA),
        (SATISFACTION, SERVED, "职工满意度", "≥", "90", "%", 20, "", NO_DATA),
    ]
    return rows + [(f"Z-{index:02d}", "") + line for index, line in enumerate(whole, start=1)]


def indicators():
    book = new_book()
    rows = []
    for code, project, first, second, third, sign, target, unit, points, formula, source in indicator_table():
        rows.append([code, "项目" if project else "整体", project, first, second, third, sign, target, unit,
                     points, formula, source, day(1, 29), SYNTHETIC,
                     "指标、指标值和分值为合成；完成值由台账算出，没有台账的不填"])
    add_sheet(book, "绩效指标", "2021年绩效指标表", "填报单位：广州市增城区总工会",
              ["指标编号", "层级", "项目名称", "一级指标", "二级指标", "三级指标", "计算符号", "年度指标值", "计量单位",
               "分值", "对应口径", "数据来源", "批复日期", "依据", "备注"], rows,
              [10, 8, 36, 12, 18, 28, 10, 22, 10, 8, 60, 24, 12, 8, 40])
    save(book, "11-绩效指标.xlsx")


def field(measure, *values):
    """A field of a report text: the program puts the figure of this measure there."""
    return "{" + "：".join((measure, *values)) + "}"


QUARTERLY, EMERGENCY = (AID, "季度生活救助"), (AID, "紧急救助")

REPORT_TEXTS = [
    ("年度目标", "", "", "围绕疫情防控和经济社会发展大局，加强职工思想政治引领，提高职工维权服务成效，深化工会改革，"
     "把工会基础工作做实做细。"),
    ("主要工作", "", "", "服务疫情防控大局，发挥工会组织作用"),
    ("主要工作", "", "", "加大职工维权力度，维护职工队伍稳定"),
    ("主要工作", "", "", "加强组织建设，提高基层工会工作水平"),
    ("主要工作", "", "", "提升工会服务品牌，做细做实职工服务"),
    ("主要工作", "", "", "开展劳动竞赛，关心劳模生活"),
    ("收入差异原因", "", "", "在职人员住房改革补贴没有调整，离退休人员住房改革补贴基数也没有调整"),
    ("支出差异原因", "", "", "在职人员住房改革补贴没有调整，离退休人员住房改革补贴基数也没有调整"),
    ("预算管理", "", "", "按照财政部门的预算编制要求和厉行节约的规定编制预算；加强支出进度管理和预算动态监控，"
     "在完成一般性支出压减的前提下，保证机构运转和项目实施。"),
    ("目标设定", "", "", "根据年度内拟安排的经费设定整体绩效目标和指标。本年履职方面的任务主要是困难职工帮扶和"
     "劳动模范管理，整体绩效目标围绕这两项工作设定。"),
    ("运行监控", "", "", "本年8月，同时对部门整体支出和各项目支出开展绩效运行自行监控，及时反映问题，加强沟通协调，"
     "使监控工作有序进行。"),
    ("项目完成情况", AID, "", "按照区总工会帮扶困难职工的实施办法，全年开展季度生活救助"
     f"{field('工作次数', *QUARTERLY)}次，发放救助金{field('工作金额', *QUARTERLY)}万元，"
     f"救助{field('工作人次', *QUARTERLY)}人次；开展紧急救助，发放救助金"
     f"{field('工作金额', *EMERGENCY)}万元，救助{field('工作人次', *EMERGENCY)}人次。"),
    ("项目完成情况", MODEL, "", f"春节前夕慰问困难劳模{field('工作人数', MODEL, '春节慰问')}名，五一节前慰问劳模"
     f"{field('工作人数', MODEL, '五一慰问')}名，中国共产党成立一百周年之际慰问困难劳模"
     f"{field('工作人数', MODEL, '七一慰问')}名，组织劳模体检疗休养{field('工作次数', MODEL, '体检疗休养')}次。"),
    ("项目完成情况", VENUE, "", "办公场所和文体设施区的设施保持完好完整、安全清洁，能够满足使用。"),
    ("项目完成情况", DEVICES, "", "购置保密计算机主机和显示器、防毒及文档处理系统、打印机、碎纸机，均为规定目录内的"
     "品牌机型，符合保密工作规范。"),
    ("项目完成情况", STAFF, "", "按照区聘员管理办法实施细则和财政部门的要求使用经费，用于"
     f"{field('编外名额')}个编外名额的工资和公用经费，其中工资性支出"
     f"{field('单项明细支出', STAFF, '工资性支出')}万元、公用经费{field('单项明细支出', STAFF, '公用经费')}万元。"),
    ("主要成效", "", "弘扬劳模精神", "做好劳模先进的推荐评选，推荐的一个企业研究院和一名职工分别获得省五一劳动奖状和"
     "奖章；重新启动区级劳动模范和先进集体评选表彰；走访慰问劳模，组织劳模疗休养。"),
    ("主要成效", "", "及时救助困难职工", "对遇到急难的职工实施紧急救助"
     f"{field('工作人次', *EMERGENCY)}人次，发放救助金{field('工作金额', *EMERGENCY)}万元；开展季度救助"
     f"{field('工作人次', *QUARTERLY)}人次，发放救助金{field('工作金额', *QUARTERLY)}万元，"
     "缓解困难职工的生活压力。"),
    ("主要问题", "", "绩效目标编报质量有待提高", "年初编报的整体支出绩效目标表中，有的指标没有量化，时效指标、"
     "质量指标不够完整。"),
    ("主要问题", "", "预算监督有待加强", "预算管理中重编制、轻监督，问题发现较晚，预算监督的作用没有充分发挥。"),
    ("改进措施", "", "加强绩效目标编报的基础工作", "理清预算管理的总体思路、具体方案和阶段目标；编报目标时把指标分解完整，"
     "从数量、质量、成本、进度等方面设置可考核的指标，使指标能够支撑目标。"),
    ("改进措施", "", "完善预算监督机制", "把预算绩效纳入干部职工考核；加强培训，提高目标设置的规范化水平；通过日常监督、"
     "季度通报、督促整改等办法完善监督预警机制。"),
]


def report_texts():
    rows = [["章节", "序号", "对象", "标题", "文字", "撰写日期", "依据", "备注"]]
    counts = {}
    for section, subject, heading, text in REPORT_TEXTS:
        counts[section] = counts.get(section, 0) + 1
        rows.append([section, counts[section], subject, heading, text, "2021年12月31日", STATED,
                     "内容据原文概括，文字另写；日期为合成"])
    write_csv("12-自评报告文字.csv", rows)


def control_figures():
    note = "2021年自评报告 一、（三）"
    rows = [["口径", "数值", "单位", "日期", "出处", "依据", "备注"]]
    figures = [
        ("收入预算", "938.76", "万元", note), ("收入预算_一般公共预算", "937.92", "万元", note),
        ("收入预算_其他收入", "0.84", "万元", note), ("支出预算", "938.31", "万元", note),
        ("基本支出预算", "628.8", "万元", note), ("人员经费预算", "602.1", "万元", note),
        ("公用经费预算", "26.7", "万元", note), ("项目支出预算", "309.51", "万元", note),
        (f"单项支出预算：{AID}", "20", "万元", note), (f"单项支出预算：{DEVICES}", "2.31", "万元", note),
        (f"单项支出预算：{STAFF}", "75.3", "万元", note), (f"单项支出预算：{VENUE}", "199.99", "万元", note),
        (f"单项支出预算：{MODEL}", "11.91", "万元", note),
        ("收入决算", "824.5", "万元", note), ("收入完成率", "87.83", "%", note),
        ("收入减少额_一般公共预算", "114.26", "万元", note), ("支出决算", "839.38", "万元", note),
        ("支出完成率", "87.87", "%", note), ("人员经费减少额", "98.63", "万元", note),
        ("内设机构数", "3", "个", "2021年自评报告 一、（一）"), ("实有人数", "48", "人", "2021年自评报告 一、（一）"),
        ("在编在职人数", "8", "人", "2021年自评报告 一、（一）"), ("编外人数", "40", "人", "2021年自评报告 一、（一）"),
        ("编外名额", "8", "人", "2021年自评报告 二、（二）5"),
        (f"工作人次：{AID}：季度生活救助", "295", "人次", "2021年自评报告 二、（二）1"),
        (f"工作次数：{AID}：季度生活救助", "4", "次", "2021年自评报告 二、（二）1"),
        (f"工作金额：{AID}：季度生活救助", "15.3", "万元", "2021年自评报告 二、（二）1"),
        (f"工作人次：{AID}：紧急救助", "15", "人次", "2021年自评报告 二、（二）1"),
        (f"工作金额：{AID}：紧急救助", "4.7", "万元", "2021年自评报告 二、（二）1"),
        (f"工作人数：{MODEL}：春节慰问", "10", "人", "2021年自评报告 二、（二）2"),
        (f"工作人数：{MODEL}：五一慰问", "43", "人", "2021年自评报告 二、（二）2"),
        (f"工作人数：{MODEL}：七一慰问", "18", "人", "2021年自评报告 二、（二）2"),
        (f"工作次数：{MODEL}：体检疗休养", "1", "次", "2021年自评报告 二、（二）2"),
        (f"单项明细支出：{STAFF}：工资性支出", "68.9", "万元", "2021年自评报告 二、（二）5"),
        (f"单项明细支出：{STAFF}：公用经费", "6.4", "万元", "2021年自评报告 二、（二）5"),
    ]
    figures += [
        (f"单项明细支出：{DEVICES}：{name}", text, "万元", "2021年自评报告 二、（二）4")
        for (name, _, _), text in zip(DEVICE_ITEMS, ["0.9", "0.18", "0.503", "0.4785", "0.245"])
    ]
    for measure, value, unit, place in figures:
        remark = "与收支数算出的89.46不符" if measure == "支出完成率" else ""
        rows.append([measure, value, unit, "2021-12-31", place, STATED, remark])
    write_csv("13-原文核对数.csv", rows)


def check(entries):
    """The sums of the published report, in 分."""
    def total(keep):
        return sum(entry.fen for entry in entries if keep(entry))

    of = {name: total(lambda entry, name=name: entry.project == name)
          for name in (AID, MODEL, VENUE, DEVICES, STAFF)}
    assert of == {AID: 200_000_00, MODEL: 119_100_00, VENUE: 1_999_900_00, DEVICES: 23_065_00,
                  STAFF: 753_000_00}
    assert total(lambda entry: entry.expenditure_class == "人员经费") == PERSONNEL
    assert total(lambda entry: entry.expenditure_class == "公用经费") == OPERATING
    assert total(lambda entry: True) == 8_393_800_00
    assert total(lambda entry: entry.source == CARRIED) == 148_800_00
    assert total(lambda entry: entry.source == OTHER) == 8_400_00
    assert all(entry.fen > 0 for entry in entries)
    assert sum(times for _, times, _ in QUARTERS) == 295
    assert sum(amount for _, _, amount in QUARTERS) == 153_000
    assert len(EMERGENCIES) == 15 and sum(amount for _, amount in EMERGENCIES) == 47_000
    points = {}
    for row in indicator_table():
        points[row[1]] = points.get(row[1], 0) + row[8]
    assert all(value == (90 if name else 100) for name, value in points.items()), points


def main():
    FOLDER.mkdir(exist_ok=True)
    entries = payments()
    check(entries)
    for write in (offices, headcount, projects, budget, revenue, carryover, procurement,
                  work_records, indicators, report_texts, control_figures):
        write()
    payment_files(entries)
    month_files(entries)
    print(f"{len(entries)} 笔支付，{len(list(FOLDER.iterdir()))} 个文件")


if __name__ == "__main__":
    main()
