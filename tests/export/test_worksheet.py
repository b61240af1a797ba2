"""Lessons on paper: the pupil's sheet holds no key, the key holds everything, both can be read aloud."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from copytrail.export import Paper
from copytrail.export.worksheet import Sheet, render_html, render_pdf
from tests.export.opened import read_pages, read_words_only
from tests.export.test_to_pdf import HOSTILE, list_tags
from tests.teaching.lesson_texts import make_lesson, make_task

LESSON = make_lesson(
    instructions="Read both texts.",
    learning_goals=("GOAL",),
    discussion_questions=("QUESTION",),
    tasks=tuple(replace(task, explanation="SECRET-EXPLANATION", asks_reason=True) for task in make_lesson().tasks),
)
SECRETS = re.compile("SECRET|GOAL|QUESTION|Key:|machine")


def read(form, sheet, lesson=LESSON):
    if form == "pdf":
        return " ".join(read_pages(render_pdf(lesson, sheet)).split())
    return " ".join(read_words_only("html", render_html(lesson, sheet)).split())


@pytest.fixture(scope="module")
def opened():
    return pikepdf.open(io.BytesIO(render_pdf(LESSON, Sheet.BOTH)))


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_the_pupils_sheet_holds_no_key(form):
    told = read(form, Sheet.PUPIL)

    assert SECRETS.search(told) is None
    assert "Task 6" in told
    assert "Mayor Ann Bell said:" in told


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_the_key_says_everything_about_a_task(form):
    told = read(form, Sheet.KEY)

    assert {"GOAL", "QUESTION", "SECRET-EXPLANATION", "SECRET-WHY", "SECRET-FINDING"} <= set(
        re.findall(r"[A-Z-]{4,}", told)
    )
    assert "Key: B (Edited)." in told
    assert "The release’s sentence 1: “The council will build a new bridge over the river Wey.”" in told
    assert "Key: “21 million pounds”." in told
    assert "Key: B (Ann Bell)." in told


def test_offered_sentences_are_named_by_letter():
    task = make_lesson().tasks[4]
    offered = (make_lesson().tasks[1].key.spans[0], task.key.spans[0])

    told = read("html", Sheet.KEY, replace(LESSON, tasks=(replace(task, offered=offered),)))

    assert "Key: B (“Work starts in May, if the inspectors agree.”)." in told


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_both_sheets_make_one_file(form):
    told = read(form, Sheet.BOTH)

    assert told.index("What to do") < told.index("Answer key")


def test_hints_are_printed_only_if_allowed():
    assert "HINT" in read("html", Sheet.PUPIL)
    assert "HINT" not in read("html", Sheet.PUPIL, replace(LESSON, hints_allowed=False))


def test_a_hint_is_printed_once():
    assert read("html", Sheet.PUPIL).count("HINT-OF-THE-TEACHER") == 1


def test_the_same_lesson_gives_the_same_bytes():
    assert render_pdf(LESSON, Sheet.BOTH) == render_pdf(LESSON, Sheet.BOTH)
    assert render_html(LESSON, Sheet.BOTH) == render_html(LESSON, Sheet.BOTH)


def test_pages_can_be_read_aloud(opened):
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "The bridge"
    tags = list_tags(opened.Root.StructTreeRoot)
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI"} <= set(tags)


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_sheets_fit_the_paper(paper, width):
    pages = pikepdf.open(io.BytesIO(render_pdf(LESSON, paper=paper))).pages

    assert round(float(pages[0].mediabox[2])) == width
    assert f"size: {paper.value.capitalize()}" in render_html(LESSON, paper=paper).decode()


def test_pages_are_black_on_white(opened):
    colours = set()
    for page in opened.pages:
        content = page.Contents.read_bytes().decode("latin-1")
        colours |= set(re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn|SCN|RG)\b", content))

    assert all(len(set(colour)) == 1 for colour in colours)


def test_hostile_words_are_only_words():
    task = make_task(prompt=HOSTILE + "<script>alert(1)</script>")
    lesson = replace(LESSON, title=HOSTILE, tasks=(task,), instructions="\u202ea\x00b中")

    page = render_html(lesson, Sheet.BOTH).decode()

    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page
    assert "\u202e" not in page
    assert "U+202E" in page
    assert "passwd" in read("pdf", Sheet.BOTH, lesson)


def test_a_bare_lesson_makes_sheets():
    bare = make_lesson(tasks=(), title="")

    assert read("pdf", Sheet.BOTH, bare)
    assert "Answer key" in read("html", Sheet.BOTH, bare)


def test_a_long_task_is_broken_over_pages():
    long = make_task(id="t1", prompt="word " * 180, hint="hint " * 190, choices=make_task().choices)
    texts = tuple(replace(long, id=f"t{n}", explanation="why " * 900) for n in range(1, 4))

    assert len(pikepdf.open(io.BytesIO(render_pdf(replace(LESSON, tasks=texts), Sheet.BOTH))).pages) > 5
