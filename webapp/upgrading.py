"""The steps that bring tables to the form this version works with: which is the last, and how they are taken.

Alembic takes a tenth of the time in which the server starts, and most starts have no step to take: it is loaded for
those that have.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from webapp.faults import NewerDatabase

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
_TABLE = "alembic_version"


@lru_cache(maxsize=1)
def find_last_step() -> str:
    """The number of the newest step; the file of each begins with its own."""
    return max(file.name.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def find_step(connection: Connection) -> str | None:
    """The number of the step that a database has reached; none where it has no tables yet."""
    if not connection.dialect.has_table(connection, _TABLE):
        return None
    found: str | None = connection.exec_driver_sql(f"SELECT version_num FROM {_TABLE}").scalar()  # noqa: S608
    return found


def take_steps(connection: Connection, step: str) -> None:
    """Take all steps up to this one; raises NewerDatabase where the database is ahead."""
    from alembic import command  # noqa: PLC0415 - large, and seldom needed
    from alembic.util import CommandError  # noqa: PLC0415

    config = configure()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, step)
    except CommandError as error:
        raise NewerDatabase from error


def configure() -> Config:
    """What Alembic has to know of our steps."""
    from alembic.config import Config  # noqa: PLC0415 - large, and seldom needed

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config
