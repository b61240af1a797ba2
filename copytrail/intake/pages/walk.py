"""The visible text of a page, block by block in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from copytrail.intake.pages.blocks import PageBlock, join_rows
from copytrail.intake.pages.layout import BREAK, CLOSING, lay_out
from copytrail.intake.pages.reasons import HIDDEN, explain_place, is_hidden
from copytrail.intake.pages.weights import Weights
from copytrail.model import ParagraphKind

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img", "picture", "source", "map", "area", "label", "br",
})  # fmt: skip
_UNREAD = frozenset({
    "script", "style", "template", "noscript", "iframe", "head", "svg", "canvas", "object", "embed", "audio", "video",
    "select", "textarea", "datalist", "input", "noembed", "noframes", "applet", "progress", "meter",
    "rp", "link", "meta", "base", "title", "frameset", "param",
})  # fmt: skip
"""What shows no text of the page, or none before it is used."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FLOWING = _HEADINGS | {"p", "li", "blockquote", "td"}
_KINDS = dict.fromkeys(_HEADINGS, ParagraphKind.HEADING) | dict.fromkeys(("li", "dt", "dd"), ParagraphKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element, with what it hands down to those in it."""

    element: HtmlElement
    reason: str = ""
    kind: ParagraphKind | None = None
    is_link: bool = False
    row: HtmlElement | None = None
    block: _Frame | None = None
    """The block element around an inline one."""

    @property
    def around(self) -> _Frame:
        """The block element that its text stands in."""
        return self.block or self

    @property
    def tag(self) -> str:
        """The name of the element."""
        return str(self.element.tag)


def find_blocks(root: HtmlElement, weights: Weights, *, is_unveiled: bool = False) -> tuple[PageBlock, ...]:
    """The blocks of a page; a row of a table of short cells is one block.

    `is_unveiled` takes the part with most of the prose for visible although it is hidden.
    """
    writer = _Writer(weights, is_unveiled=is_unveiled)
    body = root.find("body")
    walk = etree.iterwalk(root if body is None else body, events=("start", "end"))
    skipped = None
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start" and element.tag in _UNREAD:
            walk.skip_subtree()
            skipped = element
        elif event == "start":
            writer.start(element)
        elif skipped is not None and element is skipped:
            writer.write(element.tail)
        else:
            writer.end(element)
    writer.flush()
    return join_rows(writer.blocks)


class _Writer:
    """Gathers the text of open elements until a block ends."""

    def __init__(self, weights: Weights, *, is_unveiled: bool) -> None:
        self._is_unveiled = is_unveiled
        self.blocks: list[PageBlock] = []
        self._weights = weights
        self._frames: list[_Frame] = []
        self._pieces: list[tuple[str, _Frame]] = []

    def start(self, element: HtmlElement) -> None:
        """An element begins: what stands before a block element ends."""
        if not _is_inline(element) or (element.tag == "br" and self._is_after_break()):
            self.flush()
        if element.tag == "a" and self._pieces and self._pieces[-1][1].is_link:
            self.write(" ")
        self._frames.append(self._open(element))
        self.write({"br": BREAK, "q": "“"}.get(element.tag, "[" if _is_note(element) else ""))
        self.write(element.text)

    def end(self, element: HtmlElement) -> None:
        """An element ends; what follows it belongs to the one around it."""
        self.write("”" if element.tag == "q" else "]" if _is_note(element) else "")
        if not _is_inline(element):
            self.flush()
        self._frames.pop()
        self.write(element.tail)

    def flush(self) -> None:
        """Ends the block that was being gathered; what is hidden in it becomes a block of its own."""
        pieces, self._pieces = self._pieces, []
        seen = [piece for piece in pieces if piece[1].reason != HIDDEN]
        self._add(seen)
        if len(seen) < len(pieces):
            self._add([piece for piece in pieces if piece[1].reason == HIDDEN])

    def write(self, text: str | None) -> None:
        """Adds a piece of text to the block."""
        if text and self._frames:
            self._pieces.append((text, self._frames[-1]))

    def _is_after_break(self) -> bool:
        """Whether nothing was written since the last `<br>`: two of them end a paragraph."""
        written = (text for text, _ in reversed(self._pieces) if text.strip())
        return next(written, "") == BREAK

    def _add(self, pieces: list[tuple[str, _Frame]]) -> None:
        """A block of some pieces; a reason counts only where all its words have one."""
        told = [
            (sum(map(str.isalnum, text)) or 0.01, frame) for text, frame in pieces if text.strip() and text != BREAK
        ]
        if not told:
            return
        frame = told[0][1].around
        text = lay_out(
            "".join(text for text, _ in pieces),
            is_heading=frame.kind is ParagraphKind.HEADING,
            is_set=frame.tag == "pre",
        )
        reason = told[0][1].reason if all(each.reason for _, each in told) else ""
        linked = sum(length for length, each in told if each.is_link) / sum(length for length, _ in told)
        self.blocks += [
            PageBlock(
                text=line,
                tag=frame.tag,
                kind=_tell_kind(frame, line),
                reason=reason,
                linked=linked,
                element=frame.element,
                row=frame.row,
            )
            for line in text.split("\n")
            if line
        ]

    def _explain(self, element: HtmlElement, inherited: str) -> str:
        """Why text is no part of an article; names say nothing of what holds most of the page's prose."""
        if inherited == HIDDEN or element.tag == "body" or (not element.attrib and element.tag in INLINE):
            return inherited
        is_main = self._weights.is_main(element)
        if is_hidden(element) and not (is_main and self._is_unveiled):
            return HIDDEN
        return inherited or ("" if is_main else explain_place(element))

    def _open(self, element: HtmlElement) -> _Frame:
        """What an element hands down: the reason of the outer one counts, and that nobody sees it more than all."""
        outer = self._frames[-1] if self._frames else None
        if outer is None:
            return _Frame(element)
        tag = element.tag
        kind = None if tag in {"td", "th"} or self._weights.is_main(element) else _KINDS.get(tag, outer.kind)
        return _Frame(
            element,
            reason=self._explain(element, outer.reason),
            kind=kind,
            is_link=outer.is_link or (tag == "a" and "href" in element.attrib),
            row=element if tag == "tr" else outer.row,
            block=outer.around if _is_inline(element) else None,
        )


def _is_inline(element: HtmlElement) -> bool:
    if element.tag in INLINE:
        return True
    parent = element.getparent()
    return "-" in element.tag and parent is not None and (parent.tag in INLINE or parent.tag in _FLOWING)


def _is_note(element: HtmlElement) -> bool:
    """Whether an element is the number of a footnote, which would otherwise be read as part of the word before it."""
    if element.tag != "sup" or not (element.text_content() or "").strip().isdigit():
        return False
    return element.find(".//a") is not None or element.getparent().tag == "a"


def _tell_kind(frame: _Frame, line: str) -> ParagraphKind | None:
    """What a block is: a short line without a closing mark may be a heading whatever its element is."""
    if frame.kind:
        return frame.kind
    is_sentence = line[-1] in CLOSING or len(line) > 100
    return ParagraphKind.BODY if is_sentence or frame.row is not None else None
