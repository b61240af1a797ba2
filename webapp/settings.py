"""What the person who runs Copytrail may set, read from the environment once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from webapp.allowed import Allowed, read_allowed
from webapp.faults import BadSetting
from webapp.proxies import Network, read_proxies

HERE = Path(__file__).resolve().parent
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
TEXT_LIMIT = 1_000_000
"""The size of one text in bytes, 1 MB in words."""
FILES_LIMIT = 60_000_000
"""The size of all files that one form can carry, in bytes."""
ARTICLE_LIMIT = 20
"""How many articles one form can carry."""
TRASH_DAYS = 30
MOST_DAYS = 3650
CASE_LIMIT = 200
"""How many articles one case can hold."""
WORKERS = 2
MOST_WORKERS = 64
SESSION_HOURS, SESSION_DAYS = 12, 30
LONGEST_SPAN = 10_000

_TRUE = ("1", "true", "yes", "on")
_FALSE = ("", "0", "false", "no", "off")


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
    hosts = _read_hosts(environment.get("COPYTRAIL_HOSTS", ""))
    folder = Path(environment.get("COPYTRAIL_DATA") or default_folder(environment)).expanduser().absolute()
    return Settings(
        data_folder=folder,
        database=name_database(environment.get("COPYTRAIL_DATABASE", ""), folder),
        hosts=LOCAL_HOSTS + hosts,
        secure_cookies=_read_flag(environment, "COPYTRAIL_SECURE_COOKIES"),
        proxies=_read_proxies(environment.get("COPYTRAIL_PROXY", "")),
        fetch=_read_flag(environment, "COPYTRAIL_FETCH") if environment.get("COPYTRAIL_FETCH") else not hosts,
        fetch_allow=_read_allowed(environment.get("COPYTRAIL_FETCH_ALLOW", "")),
        robots=_read_flag(environment, "COPYTRAIL_ROBOTS"),
        trash_days=_read_days(environment, "COPYTRAIL_TRASH_DAYS", TRASH_DAYS),
        workers=_read_workers(environment.get("COPYTRAIL_WORKERS", "")),
        keep_days=_read_days(environment, "COPYTRAIL_KEEP_DAYS", 0),
        metrics=_read_flag(environment, "COPYTRAIL_METRICS"),
        session_hours=_read_number(environment, "COPYTRAIL_SESSION_HOURS", SESSION_HOURS),
        session_days=_read_number(environment, "COPYTRAIL_SESSION_DAYS", SESSION_DAYS),
        sign_on=_read_sign_on(environment),
        sharing=_read_flag(environment, "COPYTRAIL_SHARING") if environment.get("COPYTRAIL_SHARING") else True,
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


def _read_hosts(value: str) -> tuple[str, ...]:
    """Host names, separated by commas, without ports."""
    hosts = tuple(part.strip().lower() for part in value.split(",") if part.strip())
    for host in hosts:
        if "/" in host or " " in host or (":" in host and not host.startswith("[")):
            raise BadSetting(f"COPYTRAIL_HOSTS lists names like desk.example.org, without port: {host!r} is none.")
    return hosts


def _read_proxies(value: str) -> tuple[Network, ...]:
    """The addresses of servers in front of this one."""
    try:
        return read_proxies(value)
    except ValueError as error:
        raise BadSetting(f"COPYTRAIL_PROXY lists addresses like 127.0.0.1 or 10.0.0.0/8: {error}.") from error


def _read_allowed(value: str) -> tuple[Allowed, ...]:
    """Sites that are not public: names, numbers and networks, separated by commas, with a port where it is unusual."""
    try:
        return read_allowed(value)
    except ValueError as error:
        raise BadSetting(
            f"COPYTRAIL_FETCH_ALLOW lists sites like intranet.example, 127.0.0.1:8123 or 10.0.0.0/8: {error} is none."
        ) from error


def _read_workers(value: str) -> int:
    """How many processes work in the background."""
    if not value.strip():
        return WORKERS
    if not value.strip().isdecimal() or int(value) > MOST_WORKERS:
        raise BadSetting(f"COPYTRAIL_WORKERS is a number from 0 to {MOST_WORKERS}.")
    return int(value)


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
        client_secret=_read_secret(environment, "COPYTRAIL_OIDC_CLIENT_SECRET"),
        domains=tuple(domain.strip() for domain in domains if domain.strip()),
    )


def _read_secret(environment: Mapping[str, str], name: str) -> str:
    """A secret, or what stands in the file that is named for it."""
    path = environment.get(f"{name}_FILE", "")
    if not path:
        return environment.get(name, "")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise BadSetting(f"{name}_FILE names a file that cannot be read.") from error


def _read_number(environment: Mapping[str, str], name: str, usual: int) -> int:
    value = environment.get(name, "").strip() or str(usual)
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LONGEST_SPAN):
        raise BadSetting(f"{name} must be a number from 1 to {LONGEST_SPAN:,}.")
    return int(value)


def _read_flag(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "").strip().lower()
    if value not in _TRUE + _FALSE:
        raise BadSetting(f"{name} must be yes or no.")
    return value in _TRUE


def _read_days(environment: Mapping[str, str], name: str, usual: int) -> int:
    value = environment.get(name, "").strip()
    if not value:
        return usual
    if not (value.isascii() and value.isdigit() and len(value) < 6 and int(value) <= MOST_DAYS):
        raise BadSetting(f"{name} must be a number of days from 0 to {MOST_DAYS}.")
    return int(value)
