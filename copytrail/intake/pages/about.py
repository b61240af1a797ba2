"""What a page says of itself: title, byline, publisher, date, address and language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from copytrail.intake.pages.linked_data import Value, find_article_data, read_lines, read_names, read_words

_TITLES = (
    "og:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
)
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
)
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "citation_publication_date", "citation_date", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publication_date", "article.published", "og:published_time",
)  # fmt: skip
_DATE = re.compile(r"\b((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:(?:written|posted|reported|text)\s+)?(?:by|von|par|por|di|door|av|af)\b[:\s]+", re.IGNORECASE
)
_MOST_AUTHOR = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a page says of itself; empty where it says nothing."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    body: str = ""
    """The whole text of its article, as some pages give it to search engines."""


def read_about(root: HtmlElement) -> About:
    """The description of a page: what it tells search engines, then its meta elements, then marked elements."""
    data = find_article_data(root)
    said = _read_meta(root)
    publisher = read_names(data.get("publisher")) or _first(said, _PUBLISHERS)
    return About(
        title=read_words(data.get("headline")) or _first(said, _TITLES) or _read_title(root),
        author=_find_author(root, data.get("author"), said, publisher),
        publisher=publisher,
        published=_find_date(root, data.get("datePublished"), said),
        url=_find_address(root, said),
        language=_find_language(root, data.get("inLanguage"), said),
        body=read_lines(data.get("articleBody")),
    )


def read_date(text: str) -> str:
    """A date that is written year, month, day, as `YYYY-MM-DD`; empty where there is none.

    >>> read_date("2024-11-28T09:30:00Z"), read_date("20241128"), read_date("soon")
    ('2024-11-28', '2024-11-28', '')
    """
    found = _DATE.search(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else ""
    except ValueError:
        return ""


def _read_meta(root: HtmlElement) -> dict[str, str]:
    """The contents of meta elements by their names in lower case; the first of each counts."""
    said: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = " ".join(element.get("content", "").split())
        if name and content:
            said.setdefault(name.strip().lower().replace("dc:", "dc.").replace("dcterms:", "dcterms."), content)
    return said


def _first(said: dict[str, str], names: tuple[str, ...]) -> str:
    return next((said[name] for name in names if name in said), "")


def _read_title(root: HtmlElement) -> str:
    found = root.find(".//title")
    return " ".join(found.text_content().split()) if found is not None else ""


def _find_author(root: HtmlElement, data: Value, said: dict[str, str], publisher: str) -> str:
    """The byline: names, no addresses, and not the publisher once more."""
    candidates = [read_names(data), *(said.get(name, "") for name in _AUTHORS), *_marked_authors(root)]
    for candidate in candidates:
        name = _BYLINE.sub("", candidate).strip(" ,;|·")
        if name and len(name) <= _MOST_AUTHOR and "://" not in name and "@" not in name and name != publisher:
            return name
    return ""


def _marked_authors(root: HtmlElement) -> Iterator[str]:
    """The text of elements that are marked as the byline."""
    marked = root.xpath(
        "(//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'] | //a[@rel='author']"
        " | //*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]"
        " | //*[contains(concat(' ', normalize-space(@class), ' '), ' author ')])[position() <= 5]"
    )
    for element in marked:
        yield " ".join(element.text_content().split())


def _find_date(root: HtmlElement, data: Value, said: dict[str, str]) -> str:
    candidates = [read_words(data), *(said.get(name, "") for name in _DATES)]
    marked = root.xpath(
        "(//*[@itemprop='datePublished'] | //time[@pubdate] | //article//time[@datetime] | //main//time[@datetime]"
        " | //time[@datetime])[position() <= 5]"
    )
    candidates += [element.get("datetime") or element.get("content") or element.text_content() for element in marked]
    return next((day for candidate in candidates if (day := read_date(candidate))), "")


def _find_address(root: HtmlElement, said: dict[str, str]) -> str:
    """The address that the page gives for itself, if it is one of the web."""
    links = [
        element.get("href", "")
        for element in root.iter("link")
        if "canonical" in element.get("rel", "").lower().split()
    ]
    base = said.get("og:url", "")
    for link in (*links, base):
        try:
            address = urljoin(base, link.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.hostname:
            return str(address)
    return ""


def _find_language(root: HtmlElement, data: Value, said: dict[str, str]) -> str:
    names = (root.get("lang", ""), root.get("{http://www.w3.org/XML/1998/namespace}lang", ""), root.get("xml:lang", ""))
    for name in (*names, said.get("content-language", ""), said.get("og:locale", ""), read_words(data)):
        if found := _LANGUAGE.fullmatch(name.strip()):
            return str(found[1]).lower()
    return ""
