"""Prints ratios of Jixiao against named peers, all in one run (see README.md beside this file).

Usage: scripts/bench [--rows N] [--repeat N] [--seed N] [--only NAME ...]
"""

import argparse
import hashlib
import os
import random
import shutil
import statistics
import sys
import tempfile
from fractions import Fraction

import district
import forecast
import payments
import rows
import texts
from running import Run, alternated, machine, spread, tell

JIXIAO = os.environ["JIXIAO"]
MEASURING = os.environ["MEASURING"]
PYTHON = "/usr/bin/python3"
# The peers get the page cache that Jixiao gives itself.
CACHE = "PRAGMA cache_size = -65536;\n"


def sql(folder, database, text):
    return Run(["sqlite3", "-bail", database], folder, text=text).output


def start(options, folder):
    """Cold start."""
    runs = [Run([JIXIAO, "--version"], folder) for _ in range(20)]
    middle = statistics.median(run.seconds for run in runs) * 1000
    tell("cold start of jixiao --version, 20 processes",
         [spread([run.seconds * 1000 for run in runs], "ms", 1)],
         [(f"<= 50 ms: {middle:.0f} ms", middle <= 50)])


def report(options, folder):
    """The report of the example."""
    Run([JIXIAO, "demo"], folder)
    whole = [Run([JIXIAO, "report", "--output", "out"], folder) for _ in range(7)]
    os.mkdir(f"{folder}/reports")
    lines = Run([MEASURING, "compose", "jixiao.sqlite", "reports"], folder).output.split("\n")
    facts = int(lines[0].split()[1]) / 1000
    times = [int(line.split()[1]) / 1000 for line in lines[1:] if line]
    digests = set()
    for name in os.listdir(f"{folder}/reports"):
        with open(f"{folder}/reports/{name}", "rb") as file:
            digests.add(hashlib.sha256(file.read()).hexdigest())
    middle = statistics.median(times)
    tell("report of the example as .docx: composed, zipped, forced to the disk, inside one process",
         [f"first {times[0]:.1f} ms; of {len(times)}: {spread(times, 'ms', 1)}; "
          f"{len(digests)} digest(s) among {len(times)} files",
          f"before it, once: opening the store, all figures, traces and scores {facts:.0f} ms",
          f"jixiao report, whole process, docx + 6 xlsx + json: "
          f"{spread([run.seconds * 1000 for run in whole], 'ms', 0)}"],
         [(f"docx <= 100 ms: first {times[0]:.0f} ms, median {middle:.0f} ms",
           max(times[0], middle) <= 100)])


WRITE_CELLS = """
import openpyxl
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet('支付')
sheet.append(['日期', '凭证号', '分录号', '支出类别', '项目', '资金来源', '金额（元）', '摘要'])
for n in range({rows}):
    sheet.append(['2021-03-05', f'付-{{n:07d}}', 1, '项目支出', f'专项工作{{n % 12}}', '一般公共预算',
                  n % 90000 + 0.25, f'第{{n % 1000}}笔'])
book.save('cells.xlsx')
"""
READ_CELLS = """
import openpyxl, time
start = time.monotonic()
sheet = openpyxl.load_workbook('cells.xlsx', read_only=True).active
print(sum(len(row) for row in sheet.iter_rows(values_only=True)), time.monotonic() - start)
"""


def workbook(options, folder):
    """Reading 200,000 rows of eight cells."""
    rows = min(options.rows, 200_000)
    Run([PYTHON, "-c", WRITE_CELLS.format(rows=rows)], folder)
    ours, peers = alternated(
        options.repeat, lambda: Run([MEASURING, "read", "cells.xlsx"], folder),
        lambda: Run([PYTHON, "-c", READ_CELLS], folder))
    own = [int(run.output.split()[2]) / 1e6 for run in ours]
    others = [float(run.output.split()[1]) for run in peers]
    cells = {int(ours[0].output.split()[1]), int(peers[0].output.split()[0])}
    ratio = statistics.median(others) / statistics.median(own)
    memory = max(run.megabytes for run in ours)
    tell(f"xlsx of {rows:,} x 8 cells, each cell read (cells told: {sorted(cells)})",
         [f"Jixiao: {spread(own)}, {memory:.0f} MB",
          f"openpyxl read-only, values only: {spread(others)}, "
          f"{max(run.megabytes for run in peers):.0f} MB (start of Python left out)"],
         [(f">= 10 times as fast: {ratio:.1f} times", ratio >= 10),
          (f"<= 64 MB: {memory:.0f} MB", memory <= 64)])


WRITE_SHEET = """
import openpyxl, random
random.seed({seed})
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet('用款明细')
sheet.append(['序号', '凭证号', '日期', '单位编码', '单位名称', '项目编码', '项目名称', '功能科目', '经济科目', '支出类别',
              '资金来源', '支付方式', '收款人', '摘要', '数量', '单价', '金额', '指标余额', '合同号', '经办人'])
for n in range({rows}):
    count, price = random.randrange(1, 9), random.randrange(1, 10**5) / 100
    row = [n + 1, f'付-{{n:07d}}', f'2021-{{random.randrange(1, 13):02d}}-{{random.randrange(1, 29):02d}}',
           '201001', '区总工会', f'P{{n % 12 + 1:02d}}', f'专项工作{{n % 12}}', '2012906', '30299', '项目支出',
           '一般公共预算', '财政授权支付', f'供应商{{n % 3000}}', f'第{{n % 5000}}笔业务活动用款', count, price,
           round(count * price, 2), 900000, f'HT-{{n % 800:05d}}', f'经办{{n % 40}}']
    if random.random() < 0.05:
        place = random.randrange(1, 20)
        row[place] = '待定' if place in (2, 14, 15, 16, 17) else None
    sheet.append(row)
book.save('sheet.xlsx')
"""
COPY_SHEET = """
import openpyxl
openpyxl.load_workbook('sheet.xlsx').save('copy.xlsx')
"""
COUNT_REMARKS = """
import openpyxl
sheet = openpyxl.load_workbook('marked.xlsx', read_only=True).active
rows = sheet.iter_rows(values_only=True)
next(rows)
print(sum((row[20] or '').count('】') for row in rows if len(row) > 20))
"""


def marking(options, folder):
    """Checking 100,000 rows of twenty cells and handing them back marked."""
    rows = min(options.rows, 100_000)
    Run([PYTHON, "-c", WRITE_SHEET.format(rows=rows, seed=options.seed)], folder)
    ours, peers = alternated(
        options.repeat, lambda: Run([MEASURING, "mark", "sheet.xlsx", "marked.xlsx"], folder),
        lambda: Run([PYTHON, "-c", COPY_SHEET], folder))
    told = [[int(part) for part in run.output.split()] for run in ours]
    seen = int(Run([PYTHON, "-c", COUNT_REMARKS], folder).output)
    seconds = max(run.seconds for run in ours)
    memory = max(run.megabytes for run in ours)
    tell(f"xlsx of {rows:,} x 20 cells checked by {told[0][1]} rules and handed back marked",
         [f"Jixiao, whole process: {spread([run.seconds for run in ours])}, {memory:.0f} MB",
          f"{told[0][2]:,} remarks; openpyxl finds {seen:,} in the error column",
          f"openpyxl merely loads and saves it: {spread([run.seconds for run in peers])}, "
          f"{max(run.megabytes for run in peers):.0f} MB"],
         [(f"<= 10 s: {seconds:.2f} s", seconds <= 10),
          (f"<= 300 MB: {memory:.0f} MB", memory <= 300),
          ("every remark stands in the column", seen == told[0][2])])


def take_in(options, folder):
    """Import of csv into SQLite."""
    payments.write(f"{folder}/payments.csv",
                   payments.rows(random.Random(options.seed), options.rows))
    command = [JIXIAO, "import", "payments.csv", "--ledger", "支付", "--unit", "B1", "--year", "2021",
               "--unit-name", "基准单位"]
    Run(command + ["--database", "first.sqlite"], folder)
    # The same table with its constraints, indexes and triggers. `.import` writes '' where the rows
    # have NULL, so the one integer column that is empty takes '' in the peer, and its checks ask
    # for that.
    schema = sql(folder, "first.sqlite", ".schema books\n.schema payment")
    schema = schema.replace("reverses INTEGER,", "reverses ANY,")
    schema = schema.replace("reverses IS NOT NULL", "reverses <> ''")
    books = "\n".join(line for line in sql(folder, "first.sqlite", ".dump books").split("\n")
                      if line.startswith("INSERT"))
    sql(folder, "first.sqlite", ".mode csv\n.once rows.csv\nSELECT * FROM payment ORDER BY id;")
    sql(folder, "empty.sqlite", "PRAGMA journal_mode = WAL;\n" + schema + books)

    def ours():
        remove(folder, "ours.sqlite")
        return Run(command + ["--database", "ours.sqlite"], folder)

    def peer(pragmas=CACHE):
        remove(folder, "peer.sqlite")
        shutil.copy(f"{folder}/empty.sqlite", f"{folder}/peer.sqlite")
        return Run(["sqlite3", "-bail", "peer.sqlite"], folder,
                   text=pragmas + ".mode csv\n.import rows.csv payment\n")

    own, others = alternated(options.repeat, ours, peer)
    count = sql(folder, "peer.sqlite", "SELECT count(*) FROM payment;").strip()
    plain = peer(pragmas="")
    again = Run(command + ["--database", "ours.sqlite"], folder)
    ratio = statistics.median(run.seconds for run in own) / statistics.median(
        run.seconds for run in others)
    memory = max(run.megabytes for run in own)
    tell(f"import of {options.rows:,} payments, csv to SQLite, whole process",
         [f"Jixiao, checked, keyed, digested, journaled: {spread([run.seconds for run in own])}, "
          f"{memory:.0f} MB (processor {spread([run.processor for run in own])})",
          f"sqlite3 .import of the same {count} rows, ids, keys and digests ready, same table, "
          f"indexes, triggers and page cache: {spread([run.seconds for run in others])} "
          f"(processor {spread([run.processor for run in others])})",
          f"the same with sqlite3's own page cache of 2 MB, once: {plain.seconds:.2f} s",
          f"the same file into Jixiao again, all rows known: {again.seconds:.2f} s, "
          f"{again.megabytes:.0f} MB"],
         [(f"<= 2 times the time: {ratio:.2f}", ratio <= 2),
          (f"<= 200 MB: {memory:.0f} MB", memory <= 200)])


def remove(folder, database):
    for name in os.listdir(folder):
        if name.startswith(database):
            os.remove(f"{folder}/{name}")


def sums(options, folder):
    """Sixty measures of 300 books."""
    units, years = 150, [2020, 2021]
    payments.write_books(f"{folder}/books", options.seed, units, years, options.rows // 300)
    filled = Run([MEASURING, "fill", "books.sqlite", "books"], folder)
    measures = payments.measures()
    with open(f"{folder}/formulas.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(formula for formula, _ in measures))
    by_hand = payments.sql_by_hand([aggregate for _, aggregate in measures], years)
    ours, peers = alternated(
        max(options.repeat, 5),
        lambda: Run([MEASURING, "sums", "books.sqlite", "formulas.txt", "answers.txt"], folder),
        lambda: Run(["sqlite3", "-bail", "books.sqlite"], folder, text=CACHE + by_hand))
    told = [[int(part) for part in run.output.split()] for run in ours]
    own, others = [line[3] / 1e6 for line in told], [run.seconds for run in peers]
    ratio = statistics.median(own) / statistics.median(others)
    with open(f"{folder}/answers.txt", encoding="utf-8") as file:
        agreed, all_of_them = compare(file.read(), peers[0].output, measures)
    tell(f"{told[0][0]} measures of {told[0][1]} books over {int(filled.output):,} payments, "
         f"statements: {told[0][2]}",
         [f"filled through the import: {filled.seconds:.0f} s, {filled.megabytes:.0f} MB",
          f"Jixiao, planned, read, evaluated in exact fractions: {spread(own)}, "
          f"{max(run.megabytes for run in ours):.0f} MB "
          f"(of it evaluated: {statistics.median(line[4] for line in told) / 1e6:.2f} s)",
          f"sqlite3, one aggregate by hand: {spread(others)}",
          f"{agreed:,} of {all_of_them:,} answers agree"],
         [(f"<= 3 times the time: {ratio:.2f}", ratio <= 3),
          ("all answers agree", agreed == all_of_them)])


def compare(ours, peers, measures):
    """How many answers are the same; Jixiao tells money in 元, the table holds 分."""
    agreed = count = 0
    ours, peers = sorted(ours.split()), sorted(peers.split())
    for own, other in zip(ours, peers):
        own, other = own.split("|"), other.split("|")
        for place, (formula, _) in enumerate(measures):
            is_money = not formula.startswith(("count", "distinct"))
            value = Fraction(other[place + 2] or 0) / (100 if is_money else 1)
            count += 1
            agreed += own[:2] == other[:2] and Fraction(own[place + 2] or 0) == value
    return agreed, max(count, len(ours) * len(measures))


def audit(options, folder):
    """Audit of report texts; the peers only find numbers or count characters."""
    count = texts.write(f"{folder}/texts", random.Random(options.seed), options.megabytes * 10**6)
    size = os.path.getsize(f"{folder}/texts")
    peer = [sys.executable, f"{os.path.dirname(os.path.abspath(__file__))}/figures_peer.py"]
    os.environ["LC_ALL"] = "C.UTF-8"
    ours, patterns, counts = alternated(
        options.repeat, lambda: Run([MEASURING, "audit", "texts", "1"], folder),
        lambda: Run(peer + ["re", "texts", str(size // 5)], folder),
        lambda: Run(["wc", "-m", "texts"], folder))
    told = [[int(part) for part in run.output.split()] for run in ours]
    own = statistics.median(line[0] / line[3] for line in told)
    pattern = statistics.median(speed(run.output) for run in patterns)
    characters = statistics.median(size / run.seconds / 1e6 for run in counts)
    lines = [
        f"Jixiao, whole audit: {own:.1f} MB/s, {told[0][2]:,} findings, "
        f"{max(run.megabytes for run in ours):.0f} MB",
        f"Python re, one pattern that finds figures: {pattern:.1f} MB/s "
        f"({own / pattern:.2f} times as fast)",
        f"wc -m: {characters:.0f} MB/s ({own / characters:.2f} times as fast)",
    ]
    goals = [(f">= 100 MB/s: {own:.1f} MB/s", own >= 100)]
    python = os.environ.get("RECOGNIZERS_PYTHON")
    if python:
        slow = speed(Run([python, peer[1], "recognizers", "texts", "30000"], folder).output)
        lines.append(
            f"Recognizers-Text, Chinese number model, on 30 kB: {slow:.4f} MB/s "
            f"({own / slow:,.0f} times as fast)")
        goals.append((f">= 20 times Recognizers-Text: {own / slow:,.0f} times", own >= 20 * slow))
    else:
        lines.append("Recognizers-Text: not measured, RECOGNIZERS_PYTHON names no Python that has it")
    stream = Run([MEASURING, "audit", "texts", str(max(10**9 // size, 1))], folder)
    goals.append((f"<= 100 MB while {int(stream.output.split()[0]) / 1e9:.2f} GB pass: "
                  f"{stream.megabytes:.0f} MB", stream.megabytes <= 100))
    tell(f"audit of {count:,} report texts, {size / 1e6:.0f} MB, one core", lines, goals)


def speed(output):
    """Megabytes a second, of bytes, count and seconds."""
    size, _, seconds = output.split()
    return int(size) / float(seconds) / 1e6


def row_rules(options, folder):
    """Rules over the rows of a sheet, beside reading its cells alone."""
    count = min(options.rows, 100_000)
    rows.main(f"{folder}/rows.xlsx", count, options.seed)
    answer = [int(word) for word in Run([MEASURING, "rows", "rows.xlsx"], folder).output.split()]
    found, cells, rules, findings, reading, checking = answer
    tell(f"{found:,} rows x 20 columns by {rules} rules: {findings:,} findings",
         [f"reading {cells:,} cells {reading / 1e6:.2f} s, reading and checking {checking / 1e6:.2f} s"],
         [(f"times reading: {checking / reading:.2f}; <= 10 s", checking <= 10_000_000)])


PARTS = {"start": start, "report": report, "workbook": workbook, "marking": marking, "import": take_in, "sums": sums,
         "audit": audit, "rows": row_rules, "forecast": forecast.measure,
         "district": district.measure}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000, help="payments")
    parser.add_argument("--departments", type=int, default=300, help="of the district")
    parser.add_argument("--edits", type=int, default=200, help="of the district")
    parser.add_argument("--megabytes", type=int, default=100, help="report texts")
    parser.add_argument("--repeat", type=int, default=3, help="alternated repetitions")
    parser.add_argument("--districts", type=int, default=12, help="made-up districts to foresee")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    options = parser.parse_args()
    given = options.seed or os.environ.get("JIXIAO_SEED")
    options.is_seed_given = given is not None
    options.seed = int(given or 20211231)
    tell("machine", machine() + [f"seed {options.seed}, {options.repeat} alternated repetitions"], [])
    place = tempfile.mkdtemp(prefix="jixiao-bench-")
    try:
        for name in options.only:
            folder = f"{place}/{name}"
            os.mkdir(folder)
            PARTS[name](options, folder)
            shutil.rmtree(folder)
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
