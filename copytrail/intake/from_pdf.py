"""PDFs to blocks: words with their places to columns, lines and paragraphs, the margins of pages set apart.

What stands between is in the package `pdf`: `words` reads the words of a page and whether they can be seen, `rows`
and `columns` put them in order, `margins` knows running heads, `paragraphs` and `flow` put lines together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2

from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.intake.flow import Room, tidy
from copytrail.intake.pdf.columns import ColumnFinder
from copytrail.intake.pdf.flow import find_body_size, join_passages, set_kinds
from copytrail.intake.pdf.hyphens import collect_words, join_lines
from copytrail.intake.pdf.layout import Passage, Piece
from copytrail.intake.pdf.lines import find_lines
from copytrail.intake.pdf.looks import COVERED, INVISIBLE
from copytrail.intake.pdf.margins import HEAD, find_margins
from copytrail.intake.pdf.paragraphs import find_passages
from copytrail.intake.pdf.remarks import remark_cut, remark_pages, remark_scans, remark_unmapped
from copytrail.intake.pdf.rows import find_pieces
from copytrail.intake.pdf.source import DAMAGED, is_form, open_pdf, read_page, read_title
from copytrail.intake.pdf.words import PageWords
from copytrail.model import ParagraphKind

MOST_PAGES = 300
"""So many pages are read; it is more than can be compared."""
_MOST_TEXT = 300_000
"""So many characters of all pages are read, as far as the time allows."""
_MOST_OF_PAGE = 150_000
_PICTURES = (
    "This PDF holds pictures of pages, no text: run text recognition (OCR) on it, "
    "or copy or type its text and paste it."
)
_GARBLED = (
    "This PDF does not say which letters its characters are: print it to a new PDF and run text recognition (OCR) "
    "on it, or type its text and paste it."
)
_FORM = ("The file is a form; what was filled in was not read.",)
_MOSTLY = 0.5
_TITLE_PAGES = 2


@dataclass(slots=True)
class _Page:
    """A page on its way: its pieces, and what was set apart."""

    number: int
    words: PageWords
    pieces: list[Piece]
    apart: list[Block] = field(default_factory=list)
    has_recognised: bool = False
    """Whether its words are those of a text recognition."""


def extract_pdf(data: bytes, options: FileOptions = AS_IT_COMES) -> Extract:  # noqa: ARG001 - it leaves no choice
    """The blocks of a PDF in the order of reading; raises UnreadableInput, saying what to do, and EmptyText."""
    with open_pdf(data) as document:
        count = len(document)
        read = list(_read_pages(document))
        title = read_title(document)
        forms = _FORM if is_form(document) else ()
    pages = [page for page in read if page]
    _refuse_unreadable(pages)
    passages = _find_passages(pages)
    size = find_body_size(passages)
    passages = join_passages(passages, size)
    set_kinds(passages, size)
    texts = _spell(passages)
    damaged = [number for number, page in enumerate(read, start=1) if page is None]
    return Extract(
        blocks=tuple(block for block in _make_blocks(pages, passages, texts) if block.text),
        title=_find_title(passages, texts, size) or title,
        notes=(*remark_pages(count, len(read), damaged), *_tell(pages), *forms),
    )


def _read_pages(document: pypdfium2.PdfDocument) -> Iterator[_Page | None]:
    """The pages, as far as there is room for them; None for a damaged one."""
    left = _MOST_TEXT
    for number in range(min(len(document), MOST_PAGES)):
        if left <= 0:
            return
        words = read_page(document, number, _MOST_OF_PAGE)
        left -= words.count if words else 0
        yield _sort_out(number, words) if words else None


def _sort_out(number: int, words: PageWords) -> _Page:
    """A page with the words apart that are none of its text; invisible words over a scan are its text."""
    shown = [word for word in words.words if not word.reason]
    is_recognised = words.is_scan and len(shown) * 3 < sum(word.reason == INVISIBLE for word in words.words)
    if is_recognised:
        taken = {INVISIBLE, COVERED}
        words.words = [replace(word, reason="") if word.reason in taken else word for word in words.words]
        shown = [word for word in words.words if not word.reason]
    page = _Page(number, words, find_pieces(shown), has_recognised=is_recognised)
    for reason in dict.fromkeys(word.reason for word in words.words if word.reason):
        apart = find_pieces([word for word in words.words if word.reason == reason])
        page.apart += [Block(tidy(line.text), None, reason) for line in find_lines(apart)]
    return page


def _refuse_unreadable(pages: Sequence[_Page]) -> None:
    if not pages:
        raise UnreadableInput(DAMAGED)
    unmapped, count = sum(page.words.unmapped for page in pages), sum(page.words.count for page in pages)
    if count and unmapped > _MOSTLY * count:
        raise UnreadableInput(_GARBLED)
    if not any(page.pieces for page in pages):
        raise UnreadableInput(_PICTURES) if any(page.words.has_pictures for page in pages) else EmptyText


def _find_passages(pages: Sequence[_Page]) -> list[Passage]:
    """The passages of all pages, running heads before those of their page and running feet after them."""
    margins = find_margins([(page.pieces, page.words.height) for page in pages])
    finder = ColumnFinder()
    passages: list[Passage] = []
    for page, margin in zip(pages, margins, strict=True):
        text = [piece for piece in page.pieces if piece.row not in margin]
        heads, feet = _find_edges(page, margin)
        passages += heads
        for column in finder.order(text):
            passages += find_passages(find_lines(column), page.number)
        passages += feet
    return passages


def _find_edges(page: _Page, margin: dict[int, str]) -> tuple[list[Passage], list[Passage]]:
    """The passages of the margins above and below."""
    heads: list[Passage] = []
    feet: list[Passage] = []
    for row, reason in margin.items():
        lines = find_lines([piece for piece in page.pieces if piece.row == row])
        is_head = reason == HEAD or any(line.base > page.words.height / 2 for line in lines)
        made = [Passage(lines=[line], furniture=reason, page=page.number) for line in lines]
        (heads if is_head else feet).extend(made)
    return heads, feet


def _spell(passages: Sequence[Passage]) -> list[str]:
    """The text of each passage, as much as there is room for."""
    words = collect_words(line.text for passage in passages for line in passage.lines)
    room = Room()
    return [room.take(tidy(join_lines([line.text for line in passage.lines], words))) for passage in passages]


def _make_blocks(pages: Sequence[_Page], passages: Sequence[Passage], texts: Sequence[str]) -> Iterator[Block]:
    """The blocks of all pages; what was set apart stands at the end of its page."""
    apart = {page.number: page.apart for page in pages}
    here = 0
    for passage, text in zip(passages, texts, strict=True):
        for number in range(here, passage.page):
            yield from apart.pop(number, [])
        here = max(here, passage.page)
        yield Block(text, passage.kind, passage.furniture)
    for blocks in apart.values():
        yield from blocks


def _find_title(passages: Sequence[Passage], texts: Sequence[str], size: float) -> str:
    """The largest heading of the first pages."""
    headings = [
        (passage.size, -place, text)
        for place, (passage, text) in enumerate(zip(passages, texts, strict=True))
        if passage.page < _TITLE_PAGES and passage.kind is ParagraphKind.HEADING and passage.size > size
    ]
    return max(headings, default=(0, 0, ""))[2]


def _tell(pages: Sequence[_Page]) -> Iterator[str]:
    """What to know of the pages."""
    scanned = [page.number + 1 for page in pages if page.words.is_scan and not page.pieces]
    recognised = [page.number + 1 for page in pages if page.has_recognised]
    yield from remark_scans(scanned, recognised)
    yield from remark_cut([page.number + 1 for page in pages if page.words.is_cut])
    yield from remark_unmapped(sum(page.words.unmapped for page in pages), sum(page.words.count for page in pages))
