"""Signing in where one did before, and through another server: who waits for whose guesses, and what ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.webapp.people.conftest import PASSWORD, Visitor, make_person
from webapp import create_app
from webapp.faults import BadSetting
from webapp.people.inviting import Invitation
from webapp.proxies import read_proxies
from webapp.settings import read_settings
from webapp.views.entering import KNOWN
from webapp.views.guard import COOKIE

CLIENT, OTHER = "192.0.2.7", "198.51.100.9"


def try_password(visitor, password: str = "not the password", name: str = "Zoë", **asking):
    token = visitor.find_field(visitor.client.get("/sign-in", **asking).text, "csrf_token")
    form = {"csrf_token": token, "name": name, "password": password}
    return visitor.client.post("/sign-in", data=form, **asking)


def guess(visitor, times: int = 7) -> list[int]:
    return [try_password(visitor).status_code for _ in range(times)]


@pytest.fixture
def newcomer(app):
    return Visitor(app.test_client())


def test_stranger_shuts_nobody_out_at_home(add_person, sign_in, stranger):
    add_person("Zoë")
    home = sign_in("Zoë")
    home.send("/sign-out")

    assert guess(stranger) == [422] * 6 + [429]
    assert try_password(home, PASSWORD).status_code == 303
    assert try_password(stranger, PASSWORD).status_code == 429


def test_guesses_at_home_wait_too(add_person, sign_in, newcomer, clock):
    add_person("Zoë")
    home = sign_in("Zoë")
    home.send("/sign-out")

    assert guess(home) == [422] * 6 + [429]
    assert try_password(newcomer, PASSWORD).status_code == 303
    clock.move_on(seconds=61)
    assert try_password(home, PASSWORD).status_code == 303


def test_known_browser_is_known_for_its_people_only(add_person, sign_in, stranger):
    add_person("Zoë")
    add_person("Ben")
    bens = sign_in("Ben")
    bens.send("/sign-out")

    guess(stranger)

    assert try_password(bens, PASSWORD).status_code == 429


@pytest.mark.parametrize("changed", ["x", ""])
def test_forged_cookie_makes_no_known_browser(add_person, sign_in, stranger, changed):
    add_person("Zoë")
    cookie = sign_in("Zoë").client.get_cookie(KNOWN).value
    stranger.client.set_cookie(KNOWN, (cookie[:-1] + changed) if changed else "")

    assert guess(stranger)[-1] == 429


def test_signed_in_person_changes_password_despite_guesses(add_person, sign_in, stranger):
    add_person("Zoë")
    inside = sign_in("Zoë")
    guess(stranger)

    answer = inside.send("/account/password", {"old": PASSWORD, "new": "another dozen biscuits"})

    assert answer.status_code == 303


def test_invitation_ends_the_sign_in_before(add_person, sign_in, desk):
    add_person("Zoë", "admin")
    visitor = sign_in("Zoë")
    before, form = visitor.client.get_cookie(COOKIE).value, visitor.find_field(visitor.open("/").text, "csrf_token")
    token = desk.inviting.invite(Invitation())

    answer = visitor.send(f"/join/{token}", {"name": "Ben", "password": PASSWORD})

    assert answer.status_code == 303
    assert visitor.client.get_cookie(COOKIE).value != before
    assert desk.signing.recognise(before) is None
    assert visitor.find_field(visitor.open("/").text, "csrf_token") != form
    assert "Ben" in visitor.open("/account").text


def test_reset_ends_the_sign_in_of_the_browser(add_person, sign_in, desk):
    add_person("Zoë", "admin")
    ben = add_person("Ben")
    visitor = sign_in("Zoë")
    before = visitor.client.get_cookie(COOKIE).value
    token = desk.inviting.reset(ben)

    answer = visitor.send(f"/reset/{token}", {"password": "another dozen biscuits"})

    assert answer.location == "/sign-in?done=password"
    assert visitor.client.get_cookie(COOKIE) is None
    assert desk.signing.recognise(before) is None


def test_next_person_gets_a_new_form_token(add_person, sign_in):
    add_person("Zoë")
    add_person("Ben")
    visitor = sign_in("Zoë")
    hers = visitor.find_field(visitor.open("/account").text, "csrf_token")

    try_again = visitor.send("/sign-in", {"name": "Ben", "password": PASSWORD})
    sent = visitor.client.post("/account/name", data={"csrf_token": hers, "name": "Not his"})

    assert try_again.status_code == 303
    assert sent.status_code == 400


def test_form_left_open_is_sent_after_signing_in_again(add_person, sign_in, desk):
    add_person("Zoë", "admin")
    visitor = sign_in("Zoë")
    form = visitor.find_field(visitor.open("/account").text, "csrf_token")
    desk.signing.leave(visitor.client.get_cookie(COOKIE).value)

    try_password(visitor, PASSWORD)

    assert visitor.client.post("/account/name", data={"csrf_token": form, "name": "Zoë B"}).status_code == 303


@pytest.fixture
def proxied(settings, clock):
    """A desk behind a proxy on this machine and a second one before that."""
    app = create_app(replace(settings, proxies=read_proxies("127.0.0.1,10.0.0.0/8")), clock=clock)
    make_person(app.extensions["copytrail"], "Zoë", "admin")
    yield app
    app.extensions["copytrail"].services.database.close()


def come(client: str, *hops: str, **more: str) -> dict:
    return {"headers": {"X-Forwarded-For": ", ".join((client, *hops)), **more}}


def test_readers_behind_a_proxy_wait_apart(proxied):
    far, near = (Visitor(proxied.test_client()) for _ in range(2))

    guesses = [try_password(far, **come(CLIENT)).status_code for _ in range(7)]

    assert guesses[-1] == 429
    assert try_password(far, PASSWORD, **come("127.0.0.1", CLIENT, "10.0.0.5")).status_code == 429
    assert try_password(near, PASSWORD, **come(CLIENT, OTHER)).status_code == 303


def test_nobody_else_says_where_a_request_came_from(proxied):
    visitor = Visitor(proxied.test_client())
    straight = {"environ_overrides": {"REMOTE_ADDR": CLIENT}}

    answers = [
        try_password(visitor, **straight, **come(f"203.0.113.{n}", **{"X-Forwarded-Proto": "https"})) for n in range(7)
    ]

    assert answers[-1].status_code == 429
    assert not any("Secure" in each for answer in answers for each in answer.headers.getlist("Set-Cookie"))


def test_cookies_are_secure_where_the_proxy_speaks_https(proxied):
    secure = {"X-Forwarded-Proto": "https"}

    answer = try_password(Visitor(proxied.test_client()), PASSWORD, **come(CLIENT, **secure))
    plain = try_password(Visitor(proxied.test_client()), PASSWORD, **come(CLIENT))

    assert len(answer.headers.getlist("Set-Cookie")) > 1
    assert all("; Secure" in each for each in answer.headers.getlist("Set-Cookie"))
    assert not any("; Secure" in each for each in plain.headers.getlist("Set-Cookie"))


def test_proxy_names_the_host_that_was_asked_for(proxied):
    client = proxied.test_client()

    assert client.get("/health", **come(CLIENT, **{"X-Forwarded-Host": "evil.example"})).status_code == 400
    assert client.get("/health", **come(CLIENT, **{"X-Forwarded-Host": "localhost"})).status_code == 200


@pytest.mark.parametrize("address", ["127.0.0.1", CLIENT])
def test_measures_are_not_shown_through_a_proxy(proxied, address):
    client = proxied.test_client()

    assert client.get("/metrics", **come(address)).status_code == 404
    assert client.get("/metrics").status_code == 200


def test_desk_without_accounts_serves_nobody_through_a_proxy(app, reader):
    answer = app.test_client().get("/", **come(CLIENT))

    assert answer.status_code == 403
    assert "answers on its own computer only" in answer.text
    assert reader.open("/").status_code == 200


def test_setting_names_addresses_of_proxies():
    settings = read_settings({"COPYTRAIL_DATA": "/srv", "COPYTRAIL_PROXY": "127.0.0.1, ::1, 10.0.0.0/8"})

    assert [str(each) for each in settings.proxies] == ["127.0.0.1/32", "::1/128", "10.0.0.0/8"]


@pytest.mark.parametrize("value", ["proxy.example", "10.0.0.1/8", "yes"])
def test_setting_refuses_what_is_no_address(value):
    with pytest.raises(BadSetting, match="COPYTRAIL_PROXY lists addresses"):
        read_settings({"COPYTRAIL_DATA": "/srv", "COPYTRAIL_PROXY": value})
