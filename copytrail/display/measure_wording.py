"""What the numbers of a comparison come to, in sentences: the verdict, its counts, what the bars are bars of."""

from __future__ import annotations

from copytrail.display.naming import count, say_part
from copytrail.display.wording import say_number
from copytrail.model import Derivation

_VERDICTS = {
    Derivation.WHOLLY_DERIVED: "Wholly derived from the release",
    Derivation.PARTLY_DERIVED: "Partly derived from the release",
    Derivation.NON_DERIVED: "Not derived from the release",
}


def say_derivation(derivation: Derivation, derived: int, others: int) -> str:
    """The verdict on the whole article with its sentences counted."""
    total = derived + others
    verdict = _VERDICTS[derivation]
    if others and derivation is Derivation.WHOLLY_DERIVED:
        verdict = f"Almost {verdict[0].lower()}{verdict[1:]}"
    if not total:
        return f"{verdict}."
    if not others:
        return (
            f"{verdict}: {'its one sentence comes' if total == 1 else f'all of its {total:,} sentences come'} from it."
        )
    if not derived:
        none = "its one sentence does not come" if total == 1 else f"none of its {total:,} sentences comes"
        return f"{verdict}: {none} from it."
    return (
        f"{verdict}: {derived:,} of its {total:,} sentences {_come(derived)} from it, "
        f"{others:,} {'does' if others == 1 else 'do'} not."
    )


def say_reused(reused: int, words: int) -> str:
    """How much of the article comes from the release.

    >>> say_reused(1, 800)
    '1 of 800 words (under 1%) comes from the release.'
    """
    return f"{reused:,} of {count(words, 'word')} ({say_part(reused, words)}) {_come(reused)} from the release."


def say_verbatim(verbatim: int, words: int, run: int) -> str:
    """How much of the article stands in the release in unbroken runs.

    >>> say_verbatim(25, 25, 6)
    '25 words (100%) stand in the release in runs of six or more.'
    """
    if not verbatim:
        return f"No run of {say_number(run)} words is shared with the release."
    return (
        f"{count(verbatim, 'word')} ({say_part(verbatim, words)}) {'stands' if verbatim == 1 else 'stand'} "
        f"in the release in runs of {say_number(run)} or more."
    )


def say_article_bar(words: int, verbatim: int, run: int) -> str:
    """What the bar of the article is a bar of."""
    if not words:
        return "The article has no words to compare."
    return (
        f"Of the article’s {count(words, 'word')} ({round(100 * verbatim / words)}% stand in the release "
        f"word for word, in runs of {say_number(run)} or more)"
    )


def say_release_bar(words: int) -> str:
    """What the bar of the release is a bar of."""
    return f"Of the release’s {count(words, 'word')}" if words else "The release has no words to compare."


def _come(number: int) -> str:
    return "comes" if number == 1 else "come"
