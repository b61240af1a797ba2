"""How much furniture of pasted pages is greyed, and how much text with it: `python -m bench.pastes [--wrong]`."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict

from bench.pastes.articles import read_articles
from bench.pastes.making import Paste, make_pastes
from bench.pastes.scoring import Score, judge_lines, score_pastes
from bench.pastes.sites import DEVELOPMENT, HELD_OUT
from copytrail import read_plain
from copytrail.model import ParagraphKind


def main() -> None:
    """Prints a line for each kind of sites and language; with `--wrong` the wrong lines of the development sites."""
    for kind in (DEVELOPMENT, HELD_OUT):
        pastes = tuple(make_pastes(kind))
        _report(kind, score_pastes(pastes))
        by_language: dict[str, list[Paste]] = defaultdict(list)
        for paste in pastes:
            by_language[paste.site.language].append(paste)
        for language, some in sorted(by_language.items()):
            _report(f"  {language}", score_pastes(some))
    alarms, paragraphs = count_alarms()
    print(f"articles alone: {alarms} of {paragraphs} paragraphs greyed")
    if "--wrong" in sys.argv:
        _list_wrong(tuple(make_pastes(DEVELOPMENT)))


def count_alarms() -> tuple[int, int]:
    """How many paragraphs of the bare articles are greyed, and how many there are."""
    documents = [read_plain("\n\n".join(article)) for articles in read_articles().values() for article in articles]
    kinds = Counter(p.kind is ParagraphKind.FURNITURE for document in documents for p in document.paragraphs)
    return kinds[True], kinds.total()


def _report(name: str, score: Score) -> None:
    counts = f"{score.greyed} greyed, {score.lost} of text lost, {score.left} left"
    print(f"{name:12} precision {score.precision:.3f}  recall {score.recall:.3f}  ({counts})")


def _list_wrong(pastes: tuple[Paste, ...]) -> None:
    wrong = Counter(
        (paste.site.name, line.is_furniture, line.text)
        for paste in pastes
        for line, is_greyed in judge_lines(paste)
        if line.is_furniture is not is_greyed
    )
    for (site, is_furniture, text), count in wrong.most_common():
        print(f"{count:4} {'left' if is_furniture else 'LOST'} {site:14} {text[:150]}")


if __name__ == "__main__":
    main()
