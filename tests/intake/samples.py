"""A small file of every format, for tests that damage them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from copytrail.intake.formats import ENDINGS

_FILES = Path(__file__).resolve().parent / "files"
_WRITTEN = {
    "plain": "Brücke öffnet\n\nThe bridge opens in March.\n\nLeave a reply\n".encode("cp1252"),
    "markdown": b"# Bridge *opens*\n\nThe [minister](https://example.org) said:\n\n> Yes.\n\n- one\n- <b>two</b>\n",
    "html": b"<html><head><title>Bridge</title></head><body><nav>Home</nav><article><h1>Bridge opens</h1>"
    b"<p>The bridge opens in March.</p><table><tr><td>a<td>b</table></article></body></html>",
    "paste": b"<h2>Bridge</h2><ul><li>One<li style='mso-list:l0 level1'>Two</ul><p hidden>x</p>",
    "pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font"
    b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 43>>stream\n"
    b"BT /F1 12 Tf 20 200 Td (Bridge opens.) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n",
}


@cache
def read_samples() -> dict[str, tuple[bytes, ...]]:
    """The samples by the name of their format."""
    found = {name: (data,) for name, data in _WRITTEN.items()}
    for path in sorted(_FILES.glob("release.*")):
        name = ENDINGS[path.suffix].name
        found[name] = (*found.get(name, ()), path.read_bytes())
    return found
