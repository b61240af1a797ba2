from __future__ import annotations

import re
from dataclasses import replace

from copytrail.display.wording import say_why
from copytrail.export.to_html import render
from copytrail.model import Finding, Label, Span
from tests.display.ledger_texts import add_changes, compare_ledgers
from tests.display.texts import FIRST, NEW, SECOND, THIRD, compare_texts


def make_report() -> str:
    return render((compare_texts([FIRST, THIRD], [FIRST.replace("thanked", "praised"), NEW]),)).decode()


def test_report_loads_and_runs_nothing():
    report = make_report()

    assert not re.search(r"<(script|link|img|iframe|object|base)\b", report)
    assert not re.search(r"""\b(src|srcset|style|on\w+)=""", report)
    assert not re.search(r"url\((?![\"']?#)", report)
    assert "default-src 'none'" in report.replace("&#39;", "'")


def test_report_holds_both_texts_whole():
    report = re.sub(r"<[^>]+>", "", re.sub(r'<span class="spoken(?:-end)?"[^>]*>.*?</span>', "", make_report()))

    assert NEW in report
    assert THIRD in report
    assert FIRST.replace("thanked", "praised") in report


def test_same_comparison_gives_same_bytes():
    assert make_report() == make_report()


def test_every_match_says_why():
    comparison = compare_texts([FIRST, SECOND], [FIRST, SECOND.replace("yearly", "annual")])

    report = render((comparison,)).decode()

    assert all(say_why(match.why) in report for match in comparison.matches)
    assert [match.label for match in comparison.matches] == [Label.COPIED, Label.EDITED]


def test_report_calls_the_original_the_release():
    comparison = compare_texts([FIRST, SECOND], [FIRST, SECOND.replace("yearly", "annual"), NEW])

    report = render((comparison,)).decode()

    assert "the original" not in report
    assert "35 of 53 words (66%) come from the release." in report


def test_several_articles_make_one_file():
    report = render((compare_texts([FIRST], [FIRST]), compare_texts([FIRST], [NEW]))).decode()

    assert report.count('class="report"') == 2
    assert "2 articles held against one release" in report
    assert len(re.findall(r"<h1\b", report)) == 1


def test_hostile_text_stays_text():
    hostile = '"><script>alert(1)</script><style>*{}</style>'

    report = render((compare_texts([hostile], [hostile + " \ud800\x00"]),)).decode()

    assert "<script>" not in report
    assert report.count("<style>") == 1


def test_findings_stand_first_and_lead_to_their_marks():
    finding = Finding(
        kind="changed_name", derivative=Span(4, 12), original=Span(4, 12), expected="", found="", why="It has another."
    )
    comparison = replace(compare_texts([FIRST], [FIRST]), findings=(finding,))

    report = render((comparison, comparison)).decode()

    names = re.findall(r'\bid="([^"]+)"', report)
    assert "Worth checking · 1" in report
    assert report.index("It has another.") < report.index("Passage by passage")
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', report)) <= set(names)


def test_report_has_a_table_for_each_ledger():
    report = render((add_changes(compare_ledgers()),)).decode()

    for title in ("Speech · 3 rows", "Facts · 11 rows", "Additions · 1 row", "Omissions · 1 row"):
        assert f">{title}</h2>" in report
    assert "Given to another speaker" in report
    assert report.index("Changed</span>") < report.index("Dropped</span>")


def test_rows_of_a_ledger_lead_to_paragraphs_of_their_report():
    report = render((add_changes(compare_ledgers()), add_changes(compare_ledgers()))).decode()

    names = re.findall(r'id="([^"]+)"', report)
    links = re.findall(r'class="spot" href="#([^"]+)"', report)
    assert len(names) == len(set(names))
    assert any(link.startswith("report-2-A") for link in links)
    assert set(links) <= set(names)


def test_several_articles_have_a_ledger_over_all():
    report = render((compare_ledgers(), compare_ledgers(name="article-2"))).decode()

    names = set(re.findall(r'id="([^"]+)"', report))
    links = re.findall(r'class="what[^"]*" href="#([^"]+)"', report)
    assert "Quotations of the release · 2 rows" in report
    assert any(link.startswith("report-2-fact-") for link in links)
    assert set(links) <= names


def test_one_article_has_no_ledger_over_all():
    assert 'class="across"' not in render((compare_ledgers(),)).decode()


def test_report_lists_what_was_added_once():
    report = make_report()

    assert "<h2>Added · " not in report
    assert "Additions · 1" in report
