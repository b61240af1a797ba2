"""Two people of a newsroom on one case: correct, note, conflict, share, revoke."""

from __future__ import annotations

import threading

import pytest

from tests.browser.navigator import Reader
from webapp import create_app, store
from webapp.examples import open_example
from webapp.people.records import CaseAccess, PersonRole
from webapp.serving import open_server
from webapp.settings import read_settings

pytestmark = pytest.mark.browser
expect = pytest.importorskip("playwright.sync_api").expect
PASSWORD = "tide tables and biscuits"
CARD = "/articles/1?focus=m3"


@pytest.fixture
def newsroom(tmp_path):
    """A server with two people and the bundled case, which is for both of them; gives its address and the case's."""
    app = create_app(read_settings({"COPYTRAIL_DATA": str(tmp_path)}))
    desk = app.extensions["copytrail"]
    for name in ("Ada Example", "Ben Sample"):
        desk.accounts.add(name, PersonRole.MEMBER, password=PASSWORD)
    case = open_example(desk.services)
    with desk.services.database.writing() as connection:
        store.access.save_access(connection, case.id, CaseAccess(owner_id=desk.accounts.find("Ada Example").id))
    server = open_server(app, host="127.0.0.1", ports=[0])
    threading.Thread(target=server.run, daemon=True).start()
    yield server.address, f"{server.address}/cases/{case.id}"
    server.close()
    desk.services.database.close()


@pytest.fixture
def enter(browser, newsroom):
    """Makes people in front of a browser who have signed in and opened a page; without a name, a stranger."""
    readers: list[Reader] = []

    def make(name: str, address: str, **options: object) -> Reader:
        reader = Reader(browser.new_context(viewport={"width": 1280, "height": 900}, **options), newsroom[0])
        readers.append(reader)
        reader.page.goto(address)
        if name:
            reader.page.get_by_label("Name or e-mail address").fill(name)
            reader.page.get_by_label("Password", exact=True).fill(PASSWORD)
            reader.page.get_by_role("button", name="Sign in", exact=True).click()
            expect(reader.page).to_have_url(address)
        return reader

    yield make
    for reader in readers:
        reader.context.close()
    assert [trouble for reader in readers for trouble in reader.troubles] == []


def correct(reader: Reader, label: str, reason: str) -> None:
    reader.page.locator("#review-label").get_by_label("Why this label").fill(reason)
    reader.page.get_by_role("button", name=label, exact=True).click()


def test_second_editor_is_told_who_was_first(newsroom, enter):
    ada, ben = (enter(name, newsroom[1] + CARD) for name in ("Ada Example", "Ben Sample"))

    correct(ada, "Paraphrased", "Read aloud by both.")
    expect(ada.page.locator("#d-m3 mark.p").first).to_be_visible()
    correct(ben, "Copied", "I see it otherwise.")

    expect(ben.page.locator("#refused")).to_contain_text("changed on another page meanwhile")
    expect(ben.page.locator("#review-label").get_by_label("Why this label")).to_have_value("I see it otherwise.")
    expect(ben.page.locator("#detail")).to_contain_text("Ada Example")
    ben.page.goto(f"{newsroom[1]}/history")
    expect(ben.page.locator("tbody tr").first).to_contain_text("Ada Example")


def test_note_of_one_is_answered_by_the_other(newsroom, enter):
    ada, ben = (enter(name, newsroom[1] + CARD) for name in ("Ada Example", "Ben Sample"))

    ada.wait_for_scripts()
    ada.page.locator("#detail-title").focus()
    ada.press("n")
    box = ada.page.locator("#note-new textarea").first
    expect(box).to_be_focused()
    box.fill("Who wrote this first?")
    ada.page.locator("#note-new").get_by_role("button", name="Keep the note").click()
    expect(ada.page.locator("#detail .wrote")).to_have_text("Who wrote this first?")
    ben.page.reload()
    ben.page.locator("#detail").get_by_text("Reply", exact=False).first.click()
    ben.page.locator("#detail .deeds textarea").fill("The ministry did.")
    ben.page.get_by_role("button", name="Keep the reply").click()

    expect(ben.page.locator("#detail .replies")).to_contain_text("Ben Sample")
    ada.page.goto(f"{newsroom[1]}/articles/1/notes")
    expect(ada.page.locator("#main")).to_contain_text("The ministry did.")


def test_shared_link_tells_no_name_and_ends(newsroom, enter):
    ada = enter("Ada Example", newsroom[1] + CARD)
    correct(ada, "Paraphrased", "Read aloud by both.")
    expect(ada.page.locator("#d-m3 mark.p").first).to_be_visible()
    ada.page.goto(f"{newsroom[1]}/shares")
    ada.page.get_by_label("What", exact=True).select_option("article-1")
    ada.page.get_by_role("button", name="Make the link").click()
    link = ada.page.get_by_label("Link", exact=True).input_value()

    stranger = enter("", f"{link}?focus=m3", java_script_enabled=False)
    expect(stranger.page.locator("#d-m3 mark.p").first).to_be_visible()
    shown = stranger.page.content()
    ada.page.get_by_role("button", name="Revoke").first.click()
    expect(ada.page.get_by_role("status").first).to_contain_text("The link was revoked")
    stranger.page.reload()

    assert "Ada Example" not in shown
    assert "Read aloud" not in shown
    assert stranger.context.cookies() == []
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("This link leads nowhere")
    stranger.page.goto(newsroom[1])
    expect(stranger.page.get_by_role("heading", name="Sign in")).to_be_visible()
