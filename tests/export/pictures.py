"""Pictures of the example exports for the README: `make examples`. Word's pages are what LibreOffice makes of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.export.examples import FOLDER

IMAGES = FOLDER.parent / "images"
_SCALE, _GAP, _INKS = 1.2, 8, 48
"""Dots to a point, dots between pages, and colours."""


def main() -> None:
    take_picture(FOLDER / "article.pdf", IMAGES / "pages.png")
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice is not here: the picture of the Word document stays as it was.")
    with tempfile.TemporaryDirectory() as folder:
        command = [office, f"-env:UserInstallation={Path(folder).as_uri()}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(FOLDER / "article.docx")]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": folder})
        take_picture(Path(folder) / "article.pdf", IMAGES / "word.png")


def take_picture(pages: Path, target: Path) -> None:
    """The first two pages beside each other."""
    document = pypdfium2.PdfDocument(pages)
    shown = [document[number].render(scale=_SCALE).to_pil().convert("RGB") for number in range(2)]
    both = Image.new("RGB", (sum(each.width for each in shown) + _GAP, shown[0].height), "#b8b4aa")
    for place, each in zip((0, shown[0].width + _GAP), shown, strict=True):
        both.paste(each, (place, 0))
    both.quantize(_INKS).save(target, optimize=True)


if __name__ == "__main__":
    main()
