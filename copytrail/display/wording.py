"""Every sentence a page or a report says about a comparison: labels, counts, verdicts, announcements."""

from __future__ import annotations

import re

from copytrail.display.correction_wording import DONE
from copytrail.display.finding_wording import say_review
from copytrail.display.naming import NAMES, count, join_words
from copytrail.display.note_wording import NOTE_DONE
from copytrail.model import Label

VIEW_NAMES = {
    "aligned": "Aligned",
    "connected": "Connected",
    "article": "Article only",
    "ledger": "Ledger",
    "report": "Report",
}
"""The ways to lay out a comparison, by their names in addresses."""
NOTHING_TO_CHECK = "Nothing was added, left out or moved."
CHECKED = (
    "Checked here: speakers, quotations, figures, dates, names and offices, and, as far as lists of words reach, "
    "claims made stronger, weaker or turned round. Not checked: who did what to whom, other changes of wording, "
    "whatever was added, and whether anything is true. Compare those by eye."
)
"""What the findings are about, and what they are not."""
_LIKELY, _VERY_LIKELY = 0.7, 0.9
"""From these scores on a paraphrase is called likely, and very likely."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORIGINAL = re.compile(r"“[^”]*”|\b([Tt]he) original\b")


def say_why(why: str) -> str:
    """A sentence of the engine in the words of the screen, where the original is the release; quotations stay.

    >>> say_why("The original says so. The word stands in the original. Both speak of “the original”.")
    'The release says so. The word stands in the release. Both speak of “the original”.'
    """
    return _ORIGINAL.sub(lambda found: found[0] if found[0].startswith("“") else f"{found[1]} release", why)


def say_number(number: int) -> str:
    """Small numbers as words.

    >>> say_number(6)
    'six'
    """
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def say_places(numbers: list[int], letter: str) -> str:
    """Paragraph numbers, runs joined.

    >>> say_places([4, 5, 6, 9], "R")
    'R4–R6, R9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{letter}{run[0]}" if len(run) == 1 else f"{letter}{run[0]}–{letter}{run[-1]}" for run in runs)


def say_match(label: Label, originals: int, derivatives: int) -> str:
    """A match in a few words: its label and what became of the sentences.

    >>> say_match(Label.EDITED, 1, 2)
    'Lightly edited · one release sentence became two'
    """
    name = NAMES[label].capitalize()
    if originals > 1 and derivatives == 1:
        return f"{name} · {say_number(originals)} release sentences became one"
    if originals == 1 and derivatives > 1:
        return f"{name} · one release sentence became {say_number(derivatives)}"
    return name


def say_shared(shared: int, words: int, longest: int) -> str:
    """How many words a passage shares with the release, and how long the longest run is."""
    if shared == words and shared == longest:
        return f"all {count(words, 'word')}, in one run"
    return f"{shared:,} of {count(words, 'word')}, longest run {count(longest, 'word')}"


def say_score(label: Label, score: float) -> str:
    """What the score of a match means: shared wording, or for a paraphrase how likely it is one.

    >>> say_score(Label.EDITED, 0.75)
    '75% of the wording is shared by both sides'
    >>> say_score(Label.PARAPHRASED, 0.826), say_score(Label.PARAPHRASED, 0.46)
    ('likely the same content (0.83)', 'possibly the same content (0.46): read both')
    """
    if label is not Label.PARAPHRASED:
        return f"{round(100 * score)}% of the wording is shared by both sides"
    if round(score, 2) < _LIKELY:
        return f"possibly the same content ({score:.2f}): read both"
    return f"{'very likely' if round(score, 2) >= _VERY_LIKELY else 'likely'} the same content ({score:.2f})"


def say_change(before: str, after: str) -> str:
    """One change of the wording.

    >>> say_change("is tackling", "tackled"), say_change("", "with Iraq"), say_change("clearly", "")
    ('“is tackling” became “tackled”', '“with Iraq” is new', '“clearly” is gone')
    """
    if before and after:
        return f"“{before}” became “{after}”"
    return f"“{after}” is new" if after else f"“{before}” is gone"


def say_alone(label: Label) -> str:
    """Why a passage without a counterpart has its label."""
    if label is Label.ADDED:
        return "No place was found in the release that holds this content, in the same or in other words."
    if label is Label.LEFT_OUT:
        return "No passage of the article takes this up, in the same or in other words."
    return "It does not read like a part of the text, so it was not compared."


def say_state(
    shown: list[tuple[str, int]], found: tuple[int, int] | None, order: str, view: str
) -> tuple[str, str, str]:
    """What the page shows now, for those who hear it: the filter, the search, the layout."""
    names = join_words([f"{name} ({number:,})" for name, number in shown])
    search = "No search."
    if found:
        hits, current = found
        search = f"{count(hits, 'place')} found, at place {current:,}." if hits else "Nothing found."
    return f"Showing only {names}." if shown else "Showing all passages.", search, f"{view}, in {order} order."


def say_method(engine: str) -> str:
    """How the result was made, for the foot of a report."""
    return (
        f"Made with Copytrail {engine}. Labels describe wording: they say what stands in both texts, "
        "not what is true, and not how it came about."
    )


def say_done(done: str) -> str:
    """What was just done to a paragraph or a finding.

    >>> say_done("A3.body")
    'A3 is part of the text again, and the texts were compared anew.'
    """
    name, _, kind = done.partition(".")
    if name.startswith("finding-"):
        return say_review(done)
    if name in ("passage", "note"):
        return (DONE if name == "passage" else NOTE_DONE).get(kind, "")
    if kind == "body":
        return f"{name} is part of the text again, and the texts were compared anew."
    return f"{name} is set aside as page furniture, and the texts were compared anew." if kind else ""


def say_window(title: str, place: str, view: str) -> str:
    """The title of the window, so that two of them can be told apart.

    >>> say_window("At last, a bridge", "A2 from R3", "Aligned")
    'A2 from R3 · At last, a bridge'
    """
    return " · ".join(part for part in (place, title, "" if view == VIEW_NAMES["aligned"] else view) if part)
