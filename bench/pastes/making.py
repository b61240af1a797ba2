"""Articles put into the furniture of a site, as one pasted text whose every line is known."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.pastes.articles import Article, read_articles
from bench.pastes.sites import Group, Site, read_sites

_SITES_PER_ARTICLE = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paste."""

    text: str
    is_furniture: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """An article as it is pasted with the page around it; a group of lines is a paragraph, or each line one."""

    site: Site
    groups: tuple[tuple[Line, ...], ...]
    is_spaced: bool
    """Whether a blank line stands between all lines, or only between groups."""

    @property
    def lines(self) -> Iterator[Line]:
        """All lines in order."""
        return (line for group in self.groups for line in group)

    @property
    def text(self) -> str:
        """What is pasted."""
        gap = "\n\n" if self.is_spaced else "\n"
        return "\n\n".join(gap.join(line.text for line in group) for group in self.groups)


def make_pastes(kind: str, seed: int = 11) -> Iterator[Paste]:
    """Every article of every language in the furniture of a few sites each, always the same ones."""
    chance = random.Random(seed)
    by_language: dict[str, list[Site]] = {}
    for site in read_sites(kind):
        by_language.setdefault(site.language, []).append(site)
    for language, sites in by_language.items():
        for article in read_articles()[language]:
            for site in chance.sample(sites, min(_SITES_PER_ARTICLE, len(sites))):
                yield _make_paste(article, site, chance)


def _make_paste(article: Article, site: Site, chance: random.Random) -> Paste:
    """The furniture inside stands after paragraphs drawn by chance, never before the second."""
    inside = list(site.inside[: max(0, len(article) - 2)])
    places = sorted(chance.sample(range(1, len(article) - 1), len(inside)))
    following = dict(zip(places, inside, strict=True))
    groups = [_mark(site.top), _text(article[:1]), _mark(site.head)]
    for number, paragraph in enumerate(article[1:], start=1):
        groups.append(_text([paragraph]))
        groups += [_mark(following[number])] if number in following else []
    groups += map(_mark, site.bottom)
    return Paste(site=site, groups=tuple(group for group in groups if group), is_spaced=chance.random() < 0.5)


def _mark(group: Group) -> tuple[Line, ...]:
    return tuple(Line(text, is_furniture=True) for text in group)


def _text(paragraphs: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(text, is_furniture=False) for text in paragraphs)
