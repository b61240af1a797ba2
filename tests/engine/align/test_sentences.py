"""Whole texts: which sentences come from where, in either way."""

from copytrail import Label, Thresholds, compare, read_plain

RELEASE = (
    "The ministry will buy three new scanners for the rural clinics in the Orrin valley this autumn. "
    "Patients have so far waited eleven weeks on average for an examination. "
    "A mobile team will visit the four villages that have no clinic of their own. "
    "The minister thanked the nurses for their patience."
)
COPIED = "The ministry will buy three new scanners for the rural clinics in the Orrin valley this autumn."


def label_last(derivative: str, **limits: float) -> Label | None:
    """The label of the last sentence, none where it is added."""
    document = read_plain(derivative)
    comparison = compare(read_plain(RELEASE), document, Thresholds(**limits))
    last = document.paragraphs[-1].sentences[-1]
    return next((match.label for match in comparison.matches if match.derivative.overlaps(last)), None)


def test_a_doubtful_sentence_follows_its_text():
    doubtful = "Villages without one will be called on by doctors in a van."
    text = f"{COPIED} {doubtful}"

    assert (
        label_last(text, paraphrase_floor=0.999, reworded_text=0.0, reworded_floor=0.0, likely_alone=0.0)
        is Label.PARAPHRASED
    )
    assert label_last(text, paraphrase_floor=0.999, reworded_text=1.1, reworded_floor=0.0, likely_alone=0.0) is None


def test_a_name_alone_makes_no_paraphrase():
    text = f"{COPIED} Patients have so far waited eleven weeks on average for an examination. It rains in Orrin."

    assert label_last(text, paraphrase_floor=0.999, reworded_text=0.0, reworded_floor=0.0, likely_alone=0.0) is None


def test_a_single_sentence_is_judged_alone():
    assert label_last("Clinics in the countryside are to get three scanners.") is Label.PARAPHRASED


def test_what_a_heading_announces_stays_found():
    release = f"What the ministry has decided about the scanners for clinics: The plan. {RELEASE}"
    derivative = f"What the ministry decided about the scanners for clinics: A new map. {COPIED}"

    found = compare(read_plain(release), read_plain(derivative)).matches

    assert found[0].derivative.start == 0


def test_an_announcement_of_new_words_is_new():
    release = f"The minister for health told reporters in the town hall: “We kept our word.” {RELEASE}"
    derivative = f"{COPIED} The minister for health told reporters in the town hall: “Nobody asked about ferries.”"

    found = compare(read_plain(release), read_plain(derivative)).matches

    assert len(found) == 1


def test_a_quotation_would_keep_the_words():
    reworded = "Anybody who needed examining was waiting almost eleven weeks, the average shows."

    assert label_last(f"{COPIED} {reworded}", paraphrase_floor=0.3) is Label.PARAPHRASED
    assert label_last(f"{COPIED} “{reworded}”", paraphrase_floor=0.3, heading_margin=0.7) is None
