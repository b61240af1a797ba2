"""The sentences of the rows: gutters, headlines, and the lines of what is folded away or stands elsewhere."""

from __future__ import annotations

from copytrail.display.naming import NAMES, count
from copytrail.model import Label


def say_moved(paragraph: int, *, upwards: bool, within: bool) -> tuple[str, str]:
    """The chip of moved text: what it shows and what it speaks.

    >>> say_moved(18, upwards=True, within=False)
    ('moved ↑ from R18', 'moved up from release paragraph 18')
    """
    arrow, word = ("↑", "up") if upwards else ("↓", "down")
    place = "within" if within else "from"
    return f"moved {arrow} {place} R{paragraph}", f"moved {word} {place} release paragraph {paragraph}"


def say_share(label: Label, percent: int, lead: str) -> str:
    """What the gutter of a row says aloud."""
    if label is Label.ADDED:
        return "Added: nothing of this comes from the release."
    if label is Label.LEFT_OUT:
        return "Left out: nothing of this is in the article."
    if label is Label.FURNITURE:
        return "Page furniture: not compared."
    return f"Mostly {NAMES[label]}; {percent}% {_say_there(lead)}."


def say_percent(label: Label, percent: str, lead: str) -> str:
    """What the percent of the gutter means.

    >>> say_percent(Label.EDITED, "53%", "article")
    '53% of the article’s words in this row stand in the release as they are; most of what is reused is lightly edited.'
    """
    other = "article" if lead == "release" else "release"
    return (
        f"{percent} of the {lead}’s words in this row stand in the {other} as they are; "
        f"most of what is reused is {NAMES[label]}."
    )


def say_missing(label: Label) -> str:
    """What stands beside a passage that has no counterpart."""
    return "Not in the article." if label is Label.LEFT_OUT else "Nothing in the release."


def say_restore(name: str) -> str:
    """The button that makes page furniture part of the text again."""
    return f"Restore {name}"


def say_set_aside(name: str) -> str:
    """The button that sets a paragraph aside."""
    return f"Set paragraph {name} aside as page furniture"


def say_stub(beside: str) -> str:
    """Where a paragraph stands in full that is only quoted here."""
    return f"in full beside {beside}"


def say_fold(label: Label, places: str, number: int, words: int) -> str:
    """The summary line of paragraphs folded away."""
    if label is Label.FURNITURE:
        return f"Page furniture, not compared: {places} ({count(number, 'paragraph')})"
    return f"{NAMES[label].capitalize()}: {places} ({count(number, 'paragraph')}, {count(words, 'word')})"


def say_filtered(places: str, number: int) -> str:
    """The summary line of rows that hold nothing of what was asked for."""
    return f"{count(number, 'row')} without what you chose to see: {places}"


def say_headline(label: Label, percent: str, places: str, lead: str) -> str:
    """The line above a row of the report.

    >>> say_headline(Label.EDITED, "53%", "R3", "release")
    'R3 · mostly lightly edited; 53% of these words stand in the article'
    """
    if not percent:
        return f"{places} · {NAMES[label]}"
    return f"{places} · mostly {NAMES[label]}; {percent} {_say_there(lead)}"


def _say_there(lead: str) -> str:
    """Where the words of a row stand too: in the text that does not lead it."""
    return f"of these words stand in the {'article' if lead == 'release' else 'release'}"
