"""Which characters the fonts of a PDF have, and what is written for those that no font has."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def find_uncovered() -> re.Pattern[str]:
    """Finds the characters that the embedded fonts lack; line ends are no characters of a font."""
    data = tomllib.loads(files("copytrail").joinpath("data", "pdf_characters.toml").read_text(encoding="utf-8"))
    ranges = [(first, last or first) for first, _, last in (each.partition("-") for each in data["ranges"])]
    covered = "".join(f"\\U{int(first, 16):08x}-\\U{int(last, 16):08x}" for first, last in ranges)
    return re.compile(f"[^\n{covered}]")


def is_covered(text: str) -> bool:
    """Whether the embedded fonts have all characters of a text.

    >>> is_covered("Ελλάδα, Київ, Łódź"), is_covered("中")
    (True, False)
    """
    return find_uncovered().search(text) is None


def spell_out(text: str) -> str:
    """The text with the numbers of characters that the embedded fonts lack.

    >>> spell_out("a中")
    'a[U+4E2D]'
    """
    return find_uncovered().sub(lambda found: f"[U+{ord(found.group()):04X}]", text)
