"""Long work lies in the database: claimed by one worker at a time, cancelled, taken up again, given up."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import comparing, store
from webapp.documents import Documents
from webapp.faults import NotCompared, StillComparing
from webapp.jobs import queue as queues
from webapp.jobs.values import JobState, StepProblem
from webapp.jobs.worker import LEASE, Worker
from webapp.records import GivenText

OTHER = ARTICLE.replace("Bridge opens at last", "Crossing opens for lorries")
THIRD = ARTICLE.replace("Residents", "Neighbours")


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def queue(app, monkeypatch):
    """A queue that takes any comparison for a long one, as if somebody listened."""
    monkeypatch.setattr(queues, "PAGE_WORDS", 0)
    queue = app.extensions["copytrail"].queue
    queue.alarm.listeners.append(lambda: None)
    return queue


@pytest.fixture
def case(services, queue):
    texts = tuple(GivenText(content=text.encode(), title=text[:12]) for text in (ARTICLE, OTHER, THIRD))
    return services.create_case("The bridge", GivenText(content=RELEASE.encode()), texts)


def make_worker(services, owner="one") -> Worker:
    return Worker(services.database, services.clock, owner)


def test_new_case_waits_for_a_worker(services, queue, case):
    job = queue.find_job(case.id)

    assert job.is_open
    assert [step.document_id for step in job.articles] == [article.id for article in case.articles]
    with pytest.raises(StillComparing):
        services.open_comparison(case.id, 1)


def test_worker_brings_the_case_up_to_date(services, queue, case):
    assert make_worker(services).work_off() == 4

    assert queue.find_job(case.id).state is JobState.DONE
    assert queue.open_standing(case.id).is_ready
    assert {name for each in services.open_comparison(case.id, 1).comparison.additions for name in each.also_in} == {
        "article-2",
        "article-3",
    }


def test_work_in_the_background_changes_no_result(services, queue, case, monkeypatch):
    make_worker(services).work_off()
    behind = [record.comparison for record in services.open_comparisons(case.id)]

    queue.alarm.listeners.clear()
    texts = tuple(GivenText(content=text.encode(), title=text[:12]) for text in (ARTICLE, OTHER, THIRD))
    at_once = services.create_case("The bridge", GivenText(content=RELEASE.encode()), texts)

    assert [record.comparison for record in services.open_comparisons(at_once.id)] == behind


def test_step_is_claimed_by_one_worker(services, case):
    claims = [make_worker(services, name).claim() for name in ("one", "two", "three")]

    assert len({claim.number for claim in claims}) == 3
    assert make_worker(services, "four").claim() is None


def test_many_workers_share_without_double_work(services, queue, case, monkeypatch):
    compared: list[str] = []
    compare = comparing.compare_pair
    monkeypatch.setattr(
        comparing,
        "compare_pair",
        lambda pair: compared.append(pair.derivative.record.id) or compare(pair),
    )

    threads = [threading.Thread(target=make_worker(services, f"w{number}").work_off) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    make_worker(services).work_off()

    assert sorted(compared) == sorted(article.id for article in case.articles)
    assert queue.find_job(case.id).state is JobState.DONE


def test_lost_step_is_taken_up_again(services, queue, case, clock):
    lost = make_worker(services, "dead").claim()

    clock.move_on(seconds=LEASE.seconds + 1)
    again = make_worker(services, "alive").claim()

    assert (again.number, again.tries) == (lost.number, 2)
    assert not make_worker(services, "dead").renew(lost)


def test_renewed_step_stays_with_its_worker(services, case, clock):
    worker = make_worker(services)
    held = worker.claim()

    for _ in range(4):
        clock.now += LEASE / 2
        assert worker.renew(held)

    assert make_worker(services, "other").claim().number != held.number


def test_step_that_kills_twice_is_given_up(services, queue, case, reader):
    victim = None
    for name in ("first", "second"):
        worker = make_worker(services, name)
        victim = worker.claim()
        while victim.document_id != case.articles[0].id:
            victim = worker.claim()
        worker.release(died=True)

    make_worker(services).work_off()

    assert queue.open_standing(case.id).failed == {case.articles[0].id: StepProblem.GAVE_UP}
    page = reader.open(f"/cases/{case.id}").text
    assert "Copytrail stopped twice while comparing it and gave up." in page
    assert page.count('class="verdict"') == 2
    with pytest.raises(NotCompared):
        services.open_comparison(case.id, 1)


def test_stopped_worker_counts_as_no_try(services, case):
    worker = make_worker(services)
    for _ in range(5):
        assert worker.claim().tries == 1
        worker.release()


@pytest.mark.parametrize(
    ("error", "problem"), [(MemoryError(), StepProblem.TOO_LARGE), (ValueError("secret"), StepProblem.BROKEN)]
)
def test_failing_article_stops_no_other(services, queue, case, monkeypatch, caplog, error, problem):  # noqa: PLR0917
    compare = comparing.compare_pair

    def fail(pair):
        if pair.derivative.record.place == 2:
            raise error
        return compare(pair)

    monkeypatch.setattr(comparing, "compare_pair", fail)
    make_worker(services).work_off()

    assert queue.open_standing(case.id).failed == {case.articles[1].id: problem}
    assert [record.number for record in services.open_comparisons(case.id)] == [1, 3]
    assert "secret" not in caplog.text


def test_failed_article_is_tried_again_when_asked(services, queue, case, monkeypatch):
    compare = comparing.compare_pair
    monkeypatch.setattr(comparing, "compare_pair", lambda pair: 1 / 0)
    make_worker(services).work_off()
    monkeypatch.setattr(comparing, "compare_pair", compare)

    assert queue.forgive(case.id)
    queue.start(case.id)
    make_worker(services).work_off()

    assert [record.number for record in services.open_comparisons(case.id)] == [1, 2, 3]


def test_failure_is_forgotten_when_the_text_changes(services, queue, case, monkeypatch):
    compare = comparing.compare_pair
    monkeypatch.setattr(comparing, "compare_pair", lambda pair: 1 / 0)
    make_worker(services).work_off()
    monkeypatch.setattr(comparing, "compare_pair", compare)

    Documents(services).describe(case.id, case.articles[0].id, GivenText(content=b"", title="Another title"))

    assert case.articles[0].id not in queue.open_standing(case.id).failed


def test_cancelled_work_keeps_what_is_compared(services, queue, case):
    worker = make_worker(services)
    worker.do(worker.claim())
    held = worker.claim()

    queue.cancel(case.id)

    assert worker.claim() is None
    assert not worker.renew(held)
    assert queue.find_job(case.id).state is JobState.CANCELLED
    assert services.open_comparison(case.id, 1).number == 1
    with pytest.raises(StillComparing):
        services.open_comparison(case.id, 3)


def test_cancelled_work_begins_again_only_when_asked(services, queue, case):
    queue.cancel(case.id)

    queue.go_on(case.id)
    assert not queue.find_job(case.id).is_open

    queue.start(case.id)
    make_worker(services).work_off()
    assert queue.open_standing(case.id).is_ready


def test_articles_added_meanwhile_join_the_work(services, queue, case):
    worker = make_worker(services)
    worker.do(worker.claim())

    services.add_articles(case.id, (GivenText(content=ARTICLE.replace("Monday", "Friday").encode()),))
    worker.work_off()

    assert queue.find_job(case.id).state is JobState.DONE
    assert len(services.open_comparisons(case.id)) == 4


def test_deleted_case_leaves_no_work(services, queue, case):
    worker = make_worker(services)
    held = worker.claim()

    services.delete_case(case.id)
    worker.do(held)

    assert worker.claim() is None
    assert queue.find_job(case.id) is None


def test_jobs_take_turns_between_cases(services, queue, case, clock):
    clock.move_on(seconds=1)
    other = services.create_case("Another", GivenText(content=RELEASE.encode()), (GivenText(content=ARTICLE.encode()),))
    worker = make_worker(services)

    served = []
    for _ in range(3):
        clock.move_on(seconds=1)
        served.append(worker.claim().case_id)

    assert served[:2] == [case.id, other.id]


def test_rows_of_work_hold_no_words(services, queue, case):
    with services.database.reading() as connection:
        rows = [
            str(row)
            for table in (store.jobs._jobs, store.jobs._steps, store.jobs._failures)
            for row in connection.execute(table.select())
        ]

    assert len(rows) == 5
    assert not [row for row in rows if "ridge" in row or "minister" in row.lower()]


def test_without_workers_the_page_compares(services, queue, case):
    queue.alarm.listeners.clear()

    assert len(services.open_comparisons(case.id)) == 3


def test_lease_is_longer_than_a_heartbeat():
    from webapp.jobs.process import BEAT_SECONDS

    assert timedelta(seconds=5 * BEAT_SECONDS) < LEASE
