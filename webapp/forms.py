"""The form that starts a case or adds articles to one: its fields, its checks, its state as a draft.

Field names are `title`, `key`, and for each text `original-text` or `article-1-text` and so on.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import PurePath

from webapp.records import GivenText, SentForm

SHORT_FIELDS = ("title", "publisher", "url", "published")
MARKED_ENDINGS = (".md", ".markdown")
"""Files with these are Markdown, also when their text stands in a box; everything else in a box is plain."""
_KEY = re.compile(r"[A-Za-z0-9_-]{20,40}")
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
    file: GivenFile | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was filled in."""
        return self.file is None and not any(value.strip() for value in (self.text, *self.short_values))

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
        return tuple(article for article in self.articles if not article.is_blank)

    def sign(self) -> SentForm:
        """The form by its key and the digest of all it holds."""
        digest = hashlib.sha256(json.dumps([self.key, self.case_id, self.title]).encode("ascii"))
        for prefix, text in self.texts:
            digest.update(json.dumps([prefix, text.short_values, text.give().ending]).encode("ascii"))
            digest.update(f"{len(text.content)} ".encode("ascii") + text.content)
        return SentForm(self.key, digest.hexdigest())

    def with_article(self) -> CaseForm:
        """The form with a place for one more article."""
        return replace(self, articles=(*self.articles, TextForm()))

    def without_article(self, number: int) -> CaseForm:
        """The form without this article, counted from 1; one place always stays."""
        kept = tuple(article for place, article in enumerate(self.articles, start=1) if place != number)
        return replace(self, articles=kept or (TextForm(),))


def read_form(
    fields: Mapping[str, str], files: Mapping[str, GivenFile], *, new_key: str, case_id: str | None = None
) -> CaseForm:
    """The form as the browser sent it; a key that is none is replaced."""
    key = fields.get("key", "")
    numbers = sorted({int(found[1]) for name in (*fields, *files) if (found := _ARTICLE.match(name))})
    articles = tuple(_read_text(f"article-{number}", fields, files) for number in numbers)
    return CaseForm(
        key=key if _KEY.fullmatch(key) else new_key,
        title=fields.get("title", ""),
        case_id=case_id,
        original=None if case_id else _read_text("original", fields, files),
        articles=articles or (TextForm(),),
    )


def write_draft(form: CaseForm) -> str:
    """The form as plain ASCII JSON; files are put into their text boxes before."""
    return json.dumps(asdict(form), ensure_ascii=True)


def read_draft(data: str) -> CaseForm:
    """The form as it was saved."""
    values = json.loads(data)
    original = values["original"]
    return CaseForm(
        key=values["key"],
        title=values["title"],
        case_id=values["case_id"],
        original=TextForm(**original) if original else None,
        articles=tuple(TextForm(**article) for article in values["articles"]),
    )


def read_description(prefix: str, fields: Mapping[str, str]) -> TextForm:
    """What is written about a text, without the text."""
    return _read_text(prefix, fields, {})


def _read_text(prefix: str, fields: Mapping[str, str], files: Mapping[str, GivenFile]) -> TextForm:
    short = {name: fields.get(f"{prefix}-{name}", "") for name in SHORT_FIELDS}
    text = fields.get(f"{prefix}-text", "").replace("\r\n", "\n")
    ending = fields.get(f"{prefix}-ending", "") if text.strip() else ""
    known = ending if ending in MARKED_ENDINGS else ""
    return TextForm(text=text, ending=known, file=files.get(f"{prefix}-file"), **short)
