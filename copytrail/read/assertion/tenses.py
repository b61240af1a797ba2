"""What English verbs say by their form about whether something is done: "is building", "has built", "was built"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytrail.read.assertion.scales import DONE, FUTURE, ONGOING, SCHEDULED, Scale
from copytrail.read.assertion.sentences import ClaimSentence, Found

Tense = tuple[int, range]
"""The rank that the form of a verb has, and its places with the small words before it."""
_BE = frozenset({"be", "been", "being"})
_PRESENT = frozenset({"is", "are"})


def find_tenses(sentence: ClaimSentence, content: Sequence[bool], phrases: Sequence[Found]) -> Iterator[Tense]:
    """The verbs whose form says something, in order; the verb is the last of its places."""
    if not sentence.known.has_forms:
        return
    ahead = [places.stop for meaning, places in phrases if meaning.scale is Scale.CERTAINTY and meaning.rank <= FUTURE]
    soonest = min(ahead, default=len(content))
    rank: int | None = None
    for place, word in enumerate(sentence.words):
        if not content[place] or not (word.is_past or word.is_going_on):
            continue
        found = _read_verb(sentence, place, is_ahead=soonest <= place)
        if not found and rank == ONGOING and _is_joined(sentence, place):
            found = ONGOING, range(place, place + 1)
        if found:
            rank = found[0]
            yield found


def find_finite(sentence: ClaimSentence) -> list[bool]:
    """For each word whether it may be a verb that states something: not "to build", "building", "built in brick"."""
    if not sentence.known.has_forms:
        return [True] * len(sentence)
    unstated = sentence.known.sets["before_infinitives"]
    return [
        before not in unstated and not (word.is_going_on or (word.is_past and (opens or before in _BE)))
        for word, opens, before in zip(sentence.words, sentence.opens, ["", *sentence.folded], strict=False)
    ]


def _read_verb(sentence: ClaimSentence, place: int, *, is_ahead: bool) -> Tense | None:
    """The tense of a verb; a bare past form is none where the words before it speak of what will be."""
    start = place
    while start and not sentence.opens[start] and sentence.words[start - 1].helps:
        start -= 1
    small = frozenset(sentence.folded[start:place])
    is_bare = not small and not sentence.opens[place] and not is_ahead
    rank = _rank_verb(sentence, place, small, is_bare=is_bare)
    return (rank, range(start, place + 1)) if rank else None


def _rank_verb(sentence: ClaimSentence, place: int, small: frozenset[str], *, is_bare: bool) -> int | None:
    """The rank that a verb has with the small words before it."""
    known, word = sentence.known, sentence.words[place]
    has_be = not known.sets["be"].isdisjoint(small)
    if word.is_going_on and has_be and "been" not in small:
        return SCHEDULED if word.base in known.scheduled else ONGOING
    if not word.is_past:
        return None
    is_present = not _PRESENT.isdisjoint(small)
    if "be" in small:
        return FUTURE if is_present else None
    if "being" in small:
        return ONGOING if has_be else None
    is_past = has_be or is_bare or not known.sets["have"].isdisjoint(small)
    return DONE if is_past and not is_present else None


def _is_joined(sentence: ClaimSentence, place: int) -> bool:
    """Whether a word shares the small words of a verb before it: "and building"."""
    return sentence.words[place].is_going_on and sentence.folded[place - 1] in sentence.known.sets["joining"]
