"""What things are called on screen: labels with their letters and meanings, kinds of findings, counts."""

from __future__ import annotations

from datetime import datetime

from copytrail.model import Label

NAMES = {
    Label.COPIED: "copied",
    Label.EDITED: "lightly edited",
    Label.PARAPHRASED: "paraphrased",
    Label.ADDED: "added",
    Label.LEFT_OUT: "left out",
    Label.FURNITURE: "page furniture",
}
LETTERS = {
    Label.COPIED: "C",
    Label.EDITED: "E",
    Label.PARAPHRASED: "P",
    Label.ADDED: "+",
    Label.LEFT_OUT: "–",
    Label.FURNITURE: "·",
}
MEANINGS = {
    Label.COPIED: "the release’s words in the release’s order",
    Label.EDITED: "most of the wording kept; changed words are boxed",
    Label.PARAPHRASED: "the same content in other words",
    Label.ADDED: "not in the release",
    Label.LEFT_OUT: "in the release, but not in the article",
    Label.FURNITURE: "menus, related headlines and the like; not compared",
}
FINDING_NAMES = {
    "wrong_speaker": ("quotation given to another speaker", "quotations given to another speaker"),
    "altered_quotation": ("quotation with altered words", "quotations with altered words"),
    "spliced_quotation": ("quotation cut or joined without a sign", "quotations cut or joined without a sign"),
    "unsupported_quotation": ("quotation not in the release", "quotations not in the release"),
    "unmarked_speech": ("quotation used without marks", "quotations used without marks"),
    "changed_figure": ("figure changed", "figures changed"),
    "unsupported_figure": ("figure not in the release", "figures not in the release"),
    "changed_date": ("date changed", "dates changed"),
    "unsupported_date": ("date not in the release", "dates not in the release"),
    "changed_name": ("name changed", "names changed"),
    "unsupported_name": ("name not in the release", "names not in the release"),
    "changed_title": ("title changed", "titles changed"),
    "stronger_claim": ("claim stronger than the release", "claims stronger than the release"),
    "weaker_claim": ("claim weaker than the release", "claims weaker than the release"),
    "reversed_claim": ("claim turned round", "claims turned round"),
}


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "word"), count(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def join_words(parts: list[str]) -> str:
    """The parts as a list in a sentence.

    >>> join_words(["one", "two", "three"])
    'one, two and three'
    """
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


def shorten(text: str, limit: int = 90) -> str:
    """The beginning of a text on one line, cut at a word.

    >>> shorten("one two three", 8)
    'one two …'
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit + 1].rsplit(" ", 1)[0][:limit].rstrip(" ,;:–-") + " …"


def name_finding(kind: str, number: int = 1) -> str:
    """A kind of finding in words; a kind that is not known yet says its own name."""
    one, many = FINDING_NAMES.get(kind, (kind.replace("_", " "), kind.replace("_", " ")))
    return one if number == 1 else many


def say_time(moment: datetime) -> str:
    """A moment in words, in UTC.

    >>> say_time(datetime(2026, 11, 22, 8, 5))
    '22 November 2026, 08:05 UTC'
    """
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def say_part(part: int, whole: int) -> str:
    """A share in per cent; a little is never called nothing, and nearly all is never called all.

    >>> say_part(1, 800), say_part(799, 800), say_part(0, 800)
    ('under 1%', 'over 99%', '0%')
    """
    percent = round(100 * part / whole) if whole else 0
    if part and percent == 0:
        return "under 1%"
    return "over 99%" if percent == 100 and part < whole else f"{percent}%"
