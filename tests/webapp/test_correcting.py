"""Corrections are kept with their article, and two editors never overwrite each other silently."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from copytrail.corrections import relabel_match, unpair_match
from copytrail.model import Label
from webapp import create_app
from webapp.documents import Documents
from webapp.faults import ChangedMeanwhile


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def correcting(app):
    return app.extensions["copytrail"].correcting


@pytest.fixture
def case(reader) -> str:
    return reader.make_case()


def relabel(comparison, said):
    return relabel_match(comparison, comparison.matches[-1], Label.PARAPHRASED, said)


def unpair(comparison, said):
    return unpair_match(comparison, comparison.matches[0], said)


def list_labels(services, case) -> list[str]:
    return [match.label.value for match in services.open_comparison(case, 1).comparison.matches]


def test_correction_outlives_a_restart(services, correcting, case, settings):
    before = list_labels(services, case)
    record = services.open_comparison(case, 1)

    correcting.correct(record, relabel, seen=record.seen, reason="It was read aloud.")

    again = create_app(settings).extensions["copytrail"].services
    match = again.open_comparison(case, 1).comparison.matches[-1]
    assert (match.label, match.corrected.machine) == (Label.PARAPHRASED, before[-1])
    assert match.corrected.said.reason == "It was read aloud."
    again.database.close()


def test_undone_correction_comes_back_by_redo(services, correcting, case):
    before = list_labels(services, case)
    for step, expected in (
        (lambda record: correcting.correct(record, relabel, seen=record.seen), "paraphrased"),
        (lambda record: correcting.undo(record, seen=record.seen), before[-1]),
        (lambda record: correcting.redo(record, seen=record.seen), "paraphrased"),
    ):
        step(services.open_comparison(case, 1))
        assert list_labels(services, case)[-1] == expected


def test_nothing_to_undo_is_refused(services, correcting, case):
    record = services.open_comparison(case, 1)

    with pytest.raises(ChangedMeanwhile):
        correcting.undo(record, seen=record.seen)
    with pytest.raises(ChangedMeanwhile):
        correcting.redo(record, seen=record.seen)


def test_second_editor_on_an_older_page_is_refused(services, correcting, case):
    record = services.open_comparison(case, 1)
    correcting.correct(record, relabel, seen=record.seen)
    now = services.open_comparison(case, 1)

    with pytest.raises(ChangedMeanwhile):
        correcting.correct(now, unpair, seen=record.seen)

    assert services.open_comparison(case, 1).acts == now.acts


def test_page_older_than_the_texts_is_refused(reader, services, correcting, case):
    seen = services.open_comparison(case, 1).seen
    kind = {"side": "derivative", "paragraph": "1", "kind": "furniture"}
    assert reader.send(f"/cases/{case}/articles/1/paragraphs", kind).status_code == 303

    with pytest.raises(ChangedMeanwhile):
        correcting.correct(services.open_comparison(case, 1), unpair, seen=seen)


def test_one_of_many_at_once_wins(services, correcting, case):
    record = services.open_comparison(case, 1)

    def correct(_number: int) -> bool:
        try:
            correcting.correct(record, relabel, seen=record.seen)
        except ChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(correct, range(8)))

    assert won.count(True) == 1
    assert len(services.open_comparison(case, 1).acts.entries) == 1


def test_deleted_article_takes_its_corrections_along(services, correcting, case):
    record = services.open_comparison(case, 1)
    correcting.correct(record, relabel, seen=record.seen)

    Documents(services).delete(case, record.article.id)

    with services.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM acts").scalar() == 0


def test_characters_of_any_kind_are_kept(services, correcting, case):
    record = services.open_comparison(case, 1)
    reason = "“Ünïcode” \x00 \ud800 🙂 \\u0041"

    correcting.correct(record, relabel, seen=record.seen, reason=reason)

    assert services.open_comparison(case, 1).acts.standing[0].said.reason == reason
