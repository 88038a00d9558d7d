"""Made-up payments drawn from a seed, measures over them, and the same as SQL by hand."""

import csv
import os
import random

HEADER = ["日期", "凭证号", "分录号", "支出类别", "项目", "资金来源", "功能分类", "经济分类",
          "金额（元）", "收款方", "摘要", "支付方式", "依据", "备注"]
CLASSES = ["人员经费", "公用经费", "项目支出"]
PROJECTS = [f"专项工作{number:02d}" for number in range(1, 13)]
FUNDS = ["一般公共预算", "政府性基金预算", "其他收入", "上年结转"]
ECONOMIC = ["30101", "30102", "30201", "30202", "30211", "30215", "30216", "30217", "30299", "31002"]
METHODS = ["直接支付", "授权支付", "银行转账", "公务卡"]


def rows(source, count, year=2021, months=(1, 12)):
    """Rows of one book, one in a hundred a refund; no names of persons."""
    for number in range(count):
        kind = CLASSES[source.randrange(3)]
        project = PROJECTS[source.randrange(12)] if kind == "项目支出" else ""
        is_refund = source.randrange(100) == 0
        yuan = source.randrange(1, 20_000_000) / 100
        day = f"{year}-{source.randint(*months):02d}-{source.randrange(1, 29):02d}"
        yield [
            day, f"付-{months[0]:02d}{number // 2:07d}", number % 2 + 1, kind, project,
            FUNDS[source.randrange(4)], "2012999", ECONOMIC[source.randrange(10)],
            f"{'-' if is_refund else ''}{yuan:.2f}", f"收款单位{source.randrange(500)}",
            f"{'退款' if is_refund else '付款'}第{number}笔", METHODS[source.randrange(4)], "", ""]


def write(path, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(lines)


def write_books(folder, seed, units, years, count):
    """A csv for each book; every other unit hands its years in by halves."""
    os.mkdir(folder)
    for unit in range(units):
        for year in years:
            source = random.Random(f"{seed} {unit} {year}")
            name = f"{folder}/B{unit:04d}_{year}_"
            if unit % 2 == 0:
                write(f"{name}1.csv", rows(source, count, year))
            else:
                write(f"{name}1.csv", rows(source, count // 2, year, (1, 6)))
                write(f"{name}2.csv", rows(source, count - count // 2, year, (7, 12)))


def measures():
    """Sixty measures, each as a formula and as the aggregate that somebody would write by hand."""
    found = [("sum(支付.金额)", "SUM(amount_fen)")]

    def add(formula, condition, function="sum"):
        if function == "sum":
            found.append((f"sum(支付.金额; {formula})", f"SUM(amount_fen) FILTER (WHERE {condition})"))
        else:
            found.append((f"count(支付; {formula})",
                          f"COUNT(*) FILTER (WHERE row_kind = 0 AND {condition})"))

    columns = [("支出类别", "expenditure_class", CLASSES), ("项目", "project", PROJECTS)]
    for name, column, values in columns:
        for value in values:
            for function in ("sum", "count"):
                add(f'{name} = "{value}"', f"{column} = '{value}'", function)
    columns = [("资金来源", "fund_source", FUNDS), ("经济分类", "economic_class", ECONOMIC),
               ("支付方式", "payment_method", METHODS)]
    for name, column, values in columns:
        for value in values:
            add(f'{name} = "{value}"', f"{column} = '{value}'")
    for kind in CLASSES[:2]:
        for fund in FUNDS[:2]:
            add(f'支出类别 = "{kind}" and 资金来源 = "{fund}"',
                f"expenditure_class = '{kind}' AND fund_source = '{fund}'")
    add('支出类别 in ("人员经费", "公用经费")', "expenditure_class IN ('人员经费', '公用经费')")
    add("金额 >= 10万元", "amount_fen >= 10000000")
    add("金额 >= 10万元", "amount_fen >= 10000000", "count")
    found += [("min(支付.金额)", "MIN(amount_fen) FILTER (WHERE row_kind = 0)"),
              ("max(支付.金额)", "MAX(amount_fen) FILTER (WHERE row_kind = 0)"),
              ("distinct(支付.收款方)", "COUNT(DISTINCT payee) FILTER (WHERE row_kind = 0)"),
              ("count(支付)", "COUNT(*) FILTER (WHERE row_kind = 0)")]
    return found[:60]


def sql_by_hand(aggregates, years):
    """One statement over the ledger: no rows that were taken back, grouped by book."""
    return (
        "SELECT unit_code, fiscal_year,\n" + ",\n".join(aggregates)
        + "\nFROM payment AS e\nWHERE row_kind <> 1"
        + f"\nAND paid_on BETWEEN '{min(years)}-01-01' AND '{max(years)}-12-31'"
        + "\nAND NOT EXISTS (SELECT 1 FROM payment AS r"
        + " WHERE r.unit_code = e.unit_code AND r.reverses = e.id)"
        + "\nGROUP BY unit_code, fiscal_year ORDER BY unit_code, fiscal_year;\n")
