"""What is worth checking: the alarms at the top and the lists at the side, each a link to its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from copytrail.display.findings import FindingLine, find_piece, keep_open
from copytrail.display.highlight import CLASSES
from copytrail.display.moved import Move
from copytrail.display.naming import count, name_finding, shorten
from copytrail.display.pieces import Piece, Pieces, Side
from copytrail.display.state import PageState, View
from copytrail.display.visible import show_line
from copytrail.model import Comparison, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One entry of a list: its words, where it stands, and the way there."""

    title: str
    text: str
    place: str
    address: str
    css: str


@dataclass(frozen=True, slots=True)
class NoteList:
    """A list of the rail with its name."""

    name: str
    key: str
    notes: tuple[Note, ...]
    grave: bool = False
    """Whether it lists findings."""
    in_ledger: bool = False
    """Whether a ledger lists the same with more words."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A sentence at the top with the way to what it is about."""

    text: str
    address: str
    grave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """Everything that the lists at the side and the alarms at the top are made from."""

    comparison: Comparison
    pieces: Pieces
    moves: dict[str, Move]
    state: PageState


def list_notes(rail: Rail, lines: Iterable[FindingLine]) -> tuple[NoteList, ...]:
    """The lists: open findings by kind, additions, what was left out, what moved; those that hold something."""
    added = _of_label(rail.pieces.derivative, Label.ADDED)
    omitted = _of_label(rail.pieces.original, Label.LEFT_OUT)
    moved = [piece for piece in rail.pieces.derivative if piece.first and piece.key in rail.moves]
    lists = [
        *_list_findings(rail, lines),
        NoteList("Added", "added", tuple(_note(rail, piece) for piece in added), in_ledger=True),
        NoteList("Left out", "left-out", tuple(_note(rail, piece) for piece in omitted), in_ledger=True),
        NoteList("Moved", "moved", tuple(_note(rail, piece) for piece in moved)),
    ]
    return tuple(each for each in lists if each.notes)


def list_alarms(rail: Rail, lists: tuple[NoteList, ...]) -> tuple[Alarm, ...]:
    """The alarms: findings first and grave, then how much was added, left out and moved."""
    words = {
        "added": lambda number: f"{count(number, 'passage')} added",
        "left-out": lambda number: f"{count(number, 'passage')} left out",
        "moved": lambda number: f"{count(number, 'passage')} moved",
    }
    show = {"added": (Label.ADDED,), "left-out": (Label.LEFT_OUT,)}
    alarms = []
    for each in lists:
        number = len(each.notes)
        if each.key not in words:
            text = f"{number:,} {name_finding(each.key.replace('-', '_'), number)}"
            alarms.append(Alarm(text, each.notes[0].address, grave=True))
        elif each.key in show:
            alarms.append(Alarm(words[each.key](number), replace(rail.state, show=show[each.key], focus="").address()))
        else:
            alarms.append(Alarm(words[each.key](number), each.notes[0].address))
    return tuple(alarms)


def focus_address(state: PageState, piece: Piece) -> str:
    """The address that opens the detail of a passage; the report, which has none, leads to the rows."""
    view = View.ALIGNED if state.view is View.REPORT else state.view
    return replace(state, focus=piece.key, view=view).address(piece.anchor)


def address_finding(rail: Rail, line: FindingLine) -> str:
    """The way to a finding; in the report, which has no cards, only to its mark."""
    anchor = line.places[0].address if line.places else ""
    if rail.state.view is View.REPORT:
        return f"#{anchor}"
    piece = find_piece(rail.pieces, line.finding)
    return replace(rail.state, focus=piece.key if piece else rail.state.focus).address(anchor)


def _of_label(pieces: Iterable[Piece], label: Label) -> list[Piece]:
    return [piece for piece in pieces if piece.label is label and piece.first]


def _note(rail: Rail, piece: Piece) -> Note:
    """A passage as an entry: its beginning, its paragraph, its length."""
    document = rail.comparison.original if piece.side is Side.ORIGINAL else rail.comparison.derivative
    place = f"{piece.side.letter}{piece.paragraph} · {count(piece.words, 'word')}"
    if piece.key in rail.moves:
        place = f"A{piece.paragraph} · from R{rail.moves[piece.key].paragraph}"
    return Note(
        title="",
        text=shorten(show_line(piece.span.of(document.text))),
        place=place,
        address=focus_address(rail.state, piece),
        css=CLASSES[piece.label],
    )


def _list_findings(rail: Rail, lines: Iterable[FindingLine]) -> list[NoteList]:
    """One list for each kind of finding, in the order in which the kinds first appear."""
    kinds: dict[str, list[Note]] = {}
    for line in keep_open(lines):
        kinds.setdefault(line.kind, []).append(_finding_note(rail, line))
    return [
        NoteList(name_finding(kind, len(notes)).capitalize(), kind.replace("_", "-"), tuple(notes), grave=True)
        for kind, notes in kinds.items()
    ]


def _finding_note(rail: Rail, line: FindingLine) -> Note:
    """A finding as an entry that leads to its mark and opens the card of its passage."""
    return Note(
        title=line.title,
        text=line.why,
        place=" · ".join(place.name for place in line.places),
        address=address_finding(rail, line),
        css="alert",
    )
