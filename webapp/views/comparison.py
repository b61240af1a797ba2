"""The comparison page: one article beside its release, whole or as a fragment, and the kinds of its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, current_app, request, url_for

from copytrail.display.page import view_comparison
from copytrail.display.state import PageState, read_state
from copytrail.model import Comparison, ParagraphKind
from webapp.contexts import NoteDesk, RefusedReason, Then, Ways, make_comparison
from webapp.contexts.notes import count_wordings
from webapp.contexts.rows import Shown, write_rows
from webapp.ids import make_id
from webapp.notes import LONGEST_NOTE
from webapp.presence import find_person, find_rights
from webapp.records import CaseRecord, ComparisonRecord
from webapp.security import make_token
from webapp.views import find_desk, find_services, go_to_address, show, wants_fragment

blueprint = Blueprint("comparison", __name__, url_prefix="/cases/<case_id>/articles/<int:number>")

KINDS = {"body": ParagraphKind.BODY, "furniture": ParagraphKind.FURNITURE}
"""What a person can say of a paragraph: part of the text, or not."""
SIDES = ("original", "derivative")
LARGEST_KEPT = 100_000
"""So many characters may both texts have for their view to be kept in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A person's word on one paragraph of one side."""

    in_original: bool
    paragraph: int
    kind: str

    @property
    def name(self) -> str:
        """The paragraph as the page calls it, R2 or A3."""
        return f"{'R' if self.in_original else 'A'}{self.paragraph}"


@blueprint.get("")
def show_comparison(case_id: str, number: int) -> Response:
    """The comparison as the address asks for it."""
    return render_comparison(find_services().open_comparison(case_id, number), read_state(request.args))


@blueprint.post("/paragraphs")
def set_kind(case_id: str, number: int) -> Response:
    """Restore a paragraph or set it aside as furniture, and compare again."""
    choice = _read_choice()
    services = find_services()
    case = services.open_case(case_id)
    article = case.find_article(number)
    document = case.original if choice.in_original else article
    find_desk().cleaning.set_kind(case_id, document.id, choice.paragraph, KINDS[choice.kind], person=find_person())
    return go_to_address(_address_choice(case_id, number, choice))


def render_comparison(
    record: ComparisonRecord,
    state: PageState,
    *,
    refused: RefusedReason | None = None,
    then: Then | None = None,
    status: int = 200,
) -> Response:
    """The comparison in this state, whole or as a fragment; a reason that was refused stands in its form."""
    shown, ways, desk = find_shown(record, state), _lead_on(record), make_note_desk(record, "card")
    page = make_comparison(csrf=make_token(), record=record, shown=shown, ways=ways, notes=desk, refused=refused)
    if then:
        page = replace(page, past=then, former="", ways=replace(ways, here=then.address))
    page = replace(page, may_edit=find_rights().writes and not then)
    return show("comparison/_fragment.html" if wants_fragment() else "comparison/page.html", page, status)


def make_note_desk(record: ComparisonRecord, back: str) -> NoteDesk:
    """What the forms of notes need on a page."""
    notes = record.review.notes
    own = find_desk().noting.list_own(record.case.id, find_person()) if notes else frozenset[str]()
    return NoteDesk(key=make_id(), turn=count_wordings(notes), own=own, limit=LONGEST_NOTE, back=back)


def find_shown(record: ComparisonRecord, state: PageState) -> Shown:
    """What the page shows; of ordinary texts that is kept for the next reader who opens the same page."""
    comparison = record.noted
    if len(comparison.original.text) + len(comparison.derivative.text) > LARGEST_KEPT:
        return _make_shown(comparison, state)
    traced = tuple(each.also_in for each in comparison.additions)
    key = (record.digest, record.review, record.number, traced, state)
    return find_desk().shelf.fetch(key, lambda: _make_shown(comparison, state))


def _make_shown(comparison: Comparison, state: PageState) -> Shown:
    """What the page shows, with its rows as the template writes them from themselves alone."""
    template = current_app.jinja_env.get_template("comparison/_rows.html")
    return write_rows(view_comparison(comparison, state), vars(template.module)["write_rows"])


def _lead_on(record: ComparisonRecord) -> Ways:
    """The case, and the articles before and after this one."""
    case, number = record.case, record.number
    addresses = ["", *address_articles(case), ""]
    return Ways(
        here=addresses[number],
        case=url_for("cases.show_case", case_id=case.id),
        previous=addresses[number - 1],
        following=addresses[number + 1],
    )


def address_articles(case: CaseRecord) -> tuple[str, ...]:
    """The addresses of the comparisons of a case, in the order of its articles."""
    numbers = range(1, len(case.articles) + 1)
    return tuple(url_for("comparison.show_comparison", case_id=case.id, number=number) for number in numbers)


def _read_choice() -> Choice:
    """What the form says of a paragraph; nonsense is refused."""
    kind, paragraph, side = (request.form.get(name, "") for name in ("kind", "paragraph", "side"))
    if kind not in KINDS or side not in SIDES or not paragraph.isascii() or not paragraph.isdigit():
        abort(400)
    return Choice(in_original=side == "original", paragraph=int(paragraph[:9]), kind=kind)


def _address_choice(case_id: str, number: int, choice: Choice) -> str:
    """The page as it was, at the paragraph, with what was done to it."""
    address = url_for("comparison.show_comparison", case_id=case_id, number=number)
    query = read_state(request.form).address()
    return f"{address}{query}{'&' if query != '?' else ''}done={choice.name}.{choice.kind}#{choice.name}"
