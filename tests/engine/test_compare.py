"""The whole pipeline on news sentences: what a reader would call copied, edited, paraphrased and added."""

import subprocess
import sys
from time import perf_counter

import pytest

from copytrail import Comparison, Label, compare, read_plain
from copytrail.intake.furniture import set_kinds
from copytrail.model import Match, ParagraphKind, Thresholds
from copytrail.passages import tile_derivative, tile_original

BRIDGE = (
    "The new harbour bridge at Tamsin Vale will open to traffic on 14 March, the Ministry of Roads announced today."
)
COST = "The crossing cost £48.6 million and was finished four months ahead of schedule."
LANES = "It carries two lanes of traffic and a separate path for cyclists and pedestrians."
LORRIES = "Heavy lorries will continue to use the ring road until the approach ramps have been strengthened."
RELEASE = f"{BRIDGE} {COST}\n\n{LANES} {LORRIES}"


def compared(derivative: str, original: str = RELEASE, thresholds: Thresholds = Thresholds()) -> Comparison:  # noqa: B008
    return compare(read_plain(original), read_plain(derivative), thresholds)


def labels_of(comparison: Comparison) -> list[tuple[str, str]]:
    text = comparison.derivative.text
    return [(passage.label.value, passage.span.of(text).strip()) for passage in tile_derivative(comparison)]


def sources_of(comparison: Comparison, match: Match) -> list[str]:
    return [span.of(comparison.original.text) for span in match.original]


def test_sentences_in_another_order_are_copied():
    comparison = compared(f"{LANES} {BRIDGE}")

    assert [match.label for match in comparison.matches] == [Label.COPIED, Label.COPIED]
    assert [match.moved for match in comparison.matches] == [True, False]


@pytest.mark.parametrize(
    "variant",
    [
        COST.upper(),
        COST.replace(" and", ", and"),
        COST.replace(" ", "\u00a0"),
        f"“{COST}”",
        COST.replace("months", "mon\u00adths"),
        COST.replace("schedule.", "schedule!"),
    ],
)
def test_cosmetic_differences_stay_copied(variant):
    assert [label for label, _ in labels_of(compared(variant))] == ["copied"]


def test_spelling_and_hyphens_stay_copied():
    original = "The programme will organise co-operation with the neighbouring counties’ defence centres."
    derivative = "The program will organize cooperation with the neighboring counties' defense centers."

    assert [label for label, _ in labels_of(compared(derivative, original))] == ["copied"]


def test_a_split_sentence_comes_from_one():
    original = "Two water boards on the Isle of Sarn will merge in January under a plan approved by the island council."
    derivative = (
        "Two water boards on the Isle of Sarn will merge in January. The plan was approved by the island council."
    )

    comparison = compared(derivative, original)

    first, second = comparison.matches
    assert (first.label, second.label) == (Label.COPIED, Label.EDITED)
    assert first.original[0].end <= second.original[0].start


def test_a_merged_sentence_comes_from_two():
    comparison = compared(
        "The crossing cost £48.6 million and was finished four months ahead of schedule, "
        "and it carries two lanes of traffic and a separate path for cyclists and pedestrians."
    )

    sources = [source for match in comparison.matches for source in sources_of(comparison, match)]
    assert any(source.startswith("The crossing cost") for source in sources)
    assert any(source.startswith("It carries two lanes") for source in sources)
    assert {label for label, _ in labels_of(comparison)} <= {"copied", "edited"}


def test_text_may_be_used_twice():
    comparison = compared(f"{COST}\n\nNobody in town had expected anything of the kind.\n\n{COST}")

    first, second = comparison.matches
    assert first.original == second.original
    assert (first.label, second.label) == (Label.COPIED, Label.COPIED)


def test_an_inserted_clause_is_added():
    comparison = compared(
        "The crossing cost £48.6 million, three times what the county had once set aside for it, "
        "and was finished four months ahead of schedule."
    )

    assert ("added", "three times what the county had once set aside for it,") in labels_of(comparison)


def test_a_few_inserted_words_are_edits():
    ((label, _),) = labels_of(
        compared("The new crossing cost some £48.6 million and was finished months ahead of schedule.")
    )

    assert label == "edited"


def test_a_cut_end_is_left_out():
    comparison = compared("The new harbour bridge at Tamsin Vale will open to traffic on 14 March.")

    assert [label for label, _ in labels_of(comparison)] == ["copied"]
    left_out = [p.span.of(RELEASE) for p in tile_original(comparison) if p.label is Label.LEFT_OUT]
    assert left_out[0].startswith("the Ministry of Roads announced today")


@pytest.mark.parametrize(
    "derivative",
    [
        "Roads Minister Ottilie Brandreth ate soup.",
        "Roads Minister Ottilie Brandreth said nothing at all.",
        "On Friday Roads Minister Ottilie Brandreth of the Ministry of Roads in Tamsin Vale fell ill at a wedding.",
    ],
)
def test_a_run_of_names_is_no_reuse(derivative):
    original = "Roads Minister Ottilie Brandreth of the Ministry of Roads in Tamsin Vale said the bridge was a triumph."

    assert compared(derivative, original).matches == ()


@pytest.mark.parametrize(
    "derivative",
    [
        "At the end of the day nobody had been told about the fire in the tower.",
        "As part of the new deal the tailors will be paid in gold.",
        "He said that it was one of the best days of his life.",
    ],
)
def test_a_stock_phrase_is_no_reuse(derivative):
    original = (
        "At the end of the day the crossing is a triumph. As part of the plan a tram will follow. "
        "She said that it was one of the first bridges of its kind."
    )

    assert compared(derivative, original).matches == ()


def test_a_quotation_with_a_new_tag():
    original = "The minister spoke. “This bridge will cut the journey to the hospital from forty minutes to nine.”"
    derivative = (
        "“This bridge will cut the journey to the hospital from forty minutes to nine,” "
        "Ms Brandreth told a cheering crowd of dockers and nurses on the quay."
    )

    assert labels_of(compared(derivative, original))[0][0] == "copied"
    assert labels_of(compared(derivative, original))[-1][0] == "added"


def test_headings_are_compared_like_text():
    comparison = compared("Harbour bridge to open early\n\nNothing else.", "Harbour bridge to open early\n\nIt rained.")

    assert labels_of(comparison)[0] == ("copied", "Harbour bridge to open early")


def test_paragraphs_of_signs_change_nothing():
    comparison = compared(f"{BRIDGE}\n\n* * *\n\n🙂 …\n\n{LORRIES}")

    assert [match.label for match in comparison.matches] == [Label.COPIED, Label.COPIED]


def test_furniture_is_never_matched():
    original = f"{RELEASE}\n\nLeave a reply"
    comparison = compared(f"{BRIDGE}\n\nNobody was told.\n\nLeave a reply", original)

    assert labels_of(comparison)[-1] == ("furniture", "Leave a reply")
    assert len(comparison.matches) == 1


def test_restored_furniture_is_matched_again():
    original = read_plain(RELEASE)
    document = read_plain(f"Nobody in the town was told.\n\n{COST}")
    greyed = set_kinds(document, {2: ParagraphKind.FURNITURE})

    assert compare(original, greyed).matches == ()
    assert len(compare(original, set_kinds(greyed, {2: ParagraphKind.BODY})).matches) == 1


def test_a_very_long_sentence_keeps_its_parts():
    filler = " and ".join(f"stone number {number} was carried by hand" for number in range(400))
    comparison = compared(f"They say that {filler}, while heavy lorries will continue to use the ring road.")

    assert len(comparison.matches) == 1
    assert sources_of(comparison, comparison.matches[0])[0].startswith("Heavy lorries")


def test_another_language_shares_nothing():
    german = "Die neue Hafenbrücke in Tamsin Vale wird am 14. März für den Verkehr geöffnet, sagte das Ministerium."

    assert compared(german).matches == ()


@pytest.mark.parametrize("derivative", ["No.", "The bridge.", "Opened", "14"])
def test_less_than_a_clause_is_no_match(derivative):
    assert compared(derivative).matches == ()


def test_a_short_whole_sentence_is_copied():
    comparison = compared("Ships must wait.", "The lock is closed. Ships must wait.")

    assert [label for label, _ in labels_of(comparison)] == ["copied"]


def test_scripts_without_spaces_are_compared():
    original = "市政府宣布新大桥将于三月十四日通车。工程耗资四千八百万元。"
    comparison = compared("据悉,新大桥将于三月十四日通车。居民表示不满意。", original)

    assert any("新大桥将于三月十四日通车" in words for label, words in labels_of(comparison) if label != "added")
    assert labels_of(comparison)[-1] == ("added", "居民表示不满意。")


def test_thresholds_travel_with_the_result():
    strict = Thresholds(verbatim_words=20)

    comparison = compared(COST, thresholds=strict)

    assert comparison.thresholds == strict
    assert comparison.verbatim == ()


def test_ids_follow_the_derivative():
    comparison = compared(f"{LORRIES} {COST} {BRIDGE}")

    assert [match.id for match in comparison.matches] == ["m1", "m2", "m3"]
    assert sorted(match.derivative for match in comparison.matches) == [m.derivative for m in comparison.matches]


def test_a_text_without_stops_is_still_copied():
    endless = " ".join(f"stone number {number} was carried up by hand" for number in range(400))

    comparison = compared(f"{endless} at last", f"{endless} in the end")

    assert [label for label, _ in labels_of(comparison)].count("added") <= 1
    assert len(comparison.verbatim) == 1


@pytest.mark.parametrize(
    ("sentence", "other"),
    [("The bridge opened on Monday. ", "The bridge opened late on Monday. "), ("Ab cd. ", "Ab cd. "), ("桥", "桥")],
)
def test_the_same_over_and_over_stays_fast(sentence, other):
    began = perf_counter()

    compared(other * 2000, sentence * 2000)

    assert perf_counter() - began < 5


def test_hash_seeds_change_nothing():
    code = (
        "import json; from copytrail import compare, read_plain; from copytrail.codec import comparison_to_data;"
        f"a, b = read_plain({RELEASE!r}), read_plain({(LANES + ' ' + COST.replace('months', 'weeks'))!r});"
        "print(json.dumps(comparison_to_data(compare(a, b))))"
    )

    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(outputs) == 1
