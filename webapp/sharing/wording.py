"""What the pages of shared links say."""

from __future__ import annotations

from datetime import datetime

from copytrail.display.naming import count, say_time
from copytrail.display.visible import show_line
from webapp.sharing.shares import Share, Standing, Terms

INTRODUCTION = (
    "A link lets whoever has it read this, without an account, until it runs out or you revoke it. It changes nothing, "
    "and search engines are asked to stay away. It can be passed on, so send it to those you trust."
)
MADE = "The link was made. Copy it now: it is shown this once, and only what it hashes to is kept."
MADE_BEFORE = "The link was made, but it can be shown only once. If you did not copy it, revoke it and make another."
REVOKED = "The link was revoked: it leads nowhere from now on."
EXTENDED = "The link has its new last moment."
OFF = "Sharing is switched off on this Copytrail: no link is made, and those made before lead nowhere."
AT_HOME = (
    "This Copytrail answers on this computer only, so the link opens on this computer only. "
    "Set up a server for others to use it (docs/sharing.md)."
)
OWN_NAME = (
    "This link begins with a name that only this computer knows. "
    "For others, open Copytrail by the name that they use, and make the link there."
)
NO_LINKS = "Nothing of this case is shared now."
NEVER_ENDS = "“Until I revoke it” never runs out by itself: a link that is forgotten stays open."
WHAT_IS_SHOWN = (
    "The holder sees both texts, all labels, findings, ledgers, and which of them a person corrected or dismissed."
)
AND_REFERENCES = " What an article has from the case’s further originals is part of its comparison."
ABOUT_REASONS = "As they were typed; they may name somebody."
ABOUT_NAMES = "Who corrected and who dismissed. Without this it says “by hand”."
ABOUT_SITES = "Like https://news.example, one per line. Without one, no site may."
WHOLE_CASE = "The whole case"
READ_ONLY = "Shared with you for reading"
CLOSED_TITLE = "This link leads nowhere"
CLOSED = "It may be mistyped, have run out, or have been withdrawn."
CLOSED_ADVICE = "Please ask whoever sent it to you for a new one."
WAIT_TITLE = "Please try again in a minute"
WAIT = "The articles are being compared just now, because a text was changed or added."
WAIT_ADVICE = "Your link is right. Open it again in a minute."
BUSY_TITLE = "Please try again in a minute"
BUSY = "Too many wrong links were tried here in the last minute, so links are not opened just now."
BUSY_ADVICE = "Nothing is wrong with your link because of this. Open it again in a minute."
TROUBLE_TITLE = "This cannot be shown just now"
TROUBLE = "Something broke on the side of the sender’s Copytrail."
TROUBLE_ADVICE = "Please try again in a moment, and tell whoever sent you the link if it happens again."


def say_as_of(now: datetime, engine: str) -> str:
    """Of when what is shown is, and what made it."""
    return f"As of {say_time(now)}, made by Copytrail {engine}. It shows the present state: later corrections follow."


def say_until(share: Share, now: datetime) -> str:
    """Until when the link leads somewhere."""
    if share.revoked:
        return f"Revoked on {say_time(share.revoked)}"
    if share.expires is None:
        return "Until it is revoked"
    return f"{'Ran out' if share.stand(now) is Standing.EXPIRED else 'Until'} {say_time(share.expires)}"


def say_opened(share: Share) -> str:
    """How often the link was opened, and when last."""
    if not share.opened or not share.last_opened:
        return "Not opened yet"
    return f"Opened {count(share.opened, 'time')}, last {say_time(share.last_opened)}"


def say_made(share: Share) -> str:
    """Who made the link, and when."""
    who = f" by {show_line(share.person)}" if share.person else ""
    return f"Made {say_time(share.made)}{who}"


def say_terms(terms: Terms) -> str:
    """What the holder of a link sees and may do.

    >>> say_terms(Terms(reasons=True, sites=("https://news.example",)))
    'With reasons, without names; in frames on https://news.example'
    """
    reasons = "reasons" if terms.reasons else ""
    names = "names" if terms.names else ""
    given = " and ".join(each for each in (reasons, names) if each)
    held = " or ".join(each for each in ("" if reasons else "reasons", "" if names else "names") if each)
    told = ", ".join(each for each in (f"with {given}" if given else "", f"without {held}" if held else "") if each)
    more = "; with the report to download" if terms.download else ""
    frames = f"; in frames on {', '.join(terms.sites)}" if terms.sites else ""
    return told.capitalize() + more + frames
