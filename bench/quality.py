"""Runs the quality kit over the installed command and prints what was reached beside the goals.

    make quality QUALITY_KIT=/path/to/the/kit [ARGS="deplain clough"]

The kit is development data that does not belong to the project: its figures say how the engine does on
texts it was tuned with, and are reported as such.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.kit import Json, find_kit
from copytrail.version import VERSION

_FIELDS = "blocks,passages,sentences,matches,summary,findings,speech"
_LESS = {"pan": "blocks", "deplain": "passages,matches", "aesop": "passages,matches", "clough": "summary"}
"""What is asked for where the scorer needs less."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure: where the scorer's tables hold it, and what is to be reached."""

    table: str
    row: str
    column: str
    name: str
    wanted: float
    at_most: bool = False


GOALS = {
    "pan": [
        Goal("spans", "entire", "plagdet", "plagdet, all kinds", 0.90),
        Goal("spans", "verbatim", "plagdet", "– verbatim", 0.97),
        Goal("spans", "random", "plagdet", "– random", 0.90),
        Goal("spans", "translation", "plagdet", "– translation", 0.90),
        Goal("spans", "summary", "plagdet", "– summary", 0.55),
        Goal("spans", "none", "alarms", "– alarms without reuse", 1, at_most=True),
    ],
    "deplain": [
        Goal("labels, one by one", "added", "f1", "F1 of added", 0.75),
        Goal("labels", "edited = paraphrased", "macro_f1", "macro-F1", 0.92),
        Goal("links", "all", "f1", "F1 of links", 0.985),
    ],
    "aesop": [Goal("links", "all", "f1", "F1 of links", 0.62)],
    "clough": [
        Goal("verdict", "derived", "spearman", "Spearman with the levels", 0.88),
        Goal("verdict", "derived", "accuracy", "derived or not", 0.98),
    ],
    "msrp": [Goal("verdict", "derived", "accuracy", "paraphrase or not", 0.76)],
    "etpc": [
        Goal("changes, letters", "edits, added, findings", "f1", "F1 of letters whose change alters the sense", 0.78),
        Goal(
            "changes, mean share found",
            "Same Polarity Substitution (named ent.)",
            "found",
            "names and numbers found",
            0.95,
        ),
    ],
    "polnear": [
        Goal("quotations", "half of it", "f1", "F1 of direct quotations", 0.97),
        Goal("quotations, speakers", "all", "of_all", "speaker right", 0.88),
        Goal("quotations, speakers", "named speakers", "of_all", "– named speakers", 0.85),
    ],
    "summedits": [
        Goal("support, texts", "any finding", "balanced", "balanced accuracy by findings", 0.75),
        Goal("support, texts", "any finding", "precision", "– precision", 0.90),
    ],
    "faithbench": [Goal("support, texts", "any finding", "balanced", "balanced accuracy by findings", 0.58)],
    "ragtruth": [Goal("support, characters", "added or findings", "f1", "F1 of characters", 0.30)],
}
"""What is to be reached on which set."""


def main() -> None:
    """Runs the sets named on the command line, or all, and prints the table."""
    kit = find_kit()
    print(f"Copytrail {VERSION} on development data\n")
    print(f"{'set':9}{'measure':46}{'reached':>8}{'goal':>8}{'pairs/s':>9}")
    for name in sys.argv[1:] or GOALS:
        tables, speed = run_set(kit, name)
        for goal in GOALS[name]:
            print_goal(name, goal, tables, speed)


def run_set(kit: Path, name: str) -> tuple[dict[str, Json], float]:
    """The scorer's tables for one set, and how many pairs a second were compared."""
    with tempfile.TemporaryDirectory() as folder:
        pairs, results = Path(folder) / "pairs.jsonl", Path(folder) / "results.jsonl"
        pairs.write_bytes(gzip.decompress((kit / "dev" / f"{name}.pairs.jsonl.gz").read_bytes()))
        command = [str(Path(sys.executable).parent / "copytrail"), "batch", str(pairs), "-o", str(results)]
        start = perf_counter()
        subprocess.run(
            [*command, "--jobs", "2", "--fields", _LESS.get(name, _FIELDS)], check=True, stderr=subprocess.DEVNULL
        )
        seconds = perf_counter() - start
        score = [sys.executable, str(kit / "score.py"), str(kit / "dev" / name), str(results), "--json"]
        found = json.loads(subprocess.run(score, check=True, capture_output=True, text=True).stdout)
        count = len(pairs.read_text(encoding="utf-8").splitlines())
    return found.get("tables", found), count / seconds


def print_goal(name: str, goal: Goal, tables: dict[str, Json], speed: float) -> None:
    """One line of the table; a figure that misses its goal is marked."""
    value = tables.get(goal.table, {}).get(goal.row, {}).get(goal.column)
    reached = value if value is not None else 0.0
    met = reached <= goal.wanted if goal.at_most else reached >= goal.wanted
    print(f"{name:9}{goal.name:46}{reached:>8.3f}{goal.wanted:>8.3f}{speed:>9.1f}{'' if met else '  missed'}")


if __name__ == "__main__":
    main()
