"""What is said of corrections: what a person did to which words, who, when and why."""

from __future__ import annotations

from copytrail.display.naming import NAMES, count, say_time, shorten
from copytrail.display.visible import show_line
from copytrail.model import Act, Comparison, Correction, Label, Said

BY_HAND = "by hand"
SIGN = "✎"
"""Stands with its words beside whatever a person corrected."""
UNPLACED_CORRECTION = "Its words, or the words they come from, are not in this comparison any more, or are set aside."
_DEEDS = {
    Act.RELABEL: "Label set to “{value}”",
    Act.UNPAIR: "Said to come from nowhere in the release",
    Act.REPAIR: "Said to come from other words of the release, {value}",
    Act.PAIR: "Said to come from the release, {value}",
    Act.SPLIT: "Divided in two",
    Act.JOIN: "Joined with the next passage, {value}",
    Act.SPEAKER: "Given to {value}",
}
DONE = {
    "relabel": "The label was set by hand. Counts, ledgers and findings follow it.",
    "unpair": "The passage is said to come from nowhere in the release. Counts, ledgers and findings follow.",
    "repair": "The passage comes from other words of the release now. Counts, ledgers and findings follow.",
    "pair": "The passage comes from the release now. Counts, ledgers and findings follow.",
    "split": "The passage was divided in two.",
    "join": "The two passages are one now.",
    "speaker": "The quotation was given to somebody else by hand. The speech ledger and findings follow.",
    "dropped": "The correction was dropped. It can be taken back with Undo.",
    "back": "The comparison is as it was then. It can be taken back with Undo.",
    "undo": "The correction was taken back. It can be done again.",
    "redo": "The correction was done again.",
}
"""What is said of an act that was just done."""


def name_correction(correction: Correction) -> str:
    """A correction in few words, for the button that takes it back."""
    return f"{_DEEDS[correction.act].format(value=_name_value(correction))} · {name_words(correction)}"


def say_correction(correction: Correction) -> str:
    """Who corrected what, when and why, beside what the machine said.

    >>> from datetime import UTC, datetime
    >>> from copytrail.model import Anchor
    >>> said = Said(time=datetime(2026, 5, 3, 9, tzinfo=UTC), reason="Read aloud", person="Ada")
    >>> place = Anchor(exact="", prefix="", suffix="", start=0)
    >>> say_correction(Correction(act=Act.SPEAKER, place=place, machine="", speaker="Dan Jarvis", said=said))
    'Given to Dan Jarvis by hand, 3 May 2026, 09:00 UTC, by Ada, because: Read aloud. The machine named nobody.'
    """
    value = _name_value(correction)
    deed = _DEEDS[correction.act].format(value=value)
    if correction.act is Act.SPEAKER:
        machine = (
            f"The machine named {show_line(correction.machine)}" if correction.machine else "The machine named nobody"
        )
    else:
        machine = f"The machine said: {NAMES[Label(correction.machine)]}"
    return f"{deed} {BY_HAND}, {say_said(correction.said)}. {machine}."


def say_count_by_hand(comparison: Comparison) -> str:
    """How much of a comparison stands on a person's word; nothing where nothing does."""
    speakers = sum(each.correction.act is Act.SPEAKER for each in comparison.corrections)
    labels = len(comparison.corrections) - speakers
    parts = [count(labels, "label") if labels else "", count(speakers, "speaker") if speakers else ""]
    told = " and ".join(part for part in parts if part)
    return f"{told} {BY_HAND}" if told else ""


def say_said(said: Said) -> str:
    """When something was said, by whom, and why, as far as it was given."""
    who = f", by {show_line(said.person)}" if said.person else ""
    why = f", because: {show_line(said.reason).rstrip('.')}" if said.reason.strip() else ""
    return f"{say_time(said.time)}{who}{why}"


def name_words(correction: Correction) -> str:
    """The words that a correction is about, the first of them."""
    return f"“{shorten(show_line(correction.place.exact))}”"


def _name_value(correction: Correction) -> str:
    if correction.act is Act.SPEAKER:
        return show_line(correction.speaker) or "nobody"
    return NAMES[correction.parts[0].label] if correction.parts else ""
