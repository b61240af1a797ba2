"""Of many names the one that is spelled the most like another is found."""

from __future__ import annotations

import pytest

from copytrail.ledgers.facts.spellings import SpellingIndex

NAMES = ("ada holm", "adam holmes", "brekke", "marta brekke", "lindholm", "norway")
LEAST = 0.7


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("ada hlom", "ada holm"),
        ("marta breke", "marta brekke"),
        ("lindholn", "lindholm"),
        ("brekker", "marta brekke"),
    ],
)
def test_the_nearest_spelling_is_found(name: str, nearest: str) -> None:
    assert SpellingIndex(NAMES, unlike=()).find_nearest(name.split(), LEAST) == nearest


@pytest.mark.parametrize("name", ["holm ada", "lindholmsgatan", "ada marta holm", "oslo"])
def test_another_name_has_no_spelling(name: str) -> None:
    assert SpellingIndex(NAMES, unlike=()).find_nearest(name.split(), LEAST) is None


def test_unlike_names_are_never_meant() -> None:
    assert SpellingIndex(NAMES, unlike=()).find_nearest(["norwey"], LEAST) == "norway"
    assert SpellingIndex(NAMES, unlike={"norway"}).find_nearest(["norwey"], LEAST) is None
