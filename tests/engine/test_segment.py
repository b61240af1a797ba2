"""Paragraphs and sentences, in several languages and with everything a full stop may mean."""

from time import perf_counter

import pytest

from copytrail.model import ParagraphKind, Span
from copytrail.segment import segment, split_sentences

ENGLISH = [
    ["The minister said:", "“We will stop the boats this year.”", "Nobody answered."],
    ["One thing is clear:", "Nobody has paid for any of it."],
    ["The figures are stark:", "35,000 people left in one month."],
    ["Note: The office is closed on all public holidays."],
    ["He saw Star Wars: The Empire Strikes Back twice."],
    ["The rule ends here.", "The next one begins there."],
    ["Mr. Fox met Dr. Owl at noon.", "They spoke."],
    ["Mr Fox met Dr Owl.", "They spoke."],
    ["The deal is worth £12.3 billion.", "It starts in May."],
    ["Turnover fell by 2.5 per cent.", "Nobody was surprised."],
    ["“We waited ten years.", "Now it is here,” she said."],
    ["“It is done.”", "The crowd cheered."],
    ["He asked: “Why now?”", "Nobody answered."],
    ["“Why now?” he asked the council."],
    ["The U.K. government and the U.S. Navy agreed.", "Talks go on."],
    ["She lives in the U.K. and works in France."],
    ["He moved to the U.S. in May."],
    ["Was that all?", "No.", "Anyone could see it."],
    ["They met at No. 10 on Friday.", "It rained."],
    ["See p. 14 and fig. 3 for details.", "Both are wrong."],
    ["J. K. Rowling and J.R.R. Tolkien were read.", "Others were not."],
    ["He owes it to George W. Bush.", "So he says."],
    ["Stop!", "Who goes there?", "A friend."],
    ["Is it safe?!", "Yes …", "Perhaps."],
    ["He said that I did.", "I did not."],
    ["Acme Inc. and Bolt Ltd. merged.", "Shares rose."],
    ["The shop closes at 5 p.m. on Friday.", "It opens on Monday."],
    ["Prices rose, e.g. for bread.", "Wages fell."],
    ["It cost 300.", "The rest was free."],
    ["He came (late).", "She left."],
    ["The file ends in .txt and opens."],
    ["It ends… and begins again."],
    ["Gen. Ames and Sen. Bell voted.", "Rep. Cole did not."],
    ["The bill passed on Jan. 14 by two votes.", "It was close."],
    ["One ends here.", "“Two” begins there."],
    ["One ends here.", "(Two is in brackets.)"],
    ["One ends here.", "– Two has a dash."],
]


def sentences_of(text: str, language: str = "en") -> list[str]:
    return [sentence.of(text) for sentence in split_sentences(text, Span(0, len(text)), language)]


@pytest.mark.parametrize("sentences", ENGLISH, ids=lambda sentences: sentences[0][:24])
def test_english_sentences_end_where_readers_say(sentences):
    assert sentences_of(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Die Bahn fährt am 3. März nach Ulm.", "Sie kostet nichts."]),
        ("de", ["Das ist z. B. in Wien so.", "Anderswo nicht."]),
        ("de", ["Er zahlt 5 Mio. Euro bzw. 6 Mio. Dollar.", "Das reicht."]),
        ("de", ["Frau Dr. Saal sprach im 19. Jahrhundert-Saal.", "Alle klatschten."]),
        ("de", ["„Es reicht.“", "Damit ging sie."]),
        ("de", ["Das war 1989.", "Danach kam 1990."]),
        ("fr", ["« C’est fini », a dit M. Roux.", "Il est parti."]),
        ("fr", ["« C’est fini. »", "Il est parti."]),
        ("fr", ["« C’est fini.\u00a0»", "« Non ! »", "Il est parti."]),
        ("fr", ["— Oui.", "— Non, dit-elle.", "— Alors, partons."]),
        ("de", ["»Es reicht.«", "»Ja«, sagte er.", "Damit ging sie."]),
        ("fr", ["Est-ce sûr ?", "Oui !", "Non."]),
        ("fr", ["Mme Ferrand et M. Petit sont venus.", "Ils ont parlé."]),
        ("es", ["¿Quién paga?", "¡Nadie!", "El Sr. Gil lo sabe."]),
        ("es", ["«Es el fin», dijo la Sra. Paz.", "Se fue."]),
        ("", ["我们签署了协议。", "他说：“很好。”", "会议结束了！"]),
        ("", ["أين الوزير؟", "لم يأت اليوم.", "هذا كل شيء."]),
        ("", ["मंत्री ने कहा।", "पुल खुल गया।"]),
        ("", ["שר הביטחון הגיע.", "הוא דיבר."]),
        ("", ["ශ්‍රී ලංකා රජය පැවසීය.", "එය අවසන්."]),
    ],
)
def test_sentences_of_other_languages(language, sentences):
    gap = "" if "。" in sentences[0] else " "

    assert sentences_of(gap.join(sentences), language) == sentences


def test_signs_alone_make_no_sentence():
    assert sentences_of("It ended. . . . !!! Then it began.") == ["It ended. . . . !!!", "Then it began."]
    assert sentences_of("*** … ***") == []


def test_sentences_hold_every_word():
    text = "A. B. C! “D.” e. F? (G) 5. H"

    sentences = split_sentences(text, Span(0, len(text)))

    assert "".join(s.of(text) for s in sentences).replace(" ", "") == text.replace(" ", "")


def paragraphs_of(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.span.of(text)) for paragraph in segment(text, "en")]


def test_paragraph_kinds_follow_their_look():
    text = "Bridge opens early\n\nThe minister opened it.\n\n• First\n- second one\n3. Third\n(a) fourth\n\nHe said:"

    assert [kind for kind, _ in paragraphs_of(text)] == ["heading", "body", *["list_item"] * 4, "body"]


def test_a_number_opens_no_list():
    assert paragraphs_of("2024 was a good year for bridges.")[0][0] == "body"
    assert paragraphs_of("14 people were hurt.")[0][0] == "body"


def test_list_mark_is_no_sentence():
    text = "1. Islanders pay less. Others do not."

    assert [s.of(text) for s in segment(text)[0].sentences] == ["1. Islanders pay less.", "Others do not."]


def test_announced_speech_on_the_next_line():
    text = "The mayor said:\n“This is our bridge.”"

    assert [words for _, words in paragraphs_of(text)] == ["The mayor said:", "“This is our bridge.”"]


def test_wrapped_lines_are_one_paragraph():
    lines = [
        "The new bridge over the Orrin will open on Monday and carry",
        "two lanes of traffic, a path for cyclists and the old tram",
        "line to the docks.",
        "",
        "It cost less than planned, the ministry said in a statement",
        "that it sent to all papers.",
    ]

    paragraphs = segment("\n".join(lines), "en")

    assert len(paragraphs) == 2
    assert [len(paragraph.sentences) for paragraph in paragraphs] == [1, 1]


def test_short_lines_are_not_joined():
    assert len(segment("Bridge opens\nMinister speaks\nCrowd cheers")) == 3


def test_long_lines_are_paragraphs_each():
    text = "The minister opened the bridge on Monday.\nThe crowd cheered for a long time after that."

    assert len(segment(text)) == 2


def test_numbers_and_spans_are_exact():
    text = "  First one.\n\n \t\n  Second one.  \n"

    first, second = segment(text)

    assert (first.number, second.number) == (1, 2)
    assert (first.span.of(text), second.span.of(text)) == ("First one.", "Second one.")


def test_signs_alone_are_a_paragraph_without_sentences():
    (paragraph,) = segment("* * *")

    assert paragraph.sentences == ()
    assert paragraph.kind is not ParagraphKind.HEADING


def test_a_text_without_lines_is_empty():
    assert segment(" \n\n \u2028 ") == ()


def test_a_lost_space_does_not_join_two_sentences():
    text = "The rule ends here.The next one begins there."

    sentences = split_sentences(text, Span(0, len(text)), "en")

    assert [sentence.of(text) for sentence in sentences] == ["The rule ends here.", "The next one begins there."]


def test_long_line_without_stop_is_body():
    text = " ".join(["word"] * 15)

    assert segment(text)[0].kind is ParagraphKind.BODY


@pytest.mark.parametrize(
    "text",
    [
        "." * 50_000 + "word",
        "a." + "»" * 50_000 + "a",
        "a." + " »" * 50_000 + "a",
        "word" + " . _" * 20_000,
        "a" * 50_000 + " b. C d.",
        "word." + " " * 50_000 + "x",
        "Mr. " * 20_000,
        "two words: " * 20_000,
        "word.Word" * 20_000,
    ],
    ids=lambda text: text[:6],
)
def test_endless_signs_are_read_quickly(text):
    began = perf_counter()

    segment(text, "en")

    assert perf_counter() - began < 2


def test_a_colon_behind_quotation_marks_announces():
    text = "The council calls it the “green mile”: The path will run from the harbour to the old mill."

    (paragraph,) = segment(text, "en")

    assert len(paragraph.sentences) == 2
