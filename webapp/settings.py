"""What the person who runs Copytrail may set, read from the environment once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from webapp.allowed import Allowed
from webapp.environment import (
    read_allowed_sites,
    read_days,
    read_flag,
    read_host_names,
    read_number,
    read_proxy_addresses,
    read_secret,
    read_workers,
)
from webapp.faults import BadSetting
from webapp.proxies import Network

HERE = Path(__file__).resolve().parent
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
TEXT_LIMIT = 1_000_000
"""The size of one text in bytes, 1 MB in words."""
FILES_LIMIT = 60_000_000
"""The size of all files that one form can carry, in bytes."""
ARTICLE_LIMIT = 20
"""How many articles one form can carry."""
TRASH_DAYS = 30
CASE_LIMIT = 200
"""How many articles one case can hold."""
WORKERS = 2
SESSION_HOURS, SESSION_DAYS = 12, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOn:
    """The newsroom's own sign-on (OpenID Connect)."""

    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    domains: tuple[str, ...] = ()
    """Whoever has a verified e-mail address of one of these is let in without an invitation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the data lives and who may ask for it."""

    data_folder: Path
    database: str
    hosts: tuple[str, ...] = LOCAL_HOSTS
    secure_cookies: bool = False
    proxies: tuple[Network, ...] = ()
    """The servers in front of this one that are believed where a request comes from."""
    text_limit: int = TEXT_LIMIT
    article_limit: int = ARTICLE_LIMIT
    fetch: bool = True
    """Whether pages are fetched from their addresses when a person asks for it."""
    fetch_allow: tuple[Allowed, ...] = ()
    """Sites that may be fetched although they are not public."""
    workers: int = WORKERS
    """How many processes do long work in the background; without any, pages wait for it."""
    case_limit: int = CASE_LIMIT
    robots: bool = False
    """Whether a site's robots.txt is heeded."""
    trash_days: int = TRASH_DAYS
    """So many days lies a deleted case in the trash; with 0 it is deleted at once."""
    keep_days: int = 0
    """After so many days a new case is deleted, unless a person says otherwise; 0 keeps it."""
    metrics: bool = False
    """Whether others than this machine may read the measures."""
    alone: bool = False
    """Whether nobody is ever asked to sign in: the demonstration."""
    session_hours: int = SESSION_HOURS
    """After so many hours without use a sign-in ends."""
    session_days: int = SESSION_DAYS
    """After so many days a sign-in ends in any case."""
    sign_on: SignOn | None = None
    """The newsroom's own sign-on, where it has one."""
    sharing: bool = True
    """Whether links can be made and lead anywhere."""

    @property
    def form_limit(self) -> int:
        """The size of the largest form that is read: its texts, its files and its short fields."""
        return self.text_limit * (self.article_limit + 1) * 2 + FILES_LIMIT


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings the environment gives; a bad value stops the start.

    >>> read_settings({"COPYTRAIL_DATA": "/srv/copytrail"}).database
    'sqlite:////srv/copytrail/copytrail.sqlite3'
    """
    hosts = read_host_names(environment.get("COPYTRAIL_HOSTS", ""))
    folder = Path(environment.get("COPYTRAIL_DATA") or default_folder(environment)).expanduser().absolute()
    return Settings(
        data_folder=folder,
        database=name_database(environment.get("COPYTRAIL_DATABASE", ""), folder),
        hosts=LOCAL_HOSTS + hosts,
        secure_cookies=read_flag(environment, "COPYTRAIL_SECURE_COOKIES"),
        proxies=read_proxy_addresses(environment.get("COPYTRAIL_PROXY", "")),
        fetch=read_flag(environment, "COPYTRAIL_FETCH", usual=not hosts),
        fetch_allow=read_allowed_sites(environment.get("COPYTRAIL_FETCH_ALLOW", "")),
        robots=read_flag(environment, "COPYTRAIL_ROBOTS"),
        trash_days=read_days(environment, "COPYTRAIL_TRASH_DAYS", TRASH_DAYS),
        workers=read_workers(environment.get("COPYTRAIL_WORKERS", ""), WORKERS),
        keep_days=read_days(environment, "COPYTRAIL_KEEP_DAYS", 0),
        metrics=read_flag(environment, "COPYTRAIL_METRICS"),
        session_hours=read_number(environment, "COPYTRAIL_SESSION_HOURS", SESSION_HOURS),
        session_days=read_number(environment, "COPYTRAIL_SESSION_DAYS", SESSION_DAYS),
        sign_on=_read_sign_on(environment),
        sharing=read_flag(environment, "COPYTRAIL_SHARING", usual=True),
    )


def name_database(address: str, folder: Path) -> str:
    """The database's address as SQLAlchemy writes it; empty means an SQLite file in the data folder.

    >>> name_database("postgres://desk@db/copytrail", Path("/srv"))
    'postgresql+psycopg://desk@db/copytrail'
    """
    if not address:
        return f"sqlite:///{folder / 'copytrail.sqlite3'}"
    scheme, mark, rest = address.partition("://")
    if not mark or scheme not in {"sqlite", "postgres", "postgresql", "postgresql+psycopg"}:
        raise BadSetting("COPYTRAIL_DATABASE must begin with sqlite:/// or postgresql://.")
    return f"sqlite://{rest}" if scheme == "sqlite" else f"postgresql+psycopg://{rest}"


def default_folder(environment: Mapping[str, str]) -> Path:
    """Beside the code in a checkout; in the person's own data folder when installed."""
    if (HERE.parent / "pyproject.toml").is_file():
        return HERE.parent / "var"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "copytrail"


def find_folder(name: str) -> Path:
    """The folder of templates or static files: inside the installed package, or beside it in a checkout."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name


def _read_sign_on(environment: Mapping[str, str]) -> SignOn | None:
    """The sign-on, if one is named; its secret may stand in a file, its issuer is asked over https."""
    issuer = environment.get("COPYTRAIL_OIDC_ISSUER", "").strip()
    if not issuer:
        return None
    client_id = environment.get("COPYTRAIL_OIDC_CLIENT_ID", "").strip()
    parts = urlsplit(issuer)
    is_own = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if not parts.hostname or (parts.scheme != "https" and not is_own):
        raise BadSetting("COPYTRAIL_OIDC_ISSUER must begin with https://.")
    if not client_id:
        raise BadSetting("COPYTRAIL_OIDC_CLIENT_ID is needed beside COPYTRAIL_OIDC_ISSUER.")
    domains = environment.get("COPYTRAIL_OIDC_DOMAINS", "").casefold().split(",")
    return SignOn(
        issuer=issuer,
        client_id=client_id,
        client_secret=read_secret(environment, "COPYTRAIL_OIDC_CLIENT_SECRET"),
        domains=tuple(domain.strip() for domain in domains if domain.strip()),
    )
