"""What the page of a comparison says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.correction_wording import name_correction
from copytrail.display.naming import count
from copytrail.display.page import ComparisonView
from copytrail.display.visible import show_line
from webapp.acts import Entry, Verb
from webapp.checking import SHORT_LIMIT
from webapp.contexts.rerun import say_former
from webapp.contexts.rows import Shown, ShownFold
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
class NoteDesk:
    """What the forms of notes need."""

    key: str
    """Can be used once, so that impatient clicks make one note."""
    turn: int
    """Grows whenever somebody writes, so that no field keeps what was typed for an earlier note."""
    own: frozenset[str]
    """The ids of the notes and answers that the one at the desk wrote."""
    limit: int
    """So many characters may a note have."""
    back: str
    """Which page the forms stand on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """An earlier state that a page shows instead of what stands now."""

    time: str
    address: str
    seen: str
    """What stands now, so that nothing is brought back over what nobody saw."""
    refused: str = ""


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
    folds: tuple[ShownFold, ...]
    """Its rows."""
    reason_limit: int
    """So many characters may a reason have."""
    seen: str
    """What the page shows, by which a correction made on it is known to be about the same."""
    turn: int
    """Counts what was corrected, so that no field keeps what was typed for an earlier correction."""
    undo: str
    """What undoing would take back; empty where there is nothing."""
    redo: str
    notes: NoteDesk
    refused: RefusedReason | None = None
    former: str = ""
    """That a newer engine made it anew, until somebody says that the new result is kept."""
    past: Then | None = None
    """The earlier state that it shows, read-only; none where it shows what stands now."""
    may_edit: bool = True
    """Whether whoever looks at it may change anything; else no form that does stands on it."""

    @property
    def adrift(self) -> RefusedReason | None:
        """The refused reason where its form is not on the page, so that it stands at the top."""
        checks = self.view.detail.checks if self.view.detail else ()
        if self.refused and self.refused.claim == "here":
            return self.refused
        forms = {check.line.claim for check in checks if not check.line.dismissed}
        return self.refused if self.refused and self.refused.claim not in forms else None


NO_DESK = NoteDesk(key="", turn=0, own=frozenset(), limit=0, back="")
"""For pages on which nobody writes."""
DROPPED = "Dropped: "
WENT_BACK = "Went back to an earlier state"
EXPORTS = (
    ExportLink("html", "Report (HTML)", "one file that opens anywhere and prints"),
    ExportLink("json", "Data (JSON)", "every passage with its place and its reason"),
    ExportLink("csv", "Table (CSV)", "one line per finding, passage, quotation, fact and sentence, for a spreadsheet"),
    ExportLink("text", "Plain text", "the marked text, to paste into a message"),
)
"""The files of the export menu, the one most people want first."""


def make_comparison(
    *,
    csrf: str,
    record: ComparisonRecord,
    shown: Shown,
    ways: Ways,
    notes: NoteDesk,
    refused: RefusedReason | None = None,
) -> ComparisonPage:
    """The page of one comparison, seen in the state its address asks for."""
    articles = len(record.case.articles)
    return ComparisonPage(
        title=shown.view.window,
        csrf=csrf,
        case_id=record.case.id,
        case_name=show_line(record.case.name),
        number=record.number,
        place=f"1 release, {count(articles, 'article')} · article {record.number} of {articles}",
        ways=ways,
        exports=EXPORTS,
        view=shown.view,
        folds=shown.folds,
        reason_limit=SHORT_LIMIT,
        seen=record.seen,
        turn=len(record.acts.entries),
        undo=name_entry(record.acts.undoable),
        redo=name_entry(record.acts.redoable),
        notes=notes,
        refused=refused,
        former=say_former(record.former) if record.former else "",
    )


def name_entry(entry: Entry | None) -> str:
    """What an entry of the log did, in words; nothing where there is none."""
    if entry is None:
        return ""
    if entry.correction:
        return f"{DROPPED if entry.verb is Verb.DROP else ''}{name_correction(entry.correction)}"
    return WENT_BACK
