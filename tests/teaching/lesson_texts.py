"""A small lesson with one task of each kind, for the tests of the classroom."""

from copytrail.intake.from_plain import read_plain
from copytrail.model import Span
from copytrail.teaching import Choice, Key, Lesson, Task, TaskKind, Verdict

RELEASE = """The council will build a new bridge over the river Wey.

The bridge will cost 12 million pounds. Work starts in May, if the inspectors agree.

Mayor Ann Bell said: “This bridge will change the town.”
"""
ARTICLE = """A new bridge over the river Wey will be built by the council.

The bridge will cost 21 million pounds. Traders fear a year of noise.

“This bridge will change the town,” the council said.
"""
LABELS = tuple(Choice(id=name, words=name.capitalize()) for name in ("copied", "edited", "paraphrased", "added"))
SPEAKERS = (Choice(id="c1", words="The council"), Choice(id="c2", words="Ann Bell"))


def place(text, words):
    """Where these words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_task(kind=TaskKind.LABEL, **said):
    """A task on the first sentence, with secrets that are easy to find again."""
    return Task(
        **{
            "id": "t1",
            "kind": kind,
            "prompt": "Which of the four is this?",
            "hint": "HINT-OF-THE-TEACHER",
            "passage": place(ARTICLE, "A new bridge over the river Wey will be built by the council."),
            "choices": LABELS,
            "key": Key(choices=("edited",)),
            "verdict": Verdict(
                choice="paraphrased" if kind is TaskKind.LABEL else "", why="SECRET-WHY", findings=("SECRET-FINDING",)
            ),
            "explanation": "SECRET-EXPLANATION",
            "points": 2,
            **said,
        }
    )


def make_tasks():
    """One task of each kind."""
    figure = place(ARTICLE, "The bridge will cost 21 million pounds.")
    return (
        make_task(),
        make_task(
            TaskKind.ORIGIN, id="t2", choices=(), key=Key(spans=(place(RELEASE, RELEASE.split("\n", maxsplit=1)[0]),))
        ),
        make_task(
            TaskKind.SPEAKER,
            id="t3",
            passage=place(ARTICLE, "“This bridge will change the town,” the council said."),
            choices=SPEAKERS,
            key=Key(choices=("c2",)),
        ),
        make_task(
            TaskKind.CHANGED_FIGURE,
            id="t4",
            passage=figure,
            choices=(),
            key=Key(spans=(place(ARTICLE, "21 million pounds"),)),
        ),
        make_task(
            TaskKind.OMISSION,
            id="t5",
            passage=None,
            choices=(),
            wanted=1,
            key=Key(spans=(place(RELEASE, "Work starts in May, if the inspectors agree."),)),
        ),
        make_task(TaskKind.PRIORITIES, id="t6", passage=None, choices=(), wanted=3, key=Key(), asks_reason=True),
    )


def make_lesson(**said):
    """A lesson with one task of each kind."""
    return Lesson(
        **{
            "id": "bridge",
            "title": "The bridge",
            "original": read_plain(RELEASE.encode(), id="release", title="Release"),
            "derivative": read_plain(ARTICLE.encode(), id="article", title="Article"),
            "tasks": make_tasks(),
            **said,
        }
    )
