"""What the page of a case's zip files says: what one would hold, how far each is, until when it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

from copytrail.display.naming import count, say_time
from copytrail.display.visible import show_line
from webapp.export_form import read_choices
from webapp.parcels.values import Parcel, ParcelState
from webapp.records import CaseRecord

ADVICE = (
    "It is made in the background, which takes about half a second for each article. You may leave this page: the work "
    "goes on, also after a restart. Each file is kept for a day and is deleted with its case."
)
_SAID = {
    "notes": "without reasons and notes",
    "names": "without names",
    "findings_only": "findings only",
    "colours": "for grey printers",
    "paper": "on Letter",
    "layout": "both texts in a table in Word",
    "bom": "tables with a byte order mark",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelLine:
    """One zip file."""

    id: str
    holds: str
    asked: str
    state: str
    percent: int
    """How much is done, while it is being made; 0 where it is not."""
    is_open: bool
    is_made: bool
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelsPage:
    """The zip files of a case."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    chosen: tuple[tuple[str, str], ...]
    """What goes with the form, by name."""
    holds: str
    advice: str
    lines: tuple[ParcelLine, ...]
    is_running: bool
    says: str
    """What is said aloud: how many are made."""


def make_parcels(case: CaseRecord, parcels: Sequence[Parcel], *, csrf: str, choices: str) -> ParcelsPage:
    """The page, with what was chosen of the file that can be asked for."""
    made = sum(parcel.state is ParcelState.DONE for parcel in parcels)
    return ParcelsPage(
        title=f"Zip files · {show_line(case.name)}",
        csrf=csrf,
        case_id=case.id,
        case_name=show_line(case.name),
        chosen=tuple(parse_qsl(choices)),
        holds=f"{count(len(case.articles), 'article')}: {say_choices(choices)}",
        advice=ADVICE,
        lines=tuple(_show(parcel, case.changed) for parcel in parcels),
        is_running=any(parcel.is_open for parcel in parcels),
        says=f"{count(made, 'zip file')} ready." if made else "",
    )


def say_choices(choices: str) -> str:
    """What was chosen, in words.

    >>> say_choices("formats=pdf,docx&without-names=yes")
    'pdf, docx; without names'
    """
    options = read_choices(dict(parse_qsl(choices)))
    said = [_SAID[name] for name in options.list_chosen() if name in _SAID]
    if options.short_quotes:
        said.append(f"short quotes of {options.short_quotes} words")
    if options.made:
        said.append(f"dated {options.made.isoformat()}")
    return "; ".join((", ".join(options.formats) or "all formats", *said))


def _show(parcel: Parcel, changed: datetime) -> ParcelLine:
    return ParcelLine(
        id=parcel.id,
        holds=f"{count(parcel.articles, 'article')}: {say_choices(parcel.choices)}",
        asked=f"Asked for on {say_time(parcel.asked)}",
        state=_say_state(parcel),
        percent=100 * parcel.done // max(1, parcel.articles),
        is_open=parcel.is_open,
        is_made=parcel.state is ParcelState.DONE,
        changed="The case has changed since." if changed > parcel.asked else "",
    )


def _say_state(parcel: Parcel) -> str:
    if parcel.state is ParcelState.DONE:
        return f"{max(parcel.size, 100_000) / 1_000_000:.1f} MB, kept until {say_time(parcel.until)}"
    if parcel.state is ParcelState.FAILED:
        return "It could not be made. Please try again, perhaps with fewer formats."
    if parcel.state is ParcelState.WAITING:
        return "It is begun in a moment."
    return f"{parcel.done:,} of {count(parcel.articles, 'article')} done."
