"""Furniture by repetition: what several pages of one site say alike belongs to the site and not to its articles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from urllib.parse import urlsplit

from copytrail.model import Document, Paragraph, ParagraphKind
from copytrail.text import fold

REPEATED = "stands on other pages of this site as well"
_MOST_WORDS = 40
"""Longer ones are text that two articles share, which is what a comparison is about."""
_MOST_SHARED = 0.25
"""Two pages that share more of the words of the shorter one are two versions of one article."""
_SITE_PREFIXES = ("www.", "m.", "amp.")


def find_repeated(documents: Sequence[Document], original: Document | None = None) -> Mapping[int, Mapping[int, str]]:
    """Reasons by number of paragraph, for each document by its place, of lines that other pages of its site repeat.

    Only what is not furniture already is named, and nothing that the original says itself.
    """
    known = set(_list_lines(original)) if original else set()
    lines = [_list_lines(document) for document in documents]
    found: dict[int, dict[int, str]] = {place: {} for place in range(len(documents))}
    for one, other in combinations(range(len(documents)), 2):
        if _are_pages_of_one_site(documents[one], documents[other]):
            shared = [
                (lines[one][line], lines[other][line]) for line in lines[one].keys() & lines[other].keys() - known
            ]
            if not _are_versions(shared, documents[one], documents[other]):
                found[one].update({here.number: REPEATED for here, _ in shared if _is_kept(here)})
                found[other].update({there.number: REPEATED for _, there in shared if _is_kept(there)})
    return found


def _are_pages_of_one_site(one: Document, other: Document) -> bool:
    return find_site(one) == find_site(other) != ""


def _are_versions(shared: Collection[tuple[Paragraph, Paragraph]], one: Document, other: Document) -> bool:
    """Whether what two pages keep alike is so much of the shorter one that it is the article."""
    alike = [here for here, there in shared if _is_kept(here) and _is_kept(there)]
    kept = (sum(_count(each, document) for each in filter(_is_kept, document.paragraphs)) for document in (one, other))
    return sum(_count(each, one) for each in alike) > _MOST_SHARED * min(kept)


def _count(paragraph: Paragraph, document: Document) -> int:
    return document.index.count(paragraph.span.start, paragraph.span.end)


def _is_kept(paragraph: Paragraph) -> bool:
    return paragraph.kind is not ParagraphKind.FURNITURE


def find_site(document: Document) -> str:
    """What tells pages of one site: the host of the address, or else the publisher; empty where neither is known."""
    try:
        host = urlsplit(document.url).hostname or ""
    except ValueError:
        host = ""
    for prefix in _SITE_PREFIXES:
        host = host.removeprefix(prefix)
    return host or " ".join(document.publisher.casefold().split())


def _list_lines(document: Document) -> dict[str, Paragraph]:
    """The short paragraphs by what they say, whatever its case and spacing."""
    lines = ((paragraph, paragraph.span.of(document.text)) for paragraph in document.paragraphs)
    return {
        " ".join(fold(line).text.split()): paragraph for paragraph, line in lines if len(line.split()) <= _MOST_WORDS
    }
