"""Measures a whole district: loading, full check, one edit, bulletin, on both databases."""

import os
import shutil
import statistics

from running import Run, tell

MEASURING = os.environ["MEASURING"]


def measure(options, folder):
    """A district of 300 departments x 12 projects x 12 indicators on both databases."""
    size, edits = str(options.departments), str(options.edits)
    command = [MEASURING, "district", "district.sqlite", str(options.seed), size, edits]
    tell_district("SQLite", Run(command, folder), options)
    with_postgres = f"{os.path.dirname(os.path.abspath(__file__))}/../scripts/with-postgres"
    if shutil.which("psql"):
        shell = f'exec "$MEASURING" district "$JIXIAO_TEST_POSTGRES" {options.seed} {size} {edits}'
        run = Run([with_postgres, "bash", "-c", shell], folder)
        tell_district("PostgreSQL (fsync off)", run, options)
    else:
        print("\nPostgreSQL is not installed: left out")
    run = Run([MEASURING, "edits", str(options.seed), size, "10000"], folder)
    told = parts(run.output)
    times, counts = [line[1] / 1000 for line in told["edit"]], [line[2] for line in told["edit"]]
    rules = [line[0] for line in told["edit"]]
    each = Run([MEASURING, "each", str(options.seed), "10000"], folder)
    same = parts(each.output)["each"][0][0]
    full = statistics.median(line[0] for line in told["recheck"]) / 1000
    tell("10,000 random edits of any cell or row, in memory",
         [f"edit and what depends on it: {quantiles(times)}; values worked out: {quantiles(counts, '')}; "
          f"rules asked: {quantiles(rules, '')}",
          f"full check: {full:.0f} ms, {told['derived'][0][0]:,} values; an edit takes "
          f"{statistics.median(times) / full:.5f} of it (median)",
          f"compared with a full check {len(told['equal'])} times; {run.megabytes:.0f} MB",
          f"3 departments x 2 projects x 4 indicators, compared after each of 10,000 edits: {same:,} equal"],
         [("all comparisons equal",
           all(line[0] == 1 for line in told["equal"]) and same == 10_000)])


def tell_district(name, run, options):
    told = parts(run.output)
    seconds = {key: told[key][0][0] / 1e6 for key in
               ("generate", "load", "read", "check", "facts", "bulletin", "recheck")}
    reads = [line[0] / 1000 for line in told["edit"]]
    checks = [line[1] / 1000 for line in told["edit"]]
    both = [read + check for read, check in zip(reads, checks)]
    full = (seconds["read"] + seconds["recheck"]) * 1000
    counts = [line[2] for line in told["edit"]]
    tell(f"district of {options.departments} departments x 12 projects x 12 indicators, {name}",
         [f"made up: {seconds['generate']:.1f} s; {told['rows'][0][0]:,} rows loaded, keyed, digested, "
          f"journaled: {seconds['load']:.1f} s",
          f"read: {seconds['read']:.2f} s; all checks, scores, lights, ranks: {seconds['check']:.2f} s "
          f"({told['derived'][0][0]:,} values)",
          f"one payment more, its book read again: {quantiles(reads)}; checked again: "
          f"{quantiles(checks)}; values worked out: {quantiles(counts, '')}",
          f"the whole of it is {statistics.median(both) / full:.5f} (median), "
          f"{sorted(both)[int(len(both) * 0.95)] / full:.5f} (p95) of reading and checking all",
          f"accepted before it: {quantiles([line[0] / 1000 for line in told['accept']])}",
          f"bulletin: facts with all traces {seconds['facts']:.1f} s, docx + 2 xlsx + json "
          f"{seconds['bulletin']:.2f} s, {told['bytes'][0][0] / 1e6:.1f} MB; memory {run.megabytes:.0f} MB"],
         [("equals a full check", told["equal"][0][0] == 1)])


def parts(output):
    """Lines of a name and whole numbers, by name."""
    told = {}
    for line in output.splitlines():
        name, *numbers = line.split()
        if name == name.lower() and all(number.isdigit() for number in numbers):
            told.setdefault(name, []).append([int(number) for number in numbers])
    return told


def quantiles(numbers, unit=" ms"):
    ordered = sorted(numbers)
    digits = 1 if unit else 0
    return (f"median {statistics.median(ordered):.{digits}f}{unit}, "
            f"p95 {ordered[int(len(ordered) * 0.95)]:.{digits}f}{unit}")
