"""What the pages of the classroom say."""

from __future__ import annotations

from copytrail.display.naming import count
from copytrail.teaching import Gesture, LanguageLevel, PupilTask
from webapp.teaching.classes import ClassRecord, ClassState, Pace

JOIN = "Type the code that you see on the board."
JOIN_NAME = "It need not be your own. Leave it empty to be given one; in some classes everybody is given one."
COME_BACK = "Have you been in this class before, on another device? Type the code and your three words."
ABOUT_DATA = (
    "Your teacher sees the name and what you answer. Other pupils do not. All of it is deleted on a day that your "
    "teacher has set. You need no account, and nothing else about you is kept."
)
LOOK_AGAIN = "If nothing happens, choose “Look again”."
OVER = "The class has ended. Your answers are kept until the day below; nothing can be changed any more."
SAVED = "Saved."
NOT_ANSWERED = "Not answered yet."
WORDS = "If your device fails, join again on another one with the code and these three words:"
TASK_DONE = "The answers to this task have been revealed, so yours stays as it is."
ALL_REVEALED = "Every task is revealed: look at the results with the class, then end the class."
ONLY_HERE = (
    "Only this computer can open that address. For a class, run Copytrail where your pupils’ devices reach it "
    "(the page “The classroom” of the documentation says how)."
)
SHEET_LINK = "Open this sheet on another device. Whoever has the address can read it, until it is deleted."
SHEETS = "One sheet per pupil, each on a page of its own. It says the key of the tasks that were revealed."
NO_SHEETS = "Nobody has joined the class."
NO_SHEET_WHY = "The address is not whole, or what the class wrote was deleted."
NO_SHEET = "There is no sheet here"
NO_CLASS = "You are not in this class"
NO_CLASS_WHY = "It may have been deleted, or you joined on another device."
NO_CLASS_ADVICE = "Join with the code on the board. If you were in the class before, use your three words."
TROUBLE = "That did not work"
TROUBLE_ADVICE = "What you wrote is still on your page: go back, and try again in a moment."
FORM_LOST = "Your page was open for too long. Open it again: what you wrote is still there."

_HOW = {
    Gesture.CHOICE: "Choose one answer.",
    Gesture.ORIGINAL_SENTENCES: "Tap the sentences in the release.",
    Gesture.DERIVATIVE_SENTENCES: "Tap the sentences in the article.",
    Gesture.WORDS: "Tap the words in the passage.",
}
_REASONS = {
    LanguageLevel.PLAIN: "Why do you think so?",
    LanguageLevel.STANDARD: "Give your reason",
}
HOW_TO_CHECK = "How would you check them?"


def say_how(task: PupilTask) -> str:
    """What to do with fingers or keys."""
    if task.wanted and task.gesture is not Gesture.CHOICE:
        where = "in the release" if task.gesture is Gesture.ORIGINAL_SENTENCES else "in the article"
        return f"Tap {count(task.wanted, 'sentence')} {where}."
    return _HOW[task.gesture]


def ask_reason(level: LanguageLevel) -> str:
    """The label of the field for a reason."""
    return _REASONS[level]


def say_place(number: int, of: int) -> str:
    """Which task this is."""
    return f"Task {number} of {of}"


def say_waiting(name: str) -> str:
    """What a pupil is told before the first task.

    >>> say_waiting("Zoë")
    'You are in, as Zoë. Wait for your teacher: the first task comes by itself.'
    """
    return f"You are in, as {name}. Wait for your teacher: the first task comes by itself."


def say_group(group: int) -> str:
    """Which group a pupil is in; nothing where there are none."""
    return f"Group {group}" if group else ""


def say_deleted(room: ClassRecord) -> str:
    """When what the class wrote is deleted."""
    return f"Everything written in this class is deleted on {room.delete_on.day} {room.delete_on:%B %Y}."


def say_state(room: ClassRecord) -> str:
    """How the class stands, for whoever teaches it."""
    state = {
        ClassState.OPEN: "Open: pupils can join.",
        ClassState.LOCKED: "Locked: nobody can join. Those who are in go on.",
        ClassState.ENDED: "Ended: answers stay as they are.",
    }[room.state]
    return f"{state} {'You set the pace.' if room.pace is Pace.TEACHER else 'Pupils go at their own pace.'}"


NOT_SAVED = "Not saved yet."
