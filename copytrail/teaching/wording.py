"""The sentences of the classroom: what pupils are asked, in two levels of language, and what their marks say."""

from __future__ import annotations

from copytrail.model import Label
from copytrail.teaching.answers import Mark
from copytrail.teaching.model import Choice, LanguageLevel, Task, TaskKind

NOT_MARKED = "Your teacher reads this; it gets no points."
NOBODY = "Nobody: the release does not say this"
_PLAIN, _STANDARD = LanguageLevel.PLAIN, LanguageLevel.STANDARD
_INSTRUCTIONS = {
    _PLAIN: (
        "You have two texts. One is the release: an office, a company or a government wrote it. "
        "The other is an article: somebody wrote it later. "
        "Find out what the article took from the release, what it changed and what is new. "
        "Read the passage first. Then look for the same thing in the release. Then answer. "
        "It is fine if you are not sure: say what you think, and why."
    ),
    _STANDARD: (
        "You have two texts: a release, as its sender published it, and an article that was written later. "
        "Find out what the article took over, what it changed and what it added. "
        "Read each passage, look for its content in the release, and answer only then. "
        "Where you hesitate, decide and give your reason: the class will compare its reasons."
    ),
}
_PROMPTS = {
    _PLAIN: {
        TaskKind.LABEL: "Look for this passage in the release. What did the article do with it?",
        TaskKind.ORIGIN: "Where in the release does this come from? Mark the sentence, or the sentences.",
        TaskKind.SPEAKER: "Who said this, if you go by the release?",
        TaskKind.CHANGED_FIGURE: "One number or amount here is not the same in the release. Mark it.",
        TaskKind.OMISSION: "Which of these sentences of the release did the article leave out?",
        TaskKind.PRIORITIES: (
            "Which three things in the article would you check first? Mark them. Then write how you would check each."
        ),
    },
    _STANDARD: {
        TaskKind.LABEL: "Compare this passage with the release. Which of the four is it?",
        TaskKind.ORIGIN: "Mark the sentence or sentences of the release that this passage comes from.",
        TaskKind.SPEAKER: "According to the release, whose words are these?",
        TaskKind.CHANGED_FIGURE: "Mark the figure in this passage that differs from the release.",
        TaskKind.OMISSION: "Mark what the release says and the article leaves out.",
        TaskKind.PRIORITIES: (
            "Mark the three claims of the article that you would check first, and say how you would check each."
        ),
    },
}
_LABELS = {
    _PLAIN: {
        Label.COPIED: "Copied: the same words in the same order",
        Label.EDITED: "Edited: mostly the same words, some are changed",
        Label.PARAPHRASED: "Paraphrased: it says the same in other words",
        Label.ADDED: "Added: the release does not say this",
    },
    _STANDARD: {
        Label.COPIED: "Copied: the release’s words in the release’s order",
        Label.EDITED: "Edited: most of the wording kept, some of it changed",
        Label.PARAPHRASED: "Paraphrased: the same content in other words",
        Label.ADDED: "Added: not in the release",
    },
}
_HINTS = {
    TaskKind.LABEL: "Search the release for the rarest word of the passage: a name, a number, an unusual verb.",
    TaskKind.ORIGIN: "The article may put things in another order. Search for names and numbers.",
    TaskKind.SPEAKER: "Find the words in the release first, then look who is named before or after them.",
    TaskKind.CHANGED_FIGURE: "Check each number of the passage: how many, of what, and when.",
    TaskKind.OMISSION: "Go through the release sentence by sentence and ask: would a reader of the article know this?",
    TaskKind.PRIORITIES: "Ask: what would matter most if it were wrong, and who could know?",
}


def say_instructions(level: LanguageLevel) -> str:
    """What a class is told before the first task."""
    return _INSTRUCTIONS[level]


def say_prompt(kind: TaskKind, level: LanguageLevel) -> str:
    """What a task asks, where the teacher writes nothing else."""
    return _PROMPTS[level][kind]


def say_hint(kind: TaskKind) -> str:
    """Where to look, without a word of the answer."""
    return _HINTS[kind]


def offer_labels(level: LanguageLevel) -> tuple[Choice, ...]:
    """The four labels of a passage, always in this order."""
    return tuple(Choice(id=label.value, words=words) for label, words in _LABELS[level].items())


def say_rule(task: Task) -> str:
    """How an answer to a task is marked, in a sentence for pupils."""
    if not task.is_marked:
        return NOT_MARKED
    if task.kind is TaskKind.LABEL:
        return "The right answer gets all points; edited for paraphrased, or the other way round, gets half."
    if task.kind is TaskKind.SPEAKER:
        return "The right answer gets all points."
    if task.kind is TaskKind.OMISSION and task.wanted:
        return "Each sentence that was left out counts; each one that was not takes one away."
    return "You get the share of the words that you and the key both marked, out of all that either of you marked."


def say_points(mark: Mark) -> str:
    """Points of points.

    >>> say_points(Mark(points=1.5, of=2, why="")), say_points(Mark(points=1, of=1, why=""))
    ('1.5 of 2 points', '1 of 1 point')
    """
    return f"{mark.points:g} of {mark.of} {'point' if mark.of == 1 else 'points'}"


def say_right(key: str) -> str:
    """Why an answer gets all points."""
    return f"Right: the key says “{_name(key)}” too."


def say_half(key: str, chosen: str) -> str:
    """Why an answer gets half of the points.

    >>> say_half("Paraphrased: the same in other words", "Edited: some words changed")
    'Half: the key says “Paraphrased”; “Edited” is next to it, and people who know both texts disagree there.'
    """
    return (
        f"Half: the key says “{_name(key)}”; “{_name(chosen)}” is next to it, "
        "and people who know both texts disagree there."
    )


def say_wrong(key: str, chosen: str) -> str:
    """Why an answer gets nothing."""
    return f"The key says “{_name(key)}”, you chose “{_name(chosen)}”."


def say_overlap(both: int, either: int, points: float, of: int) -> str:
    """How far marked words agree with the key.

    >>> say_overlap(12, 15, 1.5, 2)
    'You and the key marked 15 words between you, 12 of them both: 1.5 of 2 points.'
    """
    earned = say_points(Mark(points=points, of=of, why=""))
    if both == either:
        return f"You marked exactly what the key marks: {earned}."
    shared = f"{both} of them both" if both else "none of them both"
    return f"You and the key marked {either} words between you, {shared}: {earned}."


def say_counted(right: int, wrong: int, points: float, of: int) -> str:
    """How many sentences were found.

    >>> say_counted(2, 1, 0.5, 1)
    'Of what you marked, 2 were left out and 1 was not; each wrong one takes one away: 0.5 of 1 point.'
    """
    earned = say_points(Mark(points=points, of=of, why=""))
    was = "was" if right == 1 else "were"
    if not wrong:
        return f"All that you marked was left out of the article: {earned}."
    return (
        f"Of what you marked, {right} {was} left out and {wrong} {'was' if wrong == 1 else 'were'} not; "
        f"each wrong one takes one away: {earned}."
    )


def _name(words: str) -> str:
    """A choice by its name, without its meaning."""
    return words.split(":", 1)[0]
