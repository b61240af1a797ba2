"""One worker that makes zip files: article by article, as long as somebody wants them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

from copytrail.export import FORMATS
from copytrail.model import Comparison
from webapp import store
from webapp.db import Database
from webapp.export_form import read_choices
from webapp.faults import NotFound, StoreUnavailable
from webapp.parcels.values import Parcel
from webapp.results import Results

logger = logging.getLogger(__name__)
LEASE = timedelta(seconds=15)
"""So long a zip file stays with a worker that says nothing."""
MOST_TRIES = 2
"""A zip file that ended the process so often is given up."""


class NotWanted(NotFound):
    """The zip file was deleted while it was made, or another worker has it."""


@dataclass(frozen=True, slots=True)
class Packer:
    """Makes zip files under the name of one owner."""

    database: Database
    clock: Callable[[], datetime]
    owner: str

    def claim(self) -> Parcel | None:
        """The next zip file for this worker alone."""
        now = self.clock()
        with self.database.reading() as connection:
            if not store.parcels.has_open(connection):
                return None
        with self.database.writing() as connection:
            return store.parcels.claim_parcel(connection, self.owner, now=now, until=now + LEASE)

    def renew(self, parcel: Parcel) -> bool:
        """Say that it is still worked on; whether it is still wanted of this worker."""
        with self.database.writing() as connection:
            return store.parcels.renew_lease(connection, parcel, self.clock() + LEASE)

    def release(self, *, died: bool = False) -> None:
        """Leave what this worker holds to others."""
        with self.database.writing() as connection:
            store.parcels.release_parcels(connection, self.owner, died=died)

    def do(self, parcel: Parcel) -> None:
        """Make a zip file; what goes wrong is said on its page and stops no other."""
        if parcel.tries > MOST_TRIES:
            self.fail(parcel)
            return
        try:
            self._keep(parcel, self._pack(parcel))
        except NotFound:
            logger.info("a zip file was not wanted any more")
        except StoreUnavailable:
            self.release()
            raise
        except Exception as error:  # a mistake of ours in one file must not stop the others  # noqa: BLE001
            logger.error("a zip file failed: %s", type(error).__name__)  # noqa: TRY400
            self.fail(parcel)

    def fail(self, parcel: Parcel) -> None:
        """Give a zip file up."""
        with self.database.writing() as connection:
            store.parcels.fail_parcel(connection, parcel)

    def work_off(self) -> int:
        """Make all that wait; how many those were."""
        done = 0
        while parcel := self.claim():
            self.do(parcel)
            done += 1
        return done

    def _pack(self, parcel: Parcel) -> bytes:
        options = read_choices(dict(parse_qsl(parcel.choices)))
        return FORMATS["zip"].render(self._walk(parcel), options)

    def _walk(self, parcel: Parcel) -> Iterator[Comparison]:
        """The comparisons one after the other; each time the next is asked for, the one before is in the file."""
        records = Results(self.database, self.clock).walk_all(parcel.case_id)
        for done, record in enumerate(records):
            with self.database.writing() as connection:
                if not store.parcels.note_done(connection, parcel, done):
                    raise NotWanted
            yield record.noted

    def _keep(self, parcel: Parcel, data: bytes) -> None:
        with self.database.writing() as connection:
            store.parcels.keep_parts(connection, parcel, data)
