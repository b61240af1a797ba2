"""Tokens: made once, known again, limited, revoked; and who is answered without one."""

from __future__ import annotations

import re

import pytest

from tests.webapp.api.conftest import Program
from tests.webapp.people.conftest import PASSWORD, let_in, make_person
from webapp import create_app
from webapp.api import tokens as subject
from webapp.api.access import Scope
from webapp.people.records import PersonRole
from webapp.views.guard import COOKIE

PAIR = {"original": "The bridge opened on Monday.", "derivative": "The bridge opened Monday."}


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def ada(desk):
    return make_person(desk, "Ada", "member")


def read_token(page: str) -> str:
    return re.search(r'id="token" value="([^"]+)"', page)[1]


def test_token_is_shown_once(app, ada):
    visitor = let_in(app, ada)

    made = visitor.send("/account/tokens", {"name": "Nightly run", "scope": "write", "days": "30"})
    later = visitor.open("/account/tokens")

    token = read_token(made.text)
    assert "it is not shown again" in made.text
    assert "Nightly run" in later.text
    assert "write · until" in later.text
    assert token not in later.text


def test_token_is_long_and_kept_as_a_hash(app, desk, ada, settings):
    token = desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7)

    mark, _, secret = token.split(".")
    assert mark == "ct"
    assert len(secret) * 6 >= 160
    desk.services.database.forget()
    kept = b"".join(path.read_bytes() for path in settings.data_folder.glob("*.sqlite3*"))
    assert secret.encode() not in kept


def test_program_is_answered_with_a_token(app, desk, ada):
    program = Program(app.test_client(), desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7))

    assert program.post("/compare", PAIR).status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer ct.x.y", "Basic QTpC", "Bearer nonsense", "Bearer ct.."])
def test_others_are_asked_for_a_token(app, ada, header):
    answer = Program(app.test_client()).post("/compare", PAIR, headers={"Authorization": header} if header else {})

    assert (answer.status_code, answer.content_type) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_half_a_token_opens_nothing(app, desk, ada):
    first, second = (desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7).split(".") for _ in range(2))
    mixed = f"ct.{first[1]}.{second[2]}"

    assert Program(app.test_client(), mixed).post("/compare", PAIR).status_code == 401


def test_cookie_of_a_browser_is_not_enough(app, desk, ada):
    client = app.test_client()
    client.set_cookie(COOKIE, desk.signing.begin(ada.id))

    assert Program(client).post("/compare", PAIR).status_code == 401


def test_token_runs_out(app, desk, ada, clock):
    program = Program(app.test_client(), desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7))
    clock.move_on(days=6, hours=23)
    before = program.post("/compare", PAIR).status_code
    clock.move_on(hours=1)

    assert (before, program.post("/compare", PAIR).status_code) == (200, 401)


def test_revoked_token_opens_nothing(app, desk, ada):
    visitor, program = let_in(app, ada), Program(app.test_client())
    program.token = desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7)
    token_id = program.token.split(".")[1]

    assert visitor.send(f"/account/tokens/{token_id}/revoke").status_code == 303

    assert program.post("/compare", PAIR).status_code == 401
    assert visitor.send(f"/account/tokens/{token_id}/revoke").status_code == 404


def test_token_of_another_cannot_be_revoked(app, desk, ada):
    other = let_in(app, make_person(desk, "Ben", "admin"))
    token = desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7)

    assert other.send(f"/account/tokens/{token.split('.')[1]}/revoke").status_code == 404
    assert Program(app.test_client(), token).post("/compare", PAIR).status_code == 200


def test_tokens_end_with_the_account(app, desk, ada):
    make_person(desk, "Ben", "admin")
    program = Program(app.test_client(), desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7))

    desk.accounts.end(ada.id)
    ended = program.post("/compare", PAIR).status_code
    desk.accounts.bring_back(ada.id)

    assert (ended, program.post("/compare", PAIR).status_code) == (401, 401)


def make_office(each_database):
    app = create_app(each_database)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    return desk, make_person(desk, "Ada", "admin"), make_person(desk, "Ben", "admin")


def test_new_password_ends_tokens(each_database):
    desk, ada, ben = make_office(each_database)
    mine, other = (desk.tokens.make(each.id, "Run", scope=Scope.READ, days=7) for each in (ada, ben))

    desk.signing.change_password(ada, old=PASSWORD, new="other biscuits and tide")

    assert desk.tokens.recognise(mine) is None
    assert desk.tokens.list_tokens(ada.id) == ()
    assert desk.tokens.recognise(other)[1] == ben
    desk.services.database.close()


@pytest.mark.parametrize(("role", "is_good"), [("admin", True), ("member", False), ("reader", False)])
def test_lesser_role_ends_tokens(each_database, role, is_good):
    desk, ada, ben = make_office(each_database)
    mine, other = (desk.tokens.make(each.id, "Run", scope=Scope.READ, days=7) for each in (ada, ben))

    desk.accounts.change_role(ada.id, PersonRole(role))

    assert (desk.tokens.recognise(mine) is not None) == is_good
    assert desk.tokens.recognise(other)[1] == ben
    desk.services.database.close()


def test_higher_role_keeps_tokens(desk, ada):
    token = desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7)

    desk.accounts.change_role(ada.id, PersonRole.ADMIN)

    assert desk.tokens.recognise(token)[1].role is PersonRole.ADMIN


def test_pages_say_what_ends_tokens(app, ada):
    visitor = let_in(app, ada)

    changed = visitor.send("/account/password", {"old": PASSWORD, "new": "other biscuits and tide"}, follow=True)

    assert "A new password ends all your tokens" in visitor.open("/account/tokens").text
    assert "your tokens ended" in changed.text


def test_tokens_made_alone_end_with_the_first_account(app, desk):
    program = Program(app.test_client(), desk.tokens.make(None, "Run", scope=Scope.READ, days=7))
    before = program.post("/compare", PAIR).status_code

    make_person(desk, "Ada", "admin")

    assert (before, program.post("/compare", PAIR).status_code) == (200, 401)


def test_alone_one_compares_without_a_token(program):
    assert program.post("/compare", PAIR).status_code == 200


def test_wrong_token_is_told_even_alone(program):
    program.token = "ct.wrong.token"

    assert program.post("/compare", PAIR).status_code == 401


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "", "scope": "read", "days": "30"},
        {"name": "n" * 101, "scope": "read", "days": "30"},
        {"name": "Run", "scope": "all", "days": "30"},
        {"name": "Run", "scope": "read", "days": "36500"},
        {"name": "Run", "scope": "read", "days": "x"},
    ],
)
def test_nonsense_makes_no_token(app, desk, ada, fields):
    answer = let_in(app, ada).send("/account/tokens", fields)

    assert answer.status_code == 422
    assert f'value="{fields["name"]}"' in answer.text
    assert desk.tokens.list_tokens(ada.id) == ()


def test_reader_makes_tokens_that_read(app, desk):
    reader = let_in(app, make_person(desk, "Rea", "reader"))

    assert reader.send("/account/tokens", {"name": "Run", "scope": "write", "days": "7"}).status_code == 422
    assert reader.send("/account/tokens", {"name": "Run", "scope": "read", "days": "7"}).status_code == 200


def test_tokens_are_not_without_number(desk, ada, monkeypatch):
    monkeypatch.setattr(subject, "MOST_TOKENS", 2)
    for _ in range(2):
        desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7)

    with pytest.raises(subject.BadToken, match="revoke one first"):
        desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7)


def test_each_token_has_its_own_measure():
    meter = subject.Meter()
    for _ in range(subject.RATE):
        meter.count("one", 100.0)

    with pytest.raises(subject.TriedTooOften) as refused:
        meter.count("one", 100.0)
    meter.count("two", 100.0)
    meter.count("one", 100.0 + refused.value.seconds)

    assert refused.value.seconds == 1


def test_program_that_asks_too_often_waits(app, desk, ada, monkeypatch):
    monkeypatch.setattr(subject, "RATE", 2)
    program = Program(app.test_client(), desk.tokens.make(ada.id, "Run", scope=Scope.READ, days=7))

    answers = [program.get("/openapi.json") for _ in range(4)]

    assert [answer.status_code for answer in answers[:2]] == [200, 200]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) >= 1


def test_tokens_are_kept_in_each_database(each_database):
    app = create_app(each_database)
    desk = app.extensions["copytrail"]
    desk.services.database.upgrade()
    person = make_person(desk, "Ada", "member")
    token = desk.tokens.make(person.id, "Run 🌉", scope=Scope.WRITE, days=7)

    known, owner = desk.tokens.recognise(token)
    (listed,) = desk.tokens.list_tokens(person.id)
    desk.tokens.revoke(person.id, known.id)

    assert (known.name, known.scope, owner) == ("Run 🌉", Scope.WRITE, person)
    assert listed.seen is not None
    assert desk.tokens.recognise(token) is None
    desk.services.database.close()


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_desk_alone_answers_nobody_from_elsewhere(program, desk, header):
    program.headers = {header: "203.0.113.7"}

    without = program.get("/cases")
    program.token = desk.tokens.make(None, "Run", scope=Scope.MANAGE, days=7)
    shown = program.get("/cases")

    assert (without.status_code, shown.status_code) == (403, 403)
    assert "came through another server" in without.json["detail"]
