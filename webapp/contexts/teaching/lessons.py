"""What the pages of lessons say: the list, one lesson with its tasks, and the page on which one is made."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count
from copytrail.display.visible import show_line
from copytrail.teaching import LanguageLevel, Lesson, Task, TaskKind
from webapp.contexts.access import list_choices, list_owners, list_teams
from webapp.contexts.people import Option as Choice
from webapp.people.records import CaseAccess, Person, Team
from webapp.teaching.classes import KEEP_DAYS, MOST_DAYS, MOST_GROUPS
from webapp.teaching.preparing import Prepared

KINDS = {
    TaskKind.LABEL: "Label it",
    TaskKind.ORIGIN: "Find where it comes from",
    TaskKind.SPEAKER: "Who said this",
    TaskKind.CHANGED_FIGURE: "Which figure changed",
    TaskKind.OMISSION: "What was left out",
    TaskKind.PRIORITIES: "What to check first",
}
LEVELS = {LanguageLevel.PLAIN: "Plain words, from about twelve", LanguageLevel.STANDARD: "Standard"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a form with its words."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task in the list of a lesson."""

    id: str
    number: int
    kind: str
    prompt: str
    words: str
    """The words of the passage, in short."""
    key: str
    points: str
    has_explanation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was noted or refused."""

    notice: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Who may see a lesson, and among whom one can choose."""

    access: CaseAccess
    teams: tuple[Team, ...]
    people: tuple[Person, ...]
    has_accounts: bool
    is_own: bool
    """Whether the one who looks may share and delete it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPage:
    """One lesson: what it says, its tasks, and the form that starts a class."""

    title: str
    csrf: str
    id: str
    version: int
    said: Said
    name: str
    summary: str
    levels: tuple[Option, ...]
    minutes: int
    instructions: str
    goals: str
    questions: str
    glossary: str
    hints: bool
    names: bool
    timings: tuple[Option, ...]
    course: tuple[tuple[str, tuple[str, ...]], ...]
    """For each timing the steps of the lesson."""
    tasks: tuple[TaskLine, ...]
    kinds: tuple[Option, ...]
    sentences: tuple[Option, ...]
    groups_limit: int
    days: int
    days_limit: int
    choices: tuple[Choice, ...]
    """Who may see it."""
    teams: tuple[Choice, ...]
    owners: tuple[Choice, ...]
    """To whom it can be handed over."""
    has_accounts: bool
    is_own: bool
    """Whether the one who looks may share and delete it."""
    rights: str


def make_lesson_page(prepared: Prepared, *, csrf: str, said: Said, circle: Circle) -> LessonPage:
    """One lesson."""
    lesson = prepared.lesson
    return LessonPage(
        title=show_line(lesson.title),
        csrf=csrf,
        id=prepared.id,
        version=prepared.version,
        said=said,
        name=lesson.title,
        summary=f"{_count_tasks(lesson)} · {lesson.minutes} minutes",
        levels=list_levels(lesson.language_level),
        minutes=lesson.minutes,
        instructions=lesson.instructions,
        goals="\n".join(lesson.learning_goals),
        questions="\n".join(lesson.discussion_questions),
        glossary="\n".join(f"{term.word}: {term.means}" for term in lesson.glossary),
        hints=lesson.hints_allowed,
        names=lesson.names_allowed,
        timings=tuple(
            Option(value=str(each.minutes), words=f"{each.minutes} minutes: {count(len(each.task_ids), 'task')}")
            for each in lesson.timings
            if each.task_ids
        ),
        course=tuple(
            (f"{each.minutes} minutes", tuple(f"{step.minutes} min: {step.what}" for step in each.steps))
            for each in lesson.timings
            if each.steps
        ),
        tasks=tuple(_make_line(lesson, task, number) for number, task in enumerate(lesson.tasks, 1)),
        kinds=tuple(Option(value=kind.value, words=words) for kind, words in KINDS.items()),
        sentences=list_passages(lesson),
        groups_limit=MOST_GROUPS,
        days=KEEP_DAYS,
        days_limit=MOST_DAYS,
        choices=list_choices(circle.access),
        teams=list_teams(circle.access, circle.teams),
        owners=list_owners(circle.access, circle.people),
        has_accounts=circle.has_accounts,
        is_own=circle.is_own,
        rights=lesson.provenance.rights,
    )


def list_passages(lesson: Lesson) -> tuple[Option, ...]:
    """The sentences of the article that a task can be about."""
    text = lesson.derivative
    spans = [span for each in lesson.derivative.paragraphs if each.kind != "furniture" for span in each.sentences]
    return tuple(Option(value=f"{span.start}-{span.end}", words=shorten(span.on_one_line(text.text))) for span in spans)


def shorten(words: str, most: int = 110) -> str:
    """The first words, as far as they fit.

    >>> shorten("one two three", 9)
    'one two …'
    """
    if len(words) <= most:
        return words
    return f"{words[: most - 1].rpartition(' ')[0] or words[: most - 1]} …"


def list_levels(chosen: LanguageLevel) -> tuple[Option, ...]:
    """The levels of language to choose from."""
    return tuple(Option(value=each.value, words=words, chosen=each is chosen) for each, words in LEVELS.items())


def _count_tasks(lesson: Lesson) -> str:
    return count(len(lesson.tasks), "task")


def _make_line(lesson: Lesson, task: Task, number: int) -> TaskLine:
    words = task.passage.on_one_line(lesson.derivative.text) if task.passage else "The whole text"
    chosen = [each.words.partition(":")[0] for each in task.choices if each.id in task.key.choices]
    return TaskLine(
        id=task.id,
        number=number,
        kind=KINDS[task.kind],
        prompt=task.prompt,
        words=shorten(words, 160),
        key=" / ".join(chosen) or (count(len(task.key.spans), "place") if task.key.spans else "you read it"),
        points=count(task.points, "point") if task.is_marked else "no points",
        has_explanation=bool(task.explanation),
    )
