"""The articles: our own texts, without the furniture that some of them hold, by language."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from bench.labelled import LabelledPair, read_labelled

_ROOT = Path(__file__).resolve().parent.parent.parent
_SEEDS = _ROOT / "seeds" / "uk-iraq-returns" / "original.txt"
_PAIRS = _ROOT / "tests" / "pairs"
_LANGUAGES = ("ar", "de", "es", "fr")
_CONTACT = "Press contact"
_LEAST_PARAGRAPHS = 3

Article = tuple[str, ...]
"""The paragraphs of an article, none of them furniture."""


@cache
def read_articles() -> dict[str, tuple[Article, ...]]:
    """All articles by language."""
    found: dict[str, list[Article]] = defaultdict(list)
    for pair in read_labelled():
        found[pair.language].append(_cut_paragraphs(pair.original))
        found[pair.language].append(_select_text(pair))
    for path in sorted(_PAIRS.glob("*.original.txt")):
        prefix = path.name[:2]
        language = prefix if path.name[2] == "-" and prefix in _LANGUAGES else "en"
        found[language].append(_cut_paragraphs(path.read_text(encoding="utf-8")))
    found["en"].append(_cut_paragraphs(_SEEDS.read_text(encoding="utf-8")))
    return {
        language: tuple(dict.fromkeys(article for article in articles if len(article) >= _LEAST_PARAGRAPHS))
        for language, articles in found.items()
    }


def _cut_paragraphs(text: str) -> Article:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(lines[: lines.index(_CONTACT)] if _CONTACT in lines else lines)


def _select_text(pair: LabelledPair) -> Article:
    """The paragraphs of a derivative that nobody may call furniture."""
    furniture = [line for line in pair.derivative_lines if "furniture" in line.labels]
    text = pair.derivative
    for line in reversed(furniture):
        text = text[: line.start] + text[line.end :]
    return _cut_paragraphs(text)
