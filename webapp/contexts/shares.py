"""What the page says on which links are made, listed and revoked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from copytrail.display.visible import show_line
from webapp.records import CaseRecord
from webapp.sharing import wording
from webapp.sharing.form import LABEL_LIMIT, ShareForm, Until
from webapp.sharing.shares import Share, Standing

UNTIL_NAMES = {
    Until.DAY: "1 day",
    Until.WEEK: "7 days",
    Until.MONTH: "30 days",
    Until.DATE: "To the end of a day",
    Until.REVOKED: "Until I revoke it",
}
EXTENSIONS = (Until.DAY, Until.WEEK, Until.MONTH, Until.REVOKED)
"""What a link can be given again, from now on."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of the form with its words."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """One link in the list."""

    id: str
    what: str
    label: str
    terms: str
    made: str
    until: str
    opened: str
    is_open: bool
    can_be_extended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The link that was made a moment ago, or that it cannot be shown again."""

    text: str
    address: str = ""
    frame: str = ""
    """The address for a frame, where the link may stand in one."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What stands under the fields of the form."""

    what: str
    until: str = wording.NEVER_ENDS
    reasons: str = wording.ABOUT_REASONS
    names: str = wording.ABOUT_NAMES
    sites: str = wording.ABOUT_SITES


@dataclass(frozen=True, slots=True, kw_only=True)
class SharesPage:
    """The links of a case, and the form for one more."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    introduction: str
    off: str
    """Why no link can be made; empty where one can."""
    notice: str
    made: Made | None
    form: ShareForm
    whats: tuple[Option, ...]
    untils: tuple[Option, ...]
    extensions: tuple[Option, ...]
    hints: Hints
    label_limit: int
    lines: tuple[ShareLine, ...]
    """The links that lead somewhere."""
    ended: tuple[ShareLine, ...]
    no_lines: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the page says of the thing just done, and of whether anything can be done."""

    off: str = ""
    notice: str = ""
    made: Made | None = None


def make_shares(
    listed: tuple[CaseRecord, tuple[Share, ...]], *, form: ShareForm, said: Said, now: datetime, csrf: str
) -> SharesPage:
    """The page; what was typed in vain stays in the form."""
    case, shares = listed
    name, lines = show_line(case.name), [_show(case, share, now) for share in shares]
    return SharesPage(
        title=f"Share · {name}",
        csrf=csrf,
        case_id=case.id,
        case_name=name,
        introduction=wording.INTRODUCTION,
        off=said.off,
        notice=said.notice,
        made=said.made,
        form=form,
        whats=_list_whats(case, form),
        untils=tuple(Option(each.value, UNTIL_NAMES[each], each == form.until) for each in Until),
        extensions=tuple(Option(each.value, UNTIL_NAMES[each], each is Until.WEEK) for each in EXTENSIONS),
        hints=Hints(what=wording.WHAT_IS_SHOWN + (wording.AND_REFERENCES if case.references else "")),
        label_limit=LABEL_LIMIT,
        lines=tuple(line for line in lines if line.is_open),
        ended=tuple(line for line in lines if not line.is_open),
        no_lines=wording.NO_LINKS,
    )


def _list_whats(case: CaseRecord, form: ShareForm) -> tuple[Option, ...]:
    articles = ((f"article-{each.place}", f"Article {each.place}: {show_line(each.name)}") for each in case.articles)
    options = (*articles, ("case", wording.WHOLE_CASE))
    return tuple(Option(value, words, value == form.what) for value, words in options)


def _show(case: CaseRecord, share: Share, now: datetime) -> ShareLine:
    standing = share.stand(now)
    article = next((each for each in case.articles if each.id == share.document_id), None)
    return ShareLine(
        id=share.id,
        what=f"Article {article.place}: {show_line(article.name)}" if article else wording.WHOLE_CASE,
        label=show_line(share.label),
        terms=wording.say_terms(share.terms),
        made=wording.say_made(share),
        until=wording.say_until(share, now),
        opened=wording.say_opened(share),
        is_open=standing is Standing.OPEN,
        can_be_extended=standing is not Standing.REVOKED,
    )
