"""What the agreement of a class means, in sentences for a teacher and a projector."""

from __future__ import annotations

_GOOD, _FAIR, _SOME = 0.8, 0.667, 0.2
"""Krippendorff: from 0.8 on one can rely on labels, from 0.667 on draw careful conclusions."""
_FEW_PAIRS = 10
"""So many pairs can be counted at a glance: five pupils."""


def say_agreement(answered: int, same: float | None, alpha: float | None, *, marks: bool) -> str:
    """How far a class agrees on one task.

    >>> say_agreement(10, 0.64, 0.41, marks=False)
    'Of 100 pairs of pupils, 64 chose the same. Alpha is 0.41: more agreement than by chance, and still much dispute.'
    >>> say_agreement(3, 1.0, None, marks=False)
    'All 3 pupils chose the same. One cannot tell from these answers whether that is more than chance.'
    """
    if answered < 2 or same is None:
        return "Too few answers to compare."
    often = _say_marked(answered, same) if marks else _say_chosen(answered, same)
    if alpha is None:
        return f"{often} One cannot tell from these answers whether that is more than chance."
    return f"{often} Alpha is {_say_number(alpha)}: {_explain(alpha)}."


def _say_chosen(answered: int, same: float) -> str:
    """How many chose the same; of few pupils every pair is counted.

    >>> _say_chosen(3, 1 / 3), _say_chosen(40, 0.999)
    ('1 of 3 pairs of pupils chose the same.', 'Of 100 pairs of pupils, 99 chose the same.')
    """
    pairs = answered * (answered - 1) // 2
    if same == 1:
        return f"{_say_all(answered)} chose the same."
    if same == 0:
        return "No two pupils chose the same."
    if pairs <= _FEW_PAIRS:
        return f"{round(same * pairs)} of {pairs} pairs of pupils chose the same."
    return f"Of 100 pairs of pupils, {_say_part(same)} chose the same."


def _say_marked(answered: int, same: float) -> str:
    """How much was marked by two.

    >>> _say_marked(2, 1.0), _say_marked(30, 0.0)
    ('Both pupils marked the same words.', 'No two pupils marked a word in common.')
    """
    if same == 1:
        return f"{_say_all(answered)} marked the same words."
    if same == 0:
        return "No two pupils marked a word in common."
    return f"Of 100 words that one of two pupils marked, both marked {_say_part(same)} on average."


def _say_all(answered: int) -> str:
    return "Both pupils" if answered == 2 else f"All {answered} pupils"


def _say_part(share: float) -> int:
    """Of a hundred; all and nothing are said in other words."""
    return min(99, max(1, round(100 * share)))


def say_overall(alpha: float | None, answers: int) -> str:
    """How far a class agrees over all labels.

    >>> say_overall(0.85, 120)
    'Over all labels alpha is 0.85: such labels can be relied on. 1 is full agreement, 0 is chance.'
    """
    if answers < 2:
        return "Too few answers to compare."
    if alpha is None:
        return (
            "Whether the labels agree by more than chance cannot be told: "
            "everybody gave one label everywhere, or no passage was labelled by two pupils."
        )
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
