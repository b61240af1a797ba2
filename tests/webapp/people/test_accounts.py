"""One's own account, invitations, new passwords, people and teams, as the pages do it."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import pytest

from tests.webapp.conftest import Reader, make_settings
from tests.webapp.people.conftest import PASSWORD, make_person
from webapp import create_app, store
from webapp.faults import BadPassword
from webapp.people.passwords import check_password
from webapp.people.records import CaseAccess, Visibility

NEW = "a kettle on the windowsill"


@pytest.fixture
def admin(add_person, sign_in):
    add_person("Ada", "admin")
    return sign_in("Ada")


def find_link(answer) -> str:
    return re.search(r'id="link" value="http://localhost([^"]+)"', answer.text)[1]


def invite(admin, **fields: str) -> str:
    return find_link(admin.send("/people/invite", {"role": "member", "days": "7", "team": "", "email": "", **fields}))


def test_invited_person_makes_an_account(admin, stranger):
    link = invite(admin, role="reader")
    page = stranger.open(link).text

    answer = stranger.send(link, {"name": "Ben", "password": NEW})

    assert "You are invited as a reader" in page
    assert "29 November 2026" in page
    assert answer.location == "/"
    assert "Ben" in stranger.open("/").text
    assert stranger.open("/people", follow=False).status_code == 403


def test_invitation_is_good_once(admin, stranger):
    link = invite(admin)
    stranger.send(link, {"name": "Ben", "password": NEW})

    assert stranger.open(link).status_code == 404
    assert stranger.send(link, {"name": "Eve", "password": NEW}).status_code == 404


def test_invitation_runs_out_and_is_withdrawn(admin, stranger, clock):
    old = invite(admin, days="1")
    assert stranger.open(old).status_code == 200
    clock.move_on(hours=10)
    withdrawn = invite(admin)
    link_id = re.search(r"/people/invitations/(\w+)/withdraw", admin.open("/people").text)[1]
    admin.send(f"/people/invitations/{link_id}/withdraw")
    clock.move_on(hours=15)

    texts = {stranger.open(link).text for link in (old, withdrawn, "/join/none")}
    assert len(texts) == 1


def test_refused_invitation_keeps_the_name(admin, stranger):
    link = invite(admin)

    for fields, said in (
        ({"name": "Ben", "password": "short"}, "A password has at least 12 characters"),
        ({"name": " ada", "password": NEW}, "Somebody has this name"),
        ({"name": "", "password": NEW}, "A name is needed."),
    ):
        answer = stranger.send(link, fields)
        assert answer.status_code == 422
        assert said in answer.text
        assert f'value="{fields["name"]}"' in answer.text
        assert fields["password"] not in answer.text


def test_invitation_puts_into_a_team(admin, stranger, desk):
    admin.send("/teams", {"name": "Politics"})
    (team,) = desk.teaming.list_teams()

    stranger.send(invite(admin, team=team.id), {"name": "Ben", "password": NEW})

    assert desk.teaming.list_teams()[0].members == (desk.accounts.find("Ben").id,)


def test_reset_link_sets_a_password_and_signs_out(admin, add_person, sign_in, stranger):
    ben = add_person("Ben")
    before = sign_in("Ben")
    link = find_link(admin.send(f"/people/{ben.id}/reset"))

    assert stranger.send(link, {"password": "short"}).status_code == 422
    answer = stranger.send(link, {"password": NEW})

    assert answer.location == "/sign-in?done=password"
    assert before.open("/", follow=False).status_code == 303
    assert sign_in("Ben").answer.status_code == 422
    assert sign_in("Ben", NEW).answer.status_code == 303
    assert stranger.open(link).status_code == 404


def test_new_password_ends_other_sign_ins(add_person, sign_in):
    add_person("Ben")
    here, there = sign_in("Ben"), sign_in("Ben")

    wrong = here.send("/account/password", {"old": "not this one", "new": NEW})
    answer = here.send("/account/password", {"old": PASSWORD, "new": NEW})

    assert wrong.status_code == 422
    assert answer.status_code == 303
    assert here.open("/", follow=False).status_code == 200
    assert there.open("/", follow=False).status_code == 303


def test_own_sign_in_is_ended_elsewhere(add_person, sign_in):
    add_person("Ben")
    here, there = sign_in("Ben"), sign_in("Ben")
    address = re.search(r'action="(/account/sign-ins/\w+/end)"', here.open("/account").text)[1]

    here.send(address)

    assert here.open("/", follow=False).status_code == 200
    assert there.open("/", follow=False).status_code == 303


def test_sign_in_of_another_cannot_be_ended(add_person, sign_in):
    add_person("Ben")
    add_person("Eve")
    sign_in("Ben")
    ben = sign_in("Ben")
    address = re.search(r'action="(/account/sign-ins/\w+/end)"', ben.open("/account").text)[1]

    assert sign_in("Eve").send(address).status_code == 404


def test_ended_person_keeps_the_word(admin, add_person, sign_in, desk):
    ben = add_person("Ben")
    visitor = sign_in("Ben")
    case = visitor.make_case(title="His case")

    admin.send(f"/people/{ben.id}/end")
    heir = desk.accounts.find("Ada").id
    admin.send(f"/people/{ben.id}/hand-over", {"heir": heir})

    assert visitor.open("/", follow=False).status_code == 303
    assert sign_in("Ben").answer.status_code == 422
    assert admin.open(f"/cases/{case}").status_code == 200
    admin.send(f"/people/{ben.id}/back")
    assert sign_in("Ben").answer.status_code == 303


def test_lesson_of_somebody_who_left_is_kept(admin, add_person, sign_in, desk):
    ben = add_person("Ben", "member")
    lesson = sign_in("Ben").send("/lessons/bundled/whose-words").location
    heir = next(each.id for each in desk.accounts.list_people() if each.name == "Ada")
    admin.send(f"/people/{ben.id}/end")
    hidden = admin.open(lesson).status_code

    offered = admin.open("/people").text
    admin.send(f"/people/{ben.id}/hand-over", {"heir": heir})

    assert "Cases and lessons to" in offered
    assert (hidden, admin.open(lesson).status_code) == (404, 200)


def test_last_administrator_stays(admin, desk):
    ada = desk.accounts.find("Ada").id

    ended = admin.send(f"/people/{ada}/end")
    lowered = admin.send(f"/people/{ada}/role", {"role": "reader"})

    assert ended.status_code == lowered.status_code == 422
    assert "Nobody else is an administrator" in ended.text
    assert desk.accounts.find("Ada").is_active


def test_role_holds_at_once(admin, add_person, sign_in):
    ben = add_person("Ben")
    visitor = sign_in("Ben")

    admin.send(f"/people/{ben.id}/role", {"role": "reader"})

    assert visitor.send("/example").status_code == 403


def test_team_sees_what_is_shown_to_it(admin, add_person, sign_in, desk):
    ben, eve = add_person("Ben"), add_person("Eve")
    admin.send("/teams", {"name": "Politics"})
    (team,) = desk.teaming.list_teams()
    admin.send(f"/teams/{team.id}", {"name": "Politics", "member": [ben.id, eve.id]})
    owner, mate = sign_in("Ben"), sign_in("Eve")
    case = owner.make_case()

    fields = {"visibility": "team", "team": team.id, "owner": ben.id}
    shown = owner.send(f"/cases/{case}/access", fields)

    assert shown.location == f"/cases/{case}?done=access"
    assert mate.open(f"/cases/{case}").status_code == 200
    assert "Shown to: the people of a team: Politics. Owner: Ben." in mate.open(f"/cases/{case}/access").text
    assert mate.send(f"/cases/{case}/access", fields).status_code == 403
    admin.send(f"/teams/{team.id}/delete")
    assert mate.open(f"/cases/{case}").status_code == 404
    assert owner.open(f"/cases/{case}").status_code == 200


def test_owner_hands_a_case_over(add_person, sign_in):
    add_person("Ben")
    eve = add_person("Eve")
    owner, heir = sign_in("Ben"), sign_in("Eve")
    case = owner.make_case()

    given = owner.send(f"/cases/{case}/access", {"visibility": "private", "owner": eve.id})

    assert given.location == "/?done=given-away"
    assert owner.open(f"/cases/{case}").status_code == 404
    assert heir.open(f"/cases/{case}").status_code == 200


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"visibility": "private", "owner": ""}, "A case that is not for all needs an owner"),
        ({"visibility": "team", "team": ""}, "Choose one of your teams."),
        ({"visibility": "team", "team": "strange"}, "Choose one of your teams."),
        ({"visibility": "private", "owner": "reader"}, "to somebody who makes cases"),
        ({"visibility": "private", "owner": "strange"}, "There is nobody of this name."),
    ],
)
def test_access_that_makes_no_sense_is_refused(add_person, sign_in, fields, said):
    people = {"Ben": add_person("Ben").id, "reader": add_person("Rita", "reader").id}
    owner = sign_in("Ben")
    case = owner.make_case()
    named = people.get(fields.get("owner", "Ben"), fields.get("owner", ""))

    answer = owner.send(f"/cases/{case}/access", {**fields, "owner": named})

    assert answer.status_code == 422
    assert said in unescape(answer.text)


def test_case_from_before_accounts_is_for_all(reader, add_person, sign_in):
    case = reader.make_case(title="From before")
    add_person("Ben")

    assert sign_in("Ben").open(f"/cases/{case}").status_code == 200


def test_correction_says_who_made_it(add_person, sign_in):
    add_person("Ben Example")
    visitor = sign_in("Ben Example")
    page = unescape(visitor.open("/").text)
    assert "Ben Example" in page
    visitor.send("/example")
    case = re.search(r'href="/cases/([\w-]+)"', visitor.open("/").text)[1]
    address = f"/cases/{case}/articles/1"
    shown = visitor.open(f"{address}?focus=m3").text
    seen = visitor.find_field(shown, "seen")

    fields = {"act": "unpair", "focus": "m3", "seen": seen, "claim": "correct"}
    answer = visitor.send(f"{address}/corrections", fields)

    assert answer.status_code == 303
    assert "Ben Example" in re.search(r"<table.*</table>", visitor.open(f"/cases/{case}/history").text, re.DOTALL)[0]


@pytest.mark.parametrize("password", ["qwertyuiop12", "aaaaaaaaaaaa", "Ada Ada Ada Ada", "password1234", "x" * 1001])
def test_common_passwords_are_refused(password):
    with pytest.raises(BadPassword):
        check_password(password, "Ada")


def test_other_passwords_need_no_composition():
    check_password("twelve words", "Ada")
    check_password("ü" * 3 + "zwölf wörter", "Ada")


def test_restored_case_of_strangers_is_the_restorers(admin, add_person, sign_in, desk, tmp_path):
    ben = add_person("Ben")
    case = sign_in("Ben").make_case(title="From elsewhere")
    file = desk.backups.write_aside(case)
    other = create_app(make_settings(tmp_path / "other"))
    person = make_person(other.extensions["copytrail"], "Ada", "admin")
    make_person(other.extensions["copytrail"], "Eve", "member")

    other.extensions["copytrail"].backups.restore(file)

    there = other.extensions["copytrail"].access.load(case)
    assert ben.id != person.id
    assert there == CaseAccess(owner_id=person.id, visibility=Visibility.PRIVATE)
    other.extensions["copytrail"].services.database.close()
    file.close()


def test_list_and_trash_keep_to_what_one_may(add_person, sign_in):
    add_person("Ben")
    add_person("Eve")
    ben, eve = sign_in("Ben"), sign_in("Eve")
    case = ben.make_case(title="Confidential list")
    ben.send(f"/cases/{case}/tags", {"tags": "secret-tag"})

    assert "Confidential list" in ben.open("/cases?q=confidential").text
    assert "Confidential list" not in eve.open("/cases?q=confidential").text
    assert "secret-tag" not in eve.open("/tags").text + eve.open("/cases").text
    assert eve.send("/cases/several", {"case": case, "act": "trash"}).status_code == 404
    assert eve.send("/tags/remove", {"key": "secret-tag"}).status_code == 303
    assert "secret-tag" in ben.open("/tags").text
    ben.send("/cases/several", {"case": case, "act": "trash"})
    eve.send("/cases/trash/empty")
    assert "Confidential list" in ben.open("/cases?in=trash").text


def test_copy_belongs_to_who_made_it(add_person, sign_in, desk):
    ben, eve = add_person("Ben"), add_person("Eve")
    case = sign_in("Ben").make_case()
    sign_in("Ben").send(f"/cases/{case}/access", {"visibility": "all", "owner": ben.id})

    copied = sign_in("Eve").send(f"/cases/{case}/copy").location.split("/")[2].partition("?")[0]

    assert desk.access.load(copied) == CaseAccess(owner_id=eve.id, visibility=Visibility.PRIVATE)


def test_shared_case_is_thrown_away_by_its_owner_only(add_person, sign_in):
    ben = add_person("Ben")
    add_person("Eve")
    owner, mate = sign_in("Ben"), sign_in("Eve")
    case = owner.make_case()
    owner.send(f"/cases/{case}/access", {"visibility": "all", "owner": ben.id})

    assert mate.send("/cases/several", {"case": case, "act": "trash"}).status_code == 403
    assert mate.send(f"/cases/{case}/delete").status_code == 403
    assert mate.send("/cases/several", {"case": case, "act": "archive"}).status_code == 303


def test_backup_of_a_case_holds_no_form_of_others(add_person, sign_in, desk):
    ben = add_person("Ben")
    add_person("Eve")
    ben_here, eve = sign_in("Ben"), sign_in("Eve")
    case = ben_here.make_case()
    ben_here.send(f"/cases/{case}/access", {"visibility": "all", "owner": ben.id})
    for who, words in ((ben_here, "Bens own draft."), (eve, "Eves own draft.")):
        key = {"key": words[:3].lower() * 9, "writer": words[:3].lower() * 9}
        who.send("/drafts", {**key, "case": case, "article-1-text": words}, fragment=True)

    with zipfile.ZipFile(io.BytesIO(eve.open(f"/cases/{case}/backup").data)) as file:
        drafts = file.read("tables/drafts.jsonl").decode()

    assert "Eves own draft." in drafts
    assert "Bens own draft." not in drafts


def test_form_of_before_belongs_to_who_goes_on_with_it(add_person, sign_in, app):
    form = {"key": "k" * 27, "writer": "w" * 27, "original-text": "Begun alone."}
    Reader(app.test_client()).send("/drafts", form, fragment=True)
    add_person("Ben")
    add_person("Eve")
    sign_in("Ben").send("/drafts", {**form, "original-text": "Gone on by Ben.", "turn": "1"}, fragment=True)

    assert "Gone on by Ben." in sign_in("Ben").open("/").text
    assert "Gone on by Ben." not in sign_in("Eve").open("/").text


def test_example_of_another_stays_in_the_trash(add_person, sign_in, desk):
    ben = add_person("Ben")
    add_person("Eve")
    case = sign_in("Ben").send("/example").location.split("/")[2]
    with desk.services.database.writing() as connection:
        store.access.save_access(connection, case, CaseAccess(owner_id=ben.id, visibility=Visibility.PRIVATE))
    sign_in("Ben").send(f"/cases/{case}/delete")

    assert sign_in("Eve").send("/example").status_code == 404
    assert case in sign_in("Ben").open("/cases?in=trash").text


def test_reader_is_offered_nothing_that_changes(add_person, sign_in):
    ben = add_person("Ben")
    add_person("Rita", "reader")
    case = sign_in("Ben").make_case()
    sign_in("Ben").send(f"/cases/{case}/access", {"visibility": "all", "owner": ben.id})
    rita = sign_in("Rita")

    pages = [rita.open(f"/cases{each}").text for each in ("", f"/{case}/texts", f"/{case}/articles/1/notes")]

    assert all("<textarea" not in page and "Set aside" not in page and "Archive</button>" not in page for page in pages)


def test_stranger_is_offered_the_door_only(add_person, reader):
    add_person("Ben")

    assert "Backup" not in reader.open("/sign-in").text
