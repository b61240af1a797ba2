"""Takes the picture of the README: the bundled case on the real comparison page. Run it with `make picture`."""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, MISSING, find_chromium
from tests.browser.navigator import Reader
from webapp import create_app
from webapp.serving import open_server
from webapp.settings import read_settings

TARGET = Path(__file__).resolve().parents[2] / "docs" / "images" / "comparison.png"


def take_picture(target: Path) -> None:
    """Open the bundled case and keep what is seen."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit(MISSING)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        server = open_server(create_app(read_settings({"COPYTRAIL_DATA": folder})), host="127.0.0.1", ports=[0])
        threading.Thread(target=server.run, daemon=True).start()
        browser = tool.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        reader = Reader(browser.new_context(viewport={"width": 1280, "height": 960}), server.address)
        reader.open_example()
        target.parent.mkdir(parents=True, exist_ok=True)
        reader.shoot(target)
        browser.close()
        server.close()


if __name__ == "__main__":
    take_picture(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
