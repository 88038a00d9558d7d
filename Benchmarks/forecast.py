"""How well misses are foreseen on 31 August, on districts made up at run time (see README.md)."""

import os
import random

from running import Run, tell

OBJECTS = {"money": "execution below 80 % of the budget", "goal": "indicator below its target"}
GROUPS = {"all": "all", "history": "with own history", "new": "without own history"}
METHODS = {
    "ours": "Jixiao", "straight": "straight line",
    "wide": "same data, 5 times the district's history", "oracle": "knows the true state"}


def measure(options, folder):
    """Prints recall and false alarms of each method for training and for drawn families."""
    # Drawn anew each time unless somebody names one: nothing may be fitted to a seed.
    seed = options.seed if options.is_seed_given else random.SystemRandom().randrange(1, 10**9)
    for kind, count in (("training", 8), ("drawn", options.districts)):
        run = Run([os.environ["FORECASTING"], kind, str(seed), str(count)], folder)
        tallies = {}
        for line in run.output.split("\n"):
            if line:
                words = line.split()
                tallies[tuple(words[:4])] = [int(word) for word in words[4:]]
        for name, words in OBJECTS.items():
            show(kind, seed, count, name, words, tallies, run)


def show(kind, seed, count, name, words, tallies, run):
    lines = [f"seed {seed}, {count} districts, {run.seconds:.0f} s, {run.megabytes:.0f} MB"]
    for group, title in GROUPS.items():
        courses, misses = tallies[name, group, "data", "ours"][:2]
        lines.append(f"{title}: {courses:,} courses, {misses:,} misses")
        for method, told in METHODS.items():
            data = tallies[name, group, "data", method]
            state = tallies[name, group, "state", method]
            lines.append(
                f"  {told}: {data[3]:,} alarms; flagged {share(data[4], misses)} of all misses, "
                f"{share(data[5], data[2])} of those foreseeable from the data, "
                f"{share(state[5], state[2])} from the true state; false {share(data[6], data[3])} "
                f"of alarms ({share(data[7], data[3])} avoidable by the data, "
                f"{share(state[7], data[3])} by the true state), "
                f"{share(data[6], courses - misses)} of the courses that met it")
    data = tallies[name, "all", "data", "ours"]
    state = tallies[name, "all", "state", "ours"]
    goals = []
    for by, tally in (("the data", data), ("the true state", state)):
        recall, avoidable = tally[5] / max(tally[2], 1), tally[7] / max(tally[3], 1)
        goals.append((f">= 90 % of the misses foreseeable from {by}: {100 * recall:.1f} %",
                      recall >= 0.9))
        goals.append((f"<= 10 % of alarms false and avoidable by {by}: {100 * avoidable:.1f} %",
                      avoidable <= 0.1))
    tell(f"alarms on 31 August, {kind} families: {words}", lines, goals)


def share(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "—"
