"""The form that makes a link: what was typed, what is wrong with it, and what it asks for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from webapp.checking import FieldError
from webapp.records import CaseRecord, DocumentRecord
from webapp.sharing.shares import Terms
from webapp.sharing.sites import SITES_LIMIT, read_sites

LABEL_LIMIT = 200
LONGEST_SITES = 5_000
"""Longer lists of sites are refused without being read."""
_KEY = re.compile(r"[A-Za-z0-9_-]{20,64}", re.ASCII)
_ARTICLE = re.compile(r"article-([1-9][0-9]{0,5})", re.ASCII)


class Until(StrEnum):
    """How long a link is to lead somewhere."""

    DAY = "1"
    WEEK = "7"
    MONTH = "30"
    DATE = "date"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareForm:
    """The form as it was typed."""

    what: str = "case"
    """`case`, or `article-2` for one comparison."""
    until: str = Until.WEEK.value
    date: str = ""
    reasons: bool = False
    names: bool = False
    download: bool = False
    sites: str = ""
    label: str = ""
    key: str = ""
    """Makes one link however often the form is sent."""
    errors: tuple[FieldError, ...] = field(default=())

    def find_error(self, name: str) -> str:
        """What is wrong with a field, or nothing."""
        return next((error.message for error in self.errors if error.field == name), "")

    def find_article(self, case: CaseRecord) -> DocumentRecord | None:
        """The article whose comparison is meant; none where the whole case is."""
        asked = _ARTICLE.fullmatch(self.what)
        return case.find_article(int(asked[1])) if asked else None

    def sign(self, case_id: str) -> str:
        """The id of the link it makes: the same form sent twice makes one, a form that was changed another."""
        parts = (case_id, *(str(getattr(self, each.name)) for each in fields(self) if each.name != "errors"))
        return hashlib.sha256("\0".join(parts).encode("utf-8", errors="replace")).hexdigest()[:40]

    def make_terms(self) -> Terms:
        """What the holder of the link may see."""
        return Terms(reasons=self.reasons, names=self.names, download=self.download, sites=read_sites(self.sites))


def read_form(values: Mapping[str, str]) -> ShareForm:
    """The form that was sent."""
    return ShareForm(
        what=values.get("what", ""),
        until=values.get("until", ""),
        date=values.get("date", "").strip(),
        reasons="reasons" in values,
        names="names" in values,
        download="download" in values,
        sites=values.get("sites", ""),
        label=values.get("label", ""),
        key=values.get("key", ""),
    )


def check_form(form: ShareForm, case: CaseRecord, now: datetime) -> tuple[FieldError, ...]:
    """What keeps the link from being made, in the order of the fields."""
    errors = []
    asked = _ARTICLE.fullmatch(form.what)
    if form.what != "case" and not (asked and int(asked[1]) <= len(case.articles)):
        errors.append(FieldError("what", "Choose one of the comparisons, or the whole case."))
    errors += check_until(form.until, form.date, now)
    errors += _check_sites(form.sites)
    if len(form.label) > LABEL_LIMIT:
        errors.append(FieldError("label", f"This is longer than {LABEL_LIMIT} characters. Please shorten it."))
    if not _KEY.fullmatch(form.key):
        errors.append(FieldError("what", "The form was not whole. Please send it once more."))
    return tuple(errors)


def check_until(until: str, day: str, now: datetime) -> tuple[FieldError, ...]:
    """What is wrong with the last moment that was chosen."""
    if until not in set(Until):
        return (FieldError("until", "Choose how long the link is to be open."),)
    if until != Until.DATE:
        is_other = (FieldError("date", "A last day is written here: choose “To the end of a day”, or empty it."),)
        return is_other if day else ()
    chosen = _read_day(day)
    if chosen is None:
        return (FieldError("date", "Write the last day like 2026-12-24."),)
    return () if chosen > now else (FieldError("date", "That day is over. Choose a later one."),)


def find_end(until: str, day: str, now: datetime) -> datetime | None:
    """The last moment of the link; none where it stays open until it is revoked.

    >>> find_end("date", "2026-12-24", datetime(2026, 11, 22, tzinfo=UTC)).isoformat()
    '2026-12-25T00:00:00+00:00'
    """
    if until == Until.REVOKED:
        return None
    return _read_day(day) if until == Until.DATE else now + timedelta(days=int(until))


def _read_day(day: str) -> datetime | None:
    """The end of a day, in UTC; none where the text is no day."""
    try:
        return datetime.combine(date.fromisoformat(day), time(), tzinfo=UTC) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _check_sites(text: str) -> tuple[FieldError, ...]:
    if len(text) > LONGEST_SITES:
        return (FieldError("sites", f"A link takes up to {SITES_LIMIT} sites."),)
    try:
        sites = read_sites(text)
    except ValueError as error:
        return (FieldError("sites", f"Write sites like https://news.example, without a page: {error} is none."),)
    return () if len(sites) <= SITES_LIMIT else (FieldError("sites", f"A link takes up to {SITES_LIMIT} sites."),)
