"""What programs say of a comparison: corrections, dismissals, notes."""

from __future__ import annotations

import pytest

from tests.webapp.api.conftest import ARTICLE, Program, find_match, read
from tests.webapp.people.conftest import make_person
from webapp.api.access import Scope


def test_review_lists_what_is_to_check(ada, article):
    review = read(ada, article)

    assert [finding["kind"] for finding in review["findings"]] == ["changed_figure"]
    assert (review["corrections"], review["notes"], review["undoable"]) == ([], [], False)


def test_label_is_corrected_and_undone(ada, article):
    match, seen = find_match(ada, article, "engineers"), read(ada, article)["seen"]

    corrected = ada.post(
        f"{article}/corrections",
        {"seen": seen, "act": "label", "match": match, "label": "paraphrased", "reason": "By ear."},
    )
    undone = ada.post(f"{article}/corrections/undo", {"seen": corrected.json["seen"]})
    redone = ada.post(f"{article}/corrections/redo", {"seen": undone.json["seen"]})

    (correction,) = corrected.json["corrections"]
    assert (correction["machine"], correction["reason"], correction["person"]) == ("copied", "By ear.", "Ada")
    assert (undone.json["corrections"], undone.json["redoable"]) == ([], True)
    assert len(redone.json["corrections"]) == 1
    labels = {each["label"] for each in ada.get(f"{article}/comparison?fields=matches").json["matches"]}
    assert "paraphrased" in labels


def test_second_editor_is_told(ada, article):
    match, seen = find_match(ada, article, "engineers"), read(ada, article)["seen"]
    body = {"seen": seen, "act": "unpair", "match": match}

    first, second = (ada.post(f"{article}/corrections", body) for _ in range(2))

    assert (first.status_code, second.status_code) == (200, 409)
    assert len(read(ada, article)["corrections"]) == 1


def test_added_words_are_given_a_source(ada, article):
    start = ARTICLE.index("Residents")
    sent = {"act": "source", "start": start, "end": start + 84, "label": "paraphrased", "sources": "R1"}

    corrected = ada.post(f"{article}/corrections", {"seen": read(ada, article)["seen"], **sent})

    assert corrected.status_code == 200, corrected.text
    assert corrected.json["corrections"][0]["words"].startswith("Residents had waited")


def test_one_correction_is_dropped(ada, article):
    match = find_match(ada, article, "engineers")
    ada.post(f"{article}/corrections", {"seen": read(ada, article)["seen"], "act": "unpair", "match": match})
    review = read(ada, article)

    dropped = ada.post(f"{article}/corrections/{review['corrections'][0]['claim']}/drop", {"seen": review["seen"]})

    assert dropped.json["corrections"] == []


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"act": "label", "match": "none", "label": "copied"}, 422),
        ({"act": "label", "match": "m1", "label": "added"}, 422),
        ({"act": "source", "start": 0, "end": 5, "label": "copied", "sources": "R1"}, 422),
        ({"act": "speaker", "quotation": 7, "speaker": "Ada"}, 422),
        ({"act": "nonsense"}, 422),
    ],
)
def test_nonsense_is_no_correction(ada, article, sent, status):
    answer = ada.post(f"{article}/corrections", {"seen": read(ada, article)["seen"], **sent})

    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    assert read(ada, article)["corrections"] == []


def test_finding_is_dismissed_and_restored(ada, article):
    claim = read(ada, article)["findings"][0]["claim"]

    dismissed = ada.post(f"{article}/findings/{claim}/dismiss", {"reason": "Both are right."}).json["findings"][0]
    restored = ada.post(f"{article}/findings/{claim}/restore").json["findings"][0]
    again = ada.post(f"{article}/findings/{claim}/restore")

    assert (dismissed["dismissed"], dismissed["reason"], dismissed["person"]) == (True, "Both are right.", "Ada")
    assert (restored["dismissed"], restored["reason"]) == (False, "")
    assert again.status_code == 200
    assert ada.post(f"{article}/findings/none/dismiss").status_code == 404


def test_note_is_written_answered_and_settled(ada, article):
    start = ARTICLE.index("ferry")
    sent = {"text": "Since when?", "about": "passage", "start": start, "end": start + 5}

    (note,) = ada.post(f"{article}/notes", sent).json["notes"]
    address = f"{article}/notes/{note['id']}"
    answered = ada.post(f"{address}/replies", {"text": "Two winters."}).json["notes"][0]
    changed = ada.ask("PATCH", address, json={"text": "When?", "version": 1, "resolved": True}).json["notes"][0]
    stale = ada.ask("PATCH", address, json={"text": "Why?", "version": 1})

    assert (note["words"], note["person"], note["version"]) == ("ferry", "Ada", 1)
    assert answered["replies"][0]["text"] == "Two winters."
    assert (changed["text"], changed["version"], changed["resolved"]) == ("When?", 2, True)
    assert stale.status_code == 409


def test_same_key_makes_one_note(ada, article):
    for _ in range(2):
        ada.post(f"{article}/notes", {"text": "Once."}, headers={"Idempotency-Key": "n1"})

    assert [note["text"] for note in read(ada, article)["notes"]] == ["Once."]


def test_notes_are_on_findings_too(ada, article):
    claim = read(ada, article)["findings"][0]["claim"]

    noted = ada.post(f"{article}/notes", {"text": "Ask them.", "about": "finding", "finding": claim})

    assert noted.json["notes"][0]["about"] == "finding"
    assert ada.post(f"{article}/notes", {"text": "x", "about": "finding", "finding": "none"}).status_code == 422
    assert ada.post(f"{article}/notes", {"text": "x", "about": "pair", "start": 9, "end": 3}).status_code == 422
    assert ada.post(f"{article}/notes", {"text": "  "}).status_code == 422


def test_writer_alone_deletes_a_note(ada, app, desk, article):
    note = ada.post(f"{article}/notes", {"text": "Mine."}).json["notes"][0]
    ben = Program(app.test_client())
    ben.token = desk.tokens.make(make_person(desk, "Ben", "member").id, "Tests", scope=Scope.WRITE, days=7)
    with desk.services.database.writing() as connection:
        connection.exec_driver_sql("UPDATE cases SET visibility = 'all'")
    address = f"{article}/notes/{note['id']}"

    refused = ben.ask("DELETE", f"{address}?version=1")
    deleted = ada.ask("DELETE", f"{address}?version=1")

    assert (refused.status_code, deleted.status_code) == (403, 200)
    assert deleted.json["notes"] == []
    assert ada.ask("DELETE", f"{address}?version=1").status_code == 404
