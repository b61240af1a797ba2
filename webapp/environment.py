"""One value of the environment at a time; a bad one stops the start with a sentence that names it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from webapp.allowed import Allowed, read_allowed
from webapp.faults import BadSetting
from webapp.proxies import Network, read_proxies

MOST_DAYS = 3650
MOST_WORKERS = 64
LONGEST_SPAN = 10_000
_TRUE = ("1", "true", "yes", "on")
_FALSE = ("", "0", "false", "no", "off")


def read_flag(environment: Mapping[str, str], name: str, *, usual: bool = False) -> bool:
    """Yes or no.

    >>> read_flag({"COPYTRAIL_ROBOTS": "On"}, "COPYTRAIL_ROBOTS"), read_flag({}, "COPYTRAIL_SHARING", usual=True)
    (True, True)
    """
    value = environment.get(name, "").strip().lower()
    if value not in _TRUE + _FALSE:
        raise BadSetting(f"{name} must be yes or no.")
    return value in _TRUE if value else usual


def read_number(environment: Mapping[str, str], name: str, usual: int) -> int:
    """A number from 1 on."""
    value = environment.get(name, "").strip() or str(usual)
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LONGEST_SPAN):
        raise BadSetting(f"{name} must be a number from 1 to {LONGEST_SPAN:,}.")
    return int(value)


def read_days(environment: Mapping[str, str], name: str, usual: int) -> int:
    """So many days; 0 is none."""
    value = environment.get(name, "").strip()
    if not value:
        return usual
    if not (value.isascii() and value.isdigit() and len(value) < 6 and int(value) <= MOST_DAYS):
        raise BadSetting(f"{name} must be a number of days from 0 to {MOST_DAYS}.")
    return int(value)


def read_workers(value: str, usual: int) -> int:
    """How many processes work in the background."""
    if not value.strip():
        return usual
    if not value.strip().isdecimal() or int(value) > MOST_WORKERS:
        raise BadSetting(f"COPYTRAIL_WORKERS is a number from 0 to {MOST_WORKERS}.")
    return int(value)


def read_secret(environment: Mapping[str, str], name: str) -> str:
    """A secret, or what stands in the file that is named for it."""
    path = environment.get(f"{name}_FILE", "")
    if not path:
        return environment.get(name, "")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise BadSetting(f"{name}_FILE names a file that cannot be read.") from error


def read_host_names(value: str) -> tuple[str, ...]:
    """Host names, separated by commas, without ports."""
    hosts = tuple(part.strip().lower() for part in value.split(",") if part.strip())
    for host in hosts:
        if "/" in host or " " in host or (":" in host and not host.startswith("[")):
            raise BadSetting(f"COPYTRAIL_HOSTS lists names like desk.example.org, without port: {host!r} is none.")
    return hosts


def read_proxy_addresses(value: str) -> tuple[Network, ...]:
    """The addresses of servers in front of this one."""
    try:
        return read_proxies(value)
    except ValueError as error:
        raise BadSetting(f"COPYTRAIL_PROXY lists addresses like 127.0.0.1 or 10.0.0.0/8: {error}.") from error


def read_allowed_sites(value: str) -> tuple[Allowed, ...]:
    """Sites that are not public: names, numbers and networks, separated by commas, with a port where it is unusual."""
    try:
        return read_allowed(value)
    except ValueError as error:
        raise BadSetting(
            f"COPYTRAIL_FETCH_ALLOW lists sites like intranet.example, 127.0.0.1:8123 or 10.0.0.0/8: {error} is none."
        ) from error
