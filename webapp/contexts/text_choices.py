"""What can be chosen of how a text is read: its language, its characters, its tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copytrail.intake.characters.charsets import ENCODINGS, title_charset
from copytrail.intake.extracts import Changes
from webapp.records import OpenText

LANGUAGE_NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "pl": "Polish",
}
_CHANGES = {
    Changes.ACCEPTED: "with all tracked changes accepted",
    Changes.ORIGINAL: "as it was before the tracked changes",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values of a choice."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """A choice of how a file is read."""

    name: str
    label: str
    options: tuple[Option, ...]


def list_choices(text: OpenText) -> Iterator[ChoiceView]:
    """What can be chosen of how the text is read."""
    found = text.document.language if not text.record.language else ""
    guess = f"as found ({LANGUAGE_NAMES.get(found, found)})" if found else "as found"
    named = [("", guess), *LANGUAGE_NAMES.items()]
    yield _show_choice("language", "Language", named, text.record.language)
    file = text.file
    if file and file.extract.encoding:
        found = f"as found ({title_charset(file.extract.encoding)})"
        yield _show_choice("encoding", "Characters", [("", found), *ENCODINGS], file.options.encoding)
    if file and file.extract.has_changes:
        known = [(each.value, said) for each, said in _CHANGES.items()]
        yield _show_choice("changes", "Tracked changes", known, file.options.changes.value)


def _show_choice(name: str, label: str, known: list[tuple[str, str]], chosen: str) -> ChoiceView:
    known = known if chosen in dict(known) else [*known, (chosen, chosen)]
    return ChoiceView(
        name=name, label=label, options=tuple(Option(value, said, value == chosen) for value, said in known)
    )
