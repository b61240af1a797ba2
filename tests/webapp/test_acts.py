"""The log of corrections: nothing is lost by undoing, and what stands follows from the entries."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from copytrail.model import Act, Anchor, Correction, Said
from webapp.acts import ActLog, Entry, Verb

TIME = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
VERBS = st.lists(st.sampled_from(Verb), max_size=20)


def write(*verbs: Verb) -> ActLog:
    """A log whose corrections are called by the number of their entry."""
    place = Anchor(exact="word", prefix="", suffix="", start=0)
    return ActLog(
        tuple(
            Entry(
                number=number,
                verb=verb,
                time=TIME,
                correction=Correction(
                    act=Act.UNPAIR, place=place, machine="copied", said=Said(time=TIME, reason=str(number))
                )
                if verb is Verb.CORRECT
                else None,
            )
            for number, verb in enumerate(verbs, 1)
        )
    )


def name(log: ActLog) -> str:
    return " ".join(each.said.reason for each in log.standing)


def test_undone_correction_can_be_made_again():
    corrected, undo, redo = Verb.CORRECT, Verb.UNDO, Verb.REDO

    assert name(write(corrected, corrected)) == "1 2"
    assert name(write(corrected, corrected, undo)) == "1"
    assert name(write(corrected, corrected, undo, undo, redo)) == "1"
    assert name(write(corrected, corrected, undo, redo)) == "1 2"


def test_new_correction_ends_what_could_be_redone():
    log = write(Verb.CORRECT, Verb.UNDO, Verb.CORRECT)

    assert log.redoable is None
    assert log.undoable.correction.said.reason == "3"
    assert name(write(Verb.CORRECT, Verb.UNDO, Verb.CORRECT, Verb.REDO)) == "3"


@given(VERBS)
def test_undo_and_redo_cancel_each_other(verbs):
    log = write(*verbs)

    if log.undoable:
        assert write(*verbs, Verb.UNDO, Verb.REDO).standing == log.standing
        assert write(*verbs, Verb.UNDO).redoable == log.undoable
    if log.redoable:
        assert write(*verbs, Verb.REDO, Verb.UNDO).standing == log.standing


@given(VERBS)
def test_history_tells_every_step_that_counts(verbs):
    log = write(*verbs)

    steps = [entry.verb for entry, _ in log.about]
    made = steps.count(Verb.CORRECT) + steps.count(Verb.REDO) - steps.count(Verb.UNDO)

    assert made == len(log.standing)
    assert steps.count(Verb.CORRECT) == verbs.count(Verb.CORRECT)
