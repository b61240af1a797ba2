"""Links by which others read a case, as programs see and make them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault
from webapp.checking import FieldError
from webapp.records import CaseRecord, DocumentRecord
from webapp.sharing.form import LABEL_LIMIT, ShareForm, Until, check_form, check_until, find_end
from webapp.sharing.shares import Share, Standing
from webapp.sharing.sites import SITES_LIMIT

MOST_DAYS, USUAL_DAYS = 365, 7
_FIELDS = {"what": "/article", "until": "/days", "date": "/last_day", "sites": "/sites", "label": "/label"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanSent:
    """How long a link is to be open: one of the three."""

    days: Annotated[int | None, About(text="So many days from now.", least=1, most=MOST_DAYS)] = None
    last_day: Annotated[date | None, About(text="To the end of this day, in UTC.")] = None
    until_revoked: Annotated[bool, About(text="Until somebody revokes it.")] = False

    @property
    def named(self) -> int:
        """How many of the three are named."""
        return (self.days is not None) + (self.last_day is not None) + self.until_revoked


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSent(SpanSent):
    """A new link. Without a span it is open for seven days."""

    article: Annotated[
        int | None, About(text="The number of the article whose comparison it shows; without it, the case.", least=1)
    ] = None
    reasons: Annotated[bool, About(text="Whether reasons and notes are shown.")] = False
    names: Annotated[bool, About(text="Whether it is shown who corrected and dismissed.")] = False
    download: Annotated[bool, About(text="Whether the report can be downloaded.")] = False
    sites: Annotated[
        tuple[str, ...],
        About(text="The sites that may show it in a frame, like https://news.example.", longest=SITES_LIMIT),
    ] = ()
    label: Annotated[str, About(text="What you call it; its holder does not see it.", longest=LABEL_LIMIT)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareData:
    """A link; its address is told once, to who makes it."""

    id: Annotated[str, About(text="Its id.")]
    article: Annotated[int | None, About(text="The number of the article it shows; null where it shows the case.")]
    standing: Annotated[Standing, About(text="Whether it leads anywhere now.")]
    label: Annotated[str, About(text="What its maker calls it.")]
    reasons: Annotated[bool, About(text="Whether reasons and notes are shown.")]
    names: Annotated[bool, About(text="Whether it is shown who corrected and dismissed.")]
    download: Annotated[bool, About(text="Whether the report can be downloaded.")]
    sites: Annotated[tuple[str, ...], About(text="The sites that may show it in a frame.")]
    made: Annotated[datetime, About(text="When it was made.")]
    person: Annotated[str, About(text="Who made it; may be empty.")]
    expires: Annotated[datetime | None, About(text="When it runs out; null until it is revoked.")]
    revoked: Annotated[datetime | None, About(text="When it was revoked.")]
    opened: Annotated[int, About(text="How often it was opened.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareMade:
    """A link that was just made."""

    share: Annotated[ShareData, About(text="What is kept of it.")]
    address: Annotated[str, About(text="The link: it is told this once, and only what it hashes to is kept.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareList:
    """The links of a case."""

    shares: Annotated[tuple[ShareData, ...], About(text="The links, the newest first.")]
    is_on: Annotated[bool, About(text="Whether links lead anywhere on this Copytrail.")]


def tell_share(share: Share, case: CaseRecord, now: datetime) -> ShareData:
    """A link for programs."""
    return ShareData(
        id=share.id,
        article=case.find(share.document_id).place if share.document_id else None,
        standing=share.stand(now),
        label=share.label,
        reasons=share.terms.reasons,
        names=share.terms.names,
        download=share.terms.download,
        sites=share.terms.sites,
        made=share.made,
        person=share.person,
        expires=share.expires,
        revoked=share.revoked,
        opened=share.opened,
    )


def lay_share(sent: ShareSent, case: CaseRecord, *, share_id: str, now: datetime) -> Share:
    """The link that is asked for; raises BadBody."""
    form = _make_form(sent, share_id)
    errors = check_form(form, case, now)
    if errors:
        raise BadBody(*map(_point, errors))
    expires = find_expiry(sent, now) if sent.named else now + timedelta(days=USUAL_DAYS)
    article: DocumentRecord | None = form.find_article(case)
    return Share(
        id=share_id,
        case_id=case.id,
        document_id=article.id if article else None,
        label=sent.label,
        terms=form.make_terms(),
        made=now,
        expires=expires,
    )


def find_expiry(sent: SpanSent, now: datetime) -> datetime | None:
    """The last moment that is asked for; none until the link is revoked. Raises BadBody."""
    if sent.named != 1:
        raise BadBody(Fault("", "Give one of days, last_day and until_revoked."))
    if sent.days is not None:
        return now + timedelta(days=sent.days)
    if sent.last_day is None:
        return None
    errors = check_until(Until.DATE, sent.last_day.isoformat(), now)
    if errors:
        raise BadBody(*map(_point, errors))
    return find_end(Until.DATE, sent.last_day.isoformat(), now)


def _make_form(sent: ShareSent, share_id: str) -> ShareForm:
    """The form in which a page would ask for it."""
    return ShareForm(
        what="case" if sent.article is None else f"article-{sent.article}",
        reasons=sent.reasons,
        names=sent.names,
        download=sent.download,
        sites="\n".join(sent.sites),
        label=sent.label,
        key=share_id,
    )


def _point(error: FieldError) -> Fault:
    return Fault(_FIELDS.get(error.field, ""), error.message)
