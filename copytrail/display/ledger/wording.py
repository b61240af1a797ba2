"""What the ledgers say: outcomes, kinds and losses by their names on screen, notes, and what stands in empty places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copytrail.display.naming import count, join_words
from copytrail.model import AdditionKind, FactKind, FactOutcome, Loss, QuotationKind, SpeechOutcome

SPEECH_OUTCOMES = {
    SpeechOutcome.WRONG_SPEAKER: "given to another speaker",
    SpeechOutcome.ALTERED: "words altered",
    SpeechOutcome.SPLICED: "cut or joined without a sign",
    SpeechOutcome.REORDERED: "order changed",
    SpeechOutcome.PARTIAL_DIFFERENT: "partial and different",
    SpeechOutcome.NOT_IN_ORIGINAL: "not in the release",
    SpeechOutcome.UNMARKED: "used without marks",
    SpeechOutcome.INDIRECT: "reported in a sentence",
    SpeechOutcome.HOUSE_STYLE: "house style only",
    SpeechOutcome.SAME: "the same words",
    SpeechOutcome.NOT_USED: "not used",
}
"""The outcomes of the speech ledger, what an editor looks at first."""
FACT_OUTCOMES = {
    FactOutcome.CHANGED: "changed",
    FactOutcome.NOT_IN_ORIGINAL: "not in the release",
    FactOutcome.DROPPED: "dropped",
    FactOutcome.GENERALISED: "put into words",
    FactOutcome.ROUNDED: "rounded",
    FactOutcome.SAME: "the same",
}
"""The outcomes of the fact ledger, in the order of its rows."""
FACT_KINDS = {
    FactKind.FIGURE: ("figure", "figures"),
    FactKind.DATE: ("date", "dates"),
    FactKind.NAME: ("name", "names"),
    FactKind.TITLE: ("title", "titles"),
}
CLAIM_OUTCOMES = {
    "reversed_claim": "turned round",
    "stronger_claim": "stronger",
    "weaker_claim": "weaker",
}
"""The findings about claims, by what became of the claim."""
ADDITION_KINDS = {
    AdditionKind.UNATTRIBUTED: "stated without attribution",
    AdditionKind.FORECAST: "forecast or opinion",
    AdditionKind.ATTRIBUTED: "attributed to somebody else",
    AdditionKind.ADVICE: "advice or marketing",
}
LOSSES = {
    Loss.CAVEAT: "a caveat or condition",
    Loss.FIGURE: "a figure",
    Loss.SPEAKER: "a speaker",
    Loss.TOPIC: "a whole topic",
}
_QUOTATION_KINDS = {
    QuotationKind.DIRECT: "",
    QuotationKind.PARTIAL: "partial quotation",
    QuotationKind.BLOCK: "statement without marks",
    QuotationKind.INDIRECT: "reported speech",
    QuotationKind.NARRATION: "the text’s own voice",
}
SPEECH_NOTE = "In the order of the article; what it did not use comes last."
FACT_NOTE = (
    "What changed comes first, then what is not in the release, what was dropped, put into words or rounded; "
    "what is the same comes last. Within each, in the order of the text."
)
CLAIM_NOTE = "In the order of the article."
ADDITION_NOTE = "Unattributed history with names and years comes first."
OMISSION_NOTE = "What loses most comes first."
NO_SPEECH = "No quotation was found in either text."
NO_FACTS = "No figure, date, name or title was found in either text."
NO_CLAIMS = "No claim was found to be stronger, weaker or turned round."
NO_ADDITIONS = "No passage is listed as added."
NO_OMISSIONS = "No passage of the release is listed as lost."
NO_CHOICE = "No row is of this kind."
NOT_DERIVED = (
    "This article is not derived from the release. The rows say what stands in each text; "
    "they do not say that the article changed or left out anything."
)
NOT_DERIVED_HERE = "not derived"
NOT_USED, NOT_TAKEN, NOT_THERE = "Not used in the article.", "Not in the article.", "Not in the release."
REST_NOT_USED, NOT_HELD = "the rest not used", "not in the release"
CELLS_LEAD = "; each cell leads to the row of that article’s ledger"
"""Said on pages alone: on paper nothing leads anywhere."""
RELEASE_SPEECH_NOTE = f"One row for each quotation of the release{CELLS_LEAD}."
OTHER_SPEECH_NOTE = (
    "What the articles quote and the release has in no quotation; what several articles quote comes first."
)
CASE_FACTS_NOTE = (
    "What is in the release comes first, in its order; then what is not, first what most articles have. "
    "– means that the article has no row for it."
)
SHARED_NOTE = "Passages that the release lacks and several articles have."
END_UNSURE = "end unsure"
_NAMED = re.compile(r"(article|reference)-(\d+)")


def say_outcome(outcome: SpeechOutcome, wording: SpeechOutcome) -> str:
    """What became of a quotation; beside a wrong speaker what became of the words.

    >>> say_outcome(SpeechOutcome.WRONG_SPEAKER, SpeechOutcome.ALTERED)
    'given to another speaker, words altered'
    """
    also = "" if wording in (outcome, SpeechOutcome.SAME) else f", {SPEECH_OUTCOMES[wording]}"
    return SPEECH_OUTCOMES[outcome] + (also if outcome is SpeechOutcome.WRONG_SPEAKER else "")


def say_speaker(name: str, mention: str, cue: str, kind: QuotationKind) -> str:
    """Who says it, by which word, and how the text gives it.

    >>> say_speaker("Dan Jarvis", "He", "added", QuotationKind.DIRECT)
    'Dan Jarvis (“He”) · “added”'
    >>> say_speaker("", "", "", QuotationKind.NARRATION)
    'the text’s own voice'
    """
    if kind is QuotationKind.NARRATION:
        return _QUOTATION_KINDS[kind]
    who = name or "no speaker named"
    if mention and name.rsplit(maxsplit=1)[-1].casefold() not in mention.casefold():
        who = f"{who} (“{mention}”)"
    return " · ".join(part for part in (who, f"“{cue}”" if cue else "", _QUOTATION_KINDS[kind]) if part)


def begin(words: str) -> str:
    """Words as the beginning of a line.

    >>> begin("not used")
    'Not used'
    """
    return words[:1].upper() + words[1:]


def say_same(number: int) -> str:
    """What is said over the folded facts that both texts give alike.

    >>> say_same(12)
    'The same in both: 12 rows'
    """
    return f"The same in both: {count(number, 'row')}" if number else ""


def say_kind(kind: FactKind, number: int = 1) -> str:
    """A kind of fact by its name.

    >>> say_kind(FactKind.TITLE, 3)
    'titles'
    """
    return FACT_KINDS[kind][0 if number == 1 else 1]


def say_lost(lost: Sequence[Loss]) -> str:
    """What is lost, in words.

    >>> say_lost((Loss.CAVEAT, Loss.FIGURE))
    'loses a caveat or condition and a figure'
    """
    return f"loses {join_words([LOSSES[loss] for loss in lost])}" if lost else ""


def say_dismissed(reason: str) -> str:
    """That a reader dismissed the finding of a row, and why.

    >>> say_dismissed(""), say_dismissed("The title is right")
    ('Dismissed by hand.', 'Dismissed by hand: The title is right')
    """
    return f"Dismissed by hand: {reason}" if reason else "Dismissed by hand."


def say_also_in(ids: Sequence[str]) -> str:
    """In which other articles and references it stands too.

    >>> say_also_in(("article-3", "reference-1")), say_also_in(("story",)), say_also_in(())
    ('also in article 3 and reference 1', 'also in story', '')
    """
    return f"also in {join_words([name_text(each) for each in ids])}" if ids else ""


def name_text(name: str) -> str:
    """An article or a reference by its number, where its id says one."""
    found = _NAMED.fullmatch(name)
    return f"{found.group(1)} {found.group(2)}" if found else name
