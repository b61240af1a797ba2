"""What is always true of a comparison, in whatever order people corrected it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copytrail import Comparison, compare, read_plain
from copytrail.codec import comparison_from_data, comparison_to_data
from copytrail.corrections import (
    CannotCorrect,
    join_matches,
    pair_stretch,
    relabel_match,
    repair_match,
    set_speaker,
    split_match,
    unpair_match,
)
from copytrail.intake.furniture import set_kinds
from copytrail.measures import measure
from copytrail.model import REUSED, Correction, Label, ParagraphKind, Span
from copytrail.passages import tile_derivative, tile_original
from copytrail.text import fold_word
from tests.engine.correction_texts import SAID, lay
from tests.engine.test_properties import assert_tiles, rebuild, texts, words_in

LABELS = st.sampled_from(REUSED)
SPEAKERS = st.sampled_from([("Dan Jarvis", "Mary Creagh"), ("Dan Jarvis", "Dan Jarvis"), ("the minister", "Mr. Leeds")])
ACTS = st.sampled_from(["relabel", "unpair", "repair", "pair", "split", "join", "speaker"])


@st.composite
def corrected(draw: st.DrawFn) -> tuple[Comparison, Comparison, tuple[Correction, ...]]:
    """A comparison, and the same with some corrections, each made on a page that shows those before it."""
    release, more = draw(texts), draw(texts)
    theirs, ours = (f"\n\n“The new bridge is safe for everybody in Leeds,” said {name}." for name in draw(SPEAKERS))
    machine = now = compare(read_plain(release + theirs), read_plain(f"{more}\n\n{release}{ours}"))
    corrections: tuple[Correction, ...] = ()
    for act in draw(st.lists(ACTS, max_size=5)):
        correction = correct(draw, now, act)
        if correction:
            corrections = (*corrections, correction)
            now = lay(machine, *corrections)
    return machine, now, corrections


def correct(draw: st.DrawFn, now: Comparison, act: str) -> Correction | None:
    if act == "speaker":
        spoken = [row.derivative for row in now.speech if row.derivative]
        names = st.sampled_from(["the minister", "Mr. Leeds", ""])
        return set_speaker(now, draw(st.sampled_from(spoken)), draw(names), SAID) if spoken else None
    if act == "pair":
        return pair_stretch(
            now, draw_span(draw, now.derivative), [draw_span(draw, now.original)], SAID, label=draw(LABELS)
        )
    if not now.matches:
        return None
    number = draw(st.integers(0, len(now.matches) - 1))
    match = now.matches[number]
    starts = [
        start for start, _ in now.derivative.words if start in range(match.derivative.start, match.derivative.end)
    ]
    acts = {
        "relabel": lambda: relabel_match(now, match, draw(LABELS), SAID),
        "unpair": lambda: unpair_match(now, match, SAID),
        "repair": lambda: repair_match(
            now, match, [draw_span(draw, now.original), draw_span(draw, now.original)], SAID
        ),
        "split": lambda: split_match(now, match, draw(st.sampled_from(starts)), SAID),
        "join": lambda: join_matches(now, match, now.matches[(number + 1) % len(now.matches)], SAID),
    }
    try:
        return acts[act]()
    except CannotCorrect:
        return None


def draw_span(draw: st.DrawFn, document) -> Span:
    """Some words of a text, those of page furniture too."""
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(document.words) - 1)] * 2)))
    return Span(document.words[first][0], document.words[min(last, first + 12)][1])


@given(corrected())
def test_invariants_hold_after_any_corrections(drawn):
    _machine, now, corrections = drawn

    assert_invariants(now)
    assert len(now.corrections) + len(now.unplaced_corrections) == len(corrections)


@given(corrected(), st.data())
def test_invariants_hold_when_paragraphs_are_set_aside(drawn, data):
    machine, _now, corrections = drawn
    sides = []
    for document in (machine.original, machine.derivative):
        numbers = st.sampled_from([paragraph.number for paragraph in document.paragraphs])
        kinds = st.dictionaries(numbers, st.sampled_from((ParagraphKind.FURNITURE, ParagraphKind.BODY)), max_size=2)
        sides.append(set_kinds(document, data.draw(kinds)))

    again = lay(compare(*sides), *corrections)

    assert_invariants(again)
    assert len(again.corrections) + len(again.unplaced_corrections) == len(corrections)


def assert_invariants(now: Comparison) -> None:
    """What is true of every comparison, whoever made its matches."""
    spans = [match.derivative for match in now.matches]
    assert_tiles(tile_original(now), now.original.text)
    assert_tiles(tile_derivative(now), now.derivative.text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert len({match.id for match in now.matches}) == len(now.matches)
    for match in now.matches:
        wanted = [fold_word(word) for word in words_in(match.derivative.of(now.derivative.text))]
        assert "".join(rebuild(match, now)) == "".join(wanted)
        told = sorted(edit.original for edit in match.edits if edit.original)
        accounted = [word for span in told for word in words_in(span.of(now.original.text))]
        assert accounted == [word for span in match.original for word in words_in(span.of(now.original.text))]
    counts = measure(now).derivative
    assert counts.words == counts.reused + counts.added + counts.furniture
    assert comparison_from_data(comparison_to_data(now)) == now


@given(corrected())
def test_corrections_do_not_change_the_machines_result(drawn):
    machine, _now, corrections = drawn

    assert all(match.corrected is None for match in machine.matches)
    assert lay(machine, *corrections) == lay(machine, *corrections)


@given(corrected(), st.data())
def test_last_word_on_a_passage_stands(drawn, data):
    machine, now, corrections = drawn
    if not now.matches:
        return
    match = data.draw(st.sampled_from(now.matches))
    label = data.draw(LABELS)

    after = lay(machine, *corrections, relabel_match(now, match, label, SAID))

    placed = {each.derivative: each.label for each in after.matches}
    assert placed.get(match.derivative) is label or after.unplaced_corrections
    assert Label.LEFT_OUT not in placed.values()
