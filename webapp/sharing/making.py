"""The use cases of those who share: make a link, list the links of a case, revoke one, give it more time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from copytrail.codec import Json
from webapp import store
from webapp.deeds import Deed, Done
from webapp.faults import AlreadyStored, SharingOff
from webapp.records import CaseRecord
from webapp.services import Services
from webapp.sharing.fresh import Fresh
from webapp.sharing.shares import Share, hash_token, make_token


@dataclass(frozen=True, slots=True)
class Sharing:
    """What can be done with links; built once, on the use cases of cases."""

    services: Services
    is_on: bool = True
    fresh: Fresh = field(default_factory=Fresh)
    """Links made a moment ago, which their makers have not seen yet."""

    def list_shares(self, case_id: str) -> tuple[CaseRecord, tuple[Share, ...]]:
        """The case with its links, the newest first."""
        with self.services.database.reading() as connection:
            return store.cases.load_case(connection, case_id), store.shares.list_shares(connection, case_id)

    def make(self, share: Share) -> None:
        """Keep a new link and hold it for its maker; the same form sent again makes no second one."""
        if not self.is_on:
            raise SharingOff
        token, made = make_token(), replace(share, made=self.services.clock())
        try:
            with self.services.database.writing() as connection:
                case = store.cases.load_case(connection, share.case_id)
                if share.document_id:
                    case.find(share.document_id)
                store.shares.add_share(connection, made, hash_token(token))
                store.events.add_event(connection, share.case_id, _tell(Deed.LINKED, made, made.made))
        except AlreadyStored:
            return
        self.fresh.hold(share.id, token)

    def revoke(self, case_id: str, share_id: str, *, person: str = "") -> None:
        """Let the link lead nowhere from now on."""
        now = self.services.clock()
        with self.services.database.writing() as connection:
            share = store.shares.revoke_share(connection, case_id, share_id, now)
            done = _tell(Deed.LINK_REVOKED, replace(share, person=person), now)
            store.events.add_event(connection, case_id, done)

    def extend(self, case_id: str, share_id: str, expires: datetime | None, *, person: str = "") -> None:
        """Give the link another last moment, or none."""
        if not self.is_on:
            raise SharingOff
        with self.services.database.writing() as connection:
            share = store.shares.extend_share(connection, case_id, share_id, expires)
            done = _tell(Deed.LINK_EXTENDED, replace(share, person=person), self.services.clock())
            store.events.add_event(connection, case_id, done)


def _tell(deed: Deed, share: Share, now: datetime) -> Done:
    """What was done with a link, and until when it leads somewhere; never what its maker calls it."""
    data: Json = {"until": share.expires.isoformat() if share.expires else ""}
    return Done(deed=deed, time=now, person=share.person, document_id=share.document_id or "", data=data)
