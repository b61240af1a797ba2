"""Rich text from a clipboard to plain text with its paragraphs, headings, lists and tables.

Browsers, Word and Google Docs each write HTML of their own. bleach leaves of it the few elements that carry a meaning
here, and of styles no more than the words below; what is hidden goes, what only looks goes.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from copytrail.errors import UnreadableInput
from copytrail.intake.extracts import AS_IT_COMES, Block, Extract, FileOptions
from copytrail.intake.markup import clean_markup

_MOST_TAGS = 30_000
"""More would take long to clean."""
_SECTIONS = frozenset({"section", "article", "header", "footer", "main", "nav", "aside", "address", "form", "center"})
_PARTS = frozenset(
    {"hr", "dl", "dt", "dd", "details", "summary", "fieldset", "legend", "figure", "figcaption", "caption"}
)
_CELLS = frozenset({"td", "th"})
_TEXTS = frozenset({"p", "div", "blockquote", "pre", "ul", "ol", "li", "table", "tr", *(f"h{n}" for n in range(1, 7))})
_BLOCKS = _SECTIONS | _PARTS | _CELLS | _TEXTS
_SEEN = _BLOCKS | {"br", "span"}
_VOID = frozenset({"br", "hr"})
_READERS_ONLY = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"})
"""Classes of what is read aloud, but never shown."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_ITEM = re.compile(r"mso-list\s*:\s*\w+\s+level", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\f\r]+|[ \t\n\f\r\u00a0]{2,}")
_BULLET = "•"
_SHORT_CELL = 200
"""A longer cell is a paragraph of its own, and its table is there for the layout."""


def paste_text(html: str) -> str:
    r"""The plain text of pasted rich text: blank lines between paragraphs, lines of their own for headings and items.

    Raises UnreadableInput where it holds too much markup.

    >>> paste_text("<h2>Bridge opens</h2><p>It is <b>long</b>.</p><ul><li>Two lanes<li>One path</ul>")
    'Bridge opens\n\nIt is long.\n\n• Two lanes\n• One path'
    """
    if html.count("<") > _MOST_TAGS:
        raise UnreadableInput("What was pasted holds too much formatting: paste it without formatting.")
    writer = _Writer()
    writer.feed(clean_markup(html, _SEEN, _keeps_attribute, _StyleWords()))
    writer.close()
    return writer.join()


def extract_pasted(data: bytes, _options: FileOptions = AS_IT_COMES) -> Extract:
    """Pasted rich text as one block, for a process of its own: cleaning takes time that grows with the markup."""
    return Extract(blocks=(Block(paste_text(data.decode("utf-8", "replace"))),))


class _StyleWords:
    """Styles to the few words that matter here."""

    def sanitize_css(self, style: str) -> str:
        """Whether what is styled so is hidden, the mark of an item, or an item."""
        words = {"hidden": _HIDDEN, "mark": _MARK, "item": _ITEM}
        return " ".join(word for word, pattern in words.items() if pattern.search(style))


def _keeps_attribute(_tag: str, name: str, value: str) -> bool:
    if name == "class":
        return not _READERS_ONLY.isdisjoint(value.split())
    return name in {"style", "hidden", "start", "value"}


class _Writer(HTMLParser):
    """Writes clean HTML as lines; an item remembers its mark, a cell its place in the row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[str, bool]] = []
        self._text = ""
        self._mark = ""
        self._marking = 0
        self._hidden = 0
        self._open: list[tuple[str, str]] = []
        self._numbers: list[int | None] = []
        self._rows: list[list[list[tuple[str, bool]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins an element."""
        known = dict(attrs)
        style = (known.get("style") or "").split()
        if tag in _BLOCKS:
            self._end_line()
        if tag in _VOID:
            self._text += "\n" if tag == "br" and not self._hidden else ""
            return
        state = "hidden" if "hidden" in style or "hidden" in known or "class" in known else ""
        state = state or ("mark" if "mark" in style else "")
        self._hidden += state == "hidden"
        self._marking += state == "mark"
        self._open.append((tag, state))
        self._begin(tag, known, is_item="item" in style)

    def handle_endtag(self, tag: str) -> None:
        """Ends an element."""
        if tag in _BLOCKS:
            self._end_line()
        if not self._open or self._open[-1][0] != tag:
            return
        state = self._open.pop()[1]
        self._hidden -= state == "hidden"
        self._marking -= state == "mark"
        if tag in {"ul", "ol"}:
            self._numbers.pop()
        elif tag == "li":
            self._mark = ""
        elif tag == "tr" and self._rows:
            self._end_row(self._rows.pop())

    def handle_data(self, data: str) -> None:
        """Adds words, as far as a reader sees them."""
        if self._hidden:
            return
        if self._marking:
            found = _NUMBER.match(data.strip())
            self._mark = found.group() if found else self._mark or _BULLET
        elif any(tag == "pre" for tag, _ in self._open):
            self._text += data
        else:
            self._text += _SPACES.sub(" ", data)

    def join(self) -> str:
        """All that was written."""
        self._end_line()
        text = ""
        was_item = False
        for line, is_item in self._lines:
            text += (("\n" if is_item and was_item else "\n\n") if text else "") + line
            was_item = is_item
        return text

    def _begin(self, tag: str, known: dict[str, str | None], *, is_item: bool) -> None:
        if tag in {"ul", "ol"}:
            self._numbers.append(_read_number(known.get("start"), 1) - 1 if tag == "ol" else None)
        elif tag == "li":
            self._mark = self._count_item(known.get("value"))
        elif tag == "tr":
            self._rows.append([])
        elif tag in _CELLS and self._rows:
            self._rows[-1].append([])
        elif is_item:
            self._mark = _BULLET

    def _count_item(self, value: str | None) -> str:
        """The mark of the next item of the innermost list."""
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            return _BULLET
        self._numbers[-1] = _read_number(value, number + 1)
        return f"{self._numbers[-1]}."

    def _end_line(self) -> None:
        """Ends a block: its lines go where it stands, in a cell or in the text; two breaks end a paragraph."""
        parts, self._text = re.split(r"\n[ \u00a0]*\n\s*", self._text), ""
        target = self._rows[-1][-1] if self._rows and self._rows[-1] else self._lines
        for part in parts:
            line = "\n".join(each for each in (_SPACES.sub(" ", raw).strip() for raw in part.split("\n")) if each)
            if line:
                target.append((f"{self._mark} {line}" if self._mark else line, bool(self._mark)))
                self._mark = ""

    def _end_row(self, cells: list[list[tuple[str, bool]]]) -> None:
        """Short cells are one line; others are the paragraphs that stand in them."""
        target = self._rows[-1][-1] if self._rows and self._rows[-1] else self._lines
        filled = [cell for cell in cells if cell]
        is_row = len(filled) > 1 and all(len(cell) == 1 and len(cell[0][0]) <= _SHORT_CELL for cell in filled)
        if is_row:
            target.append(("; ".join(cell[0][0].replace("\n", " ") for cell in filled), True))
        else:
            target += (line for cell in filled for line in cell)


def _read_number(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"[0-9]{1,6}", value) else otherwise
