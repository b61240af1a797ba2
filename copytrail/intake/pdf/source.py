"""Opening a PDF and reading its pages one by one, with a sentence for each that cannot be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from copytrail.errors import UnreadableInput
from copytrail.intake.pdf.words import PageWords, read_words

LOCKED = (
    "This PDF is locked with a password: open it, print or save it as a PDF without a password, "
    "or copy its text and paste it."
)
SEALED = (
    "This PDF is locked so that only its own reader opens it: print it there to a PDF, or copy its text and paste it."
)
DAMAGED = "This PDF is damaged or incomplete: save or download it again, or copy its text and paste it."
NO_PAGES = "This PDF has no pages that can be read: save or download it again."
_PASSWORD, _SECURITY = 4, 5
_MADE_UP = re.compile(
    r"microsoft (?:word|powerpoint|excel) - |untitled|document\d*$|dokument\d*$|unbenannt|slide \d|layout \d|print|"
    r"about:blank|https?:|powerpoint|\(anonymous\)|.*\.(?:docx?|pdf|indd|qxp|pptx?|xlsx?|odt|tex|rtf|pages|html?|p65|dvi|txt)$",
    re.IGNORECASE,
)
_TITLE_LENGTH = range(8, 250)


@contextmanager
def open_pdf(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF that the bytes are; raises UnreadableInput with a sentence for one that cannot be read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reasons = {_PASSWORD: LOCKED, _SECURITY: SEALED}
        raise UnreadableInput(reasons.get(error.err_code or 0, DAMAGED)) from error
    try:
        if not len(document):
            raise UnreadableInput(NO_PAGES)
        yield document
    finally:
        document.close()


def read_page(document: pypdfium2.PdfDocument, number: int, most: int) -> PageWords | None:
    """The words of one page, or None where the page itself is damaged."""
    page = pdfium.FPDF_LoadPage(document.raw, number)
    if not page:
        return None
    try:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return None
        try:
            return read_words(page, text, most)
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def read_title(document: pypdfium2.PdfDocument) -> str:
    """The title that the file gives itself, unless a program made it up."""
    title = " ".join(document.get_metadata_value("Title").replace("\0", "").split())
    is_plausible = len(title) in _TITLE_LENGTH and " " in title and title.isprintable() and not _MADE_UP.match(title)
    return title if is_plausible else ""


def is_form(document: pypdfium2.PdfDocument) -> bool:
    """Whether it has fields that people fill in."""
    return bool(pdfium.FPDF_GetFormType(document.raw) != pdfium.FORMTYPE_NONE)
