"""The list of cases: found, sorted and sieved; what is done with several of them at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, request, url_for

from webapp.catalogue.asking import Asking, CaseState, read_asking
from webapp.catalogue.tags import BadTags, read_tags
from webapp.contexts.catalogue import make_catalogue, name_chosen
from webapp.contexts.catalogue_lines import Refusal
from webapp.contexts.shelving import list_left_of_several
from webapp.presence import find_person, find_rights
from webapp.security import make_token
from webapp.teaching.prepared import LessonLine
from webapp.views import find_desk, go_to_address, show, wants_fragment

blueprint = Blueprint("catalogue", __name__, url_prefix="/cases")


@blueprint.get("")
def show_list() -> Response:
    """The cases that the address asks for."""
    find_desk().catalogue.shelving.empty_trash()
    return _render(read_asking(request.args), done=request.args.get("done", ""))


@blueprint.post("/several")
def change_several() -> Response:
    """Archive, bring back, throw away, restore, delete or tag the chosen cases."""
    asking = read_asking(request.form)
    chosen = name_chosen(request.form.getlist("case"))
    act = request.form.get("act", "")
    if not chosen:
        return _go_back(asking, "none")
    if act == "tag":
        return _add_tags(asking, chosen)
    shelving, person = find_desk().catalogue.shelving, find_person()
    acts: dict[str, tuple[str, Callable[[], int]]] = {
        "archive": ("archived", lambda: shelving.archive(chosen, person)),
        "back": ("back", lambda: shelving.bring_back(chosen, person)),
        "trash": ("trashed", lambda: shelving.throw_away(chosen, person)),
        "restore": ("restored", lambda: shelving.restore(chosen, person)),
        "delete": ("deleted", lambda: shelving.delete(chosen)),
    }
    if act not in acts:
        return _go_back(asking, "")
    done, move = acts[act]
    number = move()
    is_final = done == "trashed" and not shelving.trash_days
    return _go_back(asking, f"{'deleted' if is_final else done}.{number}")


@blueprint.post("/trash/empty")
def empty_trash() -> Response:
    """Delete all that lies in the trash for good."""
    desk, rights = find_desk(), find_rights()
    catalogue = desk.catalogue
    lying = catalogue.finding.list_trashed()
    own = tuple(each for each in lying if rights.is_admin or desk.access.find_standing(each, rights.viewer).owns)
    number = catalogue.shelving.delete(own)
    return _go_back(Asking(state=CaseState.TRASHED), f"deleted.{number}")


def _add_tags(asking: Asking, chosen: tuple[str, ...]) -> Response:
    typed = request.form.get("tags", "")
    try:
        tags = read_tags(typed)
    except BadTags as error:
        return _render(asking, refusal=Refusal(chosen, typed, str(error)))
    if not tags:
        return _render(asking, done="no-tags", refusal=Refusal(chosen))
    return _go_back(asking, f"tagged.{find_desk().catalogue.tagging.add(chosen, tags, find_person())}")


def _go_back(asking: Asking, done: str) -> Response:
    """The list as it was, with what was done."""
    query = urlencode({**asking.query, **({"done": done} if done else {})})
    return go_to_address(f"{url_for('catalogue.show_list')}{'?' if query else ''}{query}")


def _render(asking: Asking, *, done: str = "", refusal: Refusal | None = None) -> Response:
    catalogue = find_desk().catalogue
    found = catalogue.finding.find(asking)
    own = find_desk().access.list_managed([line.id for line in found.lines], find_rights())
    page = make_catalogue(
        csrf=make_token(),
        asking=asking,
        found=replace(found, lines=tuple(replace(line, is_own=line.id in own) for line in found.lines)),
        shelving=catalogue.shelving,
        done=done,
        refusal=refusal,
    )
    left = list_left_of_several(_list_lessons(asking, [line.id for line in found.lines]))
    page = replace(page, lessons=left)
    status = 422 if refusal else 200
    return show("catalogue/_found.html" if wants_fragment() else "catalogue/page.html", page, status)


def _list_lessons(asking: Asking, shown: list[str]) -> tuple[LessonLine, ...]:
    """The lessons of cases that this page can delete for good: all in the trash, or where there is none, these."""
    desk = find_desk()
    if asking.state is CaseState.TRASHED:
        return desk.preparing.list_made_from(*desk.catalogue.finding.list_trashed())
    return () if desk.catalogue.shelving.trash_days else desk.preparing.list_made_from(*shown)
