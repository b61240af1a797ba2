"""Pasted rich text, made plain for the box it was pasted into."""

from __future__ import annotations

HTML = "<meta charset=utf-8><h2>Bridge opens</h2><p>It is <b>long</b>.</p><ul><li>Two lanes</li><li>One path</li></ul>"


def test_paste_keeps_paragraphs_and_lists(reader):
    answer = reader.send("/pastes", {"html": HTML})

    assert answer.status_code == 200
    assert answer.mimetype == "text/plain"
    assert answer.text == "Bridge opens\n\nIt is long.\n\n• Two lanes\n• One path"


def test_pasted_script_is_not_there(reader):
    answer = reader.send("/pastes", {"html": "<p>It rained.</p><script>alert(1)</script>"})

    assert answer.text == "It rained."


def test_too_much_markup_is_refused_in_words(reader):
    answer = reader.send("/pastes", {"html": "<b>" * 40_000 + "text"})

    assert answer.status_code == 422
    assert "paste it without formatting" in answer.text


def test_paste_without_the_token_is_refused(app):
    assert app.test_client().post("/pastes", data={"html": HTML}).status_code == 400
