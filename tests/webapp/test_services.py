"""The use cases, without pages."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from copytrail.model import Label, ParagraphKind
from copytrail.passages import tile_derivative
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import comparing, reading, store
from webapp.cleaning import Cleaning
from webapp.faults import StoreFull, StoreUnavailable, UnknownArticle, UnknownCase, UnknownParagraph
from webapp.records import GivenText
from webapp.unfinished import SentForm


@pytest.fixture
def settings(each_database):
    return each_database


def give(words, **about):
    return GivenText(content=words.encode(), **about)


@pytest.fixture
def case(services):
    return services.create_case("The bridge", give(RELEASE), (give(ARTICLE),))


def test_snapshot_keeps_bytes_hash_and_time(services, case, clock):
    record = services.open_case(case.id).original

    assert record.size == len(RELEASE.encode())
    assert len(record.sha256) == 64
    assert record.received == clock.now


def test_comparison_is_kept_and_read_back(services, case, monkeypatch):
    first = services.open_comparison(case.id, 1)
    monkeypatch.setattr(comparing, "compare", None)
    monkeypatch.setattr(reading, "read_given", None)

    assert services.open_comparison(case.id, 1) == first


def test_newer_engine_compares_again(services, case, monkeypatch):
    monkeypatch.setattr(comparing, "VERSION", "99.0")

    services.open_comparison(case.id, 1)

    with services.database.reading() as connection:
        assert connection.execute(text("SELECT engine FROM comparisons")).scalars().all() == ["99.0"]


def test_unreadable_comparison_is_made_again(services, case):
    before = services.open_comparison(case.id, 1)
    with services.database.writing() as connection:
        connection.execute(text("UPDATE comparisons SET data = '{}'"))

    assert services.open_comparison(case.id, 1) == before


def test_fault_of_the_store_is_noted_without_words(services, case, monkeypatch, caplog):
    before = services.open_comparison(case.id, 1)
    monkeypatch.setattr(comparing, "VERSION", "99.0")
    monkeypatch.setattr(store.comparisons, "save_comparison", raise_full)

    assert services.open_comparison(case.id, 1) == before
    assert [record.message for record in caplog.records] == [
        f"comparison of article {case.articles[0].id} not kept: StoreFull"
    ]


def raise_full(*_arguments):
    raise StoreFull


def test_health_asks_for_our_tables(services):
    services.check_database()
    with services.database.writing() as connection:
        connection.execute(text("ALTER TABLE cases RENAME TO gone"))

    with pytest.raises((StoreUnavailable, SQLAlchemyError)):
        services.check_database()


def test_paragraph_set_aside_is_compared_no_more(services, case):
    article = case.articles[0]
    number = services.open_comparison(case.id, 1).comparison.derivative.paragraphs[-1].number

    Cleaning(services).set_kind(case.id, article.id, number, ParagraphKind.FURNITURE)

    comparison = services.open_comparison(case.id, 1).comparison
    assert comparison.derivative.paragraphs[-1].kind is ParagraphKind.FURNITURE
    assert tile_derivative(comparison)[-1].label is Label.FURNITURE


def test_restored_paragraph_needs_no_row(services, case):
    article = case.articles[0]
    before = services.open_comparison(case.id, 1).comparison
    last = before.derivative.paragraphs[-1]

    Cleaning(services).set_kind(case.id, article.id, last.number, ParagraphKind.FURNITURE)
    Cleaning(services).set_kind(case.id, article.id, last.number, last.kind)

    assert services.open_comparison(case.id, 1).comparison == before
    with services.database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM paragraph_kinds")).scalar() == 0


def test_restored_heading_is_a_heading_again(services, case):
    before = services.open_comparison(case.id, 1).comparison

    for kind in (ParagraphKind.FURNITURE, ParagraphKind.BODY):
        Cleaning(services).set_kind(case.id, case.articles[0].id, 1, kind)

    assert before.derivative.paragraphs[0].kind is ParagraphKind.HEADING
    assert services.open_comparison(case.id, 1).comparison == before


def test_kind_in_the_release_holds_for_every_article(services):
    case = services.create_case("", give(RELEASE), (give(ARTICLE), give(RELEASE)))

    Cleaning(services).set_kind(case.id, case.original.id, 2, ParagraphKind.FURNITURE)

    kinds = [record.comparison.original.paragraphs[1].kind for record in services.open_comparisons(case.id)]
    assert kinds == [ParagraphKind.FURNITURE] * 2


def test_unknown_paragraph_is_refused(services, case):
    with pytest.raises(UnknownParagraph):
        Cleaning(services).set_kind(case.id, case.original.id, 99, ParagraphKind.FURNITURE)


@pytest.mark.parametrize("number", [0, 2, -1])
def test_unknown_article_is_refused(services, case, number):
    with pytest.raises(UnknownArticle):
        services.open_comparison(case.id, number)


@pytest.mark.parametrize("action", ["rename", "delete", "add", "touch"])
def test_unknown_case_is_refused(services, action):
    calls = {
        "rename": lambda: services.rename_case("none", "x"),
        "delete": lambda: services.delete_case("none"),
        "add": lambda: services.add_articles("none", (give(ARTICLE),)),
        "touch": lambda: services.open_comparisons("none"),
    }
    with pytest.raises(UnknownCase):
        calls[action]()


def test_same_form_makes_one_case(services):
    form = SentForm("k" * 27, "d" * 64)

    cases = [services.create_case("", give(RELEASE), (give(ARTICLE),), form=form) for _ in range(3)]

    assert len({case.id for case in cases}) == 1


NAUGHTY = ["\x00 nul", "\ud800 lone surrogate", "\\u0000 written out", "e\u0301 \u202eabc\u202c 😀", "\r\n\t"]


@pytest.mark.parametrize("words", NAUGHTY)
def test_any_character_comes_back(services, words):
    body = f"Some text before. {words} Some text after.".encode("utf-8", "surrogatepass")
    original, article = GivenText(content=body, title=words), GivenText(content=body, publisher=words)

    case = services.create_case(words, original, (article,))

    record = services.open_comparison(case.id, 1)
    assert (record.case.title, record.case.original.title, record.case.articles[0].publisher) == (words,) * 3
    assert words.replace("\r\n", "\n") in record.comparison.original.text
    assert services.open_comparison(case.id, 1) == record
