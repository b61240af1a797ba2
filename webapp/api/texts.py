"""Texts as programs give them: words, a page or Markdown, with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from copytrail.errors import CopytrailError
from copytrail.files import digest, extract_bytes
from copytrail.intake.documents import make_document
from copytrail.intake.extracts import Extract, FileOptions
from copytrail.intake.from_plain import extract_plain
from copytrail.model import Document
from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault
from webapp.wording import say_too_long

LONGEST_NAME = 1000
_NAMES = {"html": "page.html", "markdown": "text.md"}
_UTF_8 = FileOptions(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextGiven:
    """A text: exactly one of `text`, `html` and `markdown`, and what is known about it."""

    text: Annotated[str | None, About(text="Plain text.", example="The bridge opened on Monday.")] = None
    html: Annotated[str | None, About(text="A web page; its menus and adverts are set aside.")] = None
    markdown: Annotated[str | None, About(text="Markdown.")] = None
    title: Annotated[str, About(text="Its title; a page may have one of its own.", longest=LONGEST_NAME)] = ""
    publisher: Annotated[str, About(text="Who published it.", longest=LONGEST_NAME)] = ""
    url: Annotated[str, About(text="Where it stands; it is named, never opened.", longest=LONGEST_NAME)] = ""
    published: Annotated[str, About(text="When it was published, as it is written there.", longest=LONGEST_NAME)] = ""
    language: Annotated[str, About(text="Its language, such as `en`; guessed where it is empty.", longest=20)] = ""

    @property
    def kind(self) -> str:
        """Which of the three it is; empty where it is none of them, or several."""
        given = [name for name in ("text", "html", "markdown") if getattr(self, name) is not None]
        return given[0] if len(given) == 1 else ""

    @property
    def content(self) -> bytes:
        """Its bytes; half a surrogate pair, which only JSON can hold, is kept in plain text."""
        words = str(getattr(self, self.kind) or "") if self.kind else ""
        return words.encode("utf-8", "surrogatepass" if self.kind == "text" else "replace")


def read_text(given: TextGiven | str, name: str, *, pointer: str, limit: int) -> Document:
    """The document that a text is; raises BadBody with the place of a text that cannot be read."""
    text = TextGiven(text=given) if isinstance(given, str) else given
    if not text.kind:
        raise BadBody(Fault(pointer, "Give one of text, html and markdown."))
    content = text.content
    if len(content) > limit:
        raise BadBody(Fault(f"{pointer}/{text.kind}", say_too_long(len(content), limit)))
    try:
        return _make(text, content, name)
    except CopytrailError as error:
        raise BadBody(Fault(pointer, str(error))) from error


def extract_text(text: TextGiven, content: bytes) -> Extract:
    """What a text yields: a page and Markdown are read in a process with limits."""
    if text.kind == "text":
        return extract_plain(text.text or "")
    return extract_bytes(content, _NAMES[text.kind], _UTF_8)


def _make(text: TextGiven, content: bytes, name: str) -> Document:
    known = {each: str(getattr(text, each)) for each in ("title", "publisher", "url", "published", "language")}
    return make_document(
        extract_text(text, content),
        id=name,
        title=known["title"],
        publisher=known["publisher"],
        url=known["url"],
        published=known["published"],
        language=known["language"],
        sha256=digest(content),
    )
