"""Earlier states of a comparison: looked at without changing anything, gone back to, and that undone."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.engine.correction_texts import ARTICLE, RELEASE
from tests.webapp.test_corrections import Card
from tests.webapp.test_history import read_lines
from webapp.past import write_stamp


@pytest.fixture
def settings(each_database):
    return each_database


@pytest.fixture
def card(reader) -> Card:
    return Card(reader, reader.compare(RELEASE, ARTICLE).location)


@pytest.fixture
def worked(card, clock) -> Card:
    """A comparison that was corrected, cleaned and reviewed, a minute between each."""
    clock.move_on(minutes=1)
    card.correct("The new bridge", "label:edited")
    clock.move_on(minutes=1)
    page, fields = card.read("The bridge will")
    claim = re.search(r'name="claim" value="(\w{32})"', page)[1]
    card.reader.send(f"{card.address}/findings/dismiss", {**fields, "claim": claim, "reason": "Both said so."})
    clock.move_on(minutes=1)
    set_aside(card, "furniture")
    clock.move_on(minutes=1)
    return card


def set_aside(card: Card, kind: str) -> None:
    fields = {"side": "derivative", "paragraph": "4", "kind": kind}
    card.reader.send(f"{card.address}/paragraphs", fields)


def then(card: Card, clock, minutes: int) -> str:
    """The address of the comparison as it was some minutes ago."""
    clock.move_on(minutes=-minutes)
    stamp = write_stamp(clock())
    clock.move_on(minutes=minutes)
    return f"{card.address}/then/{stamp}"


def look(card: Card, address: str) -> str:
    return unescape(card.reader.open(address).text)


def go_back(card: Card, address: str):
    return card.reader.send(address, {"seen": card.reader.find_field(look(card, address), "seen")})


def tell(page: str) -> tuple[bool, bool, bool]:
    """Whether the page shows the correction, the dismissal and the paragraph that was set aside."""
    return "[lightly edited, by hand: " in page, "Dismissed · 1" in page, "[page furniture: " in page


def test_each_earlier_state_can_be_looked_at(worked, clock):
    seen = [tell(look(worked, then(worked, clock, minutes))) for minutes in (4, 3, 2, 1)]

    assert seen == [(False, False, False), (True, False, False), (True, True, False), (True, True, True)]
    assert tell(worked.open()) == (True, True, True)


def test_earlier_state_is_read_only(worked, clock):
    page = look(worked, then(worked, clock, 3) + "?focus=m1")

    assert "As it was on 22 November 2026, 09:01 UTC." in page
    assert "/corrections" not in page
    assert "/findings/" not in page
    assert 'name="paragraph"' not in page
    assert f'action="{worked.address}/notes' not in page


def test_going_back_brings_all_of_a_state(worked, clock):
    answer = go_back(worked, then(worked, clock, 4))

    assert answer.status_code == 303
    assert "The comparison is as it was then." in look(worked, answer.location)
    assert tell(worked.open()) == (False, False, False)
    clock.move_on(minutes=1)
    go_back(worked, then(worked, clock, 2))
    assert tell(worked.open()) == (True, True, True)


def test_going_back_is_undone_and_done_again(worked, clock):
    go_back(worked, then(worked, clock, 4))
    clock.move_on(minutes=1)
    worked.move("undo")
    undone = tell(worked.open())
    clock.move_on(minutes=1)
    worked.move("redo")

    assert undone == (True, True, True)
    assert tell(worked.open()) == (False, False, False)


def test_nothing_is_brought_back_over_what_nobody_saw(worked, clock):
    address = then(worked, clock, 4)
    seen = worked.reader.find_field(look(worked, address), "seen")
    worked.correct("It cost", "unpair")

    answer = worked.reader.send(address, {"seen": seen})

    assert answer.status_code == 409
    assert "Nothing was brought back" in unescape(answer.text)
    assert "Corrected by hand · 2" in worked.open()


def test_history_leads_to_every_state(worked, reader):
    page = reader.open(f"/cases/{worked.case}/history").text
    addresses = re.findall(rf'href="({worked.address}/then/\d{{8}}T\d{{12}})"', page)

    assert len(addresses) == 4
    assert tell(look(worked, addresses[0])) == (True, True, True)
    assert tell(look(worked, addresses[-1])) == (False, False, False)


def test_history_tells_cleaning_and_going_back(worked, reader, clock):
    set_aside(worked, "body")
    clock.move_on(minutes=1)
    go_back(worked, then(worked, clock, 5))

    lines = read_lines(reader, worked.case)

    assert any("Paragraphs changed set aside: ¶4" in line for line in lines)
    assert any("Paragraphs changed made part of the text: ¶4" in line for line in lines)
    assert any("Went back to an earlier state" in line for line in lines)
    assert any("Finding restored" in line for line in lines)


@pytest.mark.parametrize("stamp", ["yesterday", "20261301T000000000000", "2026-11-22"])
def test_moment_that_is_none_is_not_found(card, stamp):
    assert card.reader.open(f"{card.address}/then/{stamp}").status_code == 404
