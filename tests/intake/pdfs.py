"""PDFs made for the purpose: pages set line by line, so that a test knows what stands where."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pikepdf
from fpdf import FPDF

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 72.0, 523.0, 72.0, 770.0
_STORY = """
the council opened a bridge over river and road while people from seven villages watched engineers
explain how steel cables carry heavy traffic across deep water during winter storms when older
ferries could not sail safely between harbours that fishermen built long before railways reached
this quiet northern coast
"""
WORDS = _STORY.split()


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set."""

    size: float = 10.0
    weight: str = ""
    leading: float = 1.25
    indent: float = 0.0
    gap: float = 6.0
    """The space after a paragraph."""
    is_justified: bool = False
    """Whether lines fill their column: each word is then set by itself."""


BODY = Style()


@dataclass(slots=True)
class Setter:
    """Sets pages of a PDF, line by line, in points from the upper left corner."""

    family: str = "Helvetica"
    width: float = RIGHT - LEFT
    """How wide a column is."""
    pdf: FPDF = field(init=False)

    def __post_init__(self) -> None:
        self.pdf = FPDF(unit="pt", format=(WIDTH, HEIGHT))
        self.pdf.set_auto_page_break(auto=False)
        self.pdf.set_compression(True)
        self.add_page()

    def add_page(self) -> None:
        self.pdf.add_page()

    def put(self, text: str, x: float, y: float, style: Style = BODY) -> None:
        """A line at a place: `y` is its base line."""
        self.pdf.set_font(self.family, style.weight, style.size)
        self.pdf.text(x, y, text)

    def fill(self, lines: list[str], place: tuple[float, float, float], style: Style = BODY) -> float:
        """Lines under one another from a place (left, top, bottom); what does not fit stays in `lines`."""
        x, y, bottom = place
        while lines and y + style.size <= bottom:
            line = lines.pop(0)
            if not line:
                y += style.gap
                continue
            y += style.size * style.leading
            inset = len(line) - len(line.lstrip("\t"))
            begin = x + inset * style.indent
            is_last = not lines or not lines[0] or lines[0].startswith("\t")
            if style.is_justified and not is_last:
                self._spread(line.split(), begin, (x + self.width, y), style)
            else:
                self.put(line.lstrip("\t"), begin, y, style)
        return y

    def _spread(self, words: list[str], begin: float, end: tuple[float, float], style: Style) -> None:
        """Words over a whole line."""
        right, y = end
        self.pdf.set_font(self.family, style.weight, style.size)
        widths = [self.pdf.get_string_width(word) for word in words]
        space = (right - begin - sum(widths)) / max(len(words) - 1, 1)
        for word, width in zip(words, widths, strict=True):
            self.put(word, begin, y, style)
            begin += width + space

    def wrap(self, paragraphs: Iterable[str], width: float, style: Style = BODY) -> list[str]:
        """The lines of paragraphs, an empty one after each where they have a gap; words break at soft hyphens."""
        self.pdf.set_font(self.family, style.weight, style.size)
        lines: list[str] = []
        for paragraph in paragraphs:
            lines += self._wrap_one(paragraph, width, style)
            lines += [""] if style.gap else []
        return lines

    def _wrap_one(self, paragraph: str, width: float, style: Style) -> list[str]:
        lines: list[str] = []
        line = "\t" if style.indent else ""
        room = width - style.indent
        for word in paragraph.split():
            plain = word.replace("\u00ad", "")
            start = f"{line} " if line.strip() else line
            if self.pdf.get_string_width((start + plain).strip("\t")) <= room:
                line = start + plain
                continue
            for place in [index for index, sign in enumerate(word) if sign == "\u00ad"][::-1]:
                part = word[:place].replace("\u00ad", "") + "-"
                if self.pdf.get_string_width((start + part).strip("\t")) <= room:
                    lines.append(start + part)
                    line, room = word[place:].replace("\u00ad", ""), width
                    break
            else:
                lines.append(line)
                line, room = plain, width
        return [*lines, line]

    def done(self) -> bytes:
        """The file."""
        return bytes(self.pdf.output())


def make_paragraphs(count: int, words: int = 60, seed: int = 1) -> list[str]:
    """Paragraphs of sentences, each unlike the others."""
    state = seed
    paragraphs = []
    for number in range(count):
        chosen = []
        for place in range(words):
            state = (state * 1_103_515_245 + 12_345) % 2**31
            word = WORDS[(state >> 8) % len(WORDS)]
            is_start = place % 15 == 0
            is_end = place % 15 == 14 or place == words - 1
            chosen.append((word.capitalize() if is_start else word) + ("." if is_end else ""))
        chosen[min(3, words - 1)] = f"item{number}x{seed}"
        paragraphs.append(" ".join(chosen))
    return paragraphs


def make_columns(count: int, paragraphs: Sequence[str], style: Style = BODY, gutter: float = 18.0) -> bytes:
    """Pages of several columns under a headline that goes across them."""
    setter = Setter()
    width = setter.width = (RIGHT - LEFT - gutter * (count - 1)) / count
    lines = setter.wrap(paragraphs, width, style)
    setter.put("Bridge opens after seven years of work", LEFT, TOP + 20, Style(size=22, weight="B"))
    top = TOP + 40
    while lines:
        for column in range(count):
            setter.fill(lines, (LEFT + column * (width + gutter), top, BOTTOM), style)
        if lines:
            setter.add_page()
            top = TOP
    return setter.done()


def make_with_margins(pages: int, head: str, foot: str, *, is_mirrored: bool = False) -> bytes:
    """Pages with a running head and a page number, which change sides on mirrored pages; the text goes on over them."""
    setter = Setter()
    lines = setter.wrap(make_paragraphs(pages * 9, 70), RIGHT - LEFT)
    for number in range(1, pages + 1):
        if number > 1:
            setter.add_page()
        is_left = is_mirrored and number % 2 == 0
        setter.put(head, LEFT if is_left else RIGHT - 140, 40, Style(size=8))
        setter.put(foot.format(number), LEFT if is_left else RIGHT - 20, 810, Style(size=8))
        setter.fill(lines, (LEFT, TOP, BOTTOM))
    return setter.done()


def make_raw(content: str, box: str = "0 0 595 842", extra: bytes = b"") -> bytes:
    """A page whose content stream is given, with an image /Im1 and fonts.

    /F1 is Helvetica, /F2 its bold; in /F3 the letter A is a ligature, and the letters of /F4 have no names.
    """
    pdf = pikepdf.new()
    ligature = pdf.make_stream(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfchar <41> <FB01> endbfchar endcmap end"
    )
    nameless = pikepdf.Dictionary(
        Type=pikepdf.Name.Encoding,
        Differences=pikepdf.Array([65, *(pikepdf.Name(f"/shape{number}") for number in range(60))]),
    )
    fonts = pikepdf.Dictionary(
        F1=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica),
        F2=pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/Helvetica-Bold")
        ),
        F3=pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica, ToUnicode=ligature
        ),
        F4=pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/Odd"), Encoding=nameless
        ),
    )
    image = pikepdf.Stream(pdf, zlib.compress(bytes(range(64)) * 4))
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent = 16, 16, 8
    image.ColorSpace, image.Filter = pikepdf.Name.DeviceGray, pikepdf.Name.FlateDecode
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array([float(side) for side in box.split()]),
        Resources=pikepdf.Dictionary(Font=fonts, XObject=pikepdf.Dictionary(Im1=pdf.make_indirect(image))),
        Contents=pdf.make_stream(content.encode("latin-1") + extra),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return save(pdf)


def save(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """The bytes of a PDF that is open."""
    out = io.BytesIO()
    pdf.save(out, deterministic_id="encryption" not in how, **how)
    return out.getvalue()


def lock(data: bytes, user: str, owner: str = "owner") -> bytes:
    """The same PDF, locked."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return save(pdf, encryption=pikepdf.Encryption(user=user, owner=owner, R=6))


def repeat_page(data: bytes, count: int) -> bytes:
    """A PDF whose first page comes so many times."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        for _ in range(count - 1):
            pdf.pages.append(page)
        return save(pdf)


def turn(data: bytes, angle: int) -> bytes:
    """A PDF whose pages are shown turned."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.rotate(angle, relative=False)
        return save(pdf)
