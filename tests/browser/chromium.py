"""Which browser the tests and the picture are taken with."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
"""The shell without windows comes first: it opens a page in half the time."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
MISSING = "no Chromium on this machine (install chromium, or name it in CHROMIUM)"


def find_chromium() -> str | None:
    """Where the browser is, where there is one."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
