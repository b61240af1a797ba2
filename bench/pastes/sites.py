"""The furniture of made-up sites, as it comes along when somebody copies a whole page."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DEVELOPMENT, HELD_OUT = "development", "held_out"
_FOLDER = Path(__file__).resolve().parent

Group = tuple[str, ...]
"""Lines that stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What stands around and inside every article of a site."""

    name: str
    language: str
    top: Group
    head: Group
    inside: tuple[Group, ...]
    """Each between two paragraphs."""
    bottom: tuple[Group, ...]
    """What follows the article: about it, comments, the foot of the page."""


@cache
def read_sites(kind: str) -> tuple[Site, ...]:
    """The sites of one kind, in the order of their names."""
    return tuple(_read_site(path) for path in sorted((_FOLDER / kind).glob("*.toml")))


def _read_site(path: Path) -> Site:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Site(
        name=path.stem,
        language=data["language"],
        top=_cut_lines(data["top"]),
        head=_cut_lines(data["head"]),
        inside=tuple(_cut_lines(group) for group in data["inside"].split("\n\n") if group.strip()),
        bottom=tuple(group for part in ("after", "comments", "foot") if (group := _cut_lines(data[part]))),
    )


def _cut_lines(text: str) -> Group:
    return tuple(line for line in text.splitlines() if line)
