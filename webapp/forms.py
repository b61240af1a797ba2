"""The form that starts a case or adds articles to one: its fields, its checks.

Field names are `title`, `key`, and for each text `original-text` or `article-1-text` and so on.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from webapp.records import Claim, GivenText, SentForm
from webapp.roles import Role

SHORT_FIELDS = ("title", "publisher", "url", "published")
MARKED_ENDINGS = (".md", ".markdown")
"""Files with these are Markdown, also when their text stands in a box; everything else in a box is plain."""
_KEY = re.compile(r"[A-Za-z0-9_-]{20,40}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_ARTICLE = re.compile(r"article-(\d{1,3})-")


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that was chosen in the form."""

    name: str
    content: bytes

    @property
    def ending(self) -> str:
        """The ending of its name, `.md`."""
        return PurePath(self.name).suffix.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextForm:
    """The fields of one text."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    text: str = ""
    ending: str = ""
    """Of the file that the text in the box came from, where it is read by that and not as plain text."""
    refused: str = ""
    """Why the file that was chosen last could not be taken, while the box is empty."""
    role: str = ""
    """`reference` for a further original; everything else is an article."""
    file: GivenFile | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was filled in."""
        return self.file is None and not any(value.strip() for value in (self.text, *self.short_values))

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was filled in and no file was chosen in vain."""
        return self.is_blank and not self.refused

    @property
    def short_values(self) -> tuple[str, ...]:
        """Title, publisher, address and date."""
        return (self.title, self.publisher, self.url, self.published)

    @property
    def content(self) -> bytes:
        """The text as bytes: those of the file where there is one."""
        return self.file.content if self.file else self.text.encode("utf-8", "surrogatepass")

    def give(self) -> GivenText:
        """The text as the services take it."""
        return GivenText(
            content=self.content,
            pasted=self.file is None,
            is_reference=self.role == Role.REFERENCE,
            ending=self.file.ending if self.file else self.ending,
            title=self.title,
            publisher=self.publisher,
            url=self.url.strip(),
            published=self.published,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseForm:
    """A whole form; without an original it adds articles to the case it names."""

    key: str
    writer: str = ""
    """The page it stands on: each time the form is shown, another."""
    seen: int = 0
    """The version of the draft that this page knows; 0 before it was saved."""
    turn: int = 0
    """Counts what was typed on this page."""
    apart_from: str = ""
    """The key of the form that it was kept apart from, where another page changed that meanwhile."""
    title: str = ""
    case_id: str | None = None
    original: TextForm | None = None
    articles: tuple[TextForm, ...] = (TextForm(),)

    @property
    def texts(self) -> tuple[tuple[str, TextForm], ...]:
        """Every text with the prefix of its fields."""
        articles = tuple((f"article-{number}", article) for number, article in enumerate(self.articles, start=1))
        return ((("original", self.original),) if self.original else ()) + articles

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was filled in."""
        return not self.title.strip() and all(text.is_blank for _prefix, text in self.texts)

    @property
    def filled_articles(self) -> tuple[TextForm, ...]:
        """The articles that are to be compared: an untouched place for one is none."""
        return tuple(article for article in self.articles if not article.is_untouched)

    def sign(self) -> SentForm:
        """The form by its key and the digest of all it holds."""
        digest = hashlib.sha256(json.dumps([self.key, self.case_id, self.title]).encode("ascii"))
        for prefix, text in self.texts:
            digest.update(json.dumps([prefix, text.short_values, text.give().ending, text.role]).encode("ascii"))
            digest.update(f"{len(text.content)} ".encode("ascii") + text.content)
        return SentForm(self.key, digest.hexdigest(), self.writer, self.seen, self.turn)

    @property
    def claim(self) -> Claim:
        """By what right the page may save the form."""
        return Claim(self.key, self.writer, self.seen, self.turn)

    def put(self, claim: Claim) -> CaseForm:
        """The form under the key it may be saved by."""
        apart = self.apart_from if claim.key == self.key else self.key
        return replace(self, key=claim.key, seen=claim.seen, apart_from=apart)

    def refuse_files(self, reasons: Mapping[str, str]) -> CaseForm:
        """The form with the reason beside each file that could not be taken, by the name of its field."""
        original = self.original and _refuse_file("original", self.original, reasons)
        articles = tuple(_refuse_file(prefix, text, reasons) for prefix, text in self.texts if prefix != "original")
        return replace(self, original=original, articles=articles)

    def with_article(self) -> CaseForm:
        """The form with a place for one more article."""
        return replace(self, articles=(*self.articles, TextForm()))

    def without_article(self, number: int) -> CaseForm:
        """The form without this article, counted from 1; one place always stays."""
        kept = tuple(article for place, article in enumerate(self.articles, start=1) if place != number)
        return replace(self, articles=kept or (TextForm(),))


def read_form(
    fields: Mapping[str, str], files: Mapping[str, GivenFile], *, make_id: Callable[[], str], case_id: str | None = None
) -> CaseForm:
    """The form as the browser sent it; a key that is none is replaced."""
    key, writer = fields.get("key", ""), fields.get("writer", "")
    numbers = sorted({int(found[1]) for name in (*fields, *files) if (found := _ARTICLE.match(name))})
    articles = tuple(read_text(f"article-{number}", fields, files) for number in numbers)
    return CaseForm(
        key=key if is_key(key) else make_id(),
        writer=writer if is_key(writer) else make_id(),
        seen=_read_number(fields.get("seen", "")),
        turn=_read_number(fields.get("turn", "")),
        title=fields.get("title", ""),
        case_id=case_id,
        original=None if case_id else read_text("original", fields, files),
        articles=articles or (TextForm(),),
    )


def is_key(word: str) -> bool:
    """Whether the word may be a key that was given out."""
    return _KEY.fullmatch(word) is not None


def _refuse_file(prefix: str, text: TextForm, reasons: Mapping[str, str]) -> TextForm:
    is_alone = text.file is not None and not text.text.strip()
    return replace(text, refused=reasons.get(f"{prefix}-file", "")) if is_alone else text


def _read_number(value: str) -> int:
    return int(value) if _NUMBER.fullmatch(value) else 0


def read_text(prefix: str, fields: Mapping[str, str], files: Mapping[str, GivenFile]) -> TextForm:
    """The fields of one text."""
    short = {name: fields.get(f"{prefix}-{name}", "") for name in SHORT_FIELDS}
    text = fields.get(f"{prefix}-text", "").replace("\r\n", "\n")
    ending = fields.get(f"{prefix}-ending", "") if text.strip() else ""
    file = files.get(f"{prefix}-file")
    refused = "" if file or text.strip() else fields.get(f"{prefix}-refused", "")
    known, role = ending if ending in MARKED_ENDINGS else "", fields.get(f"{prefix}-role", "")
    return TextForm(text=text, ending=known, refused=refused, role=role, file=file, **short)
