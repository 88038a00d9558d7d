"""Runs commands with their time and peak memory; prints the machine and the ratios."""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time


class Run:
    """One finished command."""

    def __init__(self, command, folder, text=None):
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            start = time.monotonic()
            child = subprocess.Popen(
                command, cwd=folder, stdout=output, stderr=errors,
                stdin=subprocess.PIPE if text is not None else subprocess.DEVNULL)
            if text is not None:
                child.stdin.write(text.encode())
                child.stdin.close()
            _, status, usage = os.wait4(child.pid, 0)
            self.seconds = time.monotonic() - start
            child.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            errors.seek(0)
            self.output, self.errors = output.read().decode(), errors.read().decode()
        self.processor = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        if child.returncode != 0:
            sys.exit(f"{command}: exit {child.returncode}\n{self.output[-2000:]}{self.errors[-2000:]}")


def alternated(repetitions, *sides):
    """Calls the sides one after the other, again and again; returns a list of results for each."""
    results = [[] for _ in sides]
    for _ in range(repetitions):
        for place, side in enumerate(sides):
            results[place].append(side())
    return results


def spread(numbers, unit="s", digits=2):
    low, middle = min(numbers), statistics.median(numbers)
    return f"min {low:.{digits}f}, median {middle:.{digits}f} {unit}"


def tell(name, lines, goals):
    """Prints one measurement; `goals` are pairs of words and whether they hold."""
    print(f"\n{name}")
    for line in lines:
        print(f"  {line}")
    for words, holds in goals:
        print(f"  {'holds ' if holds else 'MISSES'}  {words}")
    sys.stdout.flush()


def first_line(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "?"
    return (done.stdout or done.stderr).splitlines()[0]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    with open("/proc/meminfo", encoding="utf-8") as file:
        memory = int(file.readline().split()[1]) / 1024 / 1024
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.platform())
    return [
        f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB",
        f"{system}, {platform.system()} {platform.release()}",
        first_line(["swift", "--version"]),
        f"sqlite3 {first_line(['sqlite3', '--version']).split()[0]}, {peer_reader()}",
        f"load {os.getloadavg()[0]:.1f} at the start",
    ]


def peer_reader():
    probe = ("import openpyxl, sys\n"
             "from openpyxl.xml import LXML\n"
             "print(f'Python {sys.version.split()[0]}, openpyxl {openpyxl.__version__}',"
             " 'with lxml' if LXML else 'without lxml')")
    return first_line(["/usr/bin/python3", "-c", probe])
