"""`copytrail case`: the stored cases without a browser."""

from __future__ import annotations

import json
from dataclasses import replace
from unittest.mock import patch

import pytest

from copytrail.errors import EmptyText
from copytrail.model import NoteAbout
from copytrail.notes import place_note
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp import comparing
from webapp.deeds import Deed
from webapp.notes.noting import Slip, Spot
from webapp.people.records import PersonRole, Visibility
from webapp.people.rights import Rights


def list_ids(run, *arguments):
    return [line.split()[0] for line in run("case", "list", *arguments)[1].splitlines()]


def test_case_is_made_of_files(run, case):
    code, shown, _ = run("case", "show", case)

    assert code == 0
    assert shown.splitlines()[0] == f"The bridge ({case})"
    assert [line.partition(":")[0] for line in shown.splitlines()[1:]] == ["Release", "Article 1", "Article 2"]


def test_case_made_here_opens_compared_on_its_page(case, desk):
    page = desk.services.open_comparisons(case)

    assert [record.number for record in page] == [1, 2]
    assert all(record.comparison.matches for record in page)


def test_files_of_a_case_do_not_lie_about(case, desk):
    with desk.services.database.reading() as connection:
        assert connection.exec_driver_sql("select count(*) from attachments").scalar() == 0


def test_case_is_made_of_a_folder(run, tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a-story.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "release.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "notes.cfg").write_text("not a text", encoding="utf-8")

    made = run("case", "create", str(folder))[1].strip()

    data = json.loads(run("case", "show", made, "--json")[1])
    assert data["original"]["words"] > len(data["articles"]) == 1


def test_bundled_folder_keeps_what_it_says(run, seeds):
    made = run("case", "create", str(seeds))[1].strip()

    data = json.loads(run("case", "show", made, "--json")[1])
    assert data["original"]["publisher"] == "GOV.UK"
    assert data["articles"][0]["published"] == "2025-11-16"


def test_folder_without_release_says_what_to_do(run, tmp_path):
    (tmp_path / "empty").mkdir()

    code, _, complaint = run("case", "create", str(tmp_path / "empty"))

    assert code == 2
    assert "call one of the files original or release" in complaint


def test_article_is_added_and_compared(run, case, desk):
    assert run("case", "add", case, "wrong.txt")[0] == 0

    assert len(desk.services.open_comparisons(case)) == 3


def test_unreadable_article_stores_nothing(run, case, desk, tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")

    code, shown, complaint = run("case", "create", "release.txt", "empty.txt")

    assert (code, shown) == (2, "")
    assert complaint.startswith("copytrail: ")
    assert len(list_ids(run)) == 1


@pytest.fixture
def fail(monkeypatch):
    """Comparing the article in which a band played fails, as long as the block lasts."""
    compare = comparing.compare

    def start(error):
        def fail(original, derivative):
            if "band" in derivative.text:
                raise error
            return compare(original, derivative)

        return patch.object(comparing, "compare", fail)

    return start


def test_case_that_cannot_be_compared_is_named(run, fail):
    with fail(EmptyText()):
        code, shown, complaint = run("case", "create", "release.txt", "other.txt", "story.txt")

    assert (code, shown.split()) == (1, list_ids(run))
    assert complaint == f"copytrail: article 1 is stored, but could not be compared: {EmptyText()}\n"
    assert run("case", "findings", shown.strip())[0] == 0


def test_case_is_named_before_it_is_compared(run, fail):
    with fail(KeyboardInterrupt()):
        code, shown, complaint = run("case", "create", "release.txt", "other.txt")

    assert (code, complaint) == (130, "copytrail: stopped.\n")
    assert shown.split() == list_ids(run)


def test_added_article_that_cannot_be_compared_stays(run, fail):
    case = run("case", "create", "release.txt", "story.txt")[1].strip()

    with fail(EmptyText()):
        assert run("case", "add", case, "other.txt")[0] == 1

    assert "Article 2" in run("case", "show", case)[1]


def test_words_find_the_case_that_holds_them(run, case):
    other = run("case", "create", "release.txt", "story.txt")[1].strip()

    assert set(list_ids(run)) == {case, other}
    assert list_ids(run, "band played") == [case]
    assert list_ids(run, "nowhere") == []


def test_list_as_data_counts_all(run, case):
    data = json.loads(run("case", "list", "--json")[1])

    assert data["total"] == 1
    assert (data["cases"][0]["id"], data["cases"][0]["articles"]) == (case, 2)


def test_case_is_known_by_the_beginning_of_its_id(run, case):
    assert run("case", "show", case[:8])[0] == 0
    assert run("case", "show", f"http://127.0.0.1:8000/cases/{case}")[0] == 0

    code, _, complaint = run("case", "show", "nonsense")
    assert code == 2
    assert "copytrail case list" in complaint


def test_new_name_stands_in_the_list(run, case):
    assert run("case", "rename", case, "The crossing")[0] == 0

    assert run("case", "list")[1].rstrip().endswith("The crossing")


def test_archive_trash_and_back(run, case):
    assert run("case", "archive", case)[0] == 0
    assert (list_ids(run), list_ids(run, "--in", "archive")) == ([], [case])
    assert run("case", "trash", case)[0] == 0
    assert list_ids(run, "--in", "trash") == [case]
    assert run("case", "restore", case)[0] == 0
    assert run("case", "unarchive", case)[0] == 0
    assert list_ids(run) == [case]


def test_shelving_is_signed_in_the_history(run, case, desk):
    run("case", "archive", case, "--person", "Ada")

    events = desk.history.read(case)[1]
    assert [each.person for each in events if each.done and each.done.deed is Deed.ARCHIVED] == ["Ada"]


def test_short_id_says_how_much_is_needed(run, case):
    code, _, complaint = run("case", "show", case[:3])

    assert code == 2
    assert "give its first 6 characters" in complaint


def test_only_what_lies_in_the_trash_is_deleted(run, case):
    code, _, complaint = run("case", "delete", case)

    assert code == 1
    assert "1 of 1 cases was left as it was" in complaint
    assert "put it there with copytrail case trash" in complaint
    assert list_ids(run) == [case]

    run("case", "trash", case)
    assert run("case", "delete", case)[0] == 0
    assert list_ids(run, "--in", "trash") == []


def test_findings_are_told_in_words(run):
    made = run("case", "create", "release.txt", "wrong.txt")[1].strip()

    assert "fifteen million" in run("case", "findings", made)[1]
    data = json.loads(run("case", "findings", made, "--json")[1])
    assert "changed_figure" in {finding["kind"] for finding in data[0]["findings"]}


def test_notes_are_told_with_their_writer(run, case, desk):
    record = desk.services.open_comparison(case, 1)
    place = place_note(record.comparison, NoteAbout.WHOLE)
    desk.noting.write(Spot(case_id=case, document_id=record.article.id), place, Slip(text="Ask them.", person="Ada"))

    shown = run("case", "notes", case)[1]

    assert "Ask them." in shown
    assert "Ada" in shown
    assert "Article 2" not in shown


def test_person_with_account_sees_own_cases_only(run, case, desk):
    desk.accounts.add("Ada", PersonRole.ADMIN, password="a long enough pass phrase")
    mine = run("case", "create", "release.txt", "story.txt", "--person", "Ada")[1].strip()

    desk.accounts.add("Bob", PersonRole.MEMBER, password="another long pass phrase")

    assert mine in list_ids(run, "--person", "Ada")
    assert mine not in list_ids(run, "--person", "Bob")
    assert mine in list_ids(run)


def test_person_with_account_does_what_their_pages_allow(run, case, desk):
    desk.accounts.add("Ada", PersonRole.MEMBER, password="a long enough pass phrase")
    desk.accounts.add("Bob", PersonRole.MEMBER, password="another long pass phrase")
    desk.accounts.add("Cleo", PersonRole.READER, password="a third long pass phrase")
    mine = run("case", "create", "release.txt", "story.txt", "--person", "Ada")[1].strip()
    for_all = replace(desk.access.load(mine), visibility=Visibility.ALL)
    desk.access.change(mine, for_all, Rights(is_alone=True))

    assert run("case", "create", "release.txt", "story.txt", "--person", "Cleo")[0] == 2
    assert run("case", "rename", mine, "Another name", "--person", "Cleo")[0] == 2
    assert run("case", "trash", mine, "--person", "Bob")[0] == 2
    assert run("case", "rename", mine, "Another name", "--person", "Bob")[0] == 0
    assert run("case", "trash", mine, "--person", "Ada")[0] == 0
