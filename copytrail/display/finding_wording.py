"""What is said about a finding beside its reason: who says the words in either text, and that it was dismissed."""

from __future__ import annotations

from copytrail.display.naming import say_time, shorten
from copytrail.display.visible import show_line
from copytrail.model import Dismissal, QuotationKind

OWN_VOICE = "In the text’s own voice, without quotation marks"
DISMISSED_KEPT = "Dismissed. The finding stands under “Dismissed” in the list, where it can be restored."
RESTORED = "Restored: the finding is worth checking again."
FORGOTTEN = "The dismissal was deleted with its reason."
UNPLACED = "Not found in this comparison any more: the texts were compared anew since."
ABSENT = {"R": "Not in the release", "A": "Not in the article"}
"""What is said of a side on which a finding has no place, by its letter."""


def say_speaker(kind: QuotationKind, speaker: str, cue: str) -> str:
    """Who says some words, and by which cue.

    >>> say_speaker(QuotationKind.DIRECT, "Dan Jarvis", "noted"), say_speaker(QuotationKind.DIRECT, "", "")
    ('Speaker: Dan Jarvis, cue “noted”', 'Speaker: nobody by name, without a cue')
    """
    if kind is QuotationKind.NARRATION and not speaker:
        return OWN_VOICE
    return f"Speaker: {speaker or 'nobody by name'}, {f'cue “{cue}”' if cue else 'without a cue'}"


def say_compared(words: str) -> str:
    """The words in question, where they are fewer than those shown.

    >>> say_compared("swift")
    'In question: “swift”'
    """
    return f"In question: “{words}”"


def say_dismissed(dismissal: Dismissal) -> str:
    """Who dismissed a finding, when, and why."""
    who = f"by {show_line(dismissal.person)}" if dismissal.person else "by hand"
    why = f"Reason: {show_line(dismissal.reason)}" if dismissal.reason.strip() else "No reason was given."
    return f"Dismissed {who} on {say_time(dismissal.time)}. {why}"


def name_gone(dismissal: Dismissal) -> str:
    """A dismissed finding that is gone, by the words that were kept of it."""
    anchors = dismissal.anchors
    place = anchors.derivative or anchors.original
    return f"“{shorten(show_line(place.exact if place else anchors.found or anchors.expected))}”"


def say_review(done: str) -> str:
    """What was just done to a finding.

    >>> say_review("finding-2.restored")
    'Restored: the finding is worth checking again.'
    """
    _, _, deed = done.partition(".")
    return {"dismissed": DISMISSED_KEPT, "restored": RESTORED, "forgotten": FORGOTTEN}.get(deed, "")
