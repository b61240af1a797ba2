"""The form that starts a case or adds articles to one: its fields, its checks.

Field names are `title`, `key`, and for each text `original-text` or `article-1-text` and so on.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from webapp.text_forms import Files, TextForm, is_key, read_text
from webapp.unfinished import Claim, SentForm

_NUMBER = re.compile(r"[0-9]{1,9}")
_ARTICLE = re.compile(r"article-(\d{1,3})-")


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
            digest.update(json.dumps([prefix, text.short_values, text.kept, text.role, text.text]).encode("ascii"))
        kept = tuple(text.kept for _prefix, text in self.texts if text.kept)
        return SentForm(self.key, digest.hexdigest(), self.writer, self.seen, self.turn, kept)

    @property
    def claim(self) -> Claim:
        """By what right the page may save the form."""
        return Claim(self.key, self.writer, self.seen, self.turn)

    def put(self, claim: Claim) -> CaseForm:
        """The form under the key it may be saved by."""
        apart = self.apart_from if claim.key == self.key else self.key
        return replace(self, key=claim.key, seen=claim.seen, apart_from=apart)

    def map_texts(self, change: Callable[[str, TextForm], TextForm]) -> CaseForm:
        """The form with each text changed, by the prefix of its fields."""
        original = self.original and change("original", self.original)
        articles = tuple(change(prefix, text) for prefix, text in self.texts if prefix != "original")
        return replace(self, original=original, articles=articles)

    def with_article(self) -> CaseForm:
        """The form with a place for one more article."""
        return replace(self, articles=(*self.articles, TextForm()))

    def without_article(self, number: int) -> CaseForm:
        """The form without this article, counted from 1; one place always stays."""
        kept = tuple(article for place, article in enumerate(self.articles, start=1) if place != number)
        return replace(self, articles=kept or (TextForm(),))


def read_form(
    fields: Mapping[str, str], files: Files, *, make_id: Callable[[], str], case_id: str | None = None
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


def _read_number(value: str) -> int:
    return int(value) if _NUMBER.fullmatch(value) else 0
