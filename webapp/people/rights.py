"""The table of rights: what each address needs, in one place. What is not in it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from webapp.people.records import Person, PersonRole


class Need(Enum):
    """What somebody needs to be or to have."""

    OPEN = auto()
    """Nothing: strangers too."""
    SIGNED_IN = auto()
    """An account."""
    MEMBER = auto()
    """An account that may write."""
    READ_CASE = auto()
    """A case shown to them."""
    EDIT_CASE = auto()
    """A case shown to them, and an account that may write."""
    MANAGE_CASE = auto()
    """A case of their own; for an administrator, a case shown to them."""
    ADMIN = auto()
    """An administrator."""


class Verdict(Enum):
    """What becomes of a request."""

    ALLOWED = auto()
    SIGN_IN = auto()
    MISSING = auto()
    """As if there were nothing."""
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Viewer:
    """For whom something is listed or opened."""

    person_id: str = ""
    sees_all: bool = False
    """Where there are no accounts."""


ALONE = Viewer(sees_all=True)
"""The one at a desk without accounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who asks: alone at the desk, a person with an account, or nobody we know."""

    person: Person | None = None
    is_alone: bool = False
    name: str = ""
    """By which what they do is signed; may be empty for the one who is alone."""
    sign_in: str = ""
    """The id of the sign-in by which the person was known."""
    scopes: frozenset[str] | None = None
    """What a token of the API allows; nothing limits whoever sits in front of a page."""
    token: str = ""
    """The id of the token by which a program was known."""

    @property
    def viewer(self) -> Viewer:
        """For whom things are listed."""
        return ALONE if self.is_alone else Viewer(self.person.id if self.person else "")

    @property
    def writes(self) -> bool:
        """Whether they make and change cases."""
        return self.is_alone or (self.person is not None and self.person.writes)

    @property
    def is_admin(self) -> bool:
        """Whether they look after the people."""
        return self.person is not None and self.person.role is PersonRole.ADMIN


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to one case."""

    sees: bool = False
    owns: bool = False


NOWHERE = Standing()

RIGHTS: dict[str, Need] = {
    "static": Need.OPEN,
    "health.show_health": Need.OPEN,
    "health.show_readiness": Need.OPEN,
    "health.show_measures": Need.OPEN,
    "robots.show_robots": Need.OPEN,
    "shared.show_shared": Need.OPEN,
    "shared.show_article": Need.OPEN,
    "shared.show_frame": Need.OPEN,
    "shared.show_framed_article": Need.OPEN,
    "shared.download_report": Need.OPEN,
    "shared.show_nothing": Need.OPEN,
    "pages.receive_page": Need.OPEN,
    "signing.show_sign_in": Need.OPEN,
    "signing.sign_in": Need.OPEN,
    "signing.sign_out": Need.OPEN,
    "sign_on.leave": Need.OPEN,
    "sign_on.come_back": Need.OPEN,
    "joining.show_invitation": Need.OPEN,
    "joining.accept_invitation": Need.OPEN,
    "joining.show_reset": Need.OPEN,
    "joining.set_password": Need.OPEN,
    "home.show_home": Need.SIGNED_IN,
    "home.open_example": Need.MEMBER,
    "cases.create_case": Need.MEMBER,
    "cases.show_case": Need.READ_CASE,
    "cases.show_form": Need.EDIT_CASE,
    "cases.add_articles": Need.EDIT_CASE,
    "cases.rename_case": Need.EDIT_CASE,
    "backup.show_backup": Need.ADMIN,
    "backup.back_up": Need.ADMIN,
    "backup.restore_backup": Need.ADMIN,
    "backup.back_up_case": Need.EDIT_CASE,
    "catalogue.show_list": Need.SIGNED_IN,
    "catalogue.change_several": Need.MEMBER,
    "catalogue.empty_trash": Need.MEMBER,
    "shelving.set_tags": Need.EDIT_CASE,
    "shelving.archive_case": Need.EDIT_CASE,
    "shelving.bring_back": Need.EDIT_CASE,
    "shelving.copy_case": Need.EDIT_CASE,
    "shelving.delete_case": Need.MANAGE_CASE,
    "shelving.restore_case": Need.MANAGE_CASE,
    "shelving.delete_for_good": Need.MANAGE_CASE,
    "tags.show_tags": Need.SIGNED_IN,
    "tags.rename_tag": Need.MEMBER,
    "tags.remove_tag": Need.MEMBER,
    "order.show_order": Need.EDIT_CASE,
    "order.change_order": Need.EDIT_CASE,
    "progress.show_progress": Need.READ_CASE,
    "progress.start_comparing": Need.EDIT_CASE,
    "progress.cancel_comparing": Need.EDIT_CASE,
    "retention.set_day": Need.MANAGE_CASE,
    "grid.show_grid": Need.READ_CASE,
    "grid.show_ledger": Need.READ_CASE,
    "trail.show_trail": Need.READ_CASE,
    "access.change_access": Need.MANAGE_CASE,
    "access.show_access": Need.EDIT_CASE,
    "comparison.show_comparison": Need.READ_CASE,
    "comparison.set_kind": Need.EDIT_CASE,
    "corrections.correct_passage": Need.EDIT_CASE,
    "corrections.undo_correction": Need.EDIT_CASE,
    "corrections.redo_correction": Need.EDIT_CASE,
    "corrections.drop_correction": Need.EDIT_CASE,
    "documents.describe_document": Need.EDIT_CASE,
    "documents.delete_document": Need.EDIT_CASE,
    "drafts.save_draft": Need.MEMBER,
    "drafts.find_newer": Need.MEMBER,
    "drafts.discard_draft": Need.MEMBER,
    "drafts.discard_all": Need.MEMBER,
    "exports.choose_export": Need.READ_CASE,
    "exports.choose_case_export": Need.READ_CASE,
    "exports.export_comparison": Need.READ_CASE,
    "exports.export_case": Need.READ_CASE,
    "history.show_history": Need.READ_CASE,
    "notes.show_case_notes": Need.READ_CASE,
    "notes.show_notes": Need.READ_CASE,
    "notes.write_note": Need.EDIT_CASE,
    "notes.reply_to_note": Need.EDIT_CASE,
    "notes.change_note": Need.EDIT_CASE,
    "notes.settle_note": Need.EDIT_CASE,
    "past.show_then": Need.READ_CASE,
    "past.go_back_then": Need.EDIT_CASE,
    "rerun.show_changes": Need.READ_CASE,
    "rerun.keep_new": Need.EDIT_CASE,
    "pages.show_sending": Need.SIGNED_IN,
    "pages.show_page": Need.MEMBER,
    "pages.use_page": Need.MEMBER,
    "pastes.make_plain": Need.MEMBER,
    "review.dismiss_finding": Need.EDIT_CASE,
    "review.restore_finding": Need.EDIT_CASE,
    "shares.show_shares": Need.EDIT_CASE,
    "shares.make_share": Need.EDIT_CASE,
    "shares.revoke_share": Need.EDIT_CASE,
    "shares.extend_share": Need.EDIT_CASE,
    "texts.show_texts": Need.READ_CASE,
    "texts.change_paragraphs": Need.EDIT_CASE,
    "texts.change_reading": Need.EDIT_CASE,
    "texts.compare_changes": Need.EDIT_CASE,
    "accounts.show_account": Need.SIGNED_IN,
    "accounts.change_name": Need.SIGNED_IN,
    "accounts.change_password": Need.SIGNED_IN,
    "accounts.end_sign_in": Need.SIGNED_IN,
    "people.list_people": Need.ADMIN,
    "people.invite_person": Need.ADMIN,
    "people.withdraw_link": Need.ADMIN,
    "people.reset_person": Need.ADMIN,
    "people.change_role": Need.ADMIN,
    "people.end_person": Need.ADMIN,
    "people.bring_back": Need.ADMIN,
    "people.hand_over": Need.ADMIN,
    "teams.list_teams": Need.ADMIN,
    "teams.make_team": Need.ADMIN,
    "teams.change_team": Need.ADMIN,
    "teams.delete_team": Need.ADMIN,
    "guide.show_guide": Need.SIGNED_IN,
    "tokens.show_tokens": Need.SIGNED_IN,
    "tokens.add_token": Need.SIGNED_IN,
    "tokens.revoke_token": Need.SIGNED_IN,
    "api.description.describe": Need.OPEN,
    "api.compare.compare_texts": Need.SIGNED_IN,
    "api.cases.list_cases": Need.SIGNED_IN,
    "api.cases.create_case": Need.MEMBER,
    "api.cases.show_case": Need.READ_CASE,
    "api.cases.change_case": Need.EDIT_CASE,
    "api.cases.throw_away": Need.MANAGE_CASE,
    "api.cases.restore_case": Need.MANAGE_CASE,
    "api.cases.delete_case": Need.MANAGE_CASE,
    "api.documents.add_documents": Need.EDIT_CASE,
    "api.documents.show_document": Need.READ_CASE,
    "api.documents.change_document": Need.EDIT_CASE,
    "api.documents.change_paragraphs": Need.EDIT_CASE,
    "api.documents.delete_document": Need.EDIT_CASE,
    "api.comparisons.show_comparison": Need.READ_CASE,
    "api.comparisons.show_comparisons": Need.READ_CASE,
    "api.reviews.show_review": Need.READ_CASE,
    "api.reviews.correct": Need.EDIT_CASE,
    "api.reviews.undo": Need.EDIT_CASE,
    "api.reviews.redo": Need.EDIT_CASE,
    "api.reviews.drop": Need.EDIT_CASE,
    "api.reviews.dismiss": Need.EDIT_CASE,
    "api.reviews.restore": Need.EDIT_CASE,
    "api.reviews.write_note": Need.EDIT_CASE,
    "api.reviews.reply": Need.EDIT_CASE,
    "api.reviews.change_note": Need.EDIT_CASE,
    "api.reviews.delete_note": Need.EDIT_CASE,
    "api.jobs.show_job": Need.READ_CASE,
    "api.jobs.start_job": Need.EDIT_CASE,
    "api.jobs.cancel_job": Need.EDIT_CASE,
    "api.batch.compare_batch": Need.SIGNED_IN,
}
"""What each endpoint needs."""


def judge(need: Need | None, rights: Rights, standing: Standing = NOWHERE) -> Verdict:
    """Whether somebody may have what an address does; an address without a row in the table is refused."""
    if need is None:
        return Verdict.REFUSED
    if need is Need.OPEN or rights.is_alone:
        return Verdict.ALLOWED
    if rights.person is None:
        return Verdict.SIGN_IN
    if need in _OF_A_CASE and not standing.sees:
        return Verdict.MISSING
    return Verdict.ALLOWED if _has(need, rights, standing) else Verdict.REFUSED


_OF_A_CASE = frozenset({Need.READ_CASE, Need.EDIT_CASE, Need.MANAGE_CASE})


def _has(need: Need, rights: Rights, standing: Standing) -> bool:
    if need is Need.ADMIN:
        return rights.is_admin
    if need is Need.MANAGE_CASE:
        return rights.writes and (standing.owns or rights.is_admin)
    return rights.writes or need not in {Need.MEMBER, Need.EDIT_CASE}
