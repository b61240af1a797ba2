"""Notes on the page: written, answered, changed, resolved and deleted, by one person or two."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from tests.engine.correction_texts import ARTICLE, RELEASE
from tests.webapp.test_corrections import Card


class Pad(Card):
    """The comparison as somebody writes notes on it."""

    def write(self, text: str, passage: str = "Fishermen", **fields: str):
        found = {"focus": self.find_key(passage), "claim": "note", "on": "passage", "text": text, **fields}
        return self.reader.send(f"{self.address}/notes", found)

    def act(self, deed: str, note: str, **fields: str):
        return self.reader.send(f"{self.address}/notes/{note}/{deed}", {"back": "notes", **fields})

    def list(self, query: str = "") -> str:
        return unescape(self.reader.open(f"{self.address}/notes{query}").text)

    def find_ids(self) -> list[str]:
        return re.findall(r'id="written-([^"]+)"', self.list())


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def pad(reader) -> Pad:
    return Pad(reader, reader.compare(RELEASE, ARTICLE).location)


def test_note_stands_on_card_and_in_text(pad):
    answer = pad.write("Who says so?\nAsk them.")
    page = pad.open(f"?focus={pad.find_key('Fishermen')}")

    assert answer.status_code == 303
    assert "The note was kept." in unescape(pad.reader.open(answer.location).text)
    assert "Who says so?\nAsk them." in page
    assert '<span class="note-mark" id="note-1"><span class="spoken" dir="ltr">[note 1: </span>Fishermen' in page
    assert "Notes · 1" in page
    assert "22 November 2026, 09:00 UTC" in page


@pytest.mark.parametrize(
    ("fields", "about"),
    [
        ({"words": "nearby complained"}, "On “nearby complained”"),
        ({"on": "whole"}, "On the whole comparison"),
        ({"words": ""}, "On “Fishermen nearby complained about noise"),
    ],
)
def test_note_is_on_what_was_chosen(pad, fields, about):
    assert pad.write("Check this.", **fields).status_code == 303
    assert about in pad.list()


def test_note_on_a_pair_stands_on_both_sides(pad):
    pad.write("Half of what?", "It cost", on="pair")
    page = pad.open()

    assert 'id="note-1"' in page
    assert 'id="note-1-release"' in page
    assert re.search(r"On “It cost[^”]*” and “It cost", pad.list())


def test_note_on_a_finding_says_when_it_is_gone(pad):
    page = pad.open(f"?focus={pad.find_key('The bridge will')}")
    claim = re.search(r'value="finding:(\w+)"', page)[1]
    pad.write("Who was it?", "The bridge will", on=f"finding:{claim}")
    row = pad.reader.find_field(page, "quotation")
    before = pad.list()

    pad.correct("The bridge will", "speaker", quotation=row, speaker="Dan Jarvis")

    assert "On the finding “quotation given to another speaker”" in before
    assert "The finding is not in this comparison any more." not in before
    assert "The finding is not in this comparison any more." in pad.list()


def test_selected_words_are_the_place(pad):
    start = ARTICLE.index("complained about")
    place = {"side": "derivative", "start": str(start + 2), "end": str(start + 14), "words": "mplained abo"}

    pad.write("Strong word.", **place)

    assert "On “complained about”" in pad.list()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "  "}, "There is nothing in the note yet."),
        ({"text": "x" * 5001}, "longer than 5,000 characters"),
        ({"words": "not in it"}, "These words do not stand in the passage"),
        ({"focus": "m99"}, "The passage is not in the comparison any more."),
        ({"on": "finding:none"}, "The passage is not in the comparison any more."),
        ({"start": "5", "end": "20", "words": "quite other words"}, "The passage is not in the comparison any more."),
        ({"start": "x", "end": "20"}, "The passage is not in the comparison any more."),
        ({"start": "99999", "end": "999999"}, "The passage is not in the comparison any more."),
    ],
)
def test_refused_note_keeps_what_was_typed(pad, fields, said):
    answer = pad.write(**{"text": "A long thought.", **fields})

    assert answer.status_code == 422
    assert said in unescape(answer.text)
    assert fields.get("text", "A long thought.").strip() in answer.text
    assert pad.find_ids() == []


def test_thirty_clicks_make_one_note(pad):
    values = {"focus": pad.find_key("Fishermen"), "on": "passage", "text": "Once.", "key": "one-form"}
    token = pad.reader.find_field(pad.reader.open("/").text, "csrf_token")

    def click(_number: int) -> int:
        client = pad.reader.client
        return client.post(f"{pad.address}/notes", data={**values, "csrf_token": token}).status_code

    with ThreadPoolExecutor(1) as clicks:
        assert set(clicks.map(click, range(30))) == {303}

    assert len(pad.find_ids()) == 1
    pad.write("Another thought.", key="one-form")
    assert len(pad.find_ids()) == 2


def test_thirty_people_write_at_once(app, pad):
    noting = app.extensions["copytrail"].noting
    from copytrail.model import NoteAbout
    from copytrail.notes import place_note
    from webapp.notes import Slip, Spot

    record = noting.services.open_comparison(pad.case, 1)
    spot = Spot(case_id=pad.case, document_id=record.article.id)
    place = place_note(record.comparison, NoteAbout.WHOLE)

    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda n: noting.write(spot, place, Slip(text=f"Note {n}", key=str(n % 15))), range(30)))
        list(people.map(lambda n: noting.write(spot, place, Slip(text=f"Note {n}", key=str(n % 15))), range(30)))

    assert len(pad.find_ids()) == 30


def test_note_is_answered_resolved_and_opened_again(pad):
    pad.write("Who says so?")
    (note,) = pad.find_ids()

    pad.act("replies", note, text="The harbour office.")
    pad.act("state", note, act="resolve")
    resolved = pad.list("?show=resolved")
    pad.act("state", note, act="reopen")

    assert "The harbour office." in resolved
    assert "Resolved: 22 November 2026, 09:00 UTC" in resolved
    assert "No note of this kind." in pad.list("?show=resolved")
    assert "1 note, 1 open" in pad.list()


def test_second_editor_of_a_note_is_told(pad):
    pad.write("First wording.")
    (note,) = pad.find_ids()
    pad.act("change", note, text="Second wording.", version="1")

    answer = pad.act("change", note, text="My own wording.", version="1", claim=f"change-{note}")

    page = unescape(answer.text)
    assert answer.status_code == 409
    assert "Somebody changed this note meanwhile." in page
    assert "My own wording." in page
    assert "Second wording." in page
    assert "My own wording." not in pad.list()


def test_only_the_writer_changes_a_note(pad, monkeypatch):
    pad.write("Mine.")
    (note,) = pad.find_ids()
    monkeypatch.setattr("webapp.views.notes.find_person", lambda: "Somebody else")

    changed = pad.act("change", note, text="Not mine.", version="1")
    deleted = pad.act("change", note, act="delete", version="1")

    assert (changed.status_code, deleted.status_code) == (403, 403)
    assert "Mine." in pad.list()


def test_deleted_note_leaves_its_replies(pad):
    pad.write("A secret thought.")
    (note,) = pad.find_ids()
    pad.act("replies", note, text="An answer.")
    pad.act("change", note, act="delete", version="1")
    page = pad.list()
    reply = re.search(r'name="reply" value="([^"]+)"', page)[1]

    assert "A secret thought." not in page
    assert "This note was deleted; the replies to it stand." in page
    assert "An answer." in page
    pad.act("change", note, act="delete", reply=reply, version="1")
    assert pad.find_ids() == []


def test_notes_of_a_case_are_filtered_by_writer(pad, reader, monkeypatch):
    pad.write("By nobody.")
    monkeypatch.setattr("webapp.views.notes.find_person", lambda: "Ada <b>")
    pad.write("By Ada.")

    page = unescape(reader.open(f"/cases/{pad.case}/notes?by=Ada+<b>").text)

    assert "By Ada." in page
    assert "By nobody." not in page
    assert "2 notes, 2 open" in page


def test_note_without_its_words_is_listed(pad, reader, services):
    pad.write("Where did this go?", words="nearby complained")
    article = services.open_case(pad.case).articles[0]
    from sqlalchemy import text

    with services.database.writing() as connection:
        content = b"Something else stands here now, in other words."
        connection.execute(text("UPDATE documents SET content = :c WHERE id = :i"), {"c": content, "i": article.id})
        connection.execute(text("DELETE FROM comparisons"))

    page = pad.list("?show=lost")

    assert "Its words are not in the texts any more." in page
    assert "On “nearby complained”" in page


def test_notes_go_with_their_article(pad, reader, services):
    pad.write("Gone with it.")
    case = services.open_case(pad.case)

    reader.send(f"/cases/{pad.case}/documents/{case.articles[0].id}/delete")

    assert "Nobody has written a note yet." in reader.open(f"/cases/{pad.case}/notes").text


def test_unknown_note_is_not_found(pad, reader):
    assert pad.act("replies", "nothing", text="To whom?").status_code == 404
    assert "To whom?" in pad.act("replies", "nothing", text="To whom?").text
    assert reader.open("/cases/nothing/notes").status_code == 404


def test_words_of_notes_are_found_while_they_stand(pad):
    assert "0 cases found" in pad.reader.open("/cases?q=harbourmaster").text
    pad.write("Ask the harbourmaster.")
    (note,) = pad.find_ids()
    found = pad.reader.open("/cases?q=harbourmaster").text
    pad.act("change", note, act="delete", version="1")

    assert "Note on article 1" in found
    assert "0 cases found" in pad.reader.open("/cases?q=harbourmaster").text


def test_notes_are_copied_with_their_case(pad):
    pad.write("Ask the harbourmaster.")
    (note,) = pad.find_ids()
    pad.act("replies", note, text="She is away.")
    copy = pad.reader.send(f"/cases/{pad.address.split('/')[2]}/copy").location.partition("?")[0]

    page = unescape(pad.reader.open(f"{copy}/articles/1/notes").text)

    assert "Ask the harbourmaster." in page
    assert "She is away." in page
