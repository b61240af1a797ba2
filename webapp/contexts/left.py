"""What the administrator's page of things that belong to nobody says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count, join_words
from copytrail.display.visible import show_line
from webapp.contexts.people import Option
from webapp.people.adopting import name_key
from webapp.people.records import Left, Person

NOTE = (
    "This was made before there were accounts, or came with a backup from another machine. Everybody sees such cases "
    "and lessons, but nobody can delete the lessons, or teach and delete the classes."
)
NOTES_NOTE = (
    "These notes and answers are signed with a name of somebody who has no account here, so nobody can change or "
    "delete them. Give them to the person who wrote them: they keep the name. You see those in cases shown to you."
)
NOTHING = "Everything belongs to somebody."
UNNAMED = "No name"
_DONE = {"given": "It was handed over.", "notes": "The notes were handed over."}
WHO_TAKES = "Choose somebody who makes cases."


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A name under which nobody with an account wrote."""

    key: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftPage:
    """What belongs to nobody."""

    title: str = "What belongs to nobody"
    csrf: str
    made: str
    """Cases, lessons and classes, in words; empty where there are none."""
    note: str = NOTE
    notes_note: str = NOTES_NOTE
    signatures: tuple[SignatureLine, ...]
    heirs: tuple[Option, ...]
    nothing: str
    notice: str
    problem: str


def make_left(
    left: Left, *, csrf: str, people: tuple[Person, ...], me: str, done: str = "", problem: str = ""
) -> LeftPage:
    """The page; whoever asks is proposed."""
    heirs = tuple(
        Option(each.id, show_line(each.name), each.id == me) for each in people if each.is_active and each.writes
    )
    return LeftPage(
        csrf=csrf,
        made=_say_made(left),
        signatures=tuple(
            SignatureLine(name_key(each), show_line(each.name) or UNNAMED, count(each.notes, "note"))
            for each in left.signatures
        ),
        heirs=heirs,
        nothing=NOTHING if left.is_nothing else "",
        notice=_DONE.get(done, ""),
        problem=problem,
    )


def _say_made(left: Left) -> str:
    """How many cases, lessons and classes belong to nobody."""
    numbers = ((left.cases, "case", ""), (left.lessons, "lesson", ""), (left.classes, "class", "classes"))
    return join_words([count(number, name, plural) for number, name, plural in numbers if number])
