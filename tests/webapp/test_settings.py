"""What may be set."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp.faults import BadSetting
from webapp.settings import LOCAL_HOSTS, read_settings


def test_data_lies_beside_the_code_in_a_checkout(root):
    assert read_settings({}).data_folder == root / "var"


def test_database_lies_in_the_data_folder():
    settings = read_settings({"COPYTRAIL_DATA": "/srv/desk"})

    assert settings.database == f"sqlite:///{Path('/srv/desk/copytrail.sqlite3')}"


@pytest.mark.parametrize("address", ["postgres://db/x", "postgresql://db/x", "postgresql+psycopg://db/x"])
def test_every_spelling_of_postgresql_is_taken(address):
    assert read_settings({"COPYTRAIL_DATABASE": address}).database == "postgresql+psycopg://db/x"


def test_hosts_are_added_to_our_own():
    settings = read_settings({"COPYTRAIL_HOSTS": "desk.example.org, News.Example"})

    assert settings.hosts == (*LOCAL_HOSTS, "desk.example.org", "news.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COPYTRAIL_DATABASE", "mysql://x"),
        ("COPYTRAIL_DATABASE", "copytrail.db"),
        ("COPYTRAIL_HOSTS", "desk.example.org:80"),
        ("COPYTRAIL_HOSTS", "https://desk.example.org"),
        ("COPYTRAIL_SECURE_COOKIES", "perhaps"),
        ("COPYTRAIL_SHARING", "sometimes"),
    ],
)
def test_bad_value_stops_the_start(name, value):
    with pytest.raises(BadSetting, match=name):
        read_settings({name: value})


@pytest.mark.parametrize(("value", "is_on"), [("", True), ("yes", True), ("no", False), ("off", False)])
def test_sharing_is_on_unless_switched_off(value, is_on):
    assert read_settings({"COPYTRAIL_SHARING": value}).sharing is is_on
