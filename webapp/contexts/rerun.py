"""What the page about a newer result says: passages with another label, findings gone and new, shares."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.links import find_paragraph
from copytrail.display.naming import NAMES, count, name_finding, say_part, say_time, shorten
from copytrail.display.visible import show_line
from copytrail.display.wording import say_why
from copytrail.measures import Measures, measure
from copytrail.model import Comparison, Finding
from copytrail.rerun import LabelChange, hold_results
from webapp.past.former import Results
from webapp.records import ComparisonRecord, FormerComparison

UNREADABLE = "The former result cannot be read any more, so what changed cannot be shown."
KEPT_UNTIL = (
    "Both results as the machine made them; what you corrected is not listed. The former result is kept for 90 days, "
    "or until you keep the new one. Corrections and notes stay."
)
_SHARES = ("copied", "edited", "paraphrased", "added", "verbatim")


@dataclass(frozen=True, slots=True)
class Share:
    """A share before and now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Words with what became of them."""

    text: str
    about: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RerunPage:
    """A newer result held against the one that people saw before."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    number: int
    summary: str
    note: str
    can_keep: bool
    lists: tuple[tuple[str, tuple[Changed, ...]], ...]
    shares: tuple[Share, ...]
    lost: str
    """How many notes and corrections find no place in the new result."""


def say_former(former: FormerComparison) -> str:
    """Who made the result before, and when it was replaced."""
    return (
        f"Made by Copytrail {former.engine or 'of unknown version'} on {say_time(former.computed)}, "
        f"compared anew on {say_time(former.replaced)}."
    )


def make_rerun(record: ComparisonRecord, results: Results | None, *, csrf: str) -> RerunPage:
    """The page for one article."""
    name = show_line(record.case.name)
    noted = record.noted
    lost = sum(not each.is_placed for each in noted.notes) + len(noted.unplaced) + len(noted.unplaced_corrections)
    return RerunPage(
        title=f"What changed · {name}",
        csrf=csrf,
        case_id=record.case.id,
        case_name=name,
        number=record.number,
        summary=say_former(record.former) if record.former else "This comparison was not made anew.",
        note=KEPT_UNTIL if results else UNREADABLE if record.former else "",
        can_keep=record.former is not None,
        lists=_list_all(results, noted) if results else (),
        shares=_list_shares(results) if results else (),
        lost=f"{count(lost, 'note, correction or dismissal', 'notes, corrections and dismissals')} found no place "
        "in the new result and are listed as such."
        if lost
        else "",
    )


def _list_all(results: Results, now: Comparison) -> tuple[tuple[str, tuple[Changed, ...]], ...]:
    """What changed where nobody corrected it."""
    before, after = results
    changes = hold_results(before, after)
    by_hand = [each.span for each in now.corrections]
    labels = [each for each in changes.labels if not any(each.span.overlaps(span) for span in by_hand)]
    return (
        ("Passages with another label", tuple(_show_label(after, each) for each in labels)),
        ("Findings that are gone", tuple(_show_finding(before, each) for each in changes.gone)),
        ("New findings", tuple(_show_finding(after, each) for each in changes.new)),
    )


def _show_label(comparison: Comparison, change: LabelChange) -> Changed:
    words = shorten(show_line(change.span.of(comparison.derivative.text)), 160)
    place = f"A{find_paragraph(comparison.derivative, change.span.start)}"
    return Changed(f"“{words}”", f"{NAMES[change.before]} became {NAMES[change.after]}", place)


def _show_finding(comparison: Comparison, finding: Finding) -> Changed:
    places = []
    if finding.derivative:
        places.append(f"A{find_paragraph(comparison.derivative, finding.derivative.start)}")
    if finding.original:
        places.append(f"R{find_paragraph(comparison.original, finding.original.start)}")
    return Changed(name_finding(finding.kind).capitalize(), say_why(finding.why), ", ".join(places))


def _list_shares(results: Results) -> tuple[Share, ...]:
    before, after = (measure(each) for each in results)
    return tuple(Share(name, _say(before, name), _say(after, name)) for name in _SHARES)


def _say(measures: Measures, name: str) -> str:
    number, words = getattr(measures.derivative, name), measures.derivative.text
    return f"{say_part(number, words)} ({number:,} of {words:,})"
