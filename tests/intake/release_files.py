"""Writes one press release in every format into `files/`: `python -m tests.intake.release_files`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from textwrap import wrap

from tests.intake.office import build_docx, build_epub, build_odt, paragraph, run
from tests.intake.pdfs import BODY, LEFT, TOP, Setter, Style

FILES = Path(__file__).parent / "files"
TITLE = "New footbridge over the Aare opens"
OPENING = (
    "The Ministry of Roads opened the new footbridge at Olten on Monday, two months early and 4 % below its budget of "
    "£12.3 million."
)
SPEECH = "“This bridge brings two halves of a town together,” said the minister, Anna Frey."
ITEMS = ("It is 148 metres long.", "It carries 9,000 people a day.")
CLOSING = "Trains run beneath it every four minutes, and none was cancelled while it was built."
NOTE = "Counted in May 2025."
TEXTS = (TITLE, OPENING, SPEECH, *ITEMS, CLOSING)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Liste"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def write_docx() -> bytes:
    """With a page header, a change, a comment and a footnote."""
    opening = (
        '<w:commentRangeStart w:id="0"/>'
        + run(OPENING.removesuffix("12.3 million."))
        + f'<w:del w:id="1" w:author="Nora Secret">{run("11", tag="delText")}</w:del>'
        + f'<w:ins w:id="2" w:author="Nora Secret">{run("12")}</w:ins>'
        + run(".3 million.")
        + '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    body = (
        paragraph(TITLE, style="Titel")
        + paragraph(opening)
        + paragraph(run(SPEECH) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + "".join(paragraph(item, style="Liste") for item in ITEMS)
        + paragraph(CLOSING)
    )
    more = {
        "styles": _STYLES,
        "header1": paragraph("Ministry of Roads"),
        "footnotes": f'<w:footnote w:id="2">{paragraph(NOTE)}</w:footnote>',
        "comments": f'<w:comment w:id="0" w:author="Nora Secret">{paragraph("Really?")}</w:comment>',
    }
    return build_docx(body, more=more, title="Press release template")


def write_odt() -> bytes:
    """With a page header, a change, a comment and a footnote."""
    who = "<office:change-info><dc:creator>Nora Secret</dc:creator></office:change-info>"
    regions = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f'{who}<text:p>11</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2">'
        f"<text:insertion>{who}</text:insertion></text:changed-region></text:tracked-changes>"
    )
    change = (
        '<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>12'
        '<text:change-end text:change-id="c2"/>'
    )
    comment = "<office:annotation><dc:creator>Nora Secret</dc:creator><text:p>Really?</text:p></office:annotation>"
    note_body = f"<text:note-body><text:p>{NOTE}</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{note_body}</text:note>"
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ITEMS)
    header = "<style:master-page><style:header><text:p>Ministry of Roads</text:p></style:header></style:master-page>"
    return build_odt(
        f"{regions}<text:h>{TITLE}</text:h><text:p>{OPENING.replace('12', change)}{comment}</text:p>"
        f"<text:p>{SPEECH}{note}</text:p><text:list>{items}</text:list><text:p>{CLOSING}</text:p>",
        styles=f"<office:master-styles>{header}</office:master-styles>",
    )


def write_rtf() -> bytes:
    """With a page header, a change, a comment and a footnote."""
    title, opening, speech, first, second, closing = map(_escape, TEXTS)
    changed = opening.replace("12", r"{\deleted 11}{\revised 12}")
    text = (
        r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fswiss\fcharset0 Calibri;}}{\stylesheet{\s1 heading 1;}}"
        r"{\info{\author Nora Secret}}{\header Ministry of Roads\par}"
        rf"\pard\s1 {title}\par\pard {changed}{{\*\annotation Really?}}\par {speech}{{\footnote {NOTE}}}\par"
        rf"{{\listtext\'b7\tab}}\ls1 {first}\par {second}\par\pard {closing}\par}}"
    )
    return text.encode("ascii")


def write_epub() -> bytes:
    """A booklet of one chapter."""
    said = f"<dc:title>{TITLE}</dc:title><dc:language>en</dc:language>"
    return build_epub({"nav.xhtml": f"<ol><li>{TITLE}</li></ol>", "one.xhtml": _write_page()}, metadata=said)


def write_mail() -> bytes:
    """Two forms of the text, and an attachment."""
    head = (
        "Subject: New footbridge over the Aare opens\r\nFrom: Nora Secret <nora@example.org>\r\n"
        "To: Ed Owl <ed@example.org>\r\nDate: Mon, 02 Jun 2025 09:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="out"\r\n\r\n--out\r\n'
        'Content-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\n'
        "Content-Type: text/plain; charset=utf-8\r\n\r\nThis program shows no pages.\r\n--in\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n"
    )
    tail = (
        "\r\n--in--\r\n--out\r\nContent-Type: application/pdf\r\n"
        'Content-Disposition: attachment; filename="bridge.pdf"\r\n\r\nx\r\n--out--\r\n'
    )
    return (head + _write_page() + tail).encode()


def write_saved_page() -> bytes:
    """A page with a menu, as a browser saves it."""
    page = f'<html lang="en"><body><nav><a href="/">Home</a></nav><main>{_write_page()}</main></body></html>'
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://roads.example/news/bridge\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--b--\r\n"
    ).encode()


WRITERS = {
    "docx": write_docx,
    "odt": write_odt,
    "rtf": write_rtf,
    "epub": write_epub,
    "eml": write_mail,
    "mhtml": write_saved_page,
}


def write_text() -> bytes:
    """As an older Windows program saves it."""
    return _write_lines("{}", "• {}").encode("cp1252")


def write_markdown() -> bytes:
    """With marks and a link."""
    return (
        _write_lines("# {}", "- {}").replace("Ministry of Roads", "[Ministry of Roads](https://roads.example)").encode()
    )


def write_page() -> bytes:
    """With a menu and a footer."""
    menu = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"
    head = f"<head><title>{TITLE}</title></head>"
    body = f"<body>{menu}<main>{_write_page()}</main><footer>© 2025</footer></body>"
    return f"<!doctype html><html lang=en>{head}{body}</html>".encode()


def write_pdf() -> bytes:
    """With a running head and a page number on each of its two pages."""
    setter = Setter()
    for page, texts in enumerate((TEXTS[:3], TEXTS[3:]), start=1):
        if page > 1:
            setter.add_page()
        setter.put("Ministry of Roads", LEFT, 40)
        down = TOP + 40
        for text in texts:
            style = Style(size=18, weight="B") if text == TITLE else BODY
            for line in wrap(text.replace("£", "GBP ").replace("“", '"').replace("”", '"'), 80):
                setter.put(line, LEFT, down, style)
                down += 1.25 * style.size
            down += 12
        setter.put(str(page), 290, 810)
    setter.pdf.set_creation_date(datetime(2025, 5, 12, tzinfo=UTC))
    return setter.done()


TEXT_WRITERS = {"txt": write_text, "md": write_markdown, "html": write_page, "pdf": write_pdf}


def _write_lines(title: str, item: str) -> str:
    shown = [title.format(TITLE), OPENING, SPEECH, *map(item.format, ITEMS), CLOSING]
    return "\n\n".join(shown) + "\n"


def _write_page() -> str:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    return f"<h1>{TITLE}</h1><p>{OPENING}</p><p>{SPEECH}</p><ul>{items}</ul><p>{CLOSING}</p>"


def _escape(words: str) -> str:
    return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in words)


if __name__ == "__main__":
    for ending, write in {**WRITERS, **TEXT_WRITERS}.items():
        FILES.joinpath(f"release.{ending}").write_bytes(write())
