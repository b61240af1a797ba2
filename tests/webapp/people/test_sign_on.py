"""The newsroom's own sign-on, against a provider that the tests start: who gets in, and which tokens are refused."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from tests.webapp.people.conftest import Visitor, let_in, make_person
from tests.webapp.people.provider import CLIENT, OTHER_KEY, SECRET, TestProvider
from webapp import create_app
from webapp.faults import BadSetting
from webapp.people.inviting import Invitation
from webapp.people.records import PersonRole
from webapp.settings import SignOn, read_settings
from webapp.views.guard import COOKIE

IDA = "ida@newsroom.example"
FAILED = "sign-on did not say who you are"


@pytest.fixture
def provider(clock):
    provider = TestProvider()
    provider.now = lambda: clock().timestamp()
    yield provider
    provider.close()


@pytest.fixture
def app(settings, clock, provider):
    sign_on = SignOn(issuer=provider.issuer, client_id=CLIENT, client_secret=SECRET)
    app = create_app(replace(settings, sign_on=sign_on), clock=clock)
    make_person(app.extensions["copytrail"], "Ada", "admin")
    yield app
    app.extensions["copytrail"].services.database.close()


def go(app, provider, visitor=None, **changes: str):
    """Go to the provider and come back."""
    visitor = visitor or Visitor(app.test_client())
    away = visitor.open("/sign-on?next=/pages", follow=False)
    back = {**provider.allow(away.location), **changes}
    return visitor, visitor.client.get("/sign-on/back", query_string=back)


def test_sign_in_page_offers_the_newsrooms_account(stranger):
    assert "Sign in with your newsroom’s account" in stranger.open("/sign-in").text


def test_invited_person_signs_on(app, desk, provider):
    team = desk.teaming.make("Politics")
    desk.inviting.invite(Invitation(role=PersonRole.READER, team_id=team.id, email=IDA.upper()))

    visitor, answer = go(app, provider)

    ida = desk.accounts.find(IDA)
    assert answer.location == "/pages"
    assert "Ida Example" in visitor.open("/").text
    assert (ida.role, ida.password) == (PersonRole.READER, "")
    assert desk.teaming.list_teams()[0].members == (ida.id,)
    assert desk.inviting.list_invitations() == ()


def test_browser_is_sent_with_challenge_state_and_nonce(app, provider):
    go(app, provider)

    assert provider.asked["code_challenge_method"] == "S256"
    assert provider.asked["scope"] == "openid email profile"
    assert len(provider.asked["state"]) == len(provider.asked["nonce"]) == 43
    assert provider.sent["redirect_uri"] == "http://localhost/sign-on/back"


def test_known_person_is_found_by_subject(app, desk, provider):
    desk.inviting.invite(Invitation(email=IDA))
    go(app, provider)
    provider.claims = {"email": "other@elsewhere.example", "email_verified": False}

    _, answer = go(app, provider)

    assert answer.status_code == 303
    assert len(desk.accounts.list_people()) == 2


def test_signing_on_ends_the_sign_in_before(app, desk, provider):
    desk.inviting.invite(Invitation(email=IDA))
    visitor = let_in(app, desk.accounts.find("Ada"))
    before, form = visitor.client.get_cookie(COOKIE).value, visitor.find_field(visitor.open("/").text, "csrf_token")

    go(app, provider, visitor)

    assert visitor.client.get_cookie(COOKIE).value != before
    assert desk.signing.recognise(before) is None
    assert visitor.client.post("/sign-out", data={"csrf_token": form}).status_code == 400


def test_account_made_for_the_address_is_linked_once(app, desk, provider):
    desk.accounts.add("Ida", PersonRole.MEMBER, email=IDA)
    first = go(app, provider)[1]
    provider.claims = {"sub": "subject-2"}

    second = go(app, provider)[1]

    assert first.status_code == 303
    assert second.status_code == 422


def test_stranger_is_not_let_in(app, desk, provider):
    visitor, answer = go(app, provider)

    assert answer.status_code == 422
    assert "Nobody invited you" in answer.text
    assert visitor.client.get_cookie(COOKIE) is None
    assert len(desk.accounts.list_people()) == 1


def test_unverified_address_opens_no_invitation(app, desk, provider):
    desk.inviting.invite(Invitation(email=IDA))
    provider.claims = {"email_verified": False}

    assert go(app, provider)[1].status_code == 422


def test_people_of_a_domain_need_no_invitation(settings, clock, provider):
    sign_on = SignOn(issuer=provider.issuer, client_id=CLIENT, client_secret=SECRET, domains=("newsroom.example",))
    app = create_app(replace(settings, sign_on=sign_on), clock=clock)
    make_person(app.extensions["copytrail"], "Ada", "admin")

    assert go(app, provider)[1].status_code == 303
    provider.claims = {"sub": "subject-2", "email": "eve@sub.newsroom.example"}
    assert go(app, provider)[1].status_code == 422
    app.extensions["copytrail"].services.database.close()


def test_ended_person_is_not_let_in(app, desk, provider):
    ida = desk.accounts.add("Ida", PersonRole.MEMBER, email=IDA)
    go(app, provider)
    desk.accounts.end(ida.id)

    assert go(app, provider)[1].status_code == 422


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another-client"},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"iss": "https://elsewhere.example"},
        {"exp": 1_000_000_000},
        {"iat": 4_000_000_000},
        {"sub": ""},
        {"sub": "x" * 256},
    ],
)
def test_token_that_is_not_ours_is_refused(app, desk, provider, claims):
    desk.inviting.invite(Invitation(email=IDA))
    provider.claims = claims

    visitor, answer = go(app, provider)

    assert answer.status_code == 422
    assert FAILED in answer.text
    assert visitor.client.get_cookie(COOKIE) is None


def test_token_of_another_key_is_refused(app, desk, provider):
    desk.inviting.invite(Invitation(email=IDA))
    provider.key = OTHER_KEY

    assert FAILED in go(app, provider)[1].text


def test_unsigned_token_is_refused(app, desk, provider):
    desk.inviting.invite(Invitation(email=IDA))
    provider.unsigned = True

    assert FAILED in go(app, provider)[1].text


@pytest.mark.parametrize("changes", [{"state": "another"}, {"state": ""}, {"code": ""}])
def test_answer_to_another_question_is_refused(app, desk, provider, changes):
    desk.inviting.invite(Invitation(email=IDA))

    assert FAILED in go(app, provider, **changes)[1].text


def test_answer_in_another_browser_is_refused(app, desk, provider):
    desk.inviting.invite(Invitation(email=IDA))
    away = Visitor(app.test_client()).open("/sign-on", follow=False)

    answer = app.test_client().get("/sign-on/back", query_string=provider.allow(away.location))

    assert answer.status_code == 422


def test_answer_is_taken_once(app, desk, provider):
    desk.inviting.invite(Invitation(email=IDA))
    visitor, _ = go(app, provider)

    again = visitor.client.get("/sign-on/back", query_string={"code": "good", "state": provider.asked["state"]})

    assert again.status_code == 422


def test_other_issuer_in_metadata_is_refused(app, provider):
    provider.named_issuer = "http://127.0.0.1:1"

    answer = app.test_client().get("/sign-on")

    assert answer.status_code == 502
    assert FAILED in answer.text


def test_provider_that_is_away_is_told(app, provider):
    provider.close()

    assert app.test_client().get("/sign-on").status_code == 502


def test_without_a_provider_there_is_nothing(settings, clock):
    app = create_app(settings, clock=clock)
    make_person(app.extensions["copytrail"], "Ada", "admin")

    assert app.test_client().get("/sign-on").status_code == 404
    assert app.test_client().get("/sign-on/back").status_code == 404
    app.extensions["copytrail"].services.database.close()


def test_address_to_the_provider_is_its_own(app, provider):
    away = app.test_client().get("/sign-on")

    assert urlsplit(away.location).netloc == urlsplit(provider.issuer).netloc


def test_settings_name_the_sign_on(tmp_path):
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")
    named = {
        "COPYTRAIL_OIDC_ISSUER": "https://id.newsroom.example",
        "COPYTRAIL_OIDC_CLIENT_ID": "desk",
        "COPYTRAIL_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "secret"),
        "COPYTRAIL_OIDC_DOMAINS": "Newsroom.example, other.example",
    }

    sign_on = read_settings(named).sign_on

    assert sign_on.client_secret == "from a file"
    assert sign_on.domains == ("newsroom.example", "other.example")
    assert "from a file" not in repr(read_settings(named))


@pytest.mark.parametrize(
    "changed",
    [
        {"COPYTRAIL_OIDC_ISSUER": "http://id.newsroom.example"},
        {"COPYTRAIL_OIDC_ISSUER": "id.newsroom.example"},
        {"COPYTRAIL_OIDC_CLIENT_ID": ""},
        {"COPYTRAIL_OIDC_CLIENT_SECRET_FILE": "/nowhere/secret"},
        {"COPYTRAIL_SESSION_HOURS": "0"},
        {"COPYTRAIL_SESSION_DAYS": "many"},
    ],
)
def test_bad_settings_stop_the_start(changed):
    named = {"COPYTRAIL_OIDC_ISSUER": "https://id.newsroom.example", "COPYTRAIL_OIDC_CLIENT_ID": "desk"}

    with pytest.raises(BadSetting):
        read_settings({**named, **changed})
