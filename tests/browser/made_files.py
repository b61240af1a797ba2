"""The pages and files that the browser tests of the intake open, made for the purpose."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import fpdf

RELEASE = """Minister opens the new bridge

The minister opened the new bridge over the river on Monday and thanked the engineers who built it in three years.

The bridge cost twelve million pounds, the department said, and two million more were spent on the roads to it.

The department will publish a report on the traffic over the bridge at the end of the year.
"""
HEADLINE = "Bridge opens at last"
PARAGRAPHS = (
    "On Monday the minister opened the new bridge over the river and thanked the engineers who built it.",
    "Residents had waited for a crossing since the ferry stopped running two winters ago, and many had moved away.",
    "The bridge cost twelve million pounds, the department said.",
)
LINKS = tuple(f"{place} station will be closed for repairs" for place in ("North", "South", "East", "West", "Main"))
HOSTILE = (
    """<script>document.title = "taken over"</script> was what the sign beside the bridge said on Monday.

<img src=x onerror="document.title = 'taken over'"> was what stood below it, residents of the town said.

\u202ereversed words\u202c and a very long word follow here: """
    + "bridge" * 80
)
ARABIC = """افتتاح الجسر الجديد

أعلنت الوزارة افتتاح الجسر الجديد على النهر يوم الاثنين بعد ثلاث سنوات من العمل المتواصل.
"""


def make_page() -> bytes:
    """An article as a site shows it, between a menu and headlines of other articles."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    links = "".join(f'<li><a href="/{number}">{link}</a></li>' for number, link in enumerate(LINKS))
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} - River News</title>
<meta property="og:site_name" content="River News"><meta property="article:published_time" content="2026-11-20">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>{HEADLINE}</h1>{body}</article></main>
<aside class="related-articles"><h2>Related articles</h2><ul>{links}</ul></aside>
<footer><p>All rights reserved.</p></footer></body></html>""".encode()


def make_word(path: Path) -> Path:
    """The article as a Word document."""
    document = docx.Document()
    document.add_heading(HEADLINE, 1)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(path)
    return path


def make_pdf(path: Path) -> Path:
    """The article as a PDF with a page number on each of its pages."""
    document = fpdf.FPDF()
    for number, paragraph in enumerate((HEADLINE, *PARAGRAPHS), start=1):
        document.add_page()
        document.set_font("Helvetica", size=11)
        document.multi_cell(170, 6, paragraph)
        document.text(95, 285, f"Page {number} of 4")
    document.output(path)
    return path


def make_zip(path: Path, word: Path) -> Path:
    """Two articles in one zip."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("plain.txt", "\n\n".join(PARAGRAPHS))
        archive.write(word, "article.docx")
    return path
