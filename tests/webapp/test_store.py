"""The database itself: transactions, upgrades, and many at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.db import open_database
from webapp.examples import open_example
from webapp.faults import NewerDatabase, StoreUnavailable, UnknownCase
from webapp.forms import CaseForm
from webapp.records import GivenText
from webapp.tables import metadata
from webapp.text_forms import TextForm
from webapp.unfinished import SentForm


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def database(services):
    return services.database


def test_steps_make_the_tables_we_work_with(database):
    with database.reading() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata)

    assert [each for each in differences if not concerns_keys(each)] == []


def concerns_keys(difference) -> bool:
    """Whether it is about a foreign key, of which SQLAlchemy reads only half where a step added it with its column."""
    return difference[0] in ("add_fk", "remove_fk")


def test_steps_make_the_foreign_keys_we_work_with(database):
    declared = {
        (table.name, key.parent.name, key.column.table.name, key.ondelete or "NO ACTION")
        for table in metadata.sorted_tables
        for key in table.foreign_keys
    }

    assert read_keys(database) == declared


def read_keys(database) -> set[tuple[str, str, str, str]]:
    """The foreign keys of the database itself: table, column, where it leads, and what deleting there does."""
    with database.reading() as connection:
        if database.is_sqlite:
            rows = connection.execute(
                text(
                    'SELECT m.name, k."from", k."table", k.on_delete'
                    " FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'"
                )
            )
            return {tuple(row) for row in rows}
        tables = inspect(connection)
        return {
            (name, column, key["referred_table"], key["options"].get("ondelete", "NO ACTION"))
            for name in tables.get_table_names()
            for key in tables.get_foreign_keys(name)
            for column in key["constrained_columns"]
        }


def test_upgrade_of_a_current_database_changes_nothing(database, services):
    open_example(services)

    database.upgrade()

    assert len(services.list_cases()) == 1


def test_database_of_a_newer_version_is_refused(database):
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerDatabase):
        database.upgrade()


def test_failed_transaction_leaves_nothing(database, services):
    with pytest.raises(UnknownCase), database.writing() as connection:
        add_and_fail(connection)

    assert services.list_cases() == ()


def add_and_fail(connection):
    connection.execute(text("INSERT INTO cases (id, title, created, changed) VALUES ('x', 't', 'now', 'now')"))
    raise UnknownCase


def test_one_form_sent_by_eight_clicks(services):
    form = SentForm("k" * 27, "d" * 64)
    texts = GivenText(content=RELEASE.encode()), (GivenText(content=ARTICLE.encode()),)

    with ThreadPoolExecutor(8) as pool:
        cases = list(pool.map(lambda _: services.create_case("", *texts, form=form).id, range(8)))

    assert len(set(cases)) == 1
    assert len(services.list_cases()) == 1


def test_articles_added_at_once_are_all_kept(services):
    case = services.create_case("", GivenText(content=RELEASE.encode()), ())

    with ThreadPoolExecutor(4) as pool:
        stories = [(GivenText(content=f"Story number {number}.".encode()),) for number in range(8)]
        list(pool.map(lambda story: services.add_articles(case.id, story), stories))

    assert [article.place for article in services.open_case(case.id).articles] == list(range(1, 9))


def test_unfinished_form_keeps_any_character(drafting):
    form = CaseForm(key="k" * 27, title="\x00\ud800", original=TextForm(text="a\x00b\U0001f600\u202e"))

    drafting.save(form)

    opened = drafting.open(form.key)
    assert replace(opened, writer="", seen=0) == form


def test_one_page_saving_eight_times_at_once(drafting):
    forms = [CaseForm(key="k" * 27, writer="w" * 27, title=f"Title {number}") for number in range(8)]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(drafting.save, forms))

    assert len(drafting.list_drafts()) == 1


@pytest.mark.parametrize("seen", [0, 1])
def test_eight_pages_saving_at_once_lose_nothing(drafting, seen):
    if seen:
        drafting.save(CaseForm(key="k" * 27, writer="first" * 5, title="Title of all"))
    titles = [f"Title {number}" for number in range(8)]
    forms = [CaseForm(key="k" * 27, writer=f"page-{title[-1]}" * 4, seen=seen, title=title) for title in titles]

    with ThreadPoolExecutor(8) as pool:
        saved = list(pool.map(drafting.save, forms))

    assert [form.apart_from for form in saved].count("") == 1
    assert sorted(draft.name for draft in drafting.list_drafts()) == titles


@pytest.mark.parametrize("round_", range(4))
def test_comparing_and_saving_at_once_lose_nothing(drafting, services, round_):
    first = drafting.save(CaseForm(key="k" * 27, writer="first" * 5, title="Both have seen this"))
    older = replace(first, writer="older" * 5, title="Compared")
    newer = replace(first, writer="newer" * 5, title="Typed meanwhile")
    texts = GivenText(content=RELEASE.encode()), (GivenText(content=ARTICLE.encode()),)

    with ThreadPoolExecutor(2) as pool:
        saving = pool.submit(drafting.save, newer)
        case = pool.submit(lambda: services.create_case("", *texts, form=drafting.settle(older).sign()))
        saved, _ = saving.result(), case.result()

    assert drafting.open(saved.key).title == "Typed meanwhile"
    assert len(services.list_cases()) == 1


def test_one_page_kept_apart_has_one_form(drafting):
    drafting.save(CaseForm(key="k" * 27, writer="first" * 5, title="The newer words"))
    forms = [CaseForm(key="k" * 27, writer="second" * 4, title=f"Older {number}") for number in range(8)]

    with ThreadPoolExecutor(8) as pool:
        keys = {form.key for form in pool.map(drafting.save, forms)}

    assert len(keys) == 1
    assert len(drafting.list_drafts()) == 2


def test_missing_server_is_named_as_unavailable():
    database = open_database("postgresql+psycopg://desk@/none?host=/nonexistent&connect_timeout=1")

    with pytest.raises(StoreUnavailable), database.reading():
        pass
