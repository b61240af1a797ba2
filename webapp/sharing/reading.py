"""The use cases of those who hold a link: open what it leads to, with as much as its maker allowed."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime

from copytrail.discretion import tell_alone, tell_comparison, tell_review
from copytrail.model import Comparison
from webapp import store
from webapp.acts import ActLog
from webapp.faults import ClosedLink, StoreUnavailable
from webapp.records import CaseRecord, ComparisonRecord
from webapp.services import Services
from webapp.sharing.guesses import Guesses
from webapp.sharing.shares import Share, Standing, hash_token

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SharedReading:
    """What a link opens; a wrong one, one that ran out and one that was revoked are the same to its holder."""

    services: Services
    guesses: Guesses
    is_on: bool = True

    def enter(self, token: str) -> Share:
        """The link of this token, where it leads somewhere."""
        digest = hash_token(token)
        self.guesses.allow(digest)
        with self.services.database.reading() as connection:
            share = store.shares.find_share(connection, digest)
        if share is None or not self.is_on or share.stand(self.services.clock()) is not Standing.OPEN:
            self.guesses.note_wrong(digest)
            raise ClosedLink
        self.guesses.note_right(digest)
        return share

    def count(self, share: Share) -> None:
        """Note that the link was opened; where that cannot be kept, it is read all the same."""
        try:
            with self.services.database.writing() as connection:
                store.shares.count_opening(connection, share.id, self.now)
        except StoreUnavailable as error:
            logger.warning("opening of share %s not counted: %s", share.id, type(error).__name__)

    def open_case(self, share: Share) -> tuple[CaseRecord, tuple[ComparisonRecord, ...]]:
        """The whole case, where the link is to it."""
        if share.document_id:
            raise ClosedLink
        records = self.services.open_comparisons(share.case_id)
        case = records[0].case if records else self.services.open_case(share.case_id)
        return case, tuple(self._tell(record, share) for record in records)

    def open_comparison(self, share: Share, number: int | None = None) -> ComparisonRecord:
        """The one comparison that the link is to, or the one of this number in its case."""
        if (number is None) != bool(share.document_id):
            raise ClosedLink
        if share.document_id:
            number = self.services.open_case(share.case_id).find(share.document_id).place
        return self._tell(self.services.open_comparison(share.case_id, number or 0), share)

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.services.clock()

    def _tell(self, record: ComparisonRecord, share: Share) -> ComparisonRecord:
        """The comparison with as much of its review as the holder of the link may know."""
        review = tell_review(record.review, share.terms.discretion)
        digest = f"{record.digest}.{'alone' if share.document_id else 'case'}"
        key = (digest, record.number, review)  # on the shelf that is emptied when something is deleted
        comparison = self.services.corrected.fetch(key, lambda: _tell_comparison(record.comparison, share))
        return replace(record, comparison=comparison, digest=digest, review=review, acts=ActLog())


def _tell_comparison(comparison: Comparison, share: Share) -> Comparison:
    """Without names and reasons that are not allowed; one that is shared alone without the rest of its case."""
    told = tell_comparison(comparison, share.terms.discretion)
    return tell_alone(told) if share.document_id else told
