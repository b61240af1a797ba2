"""What can be counted about a match, for its card: shared words, score, move, and where else its words are used."""

from __future__ import annotations

from copytrail.display.changes import count_shared
from copytrail.display.moved import Move, say_move
from copytrail.display.naming import shorten
from copytrail.display.pieces import Pieces
from copytrail.display.visible import show_line
from copytrail.display.wording import say_places, say_score, say_shared
from copytrail.model import Comparison, Label, Match


def list_facts(
    comparison: Comparison, pieces: Pieces, moves: dict[str, Move], match: Match
) -> tuple[tuple[str, str], ...]:
    """What can be counted about a match, and its neighbours in both texts."""
    facts = [
        ("Shared", say_shared(*count_shared(match, pieces.original_words, pieces.derivative_words))),
        ("Score", say_score(Label.EDITED if match.corrected else match.label, match.score)),
    ]
    if match.id in moves:
        facts.append(("Moved", say_move(moves[match.id])[1]))
    others = [each for each in comparison.matches if each.id != match.id and _shares_original(match, each)]
    if others:
        facts.append(("Also", _say_others(comparison, pieces, others)))
    return tuple(facts)


def _say_others(comparison: Comparison, pieces: Pieces, others: list[Match]) -> str:
    """Where else in the article the same words of the release are used."""
    ids = {match.id for match in others}
    places = sorted({piece.paragraph for piece in pieces.derivative if piece.key in ids})
    first = shorten(show_line(others[0].derivative.of(comparison.derivative.text)), 60)
    return f"the same words of the release are used again in {say_places(places, 'A')}: “{first}”"


def _shares_original(one: Match, other: Match) -> bool:
    """Whether at least half of one match's release words are used by the other match too."""
    pairs = [(mine, theirs) for mine in one.original for theirs in other.original if mine.overlaps(theirs)]
    shared = sum(min(mine.end, theirs.end) - max(mine.start, theirs.start) for mine, theirs in pairs)
    return 2 * shared >= min(sum(map(len, one.original)), sum(map(len, other.original))) > 0
