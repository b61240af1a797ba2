"""What the form of a link refuses, and what stays in it."""

from __future__ import annotations

from html import unescape

import pytest


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"what": "article-9"}, "Choose one of the comparisons"),
        ({"what": "nonsense"}, "Choose one of the comparisons"),
        ({"until": "99"}, "Choose how long"),
        ({"until": "date", "date": "2026-11-21"}, "That day is over"),
        ({"until": "7", "date": "2027-01-01"}, "A last day is written here"),
        ({"until": "date", "date": "soon"}, "Write the last day"),
        ({"until": "date", "date": "9999-12-31"}, "Write the last day"),
        ({"sites": "https://news.example/page"}, "https://news.example/page is none"),
        ({"sites": "https://a.example; script-src *"}, "is none"),
        ({"sites": "*"}, "* is none"),
        ({"sites": " ".join(f"https://s{n}.example" for n in range(21))}, "up to 20 sites"),
        ({"sites": "https://a.example " * 1000}, "up to 20 sites"),
        ({"label": "x" * 201}, "longer than 200 characters"),
        ({"key": "short"}, "Please send it once more"),
    ],
)
def test_nonsense_is_refused_in_words(sharer, reader, fields, said):
    answer = sharer.send(**{"what": "article-1", "label": "Typed with care", "reasons": "on", **fields})

    page = unescape(answer.text)
    assert answer.status_code == 422
    assert said in page
    assert fields.get("label", "Typed with care") in page
    assert fields.get("sites", "") in page
    assert 'name="reasons" aria-describedby="reasons-hint" checked' in page
    assert sharer.list_ids() == []
