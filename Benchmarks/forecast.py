"""How well misses are foreseen on 31 August, on districts made up at run time (see README.md)."""

import os
import random

from running import Run, tell

OBJECTS = {"money": "execution below 80 % of the budget", "goal": "indicator below its target"}
GROUPS = {"all": "all", "history": "with own history", "new": "without own history"}
METHODS = {
    "ours": "Jixiao", "straight": "straight line",
    "wide": "same data, 5 times the district's history",
    "law": "knows the district's law, reads its books", "oracle": "knows the true state"}
# What is foreseeable, by whom.
YARDSTICKS = {
    "law": "the law and the books", "state": "the true state", "data": "five times the data"}
# Districts of each kind of families: so many, and so many times what the user asked for.
KINDS = {"training": (4, 0), "drawn": (0, 1), "contracts": (0, 0.5), "small": (0, 2)}


def measure(options, folder):
    """Prints recall and false alarms of each method for all kinds of families."""
    # Drawn anew each time unless somebody names one: nothing may be fitted to a seed.
    seed = options.seed if options.is_seed_given else random.SystemRandom().randrange(1, 10**9)
    for kind, (fixed, times) in KINDS.items():
        count = fixed + int(times * options.districts)
        run = Run([os.environ["FORECASTING"], kind, str(seed), str(count)], folder)
        tallies, calibrations = {}, {}
        for line in run.output.split("\n"):
            words = line.split()
            if len(words) > 1 and words[1] == "calibration":
                calibrations.setdefault(words[0], []).append([int(word) for word in words[2:]])
            elif words:
                tallies[tuple(words[:4])] = [int(word) for word in words[4:]]
        for name, words in OBJECTS.items():
            show(f"{kind} families: {words}", name, tallies, calibrations.get(name, []),
                 f"seed {seed}, {count} districts, {run.seconds:.0f} s, {run.megabytes:.0f} MB")


def show(title, name, tallies, calibration, start):
    lines, goals = [start], []
    yardsticks = {key: told for key, told in YARDSTICKS.items()
                  if (name, "all", key, "ours") in tallies}
    for group, told in GROUPS.items():
        if (name, group, "state", "ours") not in tallies:
            continue
        courses, misses = tallies[name, group, "state", "ours"][:2]
        lines.append(f"{told}: {courses:,} courses, {misses:,} misses")
        for method, words in METHODS.items():
            if (name, group, "state", method) in tallies:
                by = {key: tallies[name, group, key, method] for key in yardsticks}
                lines.append(f"  {words}: {verdict(by, yardsticks)}")
    if calibration:
        lines.append("the law and the books, calibrated: " + "; ".join(
            f"{expected / count / 10:.0f} % said, {100 * missed / count:.0f} % came ({count:,})"
            for count, expected, missed in calibration))
    for key, told in yardsticks.items():
        tally = tallies[name, "all", key, "ours"]
        recall, avoidable = tally[5] / max(tally[2], 1), tally[7] / max(tally[3], 1)
        goals.append((f">= 90 % of the misses foreseeable by {told}: {100 * recall:.1f} %",
                      recall >= 0.9))
        goals.append((f"<= 10 % of alarms false and avoidable by {told}: {100 * avoidable:.1f} %",
                      avoidable <= 0.1))
    tell(f"alarms on 31 August, {title}", lines, goals)


def verdict(by, yardsticks):
    """One method: its alarms, and what of the foreseeable it flags by each yardstick."""
    courses, misses, _, alarms, hits, _, false, _ = by["state"]
    foreseeable = ", ".join(
        f"{share(by[key][5], by[key][2])} by {told}" for key, told in yardsticks.items())
    avoidable = ", ".join(
        f"{share(by[key][7], alarms)} by {told}" for key, told in yardsticks.items())
    return (f"{alarms:,} alarms; flagged {share(hits, misses)} of all misses; of the foreseeable "
            f"{foreseeable}; false {share(false, alarms)} of alarms; avoidable {avoidable}; "
            f"{share(false, courses - misses)} of the courses that met it got one")


def share(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "—"
