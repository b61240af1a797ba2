"""Forms with a reason that was typed: it stays on the page whenever it cannot be kept."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, request, url_for
from flask_wtf.csrf import CSRFError

from copytrail.display.state import read_state
from webapp.contexts import RefusedReason
from webapp.errors import show_problem, show_unavailable
from webapp.faults import StoreBusy, StoreFull, StoreReadOnly, StoreUnavailable
from webapp.views import find_services, go_to_address
from webapp.views.comparison import render_comparison
from webapp.wording import ADVICE, say_done


def keep_reasons(blueprint: Blueprint) -> None:
    """Give a reason back on the page where the form was too old or the database did not take it."""
    blueprint.register_error_handler(CSRFError, _refuse_stale_form)
    blueprint.register_error_handler(StoreUnavailable, _stay_on_page)
    for fault in (StoreBusy, StoreReadOnly, StoreFull):
        blueprint.register_error_handler(fault, _refuse_unkept)


def refuse_reason(message: str, status: int) -> Response:
    """The page as it was, with the reason still in its form."""
    typed = request.form.get("reason", request.form.get("text", ""))
    refused = RefusedReason(request.form.get("claim", ""), typed, message)
    view = request.view_args or {}
    record = find_services().open_comparison(view["case_id"], view["number"])
    state = read_state(request.form)
    response = render_comparison(record, state, refused=refused, status=status)
    response.headers["HX-Replace-Url"] = _find_address() + state.address()
    return response


def go_back(done: str, anchor: str, *, focus: str | None = None) -> Response:
    """The page as it was, at the finding, with what was done to it; or at another passage."""
    state = read_state(request.form)
    query = (state if focus is None else replace(state, focus=focus)).address()
    end = f"#{anchor}" if anchor else ""
    return go_to_address(f"{_find_address()}{query}{'&' if query != '?' else ''}done={done}{end}")


def _find_address() -> str:
    """Where the comparison stands that the form belongs to."""
    view = request.view_args or {}
    return url_for("comparison.show_comparison", case_id=view["case_id"], number=view["number"])


def _refuse_stale_form(_error: CSRFError) -> Response:
    """Keep the reason that was typed into a form that had become too old."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return show_problem(ADVICE["form"], 400)
    return refuse_reason(say_done("stale"), 400)


def _stay_on_page(error: StoreUnavailable) -> Response:
    """Where the page itself cannot be read anew, it stays as it is, with the reason in its form."""
    response = show_unavailable(error)
    response.headers["HX-Reswap"] = "none"
    return response


def _refuse_unkept(error: StoreUnavailable) -> Response:
    """Keep the reason on the page where the database could not."""
    response = refuse_reason(f"{error} Nothing was changed: please try again.", 503)
    response.headers["Retry-After"] = "5"
    return response
