"""What programs say of cases and documents: new ones, and changes."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NoBase64
from dataclasses import dataclass
from typing import Annotated

from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault
from webapp.api.texts import LONGEST_NAME, TextGiven

MOST_TEXTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSent(TextGiven):
    """A text for a case: exactly one of `text`, `html`, `markdown`, `file` and `address`."""

    file: Annotated[str | None, About(text="A file (Word, PDF, …) in Base64; its name tells what it may be.")] = None
    name: Annotated[str, About(text="The name of the file.", longest=255)] = ""
    address: Annotated[str | None, About(text="The address of a page that is opened now, once.", longest=2000)] = None

    @property
    def kind(self) -> str:
        """Which of the five it is; empty where it is none of them, or several."""
        names = ("text", "html", "markdown", "file", "address")
        given = [name for name in names if getattr(self, name) is not None]
        return given[0] if len(given) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSent:
    """A new case: one original and the articles held against it."""

    title: Annotated[
        str, About(text="Its title; without one it is called after its original.", longest=LONGEST_NAME)
    ] = ""
    original: Annotated[TextSent | str, About(text="The press release.")]
    articles: Annotated[tuple[TextSent | str, ...], About(text="The articles, in order.", longest=MOST_TEXTS)]
    references: Annotated[tuple[TextSent | str, ...], About(text="Further originals.", longest=MOST_TEXTS)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsSent:
    """More texts for a case."""

    articles: Annotated[tuple[TextSent | str, ...], About(text="Articles, in order.", longest=MOST_TEXTS)] = ()
    references: Annotated[tuple[TextSent | str, ...], About(text="Further originals.", longest=MOST_TEXTS)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """What is to be changed of a case; what is not named stays."""

    title: Annotated[str | None, About(text="Another title.", longest=LONGEST_NAME)] = None
    tags: Annotated[tuple[str, ...] | None, About(text="These tags and no others.", longest=20)] = None
    archived: Annotated[bool | None, About(text="Whether it lies in the archive.")] = None
    order: Annotated[
        tuple[str, ...] | None, About(text="The ids of all its articles, in the order they are to have.", longest=2000)
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """What is to be changed of a document; what is not named stays."""

    title: Annotated[str | None, About(text="Another title.", longest=LONGEST_NAME)] = None
    publisher: Annotated[str | None, About(text="Who published it.", longest=LONGEST_NAME)] = None
    url: Annotated[str | None, About(text="Where it stands.", longest=LONGEST_NAME)] = None
    published: Annotated[str | None, About(text="When it was published.", longest=LONGEST_NAME)] = None
    language: Annotated[str | None, About(text="Its language, such as `en`.", longest=20)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphChange:
    """What paragraphs of a document are; comparisons are made anew."""

    numbers: Annotated[tuple[int, ...], About(text="The numbers of the paragraphs, from 1.", longest=5000)]
    furniture: Annotated[bool | None, About(text="Set them aside as no part of the text, or restore them.")] = None
    speaker: Annotated[str | None, About(text="Whose speech they are; empty takes it back.", longest=200)] = None


def check_text(given: TextSent | str, pointer: str) -> TextSent:
    """The text, where it is exactly one; raises BadBody."""
    text = TextSent(text=given) if isinstance(given, str) else given
    if not text.kind:
        raise BadBody(Fault(pointer, "Give one of text, html, markdown, file and address."))
    if text.file is not None:
        try:
            b64decode(text.file, validate=True)
        except NoBase64 as error:
            raise BadBody(Fault(f"{pointer}/file", "This is no Base64.")) from error
    return text
