"""What is said of a page that a browser sent here, and how to send one."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import shorten
from copytrail.display.visible import show_line
from webapp.inbox import SentPage
from webapp.records import CaseLine
from webapp.wording import say_size

CASES_OFFERED = 8
NAME_LENGTH = 100
BOOKMARKLET = (
    "javascript:(()=>{{const f=document.createElement('form');f.method='post';f.action='{address}';"
    "f.target='_blank';f.enctype='multipart/form-data';f.acceptCharset='utf-8';f.hidden=true;"
    "for(const [n,v] of [['html',document.documentElement.outerHTML],['url',location.href],['title',document.title]])"
    "{{const i=document.createElement('textarea');i.name=n;i.value=v;f.append(i)}}"
    "document.body.append(f);f.submit();f.remove()}})()"
)


@dataclass(frozen=True, slots=True)
class CaseOffer:
    """A case that the page can be added to."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPageView:
    """A page that arrived, and what it can become."""

    title: str
    csrf: str
    key: str
    name: str
    about: str
    problem: str
    cases: tuple[CaseOffer, ...]


@dataclass(frozen=True, slots=True)
class ArrivedPage:
    """The answer to the browser that sent a page."""

    title: str
    key: str


@dataclass(frozen=True, slots=True)
class SendingPage:
    """How a page is sent here from a browser."""

    title: str
    address: str
    bookmarklet: str


def make_sent_page(
    *, csrf: str, key: str, page: SentPage, cases: tuple[CaseLine, ...], problem: str = ""
) -> SentPageView:
    """A page that arrived, with the cases that changed last."""
    offers = tuple(CaseOffer(case.id, shorten(show_line(case.name), NAME_LENGTH)) for case in cases)
    size = say_size(len(page.html.encode("utf-8", "replace")))
    return SentPageView(
        title="A page arrived from your browser",
        csrf=csrf,
        key=key,
        name=shorten(show_line(page.title or page.url or "A page without a title"), NAME_LENGTH),
        about=f"{shorten(show_line(page.url), NAME_LENGTH)} · {size}" if page.url else size,
        problem=problem,
        cases=offers,
    )


def make_sending_page(address: str) -> SendingPage:
    """How to send pages to the Copytrail at this address."""
    return SendingPage("Send pages from your browser", address, BOOKMARKLET.format(address=address))
