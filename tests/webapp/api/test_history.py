"""What programs learn of the past of a case, and how they bring it back."""

from __future__ import annotations

from tests.webapp.api.conftest import find_match, read


def correct(program, article):
    seen = read(program, article)["seen"]
    match = find_match(program, article, "engineers")
    body = {"seen": seen, "act": "label", "match": match, "label": "paraphrased", "reason": "By ear."}
    return program.post(f"{article}/corrections", body).json


def read_history(program, article, query=""):
    return program.get(f"{article.partition('/articles')[0]}/history{query}").json


def list_labels(program, address):
    return sorted(match["label"] for match in program.get(address).json["matches"])


def test_history_tells_who_did_what(ada, article):
    correct(ada, article)

    history = read_history(ada, article)

    newest = history["events"][0]
    assert (newest["person"], newest["deed"], newest["reason"]) == ("Ada", "Corrected", "By ear.")
    assert (newest["article"], history["page"], history["pages"]) == (1, 1, 1)
    assert history["total"] == len(history["events"])


def test_earlier_state_is_looked_at_and_brought_back(ada, article, clock):
    before = list_labels(ada, f"{article}/comparison")
    clock.move_on(minutes=5)
    now = correct(ada, article)
    added = next(event for event in read_history(ada, article)["events"] if event["deed"] == "Article added")
    then = f"{article}/then/{added['then']}"

    assert "paraphrased" in list_labels(ada, f"{article}/comparison")
    assert list_labels(ada, then) == before

    back = ada.post(then, {"seen": now["seen"]}).json
    assert list_labels(ada, f"{article}/comparison") == before
    ada.post(f"{article}/corrections/undo", {"seen": back["seen"]})
    assert "paraphrased" in list_labels(ada, f"{article}/comparison")


def test_going_back_is_refused_to_who_saw_less(ada, article):
    stale = read(ada, article)["seen"]
    correct(ada, article)
    moment = next(event["then"] for event in read_history(ada, article)["events"] if event["then"])

    refused = ada.post(f"{article}/then/{moment}", {"seen": stale})

    assert refused.status_code == 409
    assert "paraphrased" in list_labels(ada, f"{article}/comparison")


def test_moment_that_is_none_leads_nowhere(ada, article):
    assert ada.get(f"{article}/then/yesterday").status_code == 404
