"""The sentences of the shell: what went wrong, how big, how many, when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem in words: its name, what happened, and what to do."""

    title: str
    happened: str
    advice: str

    def about(self, error: Exception) -> Problem:
        """The same problem with the error's own sentence for what happened."""
        return replace(self, happened=str(error)) if str(error) else self


_KEPT = "What you typed was kept where the page could save it: look under “Unfinished” on the first page."

ADVICE = {
    "400": Problem("The request was not understood", "The browser sent something this page cannot read.", _KEPT),
    "form": Problem(
        "The form was not accepted",
        "The form was too old, or it did not come from this page. Nothing was stored and nothing was deleted.",
        "Go back, copy what you typed if it is not there any more after a reload, and send the form again.",
    ),
    "host": Problem(
        "This address is not served here",
        "The address names a computer that this Copytrail does not answer for.",
        "Use the address that was printed at the start, or have the name added to COPYTRAIL_HOSTS.",
    ),
    "missing": Problem(
        "Not found", "There is nothing at this address.", "Check the address, or start from the list of cases."
    ),
    "404": Problem(
        "Not found", "There is nothing at this address.", "Check the address, or start from the list of cases."
    ),
    "no-page": Problem(
        "No page arrived",
        "What was sent holds no page: its field “html” is missing or empty.",
        "Send the page again, or save it as a file and choose that.",
    ),
    "405": Problem(
        "Not possible here",
        "This address does something when a form is sent to it; it cannot be opened like a page.",
        "Start from the list of cases.",
    ),
    "413": Problem(
        "Too much at once",
        "The form is larger than this page takes. One text may have up to 1 MB, one file up to 25 MB.",
        "Go back and shorten the text, or choose a smaller file. Your browser still has what you typed.",
    ),
    "500": Problem(
        "Something broke on our side",
        "Copytrail made a mistake. Your texts are stored as they were before.",
        "Try again. If it happens again, tell whoever looks after this Copytrail what you did.",
    ),
    "store": Problem(
        "The database does not answer",
        "The database does not answer just now, so nothing was changed.",
        "Wait a moment and try again. Your browser still has what you typed: go back, then send it again.",
    ),
    "short": Problem(
        "Not just now",
        "The server has no room, memory or open files left just now.",
        "Wait a moment and try again. Your browser still has what you typed: go back, then send it again.",
    ),
    "not-permitted": Problem(
        "Not allowed",
        "Your account does not allow this.",
        "Nothing was changed. Ask an administrator of this Copytrail if you need it.",
    ),
    "no-accounts": Problem(
        "No accounts",
        "Nobody has an account here, so nothing was changed.",
        "Make the first one on the command line: copytrail user add NAME --role admin.",
    ),
    "signed-out": Problem(
        "You are not signed in",
        "You are signed out, so nothing was stored and nothing was deleted.",
        "Sign in in another window, then go back and send it again: your browser still has what you typed.",
    ),
    "too-often": Problem("Too often", "This was tried too often.", "Wait a while, then try again."),
    "refused": Problem("That is not possible", "That is not possible.", "Go back and try it another way."),
}


KEPT_APART = (
    "This form was changed or compared on another page meanwhile. "
    "What stands here was kept as an unfinished form of its own."
)
NOTICES = {
    "gone": "The unfinished form of this address is not here any more: it was compared or discarded.",
    "stale": "The form had become too old to be accepted. Nothing is lost: please press the button once more.",
    "article-deleted": "The article was deleted, with its comparison.",
    "reference-deleted": "The further original was deleted.",
    "compared": "All articles are compared.",
    "compared-some": "The articles are compared, all but those that say why not.",
    "discarded": "The unfinished form was discarded.",
    "all-discarded": "The unfinished forms were discarded.",
    "day-set": "The day was saved. It can be moved or cleared until then.",
    "day-cleared": "The case is kept until somebody deletes it.",
    "renamed": "The case has its new name.",
    "tagged": "The tags were saved.",
    "archived": "The case is in the archive now.",
    "back": "The case is back in the list.",
    "restored": "The case was taken out of the trash.",
    "copied": "This is the copy. What was done before it was made was done in the other case.",
    "tag-renamed": "The tag has its new name on all cases.",
    "tag-removed": "The tag was taken off all cases.",
    "access": "It was saved who may see this case.",
    "given-away": "The case was handed over; it is not shown to you any more.",
    "described": "The details were saved.",
    "read-anew": "The text was read anew in the way you chose.",
    "finding-gone": (
        "This finding is not in the comparison any more: the texts were compared anew meanwhile. "
        "Nothing was dismissed; the reason you typed was:"
    ),
}
"""What a page says of the thing just done, by the word in its address."""


BOTH_GIVEN = (
    "There is a text in the box as well. The box was kept; to use the file or the address instead, "
    "empty the box and choose it again."
)
FILE_GONE = "The file chosen before is not kept any more: choose it again."
ONE_RELEASE = "A case has one release: choose one file here. Further originals can be added to the case later."
NOT_YET_OPENED = "Four pages are opened at once: send the form again for this one."
NO_FETCHING = "This Copytrail opens no addresses: save the page as a file, or copy its text and paste it."


NAME_TOO_LONG = "A name has up to 1,000 characters; nothing was changed. Go back: what you typed is still there."
NOTHING_KEPT = "Nothing of this text is kept, so nothing of it is compared: restore what belongs to it."
NEVER_COMPARED = "No article yet. Add one to compare it with the release."

STEP_PROBLEMS = {
    "too_large": "Not compared: it needs more memory than Copytrail allows. Leave out what does not belong to it.",
    "timed_out": "Not compared: it took more than two minutes. Leave out what does not belong to it.",
    "gave_up": "Not compared: Copytrail stopped twice while comparing it and gave up.",
    "empty": "Not compared: nothing of it is kept. Restore what belongs to it.",
    "broken": "Not compared: Copytrail made a mistake with it. All other articles are compared.",
}
WAITS = "Not compared yet."


def say_done(word: str) -> str:
    """The notice for this word, or nothing."""
    return NOTICES.get(word, "")


def say_size(size: int) -> str:
    """A size in words.

    >>> say_size(5342), say_size(1_300_000), say_size(12)
    ('5.3 kB', '1.3 MB', '12 bytes')
    """
    if size < 1000:
        return f"{size} bytes"
    number, unit = (size / 1000, "kB") if size < 999_950 else (size / 1_000_000, "MB")
    return f"{number:.1f} {unit}".replace(".0 ", " ")


def say_too_long(size: int, limit: int) -> str:
    """That a text is longer than one may be."""
    return f"This text has {say_size(size)}; the limit is {say_size(limit)} each. Please shorten it."


def say_clock(moment: datetime) -> str:
    """The time of day.

    >>> say_clock(datetime(2026, 11, 22, 8, 5))
    '08:05'
    """
    return f"{moment:%H:%M}"
