"""Requests in turn: one computes at a time, those who came first go first, and whoever takes long holds nobody up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from webapp.turns import InTurn, Turns

LONG = 60.0


def send(act: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    return thread


def wait_for(turns: Turns, waiting: int) -> None:
    deadline = time.monotonic() + LONG
    while len(turns) != waiting:
        assert time.monotonic() < deadline
        threading.Event().wait(0.001)


def test_who_comes_first_goes_first() -> None:
    turns, order, threads = Turns(LONG), [], []

    def work(name: str) -> None:
        with turns.take():
            order.append(name)

    with turns.take():
        for place, name in enumerate("abc"):
            threads.append(send(lambda name=name: work(name)))
            wait_for(turns, place + 1)
        order.append("first")
    for thread in threads:
        thread.join(LONG)

    assert order == ["first", "a", "b", "c"]


def test_long_work_holds_nobody_up() -> None:
    turns, done = Turns(0.01), threading.Event()

    def work() -> None:
        with turns.take():
            done.set()

    with turns.take():
        send(work)

        assert done.wait(LONG)


def test_mistake_leaves_the_turn() -> None:
    turns = Turns(LONG)

    with pytest.raises(ZeroDivisionError), turns.take():
        raise ZeroDivisionError
    with turns.take():
        assert len(turns) == 0


def test_application_answers_in_turn() -> None:
    turns, seen = Turns(LONG), []

    def app(environ: object, start_response: object) -> list[bytes]:
        seen.append((environ, start_response))
        return [b"answer"]

    with turns.take():
        thread = send(lambda: InTurn(app, turns)({"PATH_INFO": "/"}, print))
        wait_for(turns, 1)
        before = list(seen)
    thread.join(LONG)

    assert before == []
    assert seen == [({"PATH_INFO": "/"}, print)]
