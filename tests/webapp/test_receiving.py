"""Files, zips and addresses in the form: received when they come, shown as a card, compared after a look at them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

import pytest

from copytrail.errors import UnreadableInput
from tests.intake.office import build_zip
from tests.webapp.conftest import ARTICLE, RELEASE, Reader, give_file
from webapp import create_app

PAGE = (
    "<html lang=en><head><title>Bridge opens</title><meta property=og:site_name content='The Post'>"
    "<link rel=canonical href=https://post.example/bridge></head><body>"
    "<nav><a href=/>Home</a> <a href=/s>Sport</a></nav>"
    "<article><h1>Bridge opens</h1><p>The minister opened the new bridge over the river on Monday and thanked the "
    "engineers who built it.</p><p>Residents had waited for a crossing since the ferry stopped running two winters ago"
    ", and many of them came to see it.</p></article></body></html>"
)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)
ADDRESS = "https://post.example/b?id=1"


@dataclass(frozen=True)
class Fetched:
    """What a fetcher gives."""

    content: bytes = PAGE.encode()
    content_type: str = "text/html"
    url: str = "https://post.example/bridge"


class FakeFetch:
    """Opens no address, and notes which ones were asked for."""

    def __init__(self):
        self.asked = []

    def __call__(self, address):
        self.asked.append(address)
        if "absent" in address:
            raise UnreadableInput("This page is not there (404): copy its text and paste it.")
        return Fetched()


@pytest.fixture
def fetch(app):
    fetch = FakeFetch()
    desk = app.extensions["copytrail"]
    app.extensions["copytrail"] = replace(desk, receiving=replace(desk.receiving, fetch=fetch))
    return fetch


def find_case(answer):
    return answer.location.split("/")[2]


def find_kept(page):
    return re.findall(r'name="([\w-]+)-kept" value="', page)


def press(reader, action, *, fragment=True, **fields):
    values = {name.replace("_", "-"): value for name, value in fields.items()}
    return reader.send("/cases", {**values, "action": action}, fragment=fragment)


def test_case_with_a_file_lands_on_what_was_kept(reader):
    answer = reader.compare(RELEASE, "", article_1_file=give_file(PAGE.encode(), "story.html"))

    page = reader.open(answer.location).text
    assert answer.location == f"/cases/{find_case(answer)}/texts"
    assert "Residents had waited" in page
    assert "set aside" in page


def test_pasted_texts_go_to_the_comparison(reader):
    assert reader.compare(RELEASE, ARTICLE).location.endswith("/articles/1")


def test_page_fills_the_empty_fields_about_it(reader, services):
    answer = reader.compare(RELEASE, "", article_1_file=give_file(PAGE.encode(), "a.html"), article_1_title="My title")

    article = services.open_case(find_case(answer)).articles[0]
    assert (article.title, article.publisher, article.url) == ("My title", "The Post", "https://post.example/bridge")


def test_several_files_make_several_articles(reader):
    files = [give_file(ARTICLE.encode(), "one.txt"), give_file(PAGE.encode(), "two.html")]

    page = press(reader, "save", original_text=RELEASE, article_1_file=files).text

    assert find_kept(page) == ["article-1", "article-2"]
    assert page.index("one.txt") < page.index("two.html")


def test_zip_of_files_makes_several_articles(reader):
    data = build_zip({"a/one.txt": ARTICLE, "b/two.md": f"# Two\n\n{ARTICLE}", "__MACOSX/._x": "junk"})

    page = press(reader, "save", original_text=RELEASE, article_1_file=give_file(data, "both.zip")).text

    assert find_kept(page) == ["article-1", "article-2"]
    assert "A Markdown text" in page


def test_further_originals_spread_as_such(reader, services):
    case = reader.make_case()
    files = [give_file(ARTICLE.encode(), "one.txt"), give_file(RELEASE.encode(), "two.txt")]

    fields = {"article-1-file": files, "article-1-role": "reference", "action": "compare"}
    answer = reader.send(f"/cases/{case}/articles", fields)

    assert answer.location == f"/cases/{case}/texts"
    assert len(services.open_case(case).references) == 2


@pytest.mark.parametrize("as_zip", [False, True])
def test_two_files_are_no_release(reader, as_zip):
    files = [give_file(RELEASE.encode(), "one.txt"), give_file(RELEASE.encode(), "two.txt")]
    zipped = give_file(build_zip({"one.txt": RELEASE, "two.txt": RELEASE}), "both.zip")

    answer = reader.compare("", ARTICLE, original_file=zipped if as_zip else files)

    assert answer.status_code == 422
    assert "A case has one release: choose one file here." in answer.text
    assert html.escape(ARTICLE.splitlines()[-1]) in answer.text


def test_files_after_a_text_stand_after_it(reader):
    files = [give_file(ARTICLE.encode(), "one.txt"), give_file(ARTICLE.encode(), "two.txt")]

    page = press(reader, "save", article_1_text="Typed story.", article_2_file=files).text

    assert find_kept(page) == ["article-2", "article-3"]
    assert "Typed story." in page


def test_good_file_stays_beside_a_refused_one(reader):
    files = [give_file(ARTICLE.encode(), "good.txt"), give_file(PICTURE, "scan.png")]

    answer = press(reader, "compare", original_text=RELEASE, article_1_file=files)

    assert answer.status_code == 422
    assert find_kept(answer.text) == ["article-1"]
    assert "scan.png: This is a picture" in answer.text


def test_refusal_stands_at_the_text_it_is_about(reader):
    files = [give_file(ARTICLE.encode(), "good.txt"), give_file(PICTURE, "scan.png")]

    page = press(reader, "save", article_1_file=files).text

    assert '<p class="error" id="article-2-file-error">scan.png: This is a picture' in page


def test_file_beside_a_text_keeps_the_text(reader):
    answer = press(reader, "save", article_1_text=ARTICLE, article_1_file=give_file(PAGE.encode(), "a.html"))

    assert answer.status_code == 422
    assert "The box was kept" in answer.text
    assert "Residents had waited" in answer.text
    assert find_kept(answer.text) == []


def test_taken_out_file_gives_the_box_back(reader):
    page = press(reader, "save", article_1_file=give_file(ARTICLE.encode(), "a.txt")).text
    kept = reader.find_field(page, "article-1-kept")

    page = press(reader, "drop-article-1", article_1_kept=kept).text

    assert find_kept(page) == []
    assert 'id="article-1-text"' in page


def test_taking_one_out_keeps_the_others(reader):
    files = [give_file(ARTICLE.encode(), "one.txt"), give_file(ARTICLE.encode(), "two.txt")]
    page = press(reader, "save", article_1_file=files).text
    kept = {f"article_{n}_kept": reader.find_field(page, f"article-{n}-kept") for n in (1, 2)}

    page = press(reader, "drop-article-1", **kept).text

    assert find_kept(page) == ["article-2"]


def test_address_is_opened_by_its_button(reader, fetch):
    page = press(reader, "fetch-article-1", original_text=RELEASE, article_1_address=ADDRESS).text

    assert fetch.asked == [ADDRESS]
    assert find_kept(page) == ["article-1"]
    assert 'value="https://post.example/bridge"' in page


@pytest.mark.parametrize("action", ["save", "add", "remove-2", "drop-article-1", "fetch-original"])
def test_no_other_button_opens_an_address(reader, fetch, action):
    page = press(reader, action, article_1_address=ADDRESS, article_2_text="x").text

    assert fetch.asked == []
    assert f'value="{ADDRESS}"' in page


def test_saving_a_draft_opens_no_address(reader, fetch):
    fields = {"key": "k" * 27, "writer": "w" * 27, "article-1-address": ADDRESS}
    reader.send("/drafts", fields, fragment=True)

    assert fetch.asked == []
    assert f'value="{ADDRESS}"' in reader.open(f"/?draft={'k' * 27}").text


def test_comparing_opens_addresses(reader, services, fetch):
    answer = reader.compare(RELEASE, "", article_1_address=ADDRESS)

    source = services.open_case(find_case(answer)).articles[0].source
    assert answer.location.endswith("/texts")
    assert source.address == "https://post.example/bridge"
    assert source.fetched == services.clock()


def test_page_that_cannot_be_opened_keeps_the_form(reader, fetch):
    answer = reader.compare(RELEASE, "", ARTICLE, article_1_address="https://post.example/absent", title="A name")

    page = html.unescape(answer.text)
    assert answer.status_code == 422
    assert '<p class="error" id="article-1-address-error">This page is not there (404)' in page
    assert 'value="https://post.example/absent"' in page
    assert RELEASE in page
    assert ARTICLE in page
    assert 'value="A name"' in page


def test_pages_that_came_stay_when_another_fails(reader, fetch):
    fields = {"article_1_address": "https://post.example/absent", "article_2_address": ADDRESS}
    page = reader.compare(RELEASE, "", "", **fields).text

    again = reader.compare(RELEASE, ARTICLE, "", article_2_kept=reader.find_field(page, "article-2-kept"))

    assert again.status_code == 303
    assert fetch.asked.count(ADDRESS) == 1


def test_text_counts_before_an_address(reader, fetch):
    answer = reader.compare(RELEASE, ARTICLE, article_1_address=ADDRESS)

    assert answer.status_code == 422
    assert "There is a text in the box as well." in answer.text


def test_more_than_four_addresses_wait(reader, fetch):
    fields = {f"article_{number}_address": f"{ADDRESS}&n={number}" for number in range(1, 7)}

    answer = reader.compare(RELEASE, *[""] * 6, **fields)

    assert len(fetch.asked) == 4
    assert answer.text.count('-address-error">Four pages are opened at once') == 2


def test_desk_without_fetching_offers_no_address(settings, clock):
    app = create_app(replace(settings, fetch=False), clock=clock)
    reader = Reader(app.test_client())

    assert 'name="article-1-address"' not in reader.open("/").text
    answer = reader.compare(RELEASE, "", article_1_address=ADDRESS)
    assert answer.status_code == 422
    assert "opens no addresses" in answer.text
    app.extensions["copytrail"].services.database.close()


def test_double_click_with_a_kept_file_makes_one_case(reader, services):
    page = press(reader, "save", original_text=RELEASE, article_1_file=give_file(ARTICLE.encode(), "a.txt")).text
    state = {name: reader.find_field(page, name) for name in ("key", "writer", "seen", "turn", "article-1-kept")}

    answers = [press(reader, "compare", original_text=RELEASE, **state) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert len(services.list_cases()) == 1


def test_double_click_with_a_new_file_makes_one_case(reader, services, drafting):
    state = {"key": "k" * 27, "writer": "w" * 27, "original_text": RELEASE}

    answers = [press(reader, "compare", **state, article_1_file=give_file(ARTICLE.encode(), "a.txt")) for _ in range(2)]

    assert answers[0].location == answers[1].location
    assert len(services.list_cases()) == 1
    assert drafting.list_drafts() == ()


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "C:\\Users\\x\\a.txt",
        "<img src=x onerror=alert(1)>.txt",
        "a\u202etxt.exe",
        "n" * 300 + ".txt",
    ],
)
def test_name_of_a_file_is_words_only(reader, settings, name):
    before = {path for path in settings.data_folder.rglob("*") if path.is_file()}

    answer = reader.compare(RELEASE, "", article_1_file=give_file(ARTICLE.encode(), name))

    page = reader.open(answer.location).text
    assert answer.status_code == 303
    assert "<img src=x" not in page
    assert "\u202e" not in page
    assert {path for path in settings.data_folder.rglob("*") if path.is_file()} == before
