"""The tables of the mutation benchmark: the shares reached with the goals beside them, and the weakest ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.mutations.finding_trials import HARMLESS, TRIALS, Trial, Tried
from bench.mutations.label_trials import LABEL_TRIALS, Labelled, LabelTrial

_ENOUGH = 4
"""So many texts say something about a way."""
_WEAK = 0.9
"""A way below this share is shown."""


def write_tables(language: str, tried: Sequence[Tried], labelled: Sequence[Labelled]) -> str:
    """The three tables for the texts of one collection, and the ways that fall short."""
    lines = [f"{'changed on purpose':32}{'texts':>6}{'found':>8}{'goal':>8}{'noticed':>9}{'other findings a text':>23}"]
    lines += [_write_found(trial, [one for one in tried if one.trial == trial.name]) for trial in TRIALS[language]]
    lines += ["", f"{'labels':32}{'texts':>6}{'found':>8}{'F1':>8}{'goal':>8}{'wrong':>8}{'findings a text':>17}"]
    lines += [_write_labels(trial, [one for one in labelled if one.trial == trial.name]) for trial in LABEL_TRIALS]
    lines += ["", f"{'not changed in what it says':32}{'texts':>6}{'findings a text':>17}{'at most':>9}"]
    lines += [_write_false(trial, [one for one in tried if one.trial == trial.name]) for trial in HARMLESS[language]]
    weak = sorted(_find_weak(tried, labelled))
    if weak:
        lines += ["", f"{'weakest ways':32}{'texts':>6}{'found':>8}"]
    return "\n".join(lines + [f"{name:32}{count:>6}{share:>8.3f}" for share, name, count in weak])


def _write_found(trial: Trial, tried: Sequence[Tried]) -> str:
    count = max(1, len(tried))
    found, noticed = sum(one.is_found for one in tried) / count, sum(one.is_noticed for one in tried) / count
    goal = f"{trial.goal:.3f}" if trial.goal is not None else ""
    missed = "  missed" if trial.goal is not None and found < trial.goal else ""
    others = sum(one.elsewhere for one in tried) / count
    return f"{trial.name:32}{len(tried):>6}{found:>8.3f}{goal:>8}{noticed:>9.3f}{others:>23.3f}{missed}"


def _write_labels(trial: LabelTrial, labelled: Sequence[Labelled]) -> str:
    right, changed = sum(one.right for one in labelled), sum(one.changed for one in labelled)
    wrong, rest = sum(one.wrong for one in labelled), sum(one.rest for one in labelled)
    f1 = 2 * right / max(1, right + changed + wrong)
    findings = sum(one.findings for one in labelled) / max(1, len(labelled))
    missed = "" if f1 >= trial.goal else "  missed"
    shares = f"{right / max(1, changed):>8.3f}{f1:>8.3f}{trial.goal:>8.3f}{wrong / max(1, rest):>8.4f}"
    return f"{trial.name:32}{len(labelled):>6}{shares}{findings:>17.3f}{missed}"


def _write_false(trial: Trial, tried: Sequence[Tried]) -> str:
    findings = sum(one.elsewhere for one in tried) / max(1, len(tried))
    allowed = trial.goal or 0.0
    return f"{trial.name:32}{len(tried):>6}{findings:>17.3f}{allowed:>9.3f}{'  missed' if findings > allowed else ''}"


def _find_weak(tried: Sequence[Tried], labelled: Sequence[Labelled]) -> Iterator[tuple[float, str, int]]:
    """The ways of an operation that are found too seldom: share, name, texts."""
    shares: dict[str, list[float]] = {}
    for one in tried:
        shares.setdefault(f"{one.trial}: {one.way}" if one.way else "", []).append(float(one.is_found))
    for each in labelled:
        shares.setdefault(f"{each.trial}: {each.way}", []).append(each.right / max(1, each.changed))
    shares.pop("", None)
    for name, some in shares.items():
        share = sum(some) / len(some)
        if len(some) >= _ENOUGH and share < _WEAK:
            yield share, name, len(some)
