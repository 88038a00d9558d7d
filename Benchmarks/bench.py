"""Prints ratios of Jixiao against named peers, all in one run (see README.md beside this file).

Usage: JIXIAO=…/jixiao python3 Benchmarks/bench.py [rows]
"""

import csv
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

JIXIAO = os.environ["JIXIAO"]
ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
SEED = int(os.environ.get("JIXIAO_SEED", "20211231"))


def run(command, folder, **options):
    """Runs a command; returns seconds, peak memory in MB and what it printed."""
    start = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    output, errors = child.stdout.read(), child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if child.returncode != 0:
        sys.exit(f"{command}: exit {child.returncode}\n{output.decode()[-2000:]}{errors.decode()[-2000:]}")
    return seconds, usage.ru_maxrss / 1024, output.decode()


def machine():
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    memory = int(open("/proc/meminfo").readline().split()[1]) // 1024 // 1024
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    print(f"machine: {cpu}, {os.cpu_count()} cores, {memory} GiB, {platform.platform()}; {swift}; seed {SEED}")


def payments(path, rows):
    """Synthetic payments of one unit's year; no names of persons."""
    source = random.Random(SEED)
    classes = [("人员经费", ""), ("公用经费", ""), ("项目支出", "困难职工帮扶资金"), ("项目支出", "劳模活动管理费")]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["日期", "凭证号", "分录号", "支出类别", "项目", "资金来源", "功能分类", "经济分类", "金额（元）",
                         "收款方", "摘要", "支付方式", "备注"])
        for number in range(rows):
            kind, project = classes[source.randrange(4)]
            writer.writerow([
                f"2021-{source.randrange(1, 13):02d}-{source.randrange(1, 29):02d}", f"付-{number // 2:07d}",
                number % 2 + 1, kind, project, "一般公共预算", "2012999", "30199",
                f"{source.randrange(1, 9_000_000) / 100:.2f}", f"收款单位{source.randrange(500)}",
                f"第{number}笔", "直接支付", ""])


def bench_import(folder):
    payments(f"{folder}/payments.csv", ROWS)
    ours, memory, _ = run(
        [JIXIAO, "import", "payments.csv", "--ledger", "支付", "--unit", "B1", "--year", "2021", "--unit-name", "基准单位"],
        folder)

    def sql(database, text):
        return subprocess.run(["sqlite3", database], cwd=folder, input=text, text=True, check=True,
                              capture_output=True).stdout

    # The same table with its constraints, index and triggers. `.import` writes '' where the rows have
    # NULL, so the one integer column that is empty takes '' in the peer, and its checks ask for that.
    schema = sql("jixiao.sqlite", ".schema books\n.schema payment")
    schema = schema.replace("reverses INTEGER,", "reverses ANY,").replace("reverses IS NOT NULL", "reverses <> ''")
    books = "\n".join(line for line in sql("jixiao.sqlite", ".dump books").split("\n") if line.startswith("INSERT"))
    sql("peer.sqlite", "PRAGMA journal_mode=WAL;\n" + schema + books)
    sql("jixiao.sqlite", ".mode csv\n.once rows.csv\nSELECT * FROM payment ORDER BY id;")
    peer, _, _ = run(["sqlite3", "peer.sqlite", ".mode csv", ".import rows.csv payment"], folder)
    count = sql("peer.sqlite", "SELECT count(*) FROM payment;").strip()
    print(f"import of {ROWS:,} payments: {ours:.1f} s, {memory:.0f} MB; sqlite3 .import of the same {count} rows "
          f"into the same table: {peer:.1f} s; ratio {ours / peer:.2f} (goal <= 2, <= 200 MB)")
    again, _, _ = run([JIXIAO, "import", "payments.csv", "--ledger", "支付"], folder)
    print(f"the same file again (all known): {again:.1f} s")


def bench_workbook(folder):
    """Previews a workbook that our reader reads whole; openpyxl, read-only, only looks at its cells."""
    rows = 200_000
    make = (
        "import openpyxl\n"
        "book = openpyxl.Workbook(write_only=True); sheet = book.create_sheet('支付')\n"
        "sheet.append(['日期','凭证号','分录号','支出类别','项目','资金来源','金额（元）','摘要'])\n"
        f"for n in range({rows}): sheet.append(['2021-03-05', f'付-{{n:07d}}', 1, '公用经费', '', '一般公共预算', n % 90000 + 0.25, f'第{{n % 1000}}笔'])\n"
        "book.save('cells.xlsx')\n")
    run(["/usr/bin/python3", "-c", make], folder)
    read = ("import openpyxl\n"
            "sheet = openpyxl.load_workbook('cells.xlsx', read_only=True).active\n"
            "print(sum(1 for row in sheet.iter_rows(values_only=True) for cell in row))\n")
    peer, _, _ = run(["/usr/bin/python3", "-c", read], folder)
    ours, memory, _ = run(
        [JIXIAO, "import", "cells.xlsx", "--preview", "--ledger", "支付", "--database", "cells.sqlite", "--unit", "B2",
         "--year", "2021", "--unit-name", "基准单位"], folder)
    print(f"xlsx of {rows:,} x 8 cells, read, checked, keyed and rehearsed: {ours:.1f} s, {memory:.0f} MB; openpyxl "
          f"read-only merely reading: {peer:.1f} s; {peer / ours:.1f} times as fast (goal for reading alone >= 10, <= 64 MB)")


def bench_year(folder):
    os.mkdir(f"{folder}/year")
    run([JIXIAO, "demo"], f"{folder}/year")
    reports = [run([JIXIAO, "report", "--output", "out"], f"{folder}/year")[0] for _ in range(7)]
    starts = [run([JIXIAO, "--version"], folder)[0] for _ in range(20)]
    print(f"report, forms and traces of the example (8 files), whole command: median "
          f"{statistics.median(reports) * 1000:.0f} ms (goal for the docx <= 100 ms)")
    print(f"cold start of jixiao --version: median {statistics.median(starts) * 1000:.0f} ms (goal <= 50 ms)")


def main():
    machine()
    folder = tempfile.mkdtemp(prefix="jixiao-bench-")
    try:
        for bench in (bench_year, bench_workbook, bench_import):
            bench(folder)
            sys.stdout.flush()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
