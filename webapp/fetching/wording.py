"""What is said when a page cannot be fetched: why, and what to do instead."""

from __future__ import annotations

PASTE = "Open the page in a browser, and paste its text or save it as a file."

TIME_LIMIT = 14
"""Seconds for everything together: waiting, finding the name, connecting, redirects, the whole page."""
SIZE_LIMIT = 20_000_000
"""Bytes of a page, on the wire and unpacked."""

SWITCHED_OFF = "Addresses are not fetched here: it is switched off."
BUSY = "Too many pages are being fetched just now; try again in a moment."
NOT_WEB = "A web address begins with http:// or https:// and the name of a site."
MISSPELLED = "This is no web address that can be opened: check its spelling."
CREDENTIALS = "The address holds a user name or password, and Copytrail fetches only what everybody may see."
PORT = "Copytrail fetches from the usual ports of the web only, 80 and 443."
NOT_PUBLIC = (
    "The address leads to no site on the public internet: its name is unknown, it lies in a private network, "
    "or this computer is offline."
)
NO_ANSWER = "The site does not answer."
TOO_SLOW = f"The site did not send the page within {TIME_LIMIT} seconds."
TOO_LARGE = f"The page is larger than {SIZE_LIMIT // 1_000_000} MB."
GARBLED = "The site's answer cannot be understood."
BROKEN_OFF = "The page broke off before its end."
BAD_CERTIFICATE = (
    "The site cannot prove that it is the one in the address: its certificate is out of date, "
    "for another name or from nobody known."
)
NOT_SECURE = "No secure connection to the site could be made."
MANY_REDIRECTS = "The site sends on from page to page without end, often because it wants to set cookies."
LOST_REDIRECT = "The site sends on to another page, but not to an address that can be opened."
DOWNGRADE = "The site sends on from https to http, where others could read and change the page."
COMPRESSED = "The site sends the page compressed in a way that Copytrail does not know."
NO_BYTES = "The site sent an empty page."
ROBOTS = "The site asks programs not to fetch this page (robots.txt)."
ROBOTS_UNKNOWN = "The site does not tell whether programs may fetch its pages (robots.txt)."
_STATUS = {
    401: "The site wants a log-in for this page",
    402: "The site wants money for this page",
    403: "The site does not give this page to programs, or wants a log-in or money for it",
    404: "There is no page at this address",
    407: "The way to the site wants a log-in",
    410: "The page is no longer at this address",
    429: "The site gets too many requests just now",
    451: "The site may not show this page, for legal reasons",
}


def describe_status(status: int) -> str:
    """Why there is no page, by the status the site gave.

    >>> describe_status(404)
    'There is no page at this address (404).'
    """
    if status in _STATUS:
        return f"{_STATUS[status]} ({status})."
    if status >= 500:
        return f"The site has trouble of its own ({status}); try again later."
    return f"The site sent no page ({status})."


def describe_kind(media: str) -> str:
    """That something other than a text stands at the address."""
    return f"What stands at this address is not a text that Copytrail reads ({media})."
