"""What the page of a comparison says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.correction_wording import name_correction
from copytrail.display.naming import count
from copytrail.display.page import ComparisonView
from copytrail.display.visible import show_line
from webapp.checking import SHORT_LIMIT
from webapp.records import ComparisonRecord


@dataclass(frozen=True, slots=True)
class ExportLink:
    """A file to take away."""

    name: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class RefusedReason:
    """A reason that could not be kept: for which finding, what was typed, and why it was refused."""

    claim: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The addresses that lead on from a comparison; empty where there is nothing to lead to."""

    here: str
    case: str = ""
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """One article beside its release, with the way to its neighbours and to the files."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    number: int
    place: str
    ways: Ways
    exports: tuple[ExportLink, ...]
    view: ComparisonView
    reason_limit: int
    """So many characters may a reason have."""
    seen: str
    """What the page shows, by which a correction made on it is known to be about the same."""
    turn: int
    """Counts what was corrected, so that no field keeps what was typed for an earlier correction."""
    undo: str
    """What undoing would take back; empty where there is nothing."""
    redo: str
    refused: RefusedReason | None = None
    may_edit: bool = True
    """Whether whoever looks at it may change anything; else no form that does stands on it."""

    @property
    def adrift(self) -> RefusedReason | None:
        """The refused reason where its form is not on the page, so that it stands at the top."""
        checks = self.view.detail.checks if self.view.detail else ()
        forms = {check.line.claim for check in checks if not check.line.dismissed}
        return self.refused if self.refused and self.refused.claim not in forms else None


EXPORTS = (
    ExportLink("html", "Report (HTML)", "one file that opens anywhere and prints"),
    ExportLink("json", "Data (JSON)", "every passage with its place and its reason"),
    ExportLink("csv", "Table (CSV)", "one line per finding, passage, quotation, fact and sentence, for a spreadsheet"),
    ExportLink("text", "Plain text", "the marked text, to paste into a message"),
)
"""The files of the export menu, the one most people want first."""


def make_comparison(
    *, csrf: str, record: ComparisonRecord, view: ComparisonView, ways: Ways, refused: RefusedReason | None = None
) -> ComparisonPage:
    """The page of one comparison, seen in the state its address asks for."""
    articles = len(record.case.articles)
    return ComparisonPage(
        title=view.window,
        csrf=csrf,
        case_id=record.case.id,
        case_name=show_line(record.case.name),
        number=record.number,
        place=f"1 release, {count(articles, 'article')} · article {record.number} of {articles}",
        ways=ways,
        exports=EXPORTS,
        view=view,
        reason_limit=SHORT_LIMIT,
        seen=record.seen,
        turn=len(record.acts.entries),
        undo=name_correction(record.acts.undoable) if record.acts.undoable else "",
        redo=name_correction(record.acts.redoable) if record.acts.redoable else "",
        refused=refused,
    )
