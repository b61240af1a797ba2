"""The page of a case, whichever way a reader came to it."""

from __future__ import annotations

from typing import Unpack

from flask import Response, request

from webapp.contexts import CaseContent, make_case
from webapp.contexts.case import PAGE_ARTICLES, Beside
from webapp.contexts.progress import say_work
from webapp.contexts.shelving import show_shelving
from webapp.records import CaseRecord
from webapp.security import make_token
from webapp.summaries.summing import SummedCase, list_summed
from webapp.views import find_desk, read_page, show
from webapp.views.comparison import address_articles

MOST_WORDS = 60_000
"""A case whose comparisons hold more words than these is shown by its summaries."""


def render_case(case_id: str, *, tags: tuple[str, str] = ("", ""), **beside: Unpack[Beside]) -> Response:
    """The whole page; what could not be kept stands in its fields."""
    catalogue = find_desk().catalogue
    content = _open_content(find_desk().services.open_case(case_id))
    lessons = find_desk().preparing.list_made_from(case_id)
    known = catalogue.tagging.list_all()
    shelving = show_shelving(content.case, known, catalogue.shelving, lessons=lessons, refused=tags)
    page = make_case(csrf=make_token(), content=content, shelving=shelving, **beside)
    is_refused = bool(tags[1]) or not beside.keys().isdisjoint({"renaming", "describing", "keeping"})
    return show("case/page.html", page, 422 if is_refused else 200)


def is_large(case: CaseRecord) -> bool:
    """Whether a case holds more than one page about all of its comparisons can say in time."""
    words = sum(article.words + case.original.words for article in case.articles)
    return len(case.articles) > PAGE_ARTICLES or words > MOST_WORDS


def open_summed(case_id: str) -> SummedCase:
    """The case by its summaries, brought up to date first where that is quickly done."""
    desk = find_desk()
    if not desk.queue.open_standing(case_id).is_ready and not desk.queue.is_long(case_id):
        desk.services.open_comparisons(case_id)
    return desk.summing.open(case_id)


def _open_content(case: CaseRecord) -> CaseContent:
    desk = find_desk()
    if is_large(case) or desk.queue.is_long(case.id):
        summed = open_summed(case.id)
        return CaseContent(
            case=summed.standing.record,
            summaries=summed.summaries,
            addresses=address_articles(summed.standing.record),
            failed=summed.standing.failed,
            is_large=True,
            page=read_page(request.args),
            work=say_work(summed.standing),
        )
    comparisons = desk.services.open_comparisons(case.id)
    return CaseContent(
        case=case,
        summaries=list_summed(comparisons),
        addresses=address_articles(case),
        comparisons=comparisons,
        failed=desk.queue.open_standing(case.id).failed,
    )
