"""Furniture of pasted pages: floors for made-up sites that the rules were written by, and for those they were not."""

import pytest

from bench.pastes.__main__ import count_alarms
from bench.pastes.making import make_pastes
from bench.pastes.scoring import judge_lines, score_pastes
from bench.pastes.sites import DEVELOPMENT, HELD_OUT, read_sites


@pytest.mark.parametrize("kind", [DEVELOPMENT, HELD_OUT])
def test_furniture_of_pastes_is_greyed(kind):
    score = score_pastes(make_pastes(kind))

    assert score.precision >= 0.99
    assert score.recall >= 0.93


def test_bare_articles_lose_nothing():
    alarms, paragraphs = count_alarms()

    assert paragraphs > 400
    assert alarms == 0


def test_every_line_of_a_paste_is_judged():
    paste = next(make_pastes(DEVELOPMENT))

    judged = [line for line, _ in judge_lines(paste)]

    assert judged == list(paste.lines)
    assert {line.is_furniture for line in judged} == {True, False}


def test_no_site_is_both_kinds():
    development, held_out = ({site.name for site in read_sites(kind)} for kind in (DEVELOPMENT, HELD_OUT))

    assert development.isdisjoint(held_out)
    assert {site.language for site in read_sites(HELD_OUT)} == {"en", "de", "fr", "es"}
