"""What the first page and the form for texts say."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count, say_time, shorten
from copytrail.display.visible import show_line
from webapp.contexts.retention import say_day
from webapp.drafting import DraftLine
from webapp.field_views import FormState, FormView
from webapp.records import CaseLine, CaseRecord

CASES_SHOWN, DRAFTS_SHOWN = 12, 3
"""How many cases stand on the first page, and how many unfinished forms before the older ones are folded."""
NAME_LENGTH = 100
"""So many characters of a name are shown in a list."""
HEADING = "What did the article take from the release?"
INTRODUCTION = (
    "See what was copied, lightly edited, paraphrased and added, and what was left out. "
    "The texts stay on this computer."
)
NO_CASES = "No case yet. Put a release and an article into the form."
NO_CASES_BUT_EXAMPLE = "No case yet. Put a release and an article into the form, or open the example."


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """A case or an unfinished form in a list."""

    id: str
    case_id: str | None
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items that changed last, and the older ones to unfold."""

    latest: tuple[ListItem, ...]
    older: tuple[ListItem, ...]
    older_count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The first page: the cases, what is unfinished, and the form for a new case."""

    title: str
    heading: str
    introduction: str
    csrf: str
    cases: tuple[ListItem, ...]
    """Those that changed last; the list has them all."""
    no_cases: str
    """What stands in place of the list of cases while it is empty."""
    drafts: ItemList
    discard_all: str
    """The name of the button that discards them all; empty where there is one at most."""
    example: str
    """The name of the bundled case; empty where there is none."""
    form: FormView
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """The form that adds articles to a stored case."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    form: FormView
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """The form alone, as a fragment."""

    csrf: str
    form: FormView


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNote:
    """What the form says of its own state after it was saved."""

    note: str
    state: FormState | None = None
    """Nothing where nothing was saved."""


def make_home(
    *,
    csrf: str,
    lists: tuple[tuple[CaseLine, ...], tuple[DraftLine, ...]],
    form: FormView,
    example: str,
    notice: str = "",
) -> HomePage:
    """The first page, with the lists of cases and of unfinished forms."""
    cases, drafts = lists
    unfinished = tuple(_show_draft(draft) for draft in drafts if draft.id != form.state.key)
    return HomePage(
        title="Error: please look at the form" if form.errors else HEADING,
        heading=HEADING,
        introduction=INTRODUCTION,
        csrf=csrf,
        cases=tuple(_show_case(case) for case in cases),
        no_cases=NO_CASES_BUT_EXAMPLE if example else NO_CASES,
        drafts=_fold(unfinished, DRAFTS_SHOWN),
        discard_all=f"Discard all {len(unfinished)} for good" if len(unfinished) > 1 else "",
        example=example,
        form=form,
        notice=notice,
    )


def make_form_page(*, csrf: str, case: CaseRecord, form: FormView, notice: str = "") -> FormPage:
    """The page that adds articles."""
    name = show_line(case.name)
    title = f"Add articles to {name}" if not form.errors else "Error: please look at the form"
    return FormPage(title=title, csrf=csrf, case_id=case.id, case_name=name, form=form, notice=notice)


def _fold(items: tuple[ListItem, ...], shown: int) -> ItemList:
    return ItemList(items[:shown], items[shown:], f"{count(len(items) - shown, 'more', 'more')}, older")


def _show_case(case: CaseLine) -> ListItem:
    note = f"{count(case.articles, 'article')}, changed {say_time(case.changed)}"
    note += f", {say_day(case.delete_on).replace('To', 'to', 1)}" if case.delete_on else ""
    return ListItem(id=case.id, case_id=case.id, name=_name_line(case.name), note=note)


def _show_draft(draft: DraftLine) -> ListItem:
    note = f"saved {say_time(draft.changed)}" + (", more articles for a case" if draft.case_id else "")
    return ListItem(id=draft.id, case_id=draft.case_id, name=_name_line(draft.name), note=note)


def _name_line(name: str) -> str:
    """A name short enough for a list; one long word is cut as well."""
    return shorten(show_line(name), NAME_LENGTH)
