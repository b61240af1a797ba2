"""Addresses that lead, or are written so as to seem to lead, elsewhere: refused before anything is connected to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.webapp.fetching.sites import PUBLIC, by_path, say, send_on
from tests.webapp.fetching.spellings import MISSPELLED, NOT_PUBLIC, PORT, SPELLED
from webapp.faults import UnreachablePage

HERE = Path(__file__).parent
PRIVATE = (HERE / "private_numbers.txt").read_text(encoding="utf-8").split()
ODD_NUMBERS = (HERE / "odd_numbers.txt").read_text(encoding="utf-8").split()
PRIVATE_NAMES = {
    "localhost": "127.0.0.1",
    "local.example": "127.0.0.1",
    "inside.example": "10.0.0.5",
    "metadata.internal": "169.254.169.254",
    "six.example": "::1",
    "mapped.example": "::ffff:127.0.0.1",
    "link.example": "fe80::1%eth0",
    "zoned.example": "2606:2800::1%2",
    "both.example": ("10.0.0.5", "fd00:ec2::254"),
    "xn--bcher-kva.example": "192.168.1.1",
}


def refuse(fetcher, url: str) -> str:
    with pytest.raises(UnreachablePage) as error:
        fetcher.fetch_page(url)
    return str(error.value)


@pytest.mark.parametrize("number", [f"[{each}]" if ":" in each else each for each in PRIVATE])
def test_private_number_is_never_reached(make_fetcher, world, number):
    assert refuse(make_fetcher(), f"http://{number}/") == NOT_PUBLIC
    assert (world.looked_up, world.connected) == ([], [])


@pytest.mark.parametrize("number", PRIVATE)
def test_name_of_private_number_is_not_reached(make_fetcher, world, number):
    world.names["news.example"] = number

    assert refuse(make_fetcher(), "https://news.example/") == NOT_PUBLIC
    assert world.connected == []


@pytest.mark.parametrize("number", ODD_NUMBERS)
def test_odd_number_is_never_looked_up(make_fetcher, world, number):
    world.names[number.lower()] = PUBLIC

    assert refuse(make_fetcher(), f"http://{number}/") == MISSPELLED
    assert (world.looked_up, world.connected) == ([], [])


@pytest.mark.parametrize("name", PRIVATE_NAMES)
def test_private_name_is_never_reached(make_fetcher, world, name):
    world.names |= PRIVATE_NAMES

    assert refuse(make_fetcher(), f"http://{name}/") == NOT_PUBLIC
    assert world.connected == []


@pytest.mark.parametrize(("url", "sentence"), [each for each in SPELLED if each[1]])
def test_address_written_oddly_is_refused(make_fetcher, world, url, sentence):
    world.names |= PRIVATE_NAMES

    assert refuse(make_fetcher(), url) == sentence
    assert world.connected == []


@pytest.mark.parametrize("url", [url for url, sentence in SPELLED if not sentence])
def test_signs_after_the_name_change_nothing(fetch, world, url):
    fetch(say(), url)

    assert world.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "//127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:169.254.169.254]/latest/meta-data/",
        "http://169.254.169.254/latest/meta-data/",
        "http://inside.example/",
        "https://10.0.0.1/",
        "http://１２７.0.0.1/",
    ],
)
def test_redirect_inward_is_refused(fetch, world, target):
    world.names |= PRIVATE_NAMES

    with pytest.raises(UnreachablePage) as error:
        fetch(by_path(home=send_on("/a"), a=send_on(target.encode().decode("latin-1"))))

    assert str(error.value) == NOT_PUBLIC
    assert world.connected == [(PUBLIC, 80)] * 2


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://news.example/",
        "gopher://127.0.0.1:6379/_x",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://user:password@news.example/",
        "http://2130706433/",
        "http://0x7f.1/",
        "\\\\127.0.0.1\\",
        "/\\127.0.0.1/",
        "http:/\\127.0.0.1/",
        "http://[::1",
        "http://news.example:99999/",
        "/a\x01b",
        " ",
    ],
)
def test_redirect_to_no_address_is_refused(fetch, world, target):
    with pytest.raises(UnreachablePage, match="sends on to another page, but not to an address that can be opened"):
        fetch(send_on(target))
    assert world.connected == [(PUBLIC, 80)]


def test_redirect_to_other_port_is_refused(fetch, world):
    with pytest.raises(UnreachablePage) as error:
        fetch(send_on("http://news.example:6379/"))

    assert str(error.value) == PORT
    assert world.connected == [(PUBLIC, 80)]


def test_allowed_site_cannot_send_inward(make_site, make_fetcher, world):
    world.sites["127.0.0.1"] = make_site(send_on("http://127.0.0.1:9000/"))
    fetcher = make_fetcher("127.0.0.1:8123, 10.0.0.0/8")

    assert refuse(fetcher, "http://127.0.0.1:8123/") == PORT
    assert world.connected == [("127.0.0.1", 8123)]


def test_name_is_looked_up_only_once(fetch, world):
    answers = [(PUBLIC,), ("127.0.0.1",)]

    def rebind(name: str, port: int) -> tuple[str, ...]:
        world.looked_up.append(name)
        return answers.pop(0)

    world.resolve = rebind
    fetch(say())

    assert (world.looked_up, world.connected) == (["news.example"], [(PUBLIC, 80)])


def test_name_that_turns_inward_is_refused(fetch, world):
    answers = [(PUBLIC,), ("127.0.0.1",)]
    world.resolve = lambda name, port: answers.pop(0)

    with pytest.raises(UnreachablePage) as error:
        fetch(send_on("/again"))

    assert str(error.value) == NOT_PUBLIC
    assert world.connected == [(PUBLIC, 80)]


def test_only_public_numbers_of_name_are_tried(fetch, world):
    world.names["news.example"] = ("127.0.0.1", "10.0.0.1", "64:ff9b::a00:1", PUBLIC)

    fetch(say())

    assert world.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize("is_open", [True, False])
def test_closed_and_open_ports_look_alike(make_site, make_fetcher, world, is_open):
    if is_open:
        world.sites["127.0.0.1"] = make_site(say())

    assert refuse(make_fetcher(), "http://127.0.0.1/") == NOT_PUBLIC
    assert world.connected == []
