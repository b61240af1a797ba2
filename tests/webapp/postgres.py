"""A throw-away PostgreSQL server for tests: its own folder, no network, gone afterwards."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import inspect

from webapp.db import open_database
from webapp.tables import metadata


@contextmanager
def run_postgres() -> Iterator[str]:
    """The address of a server that runs as long as the block."""
    programs = find_programs()
    user = "nobody" if os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="copytrail-pg-", dir="/tmp"))
    if user:
        shutil.chown(folder, user)
    run = {"user": user, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    data = folder / "data"
    initdb, pg_ctl = programs / "initdb", programs / "pg_ctl"
    try:
        subprocess.run([initdb, "-D", data, "-U", "desk", "-A", "trust", "--no-sync", "-E", "UTF8"], check=True, **run)
        quiet = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        subprocess.run([pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", quiet, "start"], check=True, **run)
        try:
            yield f"postgresql+psycopg://desk@/postgres?host={folder}"
        finally:
            subprocess.run([pg_ctl, "-D", data, "-m", "immediate", "stop"], check=True, **run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """The folder of the server's programs; skips the test where there are none."""
    if not importlib.util.find_spec("psycopg"):
        pytest.skip("psycopg is not installed, so PostgreSQL is not tried")
    named = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) + ([Path(named)] if named else [])
    if not found:
        pytest.skip("there is no PostgreSQL server here; set COPYTRAIL_TEST_POSTGRES or install postgresql")
    return found[-1].parent


def empty_database(address: str) -> None:
    """Leave nothing in the database."""
    database = open_database(address)
    with database.writing() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    database.close()


def empty_tables(address: str) -> None:
    """Leave the tables of this version in the database, and nothing in them."""
    database = open_database(address)
    names = {table.name for table in metadata.sorted_tables}
    if names <= set(inspect(database.engine).get_table_names()) and database.is_current():
        with database.writing() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
    else:
        empty_database(address)
        database.upgrade()
    database.close()
