"""Signing in and out in a browser, and what everybody must be able to do on the pages of accounts."""

from __future__ import annotations

import re
import threading

import pytest

from tests.browser.axe import list_violations
from tests.browser.navigator import Reader
from webapp import create_app
from webapp.people.inviting import Invitation
from webapp.people.records import PersonRole
from webapp.serving import open_server
from webapp.settings import read_settings

pytestmark = pytest.mark.browser
expect = pytest.importorskip("playwright.sync_api").expect
PASSWORD = "tide tables and biscuits"


@pytest.fixture(scope="module")
def desk_address(tmp_path_factory):
    """A server with accounts, and a link for an invitation."""
    app = create_app(read_settings({"COPYTRAIL_DATA": str(tmp_path_factory.mktemp("people"))}))
    desk = app.extensions["copytrail"]
    desk.accounts.add("Ada Example", PersonRole.ADMIN, password=PASSWORD)
    desk.accounts.add("Ben", PersonRole.MEMBER, password=PASSWORD)
    desk.accounts.end(desk.accounts.find("Ben").id)
    desk.teaming.make("Politics")
    token = desk.inviting.invite(Invitation())
    server = open_server(app, host="127.0.0.1", ports=[0])
    threading.Thread(target=server.run, daemon=True).start()
    yield server.address, f"{server.address}/join/{token}"
    server.close()


@pytest.fixture
def open_person(browser, desk_address):
    """Makes people in front of a browser."""
    readers: list[Reader] = []

    def make(**options: object) -> Reader:
        readers.append(Reader(browser.new_context(**options), desk_address[0]))
        return readers[-1]

    yield make
    for reader in readers:
        reader.context.close()
    assert [trouble for reader in readers for trouble in reader.troubles] == []


def sign_in(reader: Reader) -> None:
    page = reader.page
    page.get_by_label("Name or e-mail address").fill("Ada Example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_person_signs_in_and_out_by_keyboard(open_person):
    reader = open_person()
    page = reader.page
    page.goto(reader.address + "/pages")
    expect(page).to_have_url(re.compile(r"/sign-in\?next="))
    page.get_by_label("Name or e-mail address").focus()
    page.keyboard.type("ada example")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    expect(page).to_have_url(reader.address + "/pages")
    page.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="You are signed out.")).to_be_visible()
    page.goto(reader.address + "/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_password_is_shown_on_request(open_person):
    reader = open_person()
    page = reader.page
    page.goto(reader.address + "/sign-in")
    page.get_by_label("Password", exact=True).fill("typed")

    page.get_by_role("button", name="Show").click()

    expect(page.locator("#password")).to_have_attribute("type", "text")
    expect(page.get_by_role("button", name="Show")).to_have_attribute("aria-pressed", "true")


def test_pages_of_accounts_have_no_axe_violation(open_person, desk_address):
    reader = open_person(viewport={"width": 360, "height": 740})
    page = reader.page
    found = {}

    def look(name: str) -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        found[name] = list_violations(page)

    page.goto(desk_address[1])
    look("join")
    page.goto(reader.address + "/sign-in")
    look("sign-in")
    sign_in(reader)
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.get_by_role("button", name=re.compile("example", re.IGNORECASE)).click()
    page.wait_for_url("**/cases/*")
    case = page.url
    for address in ("/account", "/people", "/people/left", "/teams", f"{case}/access"):
        page.goto(address if address.startswith("http") else reader.address + address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        look(address)

    assert {name: each for name, each in found.items() if each} == {}
