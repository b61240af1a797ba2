"""Files that hang, grow or break what reads them: one sentence each, in time, and nothing else suffers."""

from __future__ import annotations

import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from copytrail.confinement import answers, extract_confined, limits, prepare, reading
from copytrail.errors import EmptyText, UnreadableInput
from copytrail.intake.extracts import Changes, FileOptions
from copytrail.intake.formats import FORMATS, PLAIN, Format

KIND = Format(name="obeying", title="an obeying file", endings=(), media=(), reader="obeying:obey")
TOO_MUCH = "Reading this file takes more time or memory than Copytrail allows"
DAMAGED = "This is damaged, or unusual for an obeying file"
PROGRAM = Path(__file__).with_name("program.py")

can_split = pytest.mark.skipif(not reading._CAN_SPLIT, reason="this system cannot split a process")


@pytest.fixture
def obeying(monkeypatch):
    """A program that reads one format more, and is gone afterwards."""
    monkeypatch.setattr(reading, "_COMMAND", (sys.executable, str(PROGRAM)))
    reading._make_keeper.cache_clear()
    yield
    if reading._make_keeper.cache_info().currsize:
        end_keeper(reading._find_keeper(os.getpid()))
    reading._make_keeper.cache_clear()


@pytest.fixture(params=[pytest.param(True, marks=can_split, id="keeper"), pytest.param(False, id="new-process")])
def route(request, obeying, monkeypatch):
    """Both ways to a process of its own: a copy of the keeper, and a new one where no process can be split."""
    monkeypatch.setattr(reading, "_CAN_SPLIT", request.param)


@pytest.fixture
def keeper(obeying):
    """The keeper of this program."""
    return reading._find_keeper(os.getpid())


def end_keeper(keeper):
    keeper._control.close()
    keeper._process.wait(5)


def ask(order, options=None):
    return extract_confined(order.encode(), KIND, options or FileOptions())


def read_text(order):
    return ask(order).blocks[0].text


def count_memory():
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_blocks_and_notes_come_through_unchanged(route):
    extract = ask("say Words \U0001f600 \ud800.".replace("\ud800", "?"))

    assert extract.blocks[0].text == "Words \U0001f600 ?."
    assert extract.notes == ("A note \u2026 \U0001f600 \ud800",)
    assert extract.has_changes


def test_options_reach_the_reader(route):
    assert ask("encoding", FileOptions(encoding="cp850", changes=Changes.ORIGINAL)).blocks[0].text == "cp850 original"


@pytest.mark.parametrize("order", ["hang", "sleep"])
def test_file_that_hangs_is_given_up(route, monkeypatch, order):
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_SECONDS", 3)
        with pytest.raises(UnreadableInput, match=TOO_MUCH):
            ask(order)

    assert read_text("say next") == "next"


def test_file_that_grows_is_given_up(route):
    before = count_memory()

    with pytest.raises(UnreadableInput, match=TOO_MUCH):
        ask("grow")

    assert count_memory() - before < 50_000_000
    assert read_text("say next") == "next"


@pytest.mark.parametrize("order", ["crash", "leave"])
def test_crash_of_the_reader_stays_its_own(route, order):
    with pytest.raises(UnreadableInput, match=TOO_MUCH):
        ask(order)

    assert read_text("say next") == "next"


def test_reader_cannot_write_files(route, tmp_path):
    with pytest.raises(UnreadableInput):
        ask(f"write {tmp_path / 'written.txt'}")

    assert not any(path.stat().st_size for path in tmp_path.iterdir())


@pytest.mark.parametrize("order", ["break 1", "recurse", "nonsense"])
def test_broken_reader_is_one_plain_sentence(route, order):
    with pytest.raises(UnreadableInput) as refused:
        ask(order)

    assert str(refused.value) == f"{DAMAGED}: save it anew, or copy its text and paste it."


def test_reason_of_the_reader_reaches_the_user(route):
    with pytest.raises(UnreadableInput, match=r"^It is locked: unlock it\.$"):
        ask("refuse It is locked: unlock it.")


def test_file_without_words_is_said_to_be_empty(route):
    with pytest.raises(EmptyText):
        ask("empty")


def test_too_large_file_is_refused_unread(route):
    with pytest.raises(UnreadableInput, match="The file has 26 MB; Copytrail reads up to 25 MB"):
        extract_confined(bytes(26_000_000), KIND)

    assert reading._make_keeper.cache_info().currsize == 0


def test_largest_file_is_read(route):
    order = b"say " + b"w" * (limits.LARGEST_FILE - 4)

    assert len(extract_confined(order, KIND).blocks[0].text) == limits.LARGEST_FILE - 4


def test_many_at_once_each_get_their_own(route, monkeypatch):
    monkeypatch.setattr(reading, "_TURN_SECONDS", 60)

    with ThreadPoolExecutor(12) as pool:
        texts = list(pool.map(lambda number: read_text(f"wait {number}"), range(12)))

    assert texts == [str(number) for number in range(12)]


def test_slow_files_make_others_wait_in_words(route, monkeypatch):
    monkeypatch.setattr(reading, "_TURN_SECONDS", 0.2)
    with ThreadPoolExecutor(3) as pool:
        slow = [pool.submit(ask, "sleep") for _ in range(3)]
        time.sleep(1)
        with pytest.raises(UnreadableInput, match="busy reading other files just now: try again"):
            ask("say hello")
        problems = [each.exception() for each in slow]

    assert all(isinstance(problem, UnreadableInput) for problem in problems)
    assert read_text("say next") == "next"


def test_places_are_given_back_after_failures(route):
    for _ in range(5):
        with pytest.raises(UnreadableInput):
            ask("crash")

    assert read_text("say next") == "next"


@can_split
def test_dead_keeper_is_replaced(keeper):
    read_text("say one")
    old = keeper._process.pid
    os.kill(old, signal.SIGKILL)
    keeper._process.wait(5)

    assert read_text("say two") == "two"
    assert keeper._process.pid != old


@can_split
def test_keeper_killed_under_way_loses_one_file_at_most(keeper):
    with ThreadPoolExecutor(1) as pool:
        under_way = pool.submit(read_text, "wait words")
        time.sleep(0.05)
        os.kill(keeper._process.pid, signal.SIGKILL)
        problem = under_way.exception()

    assert problem is None or isinstance(problem, UnreadableInput)
    assert read_text("say next") == "next"


@can_split
def test_keeper_ends_with_its_program(keeper):
    read_text("say one")

    keeper._control.close()

    assert keeper._process.wait(5) == 0


@can_split
def test_interrupt_of_the_terminal_spares_the_keeper(keeper):
    read_text("say one")

    assert os.getpgid(keeper._process.pid) != os.getpgid(0)


@can_split
def test_copies_leave_no_dead_processes(keeper):
    for number in range(5):
        read_text(f"say {number}")
    time.sleep(0.3)

    children = Path(f"/proc/{keeper._process.pid}/task/{keeper._process.pid}/children").read_text(encoding="ascii")
    assert children.split() == []


@can_split
def test_handles_do_not_pile_up(keeper):
    read_text("say one")
    before = len(list(Path("/proc/self/fd").iterdir()))

    for number in range(10):
        read_text(f"say {number}")

    assert len(list(Path("/proc/self/fd").iterdir())) == before


@can_split
def test_copied_program_gets_a_keeper_of_its_own(keeper):
    read_text("say one")
    near, far = os.pipe()

    child = os.fork()
    if child == 0:
        own = reading._find_keeper(os.getpid())
        said = read_text("say from the copy")
        os.write(far, f"{own._process.pid} {said}".encode())
        end_keeper(own)
        os._exit(0)
    os.waitpid(child, 0)
    pid, _, said = os.read(near, 100).decode().partition(" ")
    os.close(near)
    os.close(far)

    assert said == "from the copy"
    assert int(pid) != keeper._process.pid
    assert read_text("say two") == "two"


@can_split
def test_preparing_starts_the_keeper_once(keeper):
    prepare([KIND, PLAIN])

    assert read_text("say one") == "one"
    assert keeper is reading._find_keeper(os.getpid())


def test_trusted_format_needs_no_process(monkeypatch):
    monkeypatch.setattr(reading, "_ask_keeper", None)
    monkeypatch.setattr(reading, "_ask_new_process", None)

    assert extract_confined(b"The bridge opened.", PLAIN).blocks[0].text == "The bridge opened."


def test_every_format_can_be_loaded():
    assert all(callable(kind.load()) for kind in FORMATS.values())


@pytest.mark.parametrize(
    "answered",
    [
        b"{",
        b"[]",
        b"null",
        b'"words"',
        b"{}",
        b'{"extract": 1}',
        b'{"extract": {"schema": "x"}}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_answer_without_sense_is_refused(answered):
    with pytest.raises(UnreadableInput, match=TOO_MUCH):
        answers.read_answer(answered)


def test_no_answer_means_a_limit_was_met():
    with pytest.raises(UnreadableInput, match=TOO_MUCH):
        answers.read_answer(b"")


def test_request_crosses_the_border_unchanged():
    request = answers.Request("docx", FileOptions(encoding="cp1252", changes=Changes.ORIGINAL))

    assert answers.read_request(request.encode()) == request
