"""One module per page: read the request, call one service, build one page, render."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Response, current_app, make_response, redirect, render_template, request, url_for

from webapp.api.comparing import Comparing
from webapp.api.repeats import Repeats
from webapp.api.tokens import Tokens
from webapp.backup import Backups
from webapp.catalogue.catalogue import Catalogue
from webapp.cleaning import Cleaning
from webapp.contexts.rows import Shown
from webapp.correcting import Correcting
from webapp.documents import Documents
from webapp.drafting import Drafting
from webapp.history import History
from webapp.inbox import Inbox
from webapp.jobs.queue import Queue
from webapp.notes import Noting
from webapp.parcels.asking import Parcels
from webapp.past import Former, Past
from webapp.people.access import Access
from webapp.people.accounts import Accounts
from webapp.people.adopting import Adopting
from webapp.people.inviting import Inviting
from webapp.people.sign_on import SigningOn
from webapp.people.signing import Signing
from webapp.people.teaming import Teaming
from webapp.presence import find_frame
from webapp.receiving import Receiving
from webapp.retention import Deleting
from webapp.reviewing import Reviewing
from webapp.services import Services
from webapp.settings import Settings
from webapp.sharing.making import Sharing
from webapp.sharing.reading import SharedReading
from webapp.shelf import Shelf
from webapp.summaries.summing import Summing
from webapp.teaching.attending import Attending
from webapp.teaching.preparing import Preparing
from webapp.teaching.presence import Presence
from webapp.teaching.running import Running
from webapp.watching import Measures

VIEWS_KEPT = 128
CHARACTERS_KEPT = 16_000_000
"""So much may all rows weigh that are written already; those of an ordinary article are 50,000 characters."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the views work with; `create_app` puts it together."""

    services: Services
    documents: Documents
    drafting: Drafting
    reviewing: Reviewing
    receiving: Receiving
    cleaning: Cleaning
    inbox: Inbox
    correcting: Correcting
    history: History
    noting: Noting
    past: Past
    former: Former
    catalogue: Catalogue
    sharing: Sharing
    shared: SharedReading
    queue: Queue
    summing: Summing
    settings: Settings
    backups: Backups
    deleting: Deleting
    accounts: Accounts
    signing: Signing
    signing_on: SigningOn
    inviting: Inviting
    teaming: Teaming
    access: Access
    adopting: Adopting
    comparing: Comparing
    tokens: Tokens
    repeats: Repeats
    preparing: Preparing
    running: Running
    attending: Attending
    parcels: Parcels
    presence: Presence
    """At which task pupils are."""
    shelf: Shelf[Shown] = field(default_factory=lambda: Shelf(VIEWS_KEPT))
    """The pages that were looked at last."""
    measures: Measures = field(default_factory=Measures)


def find_desk() -> Desk:
    """What the running application was put together with."""
    desk = current_app.extensions["copytrail"]
    if not isinstance(desk, Desk):
        raise TypeError
    return desk


def find_services() -> Services:
    """The use cases of the running application."""
    return find_desk().services


def wants_fragment() -> bool:
    """Whether htmx asks, so that a part of the page will do."""
    return request.headers.get("HX-Request") == "true"


def show(template: str, page: object, status: int = 200) -> Response:
    """A page, or a part of one; the template gets `page`, and `frame` for what stands around every page."""
    response = make_response(render_template(template, page=page, frame=find_frame()), status)
    response.vary.add("HX-Request")
    return response


def name_address(endpoint: str, **values: str) -> str:
    """The whole address of a page, with https where the settings say that a proxy speaks it."""
    scheme = "https" if find_desk().settings.secure_cookies else request.scheme
    return url_for(endpoint, _external=True, _scheme=scheme, **values)


def go_to_address(address: str) -> Response:
    """Send the browser on after a form, so that a reload does not send it again."""
    return make_response(redirect(address, code=303))


def read_page(values: Mapping[str, str], name: str = "page") -> int:
    """The page that an address asks for; nonsense asks for the first."""
    value = values.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else 1
