"""Pages over all articles of a case: the grid, and of a large case the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, request

from webapp.contexts.grid import GridState, Only, Sort, make_grid
from webapp.contexts.large_ledger import PAGE_COLUMNS, make_large_ledger
from webapp.contexts.progress import say_work
from webapp.views import find_desk, read_page, show
from webapp.views.case_page import open_summed
from webapp.views.comparison import address_articles

blueprint = Blueprint("grid", __name__, url_prefix="/cases/<case_id>")


@blueprint.get("/grid")
def show_grid(case_id: str) -> Response:
    """Paragraphs of the release against articles."""
    summed, release = open_summed(case_id), find_desk().summing.read_release(case_id)
    page = make_grid(summed, release, _read_state(request.args), work=say_work(summed.standing))
    return show("grid/page.html", page)


@blueprint.get("/ledger")
def show_ledger(case_id: str) -> Response:
    """What became of speech, facts and names, so many articles at a time."""
    services = find_desk().services
    case = services.open_case(case_id)
    last = max(0, len(case.articles) - 1) // PAGE_COLUMNS
    first = min(max(0, read_page(request.args) - 1), last) * PAGE_COLUMNS
    numbers = [article.place for article in case.articles[first : first + PAGE_COLUMNS]]
    records = services.open_some(case_id, numbers)
    page = make_large_ledger(case, records, first=first, addresses=address_articles(case))
    return show("grid/ledger.html", page)


def _read_state(values: Mapping[str, str]) -> GridState:
    """What the address asks for; nonsense asks for nothing."""
    sorts, filters = {each.value: each for each in Sort}, {each.value: each for each in Only}
    return GridState(
        sorts.get(values.get("sort", ""), Sort.ORDER), filters.get(values.get("only", ""), Only.ALL), read_page(values)
    )
