"""Signing in and out, as somebody at the page sees it."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from tests.webapp.people.conftest import PASSWORD, Visitor
from webapp import create_app
from webapp.people.passwords import hash_password
from webapp.people.records import PersonRole
from webapp.views.guard import COOKIE

WRONG = "Name and password do not go together."


def try_password(visitor, password: str, name: str = "Zoë"):
    return visitor.send("/sign-in", {"name": name, "password": password})


def test_nobody_signs_in_while_alone(reader):
    page = reader.open("/")

    assert page.status_code == 200
    assert "Sign out" not in page.text
    assert reader.open("/sign-in", follow=False).location == "/"
    assert "copytrail user add NAME --role admin" in reader.open("/people").text


def test_first_account_closes_the_desk(reader, add_person):
    add_person("Zoë", "admin")

    answer = reader.open("/pages?x=1", follow=False)

    assert answer.status_code == 303
    assert answer.location == "/sign-in?next=/pages?x%3D1"


def test_name_at_the_desk_signs_what_is_done(reader):
    reader.send("/account/name", {"name": "  Ann   Example "})

    page = reader.open("/").text

    assert "Your name: " in page
    assert "Ann Example" in page


def test_person_signs_in_and_out(add_person, sign_in):
    add_person("Zoë")

    visitor = sign_in("zoË ")
    cookie = visitor.client.get_cookie(COOKIE)
    inside = visitor.open("/").text
    left = visitor.send("/sign-out")

    assert visitor.answer.location == "/"
    assert "Zoë" in inside
    assert left.location == "/sign-in?done=signed-out"
    assert visitor.open("/", follow=False).status_code == 303
    visitor.client.set_cookie(COOKIE, cookie.value)
    assert visitor.open("/", follow=False).status_code == 303


def test_cookie_is_kept_from_scripts_and_other_sites(add_person, sign_in):
    add_person("Zoë")

    cookie = next(each for each in sign_in("Zoë").answer.headers.getlist("Set-Cookie") if COOKIE in each)

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_token_is_not_in_the_database(add_person, sign_in, desk):
    add_person("Zoë")
    token = sign_in("Zoë").client.get_cookie(COOKIE).value

    with desk.services.database.reading() as connection:
        rows = str(connection.execute(text("SELECT * FROM sign_ins")).all())

    assert len(token) == 43
    assert token not in rows


def test_each_sign_in_has_a_new_token(add_person, sign_in):
    add_person("Zoë")
    visitor = sign_in("Zoë")
    first = visitor.client.get_cookie(COOKIE).value

    visitor.client.post("/sign-in", data={})
    again = try_password(visitor, PASSWORD)

    assert again.status_code == 303
    assert visitor.client.get_cookie(COOKIE).value != first


@pytest.mark.parametrize(
    ("asked", "goes"),
    [
        ("/cases/x?focus=m1", "/cases/x?focus=m1"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("/\t/evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/sign-out", "/"),
        ("", "/"),
    ],
)
def test_after_sign_in_only_our_pages_open(add_person, stranger, asked, goes):
    add_person("Zoë")

    answer = stranger.send("/sign-in", {"name": "Zoë", "password": PASSWORD, "next": asked})

    assert answer.location == goes


def test_unknown_name_reads_like_wrong_password(add_person, stranger):
    add_person("Zoë")

    wrong = try_password(stranger, "not the password")
    unknown = try_password(stranger, "not the password", "Nobody")

    assert wrong.status_code == unknown.status_code == 422
    assert WRONG in wrong.text
    assert drop_token(wrong).replace("Zoë", "Nobody") == drop_token(unknown)


def drop_token(answer) -> str:
    """A page without the token of its forms, which tells the time."""
    return answer.text.replace(Visitor.find_field(answer.text, "csrf_token"), "")


def test_unknown_name_costs_a_hash_too(add_person, stranger, monkeypatch):
    add_person("Zoë")
    checked = []
    verify = PasswordHasher.verify
    monkeypatch.setattr(
        PasswordHasher, "verify", lambda self, kept, given: checked.append(kept) or verify(self, kept, given)
    )

    try_password(stranger, "x" * 12)
    try_password(stranger, "x" * 12, "Nobody")

    assert len(checked) == 2


def test_idle_sign_in_ends(add_person, sign_in, clock):
    add_person("Zoë")
    visitor = sign_in("Zoë")

    clock.move_on(hours=11)
    assert visitor.open("/", follow=False).status_code == 200
    clock.move_on(hours=11)
    assert visitor.open("/", follow=False).status_code == 200
    clock.move_on(hours=12)

    assert visitor.open("/", follow=False).status_code == 303


def test_used_sign_in_ends_after_thirty_days(add_person, sign_in, clock):
    add_person("Zoë")
    visitor = sign_in("Zoë")

    for _ in range(65):
        clock.move_on(hours=11)
        visitor.open("/", follow=False)
    assert visitor.open("/", follow=False).status_code == 200
    clock.move_on(hours=11)

    assert visitor.open("/", follow=False).status_code == 303


def test_sixth_wrong_password_has_to_wait(add_person, stranger, settings, clock):
    add_person("Zoë")
    for _ in range(6):
        try_password(stranger, "not the password")

    early = try_password(stranger, PASSWORD)
    clock.move_on(seconds=61)
    late = try_password(stranger, PASSWORD)

    assert early.status_code == 429
    assert "please try again in 60 seconds" in early.text
    assert early.headers["Retry-After"] == "60"
    assert late.status_code == 303


def test_unknown_name_has_to_wait_too(add_person, stranger):
    add_person("Zoë")
    answers = [try_password(stranger, "not the password", "Nobody").status_code for _ in range(7)]

    assert answers == [422] * 6 + [429]


def test_restart_does_not_clear_the_wait(add_person, stranger, settings, clock):
    add_person("Zoë")
    for _ in range(6):
        try_password(stranger, "not the password")

    again = create_app(settings, clock=clock)
    visitor = type(stranger)(again.test_client())

    assert try_password(visitor, PASSWORD).status_code == 429
    again.extensions["copytrail"].services.database.close()


def test_thirty_devices_of_one_address_sign_in(add_person, stranger):
    for number in range(30):
        add_person(f"Pupil {number}") if number in {0, 29} else None
    for number in range(1, 29):
        try_password(stranger, "not the password", f"Pupil {number}")

    assert try_password(stranger, PASSWORD, "Pupil 0").status_code == 303
    assert try_password(stranger, PASSWORD, "Pupil 29").status_code == 303


def test_what_was_typed_is_not_kept(add_person, stranger, desk, caplog):
    add_person("Zoë")
    with caplog.at_level(logging.DEBUG):
        try_password(stranger, PASSWORD, "my secret in the wrong field")

    with desk.services.database.reading() as connection:
        rows = str(connection.execute(text("SELECT * FROM attempts")).all())

    assert "secret" not in rows + caplog.text
    assert "127.0.0.1" not in rows


def test_expired_sign_in_keeps_what_was_typed(add_person, sign_in):
    add_person("Zoë")
    visitor = sign_in("Zoë")
    token = visitor.find_field(visitor.open("/").text, "csrf_token")
    visitor.client.delete_cookie(COOKIE)

    answer = visitor.client.post("/cases", data={"csrf_token": token, "original-text": "Words"})

    assert answer.status_code == 401
    assert "Sign in in another window, then go back" in answer.text


def test_sign_out_needs_the_forms_token(add_person, sign_in):
    add_person("Zoë")
    visitor = sign_in("Zoë")

    assert visitor.client.post("/sign-out").status_code == 400
    assert visitor.client.get("/sign-out").status_code == 405
    assert visitor.open("/", follow=False).status_code == 200


def test_sign_in_from_another_site_is_refused(add_person, stranger):
    add_person("Zoë")
    token = stranger.find_field(stranger.open("/sign-in").text, "csrf_token")

    answer = stranger.client.post(
        "/sign-in",
        data={"csrf_token": token, "name": "Zoë", "password": PASSWORD},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert answer.status_code == 400
    assert stranger.client.get_cookie(COOKIE) is None


def test_older_hash_is_renewed_at_sign_in(add_person, sign_in, desk):
    person = add_person("Zoë")
    from webapp import store

    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    with desk.services.database.writing() as connection:
        store.people.save_person(connection, replace(person, password=weak))

    sign_in("Zoë")

    assert "m=19456,t=2,p=1" in desk.accounts.load(person.id).password
    assert sign_in("Zoë").answer.status_code == 303


def test_demonstration_never_asks(settings, clock):
    app = create_app(replace(settings, alone=True), clock=clock)
    app.extensions["copytrail"].accounts.add("Zoë", PersonRole.ADMIN, password=PASSWORD)

    assert app.test_client().get("/").status_code == 200
    app.extensions["copytrail"].services.database.close()


def test_hash_is_argon2id_as_owasp_asks():
    assert hash_password(PASSWORD).startswith("$argon2id$v=19$m=19456,t=2,p=1$")
