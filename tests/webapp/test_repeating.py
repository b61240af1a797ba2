"""What the pages of one site repeat is set aside, and stays as a person says."""

from __future__ import annotations

import pytest

from copytrail.model import ParagraphKind
from tests.webapp.conftest import ARTICLE, RELEASE
from webapp.cleaning import Cleaning
from webapp.records import GivenText

LONGER = (
    "The mayor called it a day that the town would remember for as long as the bridge stands over the river.\n\n"
    "Shops on the far bank hope for the customers that the ferry never brought them in all its years of service.\n"
)
LATER = (
    "Nobody was hurt when a lorry lost its load on the new bridge two days after it had been opened to the traffic.\n\n"
    "The road was closed for three hours, and drivers had to take the old way round by the mill and the station.\n"
)
BOX = "Every voice on the harbour counts: write to our desk"


def give(text, url="https://quay.example/a"):
    return GivenText(content=text.encode(), url=url)


@pytest.fixture
def case(services):
    texts = (give(f"{ARTICLE}\n{LONGER}\n{BOX}"), give(f"{BOX}\n\n{RELEASE}\n{LATER}", "https://www.quay.example/b"))
    return services.create_case("", give(RELEASE, ""), texts)


def find_box(services, case, number):
    document = Cleaning(services).open_text(case.id, case.articles[number].id).document
    return next(each for each in document.paragraphs if each.span.of(document.text) == BOX)


def test_line_of_the_site_is_set_aside(services, case):
    for number in (0, 1):
        assert find_box(services, case, number).kind is ParagraphKind.FURNITURE
        assert find_box(services, case, number).reason == "stands on other pages of this site as well"


def test_restored_line_stays_when_pages_come(services, case):
    box = find_box(services, case, 0)
    Cleaning(services).set_kind(case.id, case.articles[0].id, box.number, ParagraphKind.BODY)

    services.add_articles(case.id, (give(f"{ARTICLE}\n{LONGER}\n{BOX}", "https://quay.example/c"),))

    assert find_box(services, case, 0).kind is not ParagraphKind.FURNITURE
    assert find_box(services, services.open_case(case.id), 2).kind is ParagraphKind.FURNITURE


def test_line_is_kept_in_pages_without_a_site(services):
    case = services.create_case(
        "", give(RELEASE, ""), (give(f"{ARTICLE}\n{LONGER}\n{BOX}", ""), give(f"{ARTICLE}\n{LONGER}\n{BOX}", ""))
    )

    assert find_box(services, case, 0).kind is not ParagraphKind.FURNITURE
