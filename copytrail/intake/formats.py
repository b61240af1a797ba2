"""The kinds of file that Copytrail reads: what to call them, how their names end, and what reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias, cast

from copytrail.intake.extracts import AS_IT_COMES, Extract, FileOptions

Extractor: TypeAlias = Callable[[bytes, FileOptions], Extract]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of file; what reads it is imported when it is first needed, because some of it is large."""

    name: str
    title: str
    """What a sentence calls such a file: "a Word document"."""
    endings: tuple[str, ...]
    media: tuple[str, ...]
    """Its content types; the first is its own."""
    reader: str
    """`module:function`."""
    sample: bytes = b""
    """A small file of ours of this kind: reading it once fills what its reader looks up again and again."""
    is_trusted: bool = False
    """Whether our own code reads it in time that grows with its size, so that it needs no process of its own."""

    def warm_up(self) -> None:
        """Have ready what reads it, with all that it looks up."""
        self.load()
        if self.sample:
            self.extract(self.sample)

    def load(self) -> Extractor:
        """What reads it."""
        module, _, function = self.reader.partition(":")
        return cast("Extractor", getattr(import_module(f"copytrail.intake.{module}"), function))

    def extract(self, data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:
        """The blocks of a file, read here and now: `copytrail.confinement` does it in a process with limits."""
        return self.load()(data, options)


PLAIN = Format(
    name="plain",
    title="a plain text",
    endings=(".txt", ".text"),
    media=("text/plain",),
    reader="from_plain:extract_plain",
    is_trusted=True,
)
_ALL = (
    PLAIN,
    Format(
        name="markdown",
        title="a Markdown text",
        endings=(".md", ".markdown"),
        media=("text/markdown",),
        reader="from_markdown:extract_markdown",
    ),
    Format(
        name="html",
        title="a web page",
        endings=(".html", ".htm", ".xhtml"),
        media=("text/html", "application/xhtml+xml"),
        reader="from_html:extract_html",
        sample=(
            b"<html><head><title>Bridge opens</title></head><body><nav><a href=/>Home</a></nav><article>"
            b"<h1>Bridge opens</h1><p>The bridge over the river opened on Monday.</p></article></body></html>"
        ),
    ),
    Format(
        name="mhtml",
        title="a saved web page",
        endings=(".mhtml", ".mht"),
        media=("multipart/related",),
        reader="from_mail:extract_saved_page",
    ),
    Format(
        name="docx",
        title="a Word document",
        endings=(".docx",),
        media=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        reader="from_docx:extract_docx",
    ),
    Format(
        name="pdf",
        title="a PDF",
        endings=(".pdf",),
        media=("application/pdf",),
        reader="from_pdf:extract_pdf",
    ),
    Format(
        name="odt",
        title="an OpenDocument text",
        endings=(".odt",),
        media=("application/vnd.oasis.opendocument.text",),
        reader="from_odt:extract_odt",
    ),
    Format(
        name="rtf",
        title="an RTF text",
        endings=(".rtf",),
        media=("application/rtf", "text/rtf"),
        reader="from_rtf:extract_rtf",
    ),
    Format(
        name="epub",
        title="an EPUB book",
        endings=(".epub",),
        media=("application/epub+zip",),
        reader="from_epub:extract_epub",
    ),
    Format(
        name="mail",
        title="an e-mail",
        endings=(".eml",),
        media=("message/rfc822",),
        reader="from_mail:extract_mail",
    ),
)
PASTE = Format(
    name="paste",
    title="a pasted text",
    endings=(),
    media=(),
    reader="pasted:extract_pasted",
)
"""Rich text from a clipboard, which is HTML without a page around it."""
FORMATS: dict[str, Format] = {each.name: each for each in (*_ALL, PASTE)}
"""Every kind of file that is read, by its name."""
ENDINGS: dict[str, Format] = {ending: each for each in _ALL for ending in each.endings}
MEDIA: dict[str, Format] = {media: each for each in _ALL for media in each.media}
