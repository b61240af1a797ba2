from __future__ import annotations

import re

from copytrail.display.page import view_comparison
from copytrail.display.state import PageState, View
from tests.display.texts import FIRST, NEW, SECOND, compare_texts


def test_markup_in_a_text_is_escaped():
    page = view_comparison(compare_texts(["<b>One</b> & two"], ["<script>alert(1)</script>"]), PageState())

    texts = [
        str(cell.text) for fold in page.texts.folds for row in fold.rows for cell in row.originals + row.derivatives
    ]

    assert "&lt;script&gt;" in "".join(texts)
    assert "<script>" not in "".join(texts)


def test_marks_say_their_label_and_their_changes():
    article = FIRST.replace("thanked the engineers", "praised the builders")

    page = view_comparison(compare_texts([FIRST], [article]), PageState())
    row = page.texts.folds[0].rows[0]

    assert '<mark class="e"><span class="spoken" dir="ltr">[lightly edited: </span>' in row.derivatives[0].text
    assert '<ins><span class="spoken" dir="ltr">[added: </span>praised<span' in row.derivatives[0].text
    assert '<del><span class="spoken" dir="ltr">[left out: </span>thanked<span' in row.originals[0].text


def test_page_is_heard_as_it_was_reviewed():
    article = [FIRST.replace("on Monday ", ""), NEW]

    page = view_comparison(compare_texts([FIRST, SECOND], article), PageState())
    heard = [
        re.sub(r"<[^>]+>", "", str(cell.text))
        for fold in page.texts.folds
        for row in fold.rows
        for cell in row.originals + row.derivatives
    ]

    released = (
        "[lightly edited: The minister opened the new bridge over the river [left out: on Monday] "
        "and thanked the engineers who built it.]"
    )
    assert heard[:2] == [
        released,
        "[lightly edited: The minister opened the new bridge over the river and thanked the engineers who built it.]",
    ]
    assert f"[added: {NEW}]" in heard
    assert f"[left out: {SECOND}]" in heard


def test_filtered_labels_lose_their_marks():
    comparison = compare_texts([FIRST], [FIRST, NEW])

    page = view_comparison(comparison, PageState(show=tuple(label for label in page_labels() if label == "added")))

    assert '<mark class="c">' not in str(page.texts.folds)
    assert '<mark class="a">' in str(page.texts.folds)


def page_labels():
    from copytrail.display.state import FILTERS

    return FILTERS


def test_found_words_are_marked_across_passages():
    page = view_comparison(compare_texts([FIRST], [FIRST, NEW]), PageState(find="THE  river", at=2))

    assert page.toolbar.find.result == "2 of 2"
    assert 'class="hit now">the river</span>' in str(page.texts.folds[0].rows[0].originals[0].text)


def test_report_has_no_links():
    page = view_comparison(compare_texts([FIRST], [FIRST, NEW]), PageState(view=View.REPORT))

    assert "href" not in "".join(str(c.text) for f in page.texts.folds for r in f.rows for c in r.derivatives)
