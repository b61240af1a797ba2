"""The card of a finding shows what both texts have: words, speaker and cue."""

from __future__ import annotations

import pytest

from copytrail import compare, read_plain
from copytrail.display.evidence import show_evidence
from copytrail.display.page import view_comparison
from copytrail.display.state import PageState, View
from copytrail.model import Finding, Span

RELEASE = """The town of Ostry has opened its new library beside the harbour after seven years of work.
Mayor Lena Brandt said: “We waited seven long years for this library, and every family in the town has paid for it. \
It will bring our old and young readers together. Nobody who saw the old roof fall will forget that night.”
The yearly card will cost four pounds for adults, and children will borrow without paying anything at all.
Culture minister Piet Maas told reporters: “The government has kept its promise to the people of the coast. \
We ordered the shelves, and 60 percent of our builders live here.”
The reading room on the second floor holds 240 chairs and opens on Monday morning at eight."""
JOINED = " that night. The government has kept its promise to the people of the coast.”"
NEW = "\nMayor Lena Brandt said: “Rents must fall before the next winter comes to our streets.”"
UNMARKED = RELEASE.replace("Mayor Lena Brandt said: “We", "We").replace("that night.”", "that night.")
BRANDT, MAAS = "Speaker: Lena Brandt, cue “said”", "Speaker: Piet Maas, cue “told”"
ALTERED = RELEASE.replace("seven long years", "seven short years")


def open_evidence(kind: str, article: str):
    """The one finding of this kind, as its card shows it."""
    comparison = compare(read_plain(RELEASE), read_plain(article))
    return show_evidence(comparison, next(finding for finding in comparison.findings if finding.kind == kind))


def test_card_names_both_speakers_and_cues():
    release, article = open_evidence(
        "wrong_speaker", RELEASE.replace("Culture minister Piet Maas", "Mayor Lena Brandt")
    )

    assert release.words.startswith("The government has kept its promise")
    assert article.words.startswith("The government has kept its promise")
    assert (release.notes, article.notes) == ((MAAS,), ("Speaker: Lena Brandt, cue “told”",))
    assert (release.place, article.place) == ("R4", "A4")


def test_card_names_the_words_that_were_altered():
    release, article = open_evidence("altered_quotation", ALTERED)

    assert "seven long years" in release.words
    assert "seven short years" in article.words
    assert release.notes == (BRANDT, "In question: “long”")
    assert article.notes == (BRANDT, "In question: “short”")


def test_card_shows_what_was_joined():
    release, article = open_evidence("spliced_quotation", RELEASE.replace(" that night.”", JOINED))

    assert release.words
    assert article.words.endswith("that night. The government has kept its promise to the people of the coast.")
    assert article.notes == (BRANDT,)


def test_card_says_that_the_release_has_no_such_quotation():
    release, article = open_evidence("unsupported_quotation", RELEASE + NEW)

    assert (release.place, release.words, release.notes) == ("", "", ("Not in the release",))
    assert article.words.startswith("Rents must fall")
    assert article.notes == (BRANDT,)


def test_card_says_whose_words_the_article_uses_as_its_own():
    release, article = open_evidence("unmarked_speech", UNMARKED)

    assert release.notes == (BRANDT,)
    assert article.notes == ("In the text’s own voice, without quotation marks",)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("changed_figure", "240 chairs", "420 chairs"),
        ("changed_date", "on Monday morning", "on Friday morning"),
        ("changed_title", "Culture minister", "Deputy mayor"),
        ("changed_name", "town of Ostry", "town of Ostryk"),
    ],
)
def test_card_of_a_fact_shows_both_words(kind, before, after):
    release, article = open_evidence(kind, RELEASE.replace(before, after))

    assert release.words in before
    assert article.words in after
    assert release.words != article.words
    assert (release.notes, article.notes) == ((), ())


def test_claim_of_a_later_kind_shows_the_words_in_question():
    comparison = compare(read_plain(RELEASE), read_plain(RELEASE))
    sentence = Span(0, RELEASE.index("\n"))
    claim = Finding(
        kind="reversed_claim", derivative=sentence, original=sentence, expected="has", found="has not", why="So it is."
    )

    release, article = show_evidence(comparison, claim)

    assert (release.notes, article.notes) == (("In question: “has”",), ("In question: “has not”",))


@pytest.mark.parametrize("view", [View.ALIGNED, View.CONNECTED, View.ARTICLE])
def test_card_leads_to_both_places(view):
    comparison = compare(read_plain(RELEASE), read_plain(ALTERED))
    focus = view_comparison(comparison, PageState()).alarms[0].address.partition("focus=")[2].partition("#")[0]

    (check,) = view_comparison(comparison, PageState(view=view, focus=focus)).detail.checks

    release = f"?focus={focus}#finding-1-release" if view is View.ARTICLE else "#finding-1-release"
    assert [side.address for side in check.sides] == [release, "#finding-1"]
