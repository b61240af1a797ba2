"""Sites must prove who they are: no page comes from one that cannot."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
import trustme

from tests.webapp.fetching.conftest import NOON
from tests.webapp.fetching.sites import PAGE, PUBLIC, Site, World, by_path, say, send_on
from webapp.faults import UnreachablePage
from webapp.fetching import Fetcher, Rules
from webapp.fetching.connection import trust_known

REFUSED = (
    r"^The site cannot prove that it is the one in the address: its certificate is out of date, for another name or"
)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trust(authority):
    """Trusts the authority of these tests and no other."""

    def make() -> ssl.SSLContext:
        context = ssl.create_default_context()
        authority.configure_trust(context)
        return context

    return make


@pytest.fixture
def prove(make_site, make_fetcher, world, trust):
    """Fetches from the public site when it proves itself with this certificate."""

    def run(certificate: trustme.LeafCert, answer=None, url: str = "https://news.example/"):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate.configure_cert(context)
        world.sites[PUBLIC] = make_site(answer or say(), context)
        return make_fetcher(trust=trust).fetch_page(url)

    return run


def dribble_through(site: Site, quick: int):
    """Passes on what a site sends: so many bytes at once, then one at a time."""

    def answer(channel: socket.socket, hello: bytes) -> None:
        with socket.create_connection(("127.0.0.1", site.port), timeout=5) as behind:
            behind.sendall(hello)
            Thread(target=pass_on, args=(channel, behind), daemon=True).start()
            sent = 0
            while piece := behind.recv(1):
                channel.sendall(piece)
                sent += 1
                if sent > quick:
                    site.stopped.wait(0.005)

    return answer


def pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(4096):
            target.sendall(piece)


def test_proved_site_is_read(prove, authority, world):
    page = prove(authority.issue_cert("news.example"))

    assert (page.content, page.url) == (PAGE, "https://news.example/")
    assert world.connected == [(PUBLIC, 443)]


def test_site_may_prove_its_number(prove, authority):
    assert prove(authority.issue_cert(PUBLIC), url=f"https://{PUBLIC}/").content == PAGE


def test_name_outside_ascii_is_proved(prove, authority, world):
    world.names["xn--bcher-kva.example"] = PUBLIC

    assert prove(authority.issue_cert("xn--bcher-kva.example"), url="https://bücher.example/").content == PAGE


def test_certificate_of_other_name_is_refused(prove, authority):
    with pytest.raises(UnreachablePage, match=REFUSED):
        prove(authority.issue_cert("other.example"))


def test_certificate_of_number_alone_is_refused(prove, authority):
    with pytest.raises(UnreachablePage, match=REFUSED):
        prove(authority.issue_cert(PUBLIC))


def test_certificate_out_of_date_is_refused(prove, authority):
    yesterday = datetime.now(UTC) - timedelta(days=1)

    with pytest.raises(UnreachablePage, match=REFUSED):
        prove(authority.issue_cert("news.example", not_before=yesterday - timedelta(days=9), not_after=yesterday))


def test_certificate_of_the_future_is_refused(prove, authority):
    tomorrow = datetime.now(UTC) + timedelta(days=1)

    with pytest.raises(UnreachablePage, match=REFUSED):
        prove(authority.issue_cert("news.example", not_before=tomorrow, not_after=tomorrow + timedelta(days=9)))


def test_certificate_from_nobody_known_is_refused(prove):
    with pytest.raises(UnreachablePage, match=REFUSED):
        prove(trustme.CA().issue_cert("news.example"))


def test_own_trust_refuses_unknown_authority(make_site, authority):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("news.example").configure_cert(context)
    world = World(news_example=PUBLIC)
    world.sites[PUBLIC] = make_site(say(), context)

    with pytest.raises(UnreachablePage, match=REFUSED):
        Fetcher(Rules(), lambda: NOON, world.outside(trust_known)).fetch_page("https://news.example/")


def test_site_without_encryption_is_told_of(fetch):
    with pytest.raises(UnreachablePage, match=r"^No secure connection to the site could be made\. Open the page"):
        fetch(b"HTTP/1.1 400 Bad Request\r\n\r\n", "https://news.example:80/")


@pytest.mark.parametrize("quick", [0, 4000])
def test_proved_site_that_dribbles_is_left(make_site, make_fetcher, world, authority, trust, quick):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("news.example").configure_cert(context)
    slow = make_site(dribble_through(make_site(say(bytes(16_000)), context), quick))
    world.sites[PUBLIC] = slow

    with pytest.raises(UnreachablePage, match="The site did not send the page within"):
        make_fetcher(trust=trust, seconds=0.5).fetch_page("https://news.example/")


def test_redirect_to_unproved_site_is_refused(prove, authority, world):
    world.names["other.example"] = PUBLIC

    with pytest.raises(UnreachablePage, match=REFUSED):
        prove(authority.issue_cert("news.example"), by_path(home=send_on("https://other.example/")))


def test_redirect_from_https_to_http_is_refused(prove, authority, world):
    with pytest.raises(UnreachablePage, match="sends on from https to http, where others could read and change"):
        prove(authority.issue_cert("news.example"), by_path(home=send_on("http://news.example/a")))
    assert world.connected == [(PUBLIC, 443)]
