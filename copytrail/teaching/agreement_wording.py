"""What the agreement of a class means, in sentences for a teacher and a projector."""

from __future__ import annotations

_GOOD, _FAIR, _SOME = 0.8, 0.667, 0.2
"""Krippendorff: from 0.8 on one can rely on labels, from 0.667 on draw careful conclusions."""


def say_agreement(answered: int, same: float | None, alpha: float | None, *, marks: bool) -> str:
    """How far a class agrees on one task.

    >>> say_agreement(10, 0.64, 0.41, marks=False)
    'Of 100 pairs of pupils, 64 chose the same. Alpha is 0.41: more agreement than by chance, and still much dispute.'
    """
    if answered < 2 or same is None:
        return "Too few answers to compare."
    if marks:
        often = f"Two pupils share on average {round(100 * same)} of 100 words that either of them marked."
    else:
        often = f"Of 100 pairs of pupils, {round(100 * same)} chose the same."
    if alpha is None:
        return f"{often} There is no alpha: too little to hold it against."
    return f"{often} Alpha is {_say_number(alpha)}: {_explain(alpha)}."


def say_overall(alpha: float | None, answers: int) -> str:
    """How far a class agrees over all labels.

    >>> say_overall(0.85, 120)
    'Over all labels alpha is 0.85: such labels can be relied on. 1 is full agreement, 0 is chance.'
    """
    if answers < 2:
        return "Too few answers to compare."
    if alpha is None:
        return "There is no alpha over all labels: everybody gave the same label everywhere, or nobody labelled twice."
    return f"Over all labels alpha is {_say_number(alpha)}: {_explain(alpha)}. 1 is full agreement, 0 is chance."


def _explain(alpha: float) -> str:
    if alpha >= _GOOD:
        return "such labels can be relied on"
    if alpha >= _FAIR:
        return "most agree, enough for careful conclusions"
    if alpha >= _SOME:
        return "more agreement than by chance, and still much dispute"
    if alpha > -_SOME:
        return "hardly more agreement than by chance"
    return "less agreement than by chance: two camps, perhaps"


def _say_number(alpha: float) -> str:
    """Two digits, with the minus sign that is one, and without nought below nought."""
    return f"{round(alpha, 2) + 0:.2f}".replace("-", "−")
