"""The nouns of a lesson: texts, tasks and their keys.

What the machine says of a passage, the key and the explanation are in a `Task`; a pupil's device gets `PupilTask`s
(`pupils.py`), which have no place for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytrail.model import Document, Edit, Span


class LanguageLevel(StrEnum):
    """How the instructions are worded."""

    PLAIN = "plain"
    """Short sentences and plain words, for readers of about twelve."""
    STANDARD = "standard"


class TaskKind(StrEnum):
    """What a pupil is asked to do."""

    LABEL = "label"
    """Say whether a passage is copied, edited, paraphrased or added: one choice."""
    ORIGIN = "origin"
    """Find where it comes from: sentences of the original."""
    SPEAKER = "speaker"
    """Say whose words these are: one choice."""
    CHANGED_FIGURE = "changed_figure"
    """Find the figure that is not the original's: words of the passage."""
    OMISSION = "omission"
    """Find what was left out: sentences of the original."""
    PRIORITIES = "priorities"
    """Choose what to check first and say how: sentences of the derivative and a text. It is not marked."""


class Gesture(StrEnum):
    """What an answer to a task consists of."""

    CHOICE = "choice"
    ORIGINAL_SENTENCES = "original_sentences"
    DERIVATIVE_SENTENCES = "derivative_sentences"
    WORDS = "words"
    """Words of the derivative's passage."""


GESTURES = {
    TaskKind.LABEL: Gesture.CHOICE,
    TaskKind.SPEAKER: Gesture.CHOICE,
    TaskKind.ORIGIN: Gesture.ORIGINAL_SENTENCES,
    TaskKind.OMISSION: Gesture.ORIGINAL_SENTENCES,
    TaskKind.CHANGED_FIGURE: Gesture.WORDS,
    TaskKind.PRIORITIES: Gesture.DERIVATIVE_SENTENCES,
}
"""How each kind of task is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the answers a task offers."""

    id: str
    """For a label its name (`edited`), else `c1`, `c2`, …"""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What the teacher holds to be right; nothing in it for priorities."""

    choices: tuple[str, ...] = ()
    """The ids of the choices that count in full; the first is the one that is shown."""
    spans: tuple[Span, ...] = ()
    """In the text that the task's gesture marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the machine says of a task's passage, apart from the key."""

    choice: str = ""
    """The id of the choice that it would make; empty where it makes none."""
    why: str = ""
    findings: tuple[str, ...] = ()
    """What it reports of the passage, each a sentence."""
    sources: tuple[Span, ...] = ()
    """The passages of the original that it comes from."""
    edits: tuple[Edit, ...] = ()
    """The steps between the two wordings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do, with everything the teacher knows about it."""

    id: str
    """`t1`, `t2`, …: it must tell nothing of the key."""
    kind: TaskKind
    prompt: str
    hint: str = ""
    passage: Span | None = None
    """The stretch of the derivative that it is about; None for the whole text."""
    choices: tuple[Choice, ...] = ()
    offered: tuple[Span, ...] = ()
    """The sentences that can be marked; none given: all outside furniture."""
    wanted: int = 0
    """How many sentences to mark; 0 where that is for the pupil to find out."""
    key: Key = Key()
    verdict: Verdict = Verdict()
    explanation: str = ""
    points: int = 1
    asks_reason: bool = False

    @property
    def gesture(self) -> Gesture:
        """How it is answered."""
        return GESTURES[self.kind]

    @property
    def is_marked(self) -> bool:
        """Whether an answer gets points; what to check first is read by the teacher."""
        return self.kind is not TaskKind.PRIORITIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One part of a lesson's course."""

    minutes: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How the lesson goes in so many minutes."""

    minutes: int
    steps: tuple[Step, ...]
    task_ids: tuple[str, ...] = ()
    """The tasks there is time for; none given: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the glossary."""

    word: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a lesson comes from."""

    author: str = ""
    made: str = ""
    """The day, as `YYYY-MM-DD`; empty where nobody told it."""
    engine: str = ""
    """The version whose labels the keys started from."""
    reviewed: bool = False
    """Whether a person had corrected labels before."""
    rights: str = ""
    """Whose the texts are and what may be done with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Tasks on two texts, with all a teacher needs to teach them; the texts travel with it."""

    id: str
    title: str
    original: Document
    derivative: Document
    tasks: tuple[Task, ...] = ()
    language_level: LanguageLevel = LanguageLevel.STANDARD
    instructions: str = ""
    learning_goals: tuple[str, ...] = ()
    timings: tuple[Timing, ...] = ()
    discussion_questions: tuple[str, ...] = ()
    glossary: tuple[Term, ...] = ()
    minutes: int = 45
    names_allowed: bool = False
    """Whether pupils may use their own names."""
    hints_allowed: bool = True
    provenance: Provenance = Provenance()

    def find_task(self, id: str) -> Task | None:  # noqa: A002
        """The task of this id."""
        return next((task for task in self.tasks if task.id == id), None)
