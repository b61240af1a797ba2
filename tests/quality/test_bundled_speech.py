"""The quotations of the bundled case, as a reader finds them."""

from functools import cache

from copytrail import Comparison, compare
from copytrail.case_files import bundled_cases
from copytrail.model import Quotation, QuotationKind, Speech, SpeechOutcome

CONTENT_FARM, LAW_FIRM, NEWS_REPORT, YEAR_BEFORE = range(4)
SPEECH_KINDS = {
    "wrong_speaker",
    "altered_quotation",
    "spliced_quotation",
    "unsupported_quotation",
    "unmarked_speech",
}


@cache
def comparison_with(article: int) -> Comparison:
    case = bundled_cases()[0]
    return compare(case.original.read(), case.derivatives[article].read())


def quoted(article: int) -> list[Speech]:
    rows = [row for row in comparison_with(article).speech if row.derivative]
    return [row for row in rows if row.derivative.kind is not QuotationKind.NARRATION]


def findings(article: int) -> list[str]:
    return [f.kind for f in comparison_with(article).findings if f.kind in SPEECH_KINDS]


def words_of(article: int, quotation: Quotation) -> str:
    return quotation.content.of(comparison_with(article).derivative.text)


def test_the_rewrite_gives_one_quotation_to_the_wrong_speaker():
    [wrong] = [row for row in quoted(CONTENT_FARM) if row.outcome is SpeechOutcome.WRONG_SPEAKER]

    assert words_of(CONTENT_FARM, wrong.derivative).startswith("We will continue to use innovative foreign policy")
    assert (wrong.original.speaker.name, wrong.derivative.speaker.name) == ("Hamish Falconer", "Dan Jarvis")


def test_the_rewrites_other_two_quotations_are_clean():
    outcomes = [row.outcome for row in quoted(CONTENT_FARM)]

    assert outcomes == [SpeechOutcome.SAME, SpeechOutcome.SAME, SpeechOutcome.WRONG_SPEAKER]


def test_the_wrong_speaker_is_the_one_alarm_of_its_kind():
    assert findings(CONTENT_FARM).count("wrong_speaker") == 1
    assert "altered_quotation" not in findings(CONTENT_FARM)


def test_real_results_is_said_twice_by_the_narrator():
    unmarked = [row for row in comparison_with(CONTENT_FARM).speech if row.outcome is SpeechOutcome.UNMARKED]
    words = [words_of(CONTENT_FARM, row.derivative) for row in unmarked]

    assert sum("real results" in said for said in words) == 2


def test_what_falconer_said_first_was_not_used():
    [unused] = [row for row in comparison_with(CONTENT_FARM).speech if row.outcome is SpeechOutcome.NOT_USED]

    assert unused.original.speaker.name == "Hamish Falconer"
    assert unused.original.content.of(comparison_with(CONTENT_FARM).original.text).startswith(
        "The UK-Iraq relationship"
    )


def test_the_law_firm_quotes_nobody():
    assert quoted(LAW_FIRM) == []
    assert findings(LAW_FIRM) == []


def test_swift_is_a_partial_quotation_that_differs():
    [swift] = [row for row in quoted(NEWS_REPORT) if words_of(NEWS_REPORT, row.derivative) == "swift"]

    assert swift.outcome is SpeechOutcome.PARTIAL_DIFFERENT
    assert swift.derivative.speaker.name == "Home Office"
    assert swift.original.content.of(comparison_with(NEWS_REPORT).original.text) == "swiftly"


def test_cooperation_with_a_hyphen_is_house_style():
    jarvis = [row for row in quoted(NEWS_REPORT) if row.derivative.speaker.name == "Dan Jarvis"]

    assert [row.outcome for row in jarvis] == [SpeechOutcome.SAME, SpeechOutcome.HOUSE_STYLE]


def test_philps_four_paragraphs_are_one_quotation():
    [philp] = [row for row in quoted(NEWS_REPORT) if row.derivative.speaker.name == "Chris Philp"]
    words = words_of(NEWS_REPORT, philp.derivative)

    assert philp.outcome is SpeechOutcome.NOT_IN_ORIGINAL
    assert words.startswith("Over 50,000")
    assert words.endswith("Britain’s borders.")
    assert words.count("\n") == 3


def test_the_news_report_raises_no_alarm_about_speech():
    assert findings(NEWS_REPORT) == []


def test_no_ledger_row_comes_from_the_headlines_below():
    text = comparison_with(NEWS_REPORT).derivative.text
    end = text.index("Government strikes returns deal")

    assert all(row.derivative.content.end < end for row in comparison_with(NEWS_REPORT).speech if row.derivative)


def test_the_year_before_quotes_other_words():
    outcomes = {row.outcome for row in quoted(YEAR_BEFORE)}

    assert outcomes == {SpeechOutcome.NOT_IN_ORIGINAL}
    assert findings(YEAR_BEFORE) == []


def test_the_releases_statements_are_blocks_with_a_guessed_end():
    spoken = {
        row.original.speaker.name: row.original
        for row in comparison_with(LAW_FIRM).speech
        if row.original and row.original.speaker
    }

    assert set(spoken) == {"Dan Jarvis", "Hamish Falconer"}
    assert all(said.kind is QuotationKind.BLOCK and said.unsure for said in spoken.values())
