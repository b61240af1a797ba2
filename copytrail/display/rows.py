"""The alignment groups of a comparison: which paragraphs stand beside which, in either text's order.

Each row is led by paragraphs of one side, and shows beside them the paragraphs of the other side that
they share matches with. A paragraph is shown in full once, where it shares most, and as a stub elsewhere;
what shares nothing stands in a row of its own after its neighbour.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from copytrail.display.links import Links, cut_original, find_homes, link_paragraphs, main_partner
from copytrail.display.pieces import Piece, Pieces, Side
from copytrail.model import REUSED, Comparison, Label, Paragraph, ParagraphKind

LONGEST_GROUP = 3
"""So many paragraphs that come from the same one share a row; more would drift apart."""


class RowKind(StrEnum):
    """What a row shows."""

    SHARED = "shared"
    ADDED = "added"
    LEFT_OUT = "left_out"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One paragraph in a row, whole or as a stub of the pieces that this row is about."""

    side: Side
    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    full: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One alignment group; `share` is the part of its leading words that stand on the other side, from 0 to 1."""

    number: int
    kind: RowKind
    originals: tuple[Cell, ...]
    derivatives: tuple[Cell, ...]
    label: Label
    share: float

    @property
    def anchor(self) -> str:
        """The name of the row within the page."""
        return f"row-{self.number}"

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of both sides."""
        return self.originals + self.derivatives

    @property
    def labels(self) -> frozenset[Label]:
        """The labels of all its pieces."""
        return frozenset(piece.label for cell in self.cells for piece in cell.pieces)


@dataclass(frozen=True, slots=True)
class _Group:
    """The numbers of the paragraphs of one side that a row is for."""

    side: Side
    numbers: tuple[int, ...]


class RowPlan:
    """Which paragraphs go into which row; `homes` names for each of the other side the one it stands in full beside."""

    def __init__(self, comparison: Comparison, pieces: Pieces, lead: Side = Side.DERIVATIVE) -> None:
        self.comparison, self.pieces, self.lead = comparison, pieces, lead
        self.other = Side.ORIGINAL if lead is Side.DERIVATIVE else Side.DERIVATIVE
        documents = {Side.ORIGINAL: comparison.original, Side.DERIVATIVE: comparison.derivative}
        self.paragraphs = {side: {p.number: p for p in document.paragraphs} for side, document in documents.items()}
        self.by_paragraph = {side: pieces.by_paragraph(side) for side in Side}
        self.links: Links = link_paragraphs(comparison, pieces, lead)
        self.homes = find_homes(self.links)

    def rows(self) -> tuple[Row, ...]:
        """The rows of the comparison, in the order of the leading side."""
        return tuple(self._row(number, group) for number, group in enumerate(self._groups(), 1))

    def _groups(self) -> Iterator[_Group]:
        """The rows as paragraph numbers, what stands alone put after its neighbour."""
        waiting = self._place_alone()
        yield from waiting[0]
        for group in self._lead_groups():
            yield group
            for number in group.numbers:
                yield from waiting[number]

    def _row(self, number: int, group: _Group) -> Row:
        """The row of a group, with its cells and what it mostly is."""
        own = tuple(self._cell(group.side, each) for each in group.numbers)
        cells = {group.side: own}
        if group.side is self.lead:
            partners = sorted({partner for each in group.numbers for partner in self.links.get(each, ())})
            cells[self.other] = tuple(self._partner(each, group.numbers) for each in partners)
        kind, label, share = _judge(group.side, own, bool(cells.get(self.other)) and group.side is self.lead)
        return Row(
            number=number,
            kind=kind,
            label=label,
            share=share,
            originals=cells.get(Side.ORIGINAL, ()),
            derivatives=cells.get(Side.DERIVATIVE, ()),
        )

    def _lead_groups(self) -> Iterator[_Group]:
        """The leading paragraphs, those that belong together in one group."""
        group: list[int] = []
        for number in self.paragraphs[self.lead]:
            if group and not self._belongs(number, group):
                yield _Group(self.lead, tuple(group))
                group = []
            group.append(number)
        if group:
            yield _Group(self.lead, tuple(group))

    def _belongs(self, number: int, group: list[int]) -> bool:
        """Whether the next leading paragraph shares the row of those before it."""
        mine, theirs = self.links.get(number), self.links.get(group[-1])
        if not mine or not theirs:
            return not mine and not theirs and self._alike(self.lead, group[-1], number)
        shared = {partner for each in group for partner in self.links[each]}
        return len(group) < LONGEST_GROUP and set(mine) <= shared and main_partner(mine) == main_partner(theirs)

    def _place_alone(self) -> defaultdict[int, list[_Group]]:
        """Paragraphs without a partner, by the leading paragraph they stand after (0: before the first)."""
        after = 0 if self.homes else max(self.paragraphs[self.lead], default=0)
        placed: defaultdict[int, list[_Group]] = defaultdict(list)
        for number in self.paragraphs[self.other]:
            after = self.homes.get(number, after)
            if number in self.homes:
                continue
            groups = placed[after]
            before = groups[-1].numbers if groups else ()
            if before and before[-1] == number - 1 and self._alike(self.other, before[-1], number):
                groups[-1] = _Group(self.other, (*before, number))
            else:
                groups.append(_Group(self.other, (number,)))
        return placed

    def _alike(self, side: Side, one: int, other: int) -> bool:
        """Whether two paragraphs are both furniture or both not."""
        furniture = [self.paragraphs[side][each].kind is ParagraphKind.FURNITURE for each in (one, other)]
        return furniture[0] == furniture[1]

    def _cell(self, side: Side, number: int) -> Cell:
        pieces = self.by_paragraph[side].get(number, ())
        return Cell(side=side, paragraph=self.paragraphs[side][number], pieces=pieces)

    def _partner(self, number: int, lead: tuple[int, ...]) -> Cell:
        """A paragraph of the other side: whole at home, else a stub of what it shares with this row."""
        cell = self._cell(self.other, number)
        if self.homes[number] in lead:
            return cell
        links = [self.links[each][number] for each in lead if number in self.links.get(each, {})]
        matches = {match.id: match for link in links for match in link.matches}
        if self.other is Side.DERIVATIVE:
            shared = tuple(piece for piece in cell.pieces if piece.key in matches)
        else:
            cut = (cut_original(self.comparison.original, self.pieces, match) for match in matches.values())
            shared = tuple(piece for each in cut for piece in each if piece.paragraph == number)
        return Cell(side=self.other, paragraph=cell.paragraph, pieces=shared, full=False)


def _judge(side: Side, cells: tuple[Cell, ...], paired: bool) -> tuple[RowKind, Label, float]:
    """What a row is, what its leading words mostly are, and how much of them is reused."""
    if all(cell.paragraph.kind is ParagraphKind.FURNITURE for cell in cells):
        return RowKind.FURNITURE, Label.FURNITURE, 0.0
    words: Counter[Label] = Counter()
    for cell in cells:
        for piece in cell.pieces:
            words[piece.label] += piece.words
    alone = Label.ADDED if side is Side.DERIVATIVE else Label.LEFT_OUT
    reused = {label: words[label] for label in REUSED if words[label]}
    if not paired or not reused:
        return RowKind.SHARED if paired else RowKind(alone.value), alone, 0.0
    share = sum(piece.kept for cell in cells for piece in cell.pieces) / sum(words.values())
    return RowKind.SHARED, max(reused, key=lambda label: reused[label]), share
