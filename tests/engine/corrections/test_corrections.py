"""What people correct is laid over a comparison, and everything else follows from it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from copytrail import compare
from copytrail.case_files import bundled_cases
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
from copytrail.model import Act, Label, ParagraphKind, SpeechOutcome
from copytrail.passages import tile_original
from tests.engine.correction_texts import ARTICLE, RELEASE, SAID, find_match, find_span, find_speech, hold, lay

FISHERMEN = "Fishermen nearby complained about noise during the long winter nights"


@pytest.fixture
def comparison():
    return hold()


def test_label_of_person_replaces_machines(comparison):
    match = find_match(comparison, "The new bridge")

    corrected = lay(comparison, relabel_match(comparison, match, Label.PARAPHRASED, SAID))

    now = find_match(corrected, "The new bridge")
    assert (now.label, now.id, now.derivative, now.original) == (
        Label.PARAPHRASED,
        match.id,
        match.derivative,
        match.original,
    )
    assert (now.corrected.machine, now.corrected.value, now.corrected.said) == ("copied", "paraphrased", SAID)
    assert find_match(comparison, "The new bridge").corrected is None


def test_counts_follow_the_label_by_hand(comparison):
    before = measure(comparison).derivative

    match = find_match(comparison, "The new bridge")
    after = measure(lay(comparison, relabel_match(comparison, match, Label.PARAPHRASED, SAID))).derivative

    assert before.copied - after.copied == after.paraphrased - before.paraphrased == 17


def test_unpaired_passage_is_added_everywhere(comparison):
    match = find_match(comparison, "It cost")

    corrected = lay(comparison, unpair_match(comparison, match, SAID))

    assert all(each.derivative != match.derivative for each in corrected.matches)
    assert any(each.span.overlaps(match.derivative) for each in corrected.additions)
    assert {each.label for each in tile_original(corrected) if each.span.overlaps(match.original[0])} == {
        Label.LEFT_OUT
    }
    assert [each.span for each in corrected.corrections] == [match.derivative]


def test_added_passage_can_be_paired(comparison):
    stretch = find_span(ARTICLE, FISHERMEN)
    source = comparison.original.paragraphs[0].sentences[0]

    correction = pair_stretch(comparison, stretch, [source], SAID, label=Label.PARAPHRASED)
    corrected = lay(comparison, correction)

    match = find_match(corrected, "Fishermen")
    assert match.derivative == stretch
    assert match.corrected.machine == "added"
    assert not any(each.span.overlaps(stretch) for each in corrected.additions)


def test_passage_can_come_from_elsewhere(comparison):
    match = find_match(comparison, "It cost")
    source = comparison.original.paragraphs[0].sentences[0]

    corrected = lay(comparison, repair_match(comparison, match, [source], SAID))

    now = find_match(corrected, "It cost")
    assert [span.of(RELEASE) for span in now.original] == [source.of(RELEASE).rstrip(".")]
    assert now.label is match.label


def test_match_is_split_where_person_says(comparison):
    match = find_match(comparison, "It cost")

    corrected = lay(comparison, split_match(comparison, match, ARTICLE.index("and the county"), SAID))

    first, second = (find_match(corrected, words) for words in ("It cost", "the county"))
    assert first.derivative.of(ARTICLE) == "It cost five million pounds"
    assert first.original[0].of(RELEASE) == "It cost five million pounds"
    assert second.original[0].of(RELEASE).startswith("and the county council")


def test_neighbouring_matches_become_one(comparison):
    first, second = find_match(comparison, "The new bridge"), find_match(comparison, "It cost")

    corrected = lay(comparison, join_matches(comparison, first, second, SAID))

    joined = find_match(corrected, "The new bridge")
    assert joined is find_match(corrected, "It cost")
    assert joined.label is Label.EDITED
    assert joined.corrected.machine == "copied"


def test_speech_given_to_right_person_is_clean(comparison):
    quotation = find_speech(comparison)
    assert comparison.speech[0].outcome is SpeechOutcome.WRONG_SPEAKER

    corrected = lay(comparison, set_speaker(comparison, quotation, "Dan Jarvis", SAID))

    assert corrected.speech[0].outcome is SpeechOutcome.SAME
    assert corrected.speech[0].derivative.corrected.machine == "Mary Creagh"
    assert "wrong_speaker" not in {finding.kind for finding in corrected.findings}


def test_later_correction_holds_before_earlier(comparison):
    match = find_match(comparison, "The new bridge")
    first = relabel_match(comparison, match, Label.PARAPHRASED, SAID)
    once = lay(comparison, first)

    twice = lay(comparison, first, relabel_match(once, find_match(once, "The new bridge"), Label.EDITED, SAID))

    now = find_match(twice, "The new bridge")
    assert now.corrected.value == "edited"
    assert now.corrected.machine == "copied"


def test_rest_of_a_divided_match_stays(comparison):
    match = find_match(comparison, "It cost")
    stretch = find_span(ARTICLE, "and the county paid half")

    correction = pair_stretch(comparison, stretch, [match.original[0]], SAID, label=Label.COPIED)
    corrected = lay(comparison, correction)

    before, after = find_match(corrected, "It cost"), find_match(corrected, "from its own reserves")
    assert before.derivative.of(ARTICLE) == "It cost five million pounds"
    assert before.corrected is None
    assert after.corrected is None
    assert before.original[0].of(RELEASE) == "It cost five million pounds"


def test_correction_follows_its_words_into_another_result(comparison):
    correction = relabel_match(comparison, find_match(comparison, "It cost"), Label.PARAPHRASED, SAID)

    newer = lay(hold(article="A word from the editor comes before all else.\n\n" + ARTICLE), correction)

    assert find_match(newer, "It cost").label is Label.PARAPHRASED
    assert newer.unplaced_corrections == ()


def test_correction_without_its_words_is_kept_apart(comparison):
    correction = relabel_match(comparison, find_match(comparison, "It cost"), Label.PARAPHRASED, SAID)
    other = hold(article=ARTICLE.replace("five million", "six million"))

    corrected = lay(other, correction)

    assert corrected.unplaced_corrections == (correction,)
    assert corrected.corrections == ()
    assert corrected.matches == other.matches


def test_correction_waits_while_its_paragraph_is_aside(comparison):
    correction = relabel_match(comparison, find_match(comparison, "It cost"), Label.PARAPHRASED, SAID)
    aside = set_kinds(comparison.derivative, {2: ParagraphKind.FURNITURE})
    without = replace(comparison, derivative=aside, matches=comparison.matches[:1])

    assert lay(without, correction).unplaced_corrections == (correction,)


def test_corrected_comparison_comes_back_from_json(comparison):
    label = relabel_match(comparison, find_match(comparison, "The new bridge"), Label.EDITED, SAID)
    speaker = set_speaker(comparison, find_speech(comparison), "Dan Jarvis", SAID)
    gone = replace(label, place=replace(label.place, exact="Words that are nowhere"))
    corrected = lay(comparison, label, speaker, gone)

    data = json.loads(json.dumps(comparison_to_data(corrected)))

    assert comparison_from_data(data) == corrected
    assert data["matches"][0]["corrected"]["machine_label"] == "copied"
    assert [each["act"] for each in data["corrections"]] == ["relabel", "speaker"]
    assert [each["act"] for each in data["unplaced_corrections"]] == ["relabel"]


def test_review_without_corrections_changes_nothing(comparison):
    assert lay(comparison) == comparison


@pytest.mark.parametrize(
    "ask",
    [
        lambda found: relabel_match(found, found.matches[0], Label.LEFT_OUT, SAID),
        lambda found: repair_match(found, found.matches[0], [], SAID),
        lambda found: split_match(found, found.matches[0], found.matches[0].derivative.start, SAID),
        lambda found: join_matches(found, found.matches[0], found.matches[-1], SAID),
    ],
)
def test_impossible_corrections_are_refused_in_words(comparison, ask):
    with pytest.raises(CannotCorrect, match=r"\w+ .*\.$"):
        ask(comparison)


def test_each_act_says_what_it_was(comparison):
    match = find_match(comparison, "It cost")

    assert relabel_match(comparison, match, Label.COPIED, SAID).act is Act.RELABEL
    assert unpair_match(comparison, match, SAID).machine == "edited"
    assert split_match(comparison, match, ARTICLE.index("and the county"), SAID).act is Act.SPLIT


def test_labels_confirmed_by_hand_change_nothing_else():
    case = bundled_cases()[0]
    machine = compare(case.original.read(), case.derivatives[0].read())

    confirmed = lay(machine, *(relabel_match(machine, match, match.label, SAID) for match in machine.matches))

    stripped = [
        replace(now, why=old.why, score=old.score, corrected=None)
        for now, old in zip(confirmed.matches, machine.matches, strict=True)
    ]
    assert stripped == list(machine.matches)
    assert all(match.corrected for match in confirmed.matches)
    assert replace(confirmed, matches=machine.matches, corrections=()) == machine
