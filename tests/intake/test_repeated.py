"""Furniture that only shows when several pages of a site are held against each other."""

from copytrail import read_plain
from copytrail.intake.furniture.repeated import REPEATED, find_repeated, find_site

FIRST = (
    "The harbour bridge opens in March, the ministry said on Monday, after four years of work in which the foundations "
    "had to be laid twice because the river had washed out the first ones in the flood of last spring."
)
SECOND = (
    "The old ferry will be sold to a museum in the north, where it is to be shown on dry land from next summer on, "
    "together with the tickets, the bell and the uniforms of the crew that served on it for thirty years."
)
BOX = "Every voice on the harbour counts: write to our desk"


def page(*paragraphs, url="https://www.quay.example/a", publisher=""):
    return read_plain("\n\n".join(paragraphs), url=url, publisher=publisher)


def test_lines_of_a_site_are_named():
    pages = (page(FIRST, BOX), page(BOX.upper(), SECOND, url="https://quay.example/b"))

    assert find_repeated(pages) == {0: {2: REPEATED}, 1: {1: REPEATED}}


def test_another_site_may_say_alike():
    pages = (page(FIRST, BOX), page(SECOND, BOX, url="https://gazette.example/b"))

    assert find_repeated(pages) == {0: {}, 1: {}}


def test_what_the_original_says_stays():
    pages = (page(FIRST, BOX), page(FIRST, SECOND))

    assert find_repeated(pages, original=page(FIRST, url="")) == {0: {}, 1: {}}


def test_publisher_serves_where_address_lacks():
    pages = (page(FIRST, BOX, url="", publisher="Quay Lines"), page(BOX, SECOND, url="", publisher="quay  lines"))

    assert find_repeated(pages) == {0: {2: REPEATED}, 1: {1: REPEATED}}


def test_nobody_knows_the_site():
    assert find_repeated((page(BOX, url=""), page(BOX, url=""))) == {0: {}, 1: {}}


def test_known_furniture_is_not_named_again():
    pages = (page(FIRST, SECOND, "Leave a reply"), page("Leave a reply", BOX))

    assert find_repeated(pages) == {0: {}, 1: {}}


def test_a_long_paragraph_stays():
    long = " ".join([FIRST] * 5)

    assert find_repeated((page(long, SECOND), page(long, BOX))) == {0: {}, 1: {}}


def test_a_broken_address_names_no_site():
    assert find_site(page(FIRST, url="http://[::1")) == ""


def test_versions_of_one_article_are_compared():
    pages = (page(FIRST, SECOND, BOX), page(FIRST, SECOND, "It rained.", BOX))

    assert find_repeated(pages) == {0: {}, 1: {}}
