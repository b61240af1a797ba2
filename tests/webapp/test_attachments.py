"""Files kept beside an unfinished form: there as long as the form needs them, and then nowhere any more."""

from __future__ import annotations

import base64
import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.webapp.conftest import ARTICLE, RELEASE, Reader, give_file
from webapp import create_app
from webapp.drafting import STRAY

SECRET = "xylophonist brontosaurus zeitgeist"
TEXT = f"The {SECRET} stood on the bridge. " * 40
STATE = ("key", "writer", "seen", "turn")


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def count_files(services):
    def count() -> int:
        with services.database.reading() as connection:
            return connection.execute(text("SELECT count(*) FROM attachments")).scalar()

    return count


@pytest.fixture
def find_secret(settings):
    """Where the words stand on the disk; a server's own files are not ours to look into."""

    def find() -> list[str]:
        words = SECRET.encode()
        needles = (words, words[:12], base64.b64encode(words)[:24], "xylophonist".encode("utf-16-le"))
        files = [path for path in settings.data_folder.rglob("*") if path.is_file()]
        return [path.name for path in files if any(needle in path.read_bytes() for needle in needles)]

    return find


class Page:
    """A page with the form, as one browser tab shows it."""

    def __init__(self, reader, address="/"):
        self.reader = reader
        self.fields = {}
        self.read(reader.open(address).text)

    def read(self, page):
        self.text = page
        names = [f"{place}-kept" for place in ("original", "article-1", "article-2")]
        self.fields = {
            name: self.reader.find_field(page, name) for name in (*STATE, *names) if f'name="{name}"' in page
        }

    def press(self, action, **more):
        values = {**self.fields, **{name.replace("_", "-"): value for name, value in more.items()}, "action": action}
        answer = self.reader.send("/cases", values, fragment=True)
        if answer.status_code in {200, 422}:
            self.read(answer.text)
        return answer

    @property
    def address(self):
        return f"/?draft={self.fields['key']}"


@pytest.fixture
def page(reader):
    """A form with one file beside it."""
    page = Page(reader)
    page.press("save", original_text=RELEASE, article_1_file=give_file(TEXT.encode(), "story.txt"))
    return page


def test_file_outlives_a_reload(reader, page):
    again = Page(reader, page.address)

    assert "<bdi>story.txt</bdi>" in again.text
    assert again.fields["article-1-kept"] == page.fields["article-1-kept"]


def test_file_outlives_the_program(settings, clock, page):
    second = create_app(settings, clock=clock)

    again = Page(Reader(second.test_client()), page.address)

    assert "<bdi>story.txt</bdi>" in again.text
    assert again.press("compare", original_text=RELEASE).status_code == 303
    second.extensions["copytrail"].services.database.close()


def test_file_outlives_typing(reader, page):
    reader.send("/drafts", {**page.fields, "original-text": RELEASE + "More.", "turn": "9"}, fragment=True)

    assert "<bdi>story.txt</bdi>" in Page(reader, page.address).text


def test_file_outlives_a_failed_form(page):
    answer = page.press("compare", original_text=" ")

    assert answer.status_code == 422
    assert "<bdi>story.txt</bdi>" in page.text
    assert page.press("compare", original_text=RELEASE).status_code == 303


def test_file_outlives_an_old_token(app, page):
    fields = {**page.fields, "csrf_token": "old", "original-text": RELEASE}

    answer = app.test_client().post("/cases", data=fields, headers={"Sec-Fetch-Site": "same-origin"})

    assert "<bdi>story.txt</bdi>" in answer.text


def test_new_file_outlives_an_old_token(app):
    fields = {"csrf_token": "old", "original-text": RELEASE, "article-1-file": give_file(TEXT.encode(), "story.txt")}

    answer = app.test_client().post("/cases", data=fields, headers={"Sec-Fetch-Site": "same-origin"})

    assert "<bdi>story.txt</bdi>" in answer.text


def test_comparing_moves_the_file_into_the_case(page, services, count_files):
    case = page.press("compare", original_text=RELEASE).location.split("/")[2]

    assert count_files() == 0
    assert services.open_case(case).articles[0].source.name == "story.txt"


def test_compared_and_deleted_leaves_no_word(reader, page, find_secret, settings):
    assert find_secret() or "postgresql" in settings.database
    case = page.press("compare", original_text=RELEASE).location.split("/")[2]

    reader.delete_for_good(case)

    assert find_secret() == []


@pytest.mark.parametrize("way", ["discard", "drop", "remove", "empty"])
def test_file_no_longer_wanted_leaves_no_word(reader, page, find_secret, count_files, way):
    if way == "discard":
        reader.send(f"/drafts/{page.fields['key']}/discard")
    elif way == "empty":
        empty = {name: value for name, value in page.fields.items() if name in STATE}
        reader.send("/drafts", {**empty, "turn": "9"}, fragment=True)
    else:
        page.press(f"{way}-{'article-1' if way == 'drop' else '1'}", original_text=RELEASE)

    assert count_files() == 0
    assert find_secret() == []


def test_discarding_all_leaves_no_word(reader, page, find_secret, count_files):
    reader.send("/drafts/discard", {"draft": [page.fields["key"]]})

    assert count_files() == 0
    assert find_secret() == []


def test_case_that_goes_takes_the_files_of_its_forms(reader, find_secret, count_files):
    case = reader.make_case()
    fields = {"article-1-file": give_file(TEXT.encode(), "story.txt"), "action": "save"}
    reader.send(f"/cases/{case}/articles", fields, fragment=True)
    assert count_files() == 1

    reader.delete_for_good(case)

    assert count_files() == 0
    assert find_secret() == []


def test_two_pages_share_the_file(reader, page, services, count_files):
    other = Page(reader, page.address)
    other.press("save", original_text="Typed on the other page.")

    page.press("drop-article-1", original_text=RELEASE)

    assert count_files() == 1
    assert other.press("compare", original_text=RELEASE).status_code == 303
    assert services.list_cases()


def test_page_kept_apart_keeps_its_file(reader, page, count_files):
    other = Page(reader, page.address)
    page.press("save", original_text="Newer words.")
    other.press("save", original_text="Older words.")

    reader.send(f"/drafts/{page.fields['key']}/discard")

    assert other.fields["key"] != page.fields["key"]
    assert count_files() == 1
    assert "<bdi>story.txt</bdi>" in Page(reader, other.address).text


def test_file_gone_meanwhile_is_asked_for_again(reader, page):
    reader.send(f"/drafts/{page.fields['key']}/discard")

    answer = page.press("compare", original_text=RELEASE)

    assert answer.status_code == 422
    assert "The file chosen before is not kept any more: choose it again." in answer.text
    assert 'id="article-1-text"' in answer.text


def test_pasting_after_a_lost_file_compares(reader, page):
    reader.send(f"/drafts/{page.fields['key']}/discard")
    page.press("compare", original_text=RELEASE)

    assert page.press("compare", original_text=RELEASE, article_1_text=ARTICLE).location.endswith("/articles/1")


@pytest.mark.parametrize("kept", ["no-such-file-was-ever-kept-here", "'; DROP TABLE attachments; --", "%" * 27])
def test_made_up_file_is_none(reader, count_files, page, kept):
    answer = reader.compare(RELEASE, "", article_1_kept=kept)

    assert answer.status_code == 422
    assert count_files() == 1


def test_stray_is_dropped_after_a_day(reader, page, services, clock, count_files):
    with services.database.writing() as connection:
        connection.execute(text("DELETE FROM drafts"))
    reader.send("/drafts/never-was-there-at-all/discard")
    assert count_files() == 1

    clock.now += STRAY + timedelta(minutes=1)
    reader.send("/drafts/never-was-there-at-all/discard")

    assert count_files() == 0


def test_old_file_of_a_kept_form_is_no_stray(reader, page, clock, count_files):
    clock.move_on(days=400)

    reader.send("/drafts/never-was-there-at-all/discard")

    assert count_files() == 1
    assert page.press("compare", original_text=RELEASE).status_code == 303


def test_eight_clicks_on_compare_make_one_case(app, page, services, count_files):
    fields = {**page.fields, "original-text": RELEASE, "action": "compare"}

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: Reader(app.test_client()).send("/cases", fields), range(8)))

    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.location for answer in answers}) == 1
    assert len(services.list_cases()) == 1
    assert count_files() == 0


def test_eight_uploads_of_one_form_make_one_case(app, services, count_files):
    fields = {"key": "k" * 27, "writer": "w" * 27, "original-text": RELEASE, "action": "compare"}

    def send(_):
        return Reader(app.test_client()).send("/cases", {**fields, "article-1-file": give_file(TEXT.encode(), "a.txt")})

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(send, range(8)))

    assert {answer.status_code for answer in answers} == {303}
    assert len(services.list_cases()) == 1
    assert count_files() == 0


def test_names_and_words_survive_any_character(reader):
    page = Page(reader)
    name = "Bögen \U0001f600 \u05d0.txt"

    page.press("save", original_text=RELEASE, article_1_file=give_file("Über \U0001f600 Brücken.".encode(), name))

    assert name in page.text
    assert "2 words in all" in page.text


def test_zip_in_a_form_is_kept_as_its_files(reader, count_files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("one.txt", ARTICLE)
        archive.writestr("two.txt", RELEASE)
    page = Page(reader)

    page.press("save", article_1_file=give_file(buffer.getvalue(), "both.zip"))

    assert count_files() == 2
