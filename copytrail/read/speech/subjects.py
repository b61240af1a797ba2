"""Who a verb of saying belongs to: the noun phrase before or after it.

No parser: a speaker is looked for from the verb outwards, over adverbs, auxiliaries and what stands between commas
("Dan Jarvis, minister for security, said"), and cut where another clause begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from copytrail.read.speech.clauses import Token
from copytrail.read.speech.phrases import (
    LONGEST,
    Phrase,
    begins_phrase,
    breaks,
    divide,
    head_of,
    is_plain_name,
    leading_phrase,
    make_phrase,
)
from copytrail.read.speech.words import NAME_LINKS, SpeechWords

_LONGEST_NAME = 5
"""In words: more capitals in a row before a colon are a headline."""
_WHO = frozenset({"who", "which", "qui", "quien", "welche", "welcher"})
_AND = frozenset({"and", "und", "et", "y"})


def subject_before(tokens: Sequence[Token], verb: int, words: SpeechWords) -> Phrase | None:
    """The phrase a verb belongs to, among the words before it."""
    last = verb - 1
    crossed = breaks(tokens[verb].gap) if verb < len(tokens) else False
    while last >= 0 and _is_passed(tokens[last], words) and not (last and crossed and tokens[last].is_capital):
        crossed = crossed or breaks(tokens[last].gap)
        last -= 1
    if last < 0:
        return None
    if crossed:
        return _before_comma(tokens[: last + 1], words)
    if tokens[last].lower in words.relatives and last:
        return subject_before(tokens, last, words) or make_phrase(tokens[last : last + 1], words)
    if tokens[last].lower in words.pronouns:
        return make_phrase(tokens[last : last + 1], words)
    return _subject_of_clause(tokens, last, words)


def subject_after(tokens: Sequence[Token], words: SpeechWords) -> Phrase | None:
    """The phrase that begins a stretch, as after "said" or "according to"."""
    end = 0
    while end < len(tokens) and end < LONGEST and not (end and breaks(tokens[end].gap)):
        lower = tokens[end].lower
        if end and (lower in words.joining or (lower in words.relatives and lower not in words.prepositions)):
            break
        end += 1
    head = list(tokens[:end])
    if not head or head[0].lower in words.prepositions or head[0].lower in words.conjunctions:
        return None
    if head[0].lower in words.pronouns:
        return make_phrase(head[:1], words)
    segments = divide(tokens)
    is_described = head[0].lower in words.determiners and len(segments) > 1 and len(segments[1]) > 1
    if is_described and is_plain_name(segments[1], words):
        return make_phrase(segments[1], words)
    head = head_of(head, words)
    is_phrase = begins_phrase(head[0], words) or len(head) <= 2 or _is_titled_name(head, words)
    return make_phrase(head, words) if is_phrase else None


def _is_titled_name(head: Sequence[Token], words: SpeechWords) -> bool:
    """Whether a phrase is a name after a title in lower case, known or not: "project director Ingrid Solberg"."""
    first = next((number for number, token in enumerate(head) if token.is_capital), len(head))
    title, name = head[:first], head[first:]
    is_name = bool(name) and all(token.is_capital or token.lower in NAME_LINKS for token in name)
    is_title = bool(title) and not any(_is_small(token, words) for token in title)
    return is_name and is_title and (len(name) > 1 or title[-1].lower in words.describing)


def _is_small(token: Token, words: SpeechWords) -> bool:
    """Whether a word is one of those that a title has none of."""
    is_verb = token.lower in words.verbs and token.lower not in words.nouns
    return is_verb or token.lower in words.days or token.lower in words.auxiliaries or token.lower in words.pronouns


def sentence_subject(tokens: Sequence[Token], words: SpeechWords) -> Phrase | None:
    """The phrase a sentence begins with, after what introduces it."""
    segments = divide(tokens)
    for number, segment in enumerate(segments):
        start = next((n for n, token in enumerate(segment) if token.lower not in words.joining), len(segment))
        if start == len(segment):
            continue
        first = segment[start].lower
        is_intro = bool(start) or first in words.prepositions or first.endswith("ing")
        if is_intro and number + 1 < len(segments):
            continue
        found = leading_phrase(segment[start:], words)
        if found:
            return found
    return None


def name_at_end(tokens: Sequence[Token], words: SpeechWords) -> Phrase | None:
    """The name that a stretch ends with, as in "More from Daron Shaw:" or "Daron Shaw, chair of the board:"."""
    first, *_, last = [*divide(tokens)[:1], *divide(tokens)]
    has_verb = any(token.lower in words.verbs for token in last)
    is_described = first != last and not has_verb and not last[0].is_capital and last[0].lower in words.describing
    if is_described and is_plain_name(first, words):
        return make_phrase(first, words)
    start = len(last)
    while start and is_plain_name(last[start - 1 :], words) and last[start - 1].lower not in NAME_LINKS:
        start -= 1
    if len(last) - start > _LONGEST_NAME:
        return None
    is_alone = start == 0 or last[start - 1].lower in words.prepositions or not has_verb
    return make_phrase(last[start:], words) if is_alone and last[-1].lower not in words.verbs else None


def _is_passed(token: Token, words: SpeechWords) -> bool:
    """Whether a word may stand between a speaker and his verb."""
    lower = token.lower
    return lower in words.auxiliaries or lower in words.days or (lower.endswith(("ly", "n't")) and not token.is_capital)


def _before_comma(tokens: Sequence[Token], words: SpeechWords) -> Phrase | None:
    """The phrase before an insertion: the first that is a plain name, else the first that begins like one."""
    segments = [_without_opening(segment, words) for segment in divide(tokens)]
    named = [segment for segment in segments if segment and is_plain_name(segment, words)]
    if named:
        return make_phrase(named[0], words)
    described = [segment for segment in segments if segment and segment[0].lower not in words.relatives]
    found = (leading_phrase(segment, words) for segment in described if begins_phrase(segment[0], words))
    return next((phrase for phrase in found if phrase), None)


def _described_before(before: Sequence[Token], clause: Sequence[Token], words: SpeechWords) -> Phrase | None:
    """The name that a description follows after a comma: "Ada Holm, a painter who lives there said"."""
    if not before or clause[0].lower not in words.indefinite or not breaks(clause[0].gap):
        return None
    last = divide(before)[-1]
    return make_phrase(last, words) if len(last) > 1 and is_plain_name(last, words) else None


def _without_opening(segment: list[Token], words: SpeechWords) -> list[Token]:
    """A stretch without "and" or "but" before it, nor an age."""
    is_opening = segment[0].lower in words.joining or segment[0].text[0].isdigit()
    return segment[1:] if is_opening else segment


def _subject_of_clause(tokens: Sequence[Token], last: int, words: SpeechWords) -> Phrase | None:
    """The subject of the clause that ends with a word before its verb."""
    clause = _clause_before(tokens, last, words)
    before = last - len(clause)
    if before > 0 and tokens[before].lower in _WHO & words.relatives and not begins_phrase(clause[0], words):
        return subject_before(tokens, before, words)
    described = _described_before(tokens[: before + 1], clause, words)
    if described:
        return described
    head = head_of(clause, words)
    return make_phrase(head, words) or sentence_subject(tokens[: last + 1], words)


def _clause_before(tokens: Sequence[Token], last: int, words: SpeechWords) -> list[Token]:
    """The words back from the last one to where its clause begins."""
    first = last
    while first > max(0, last - LONGEST) and not breaks(tokens[first].gap):
        before = tokens[first - 1]
        is_joint = before.lower in words.joining and not _joins_names(tokens, first - 1)
        is_verb = before.lower in words.verbs and before.lower not in words.nouns and not before.is_capital
        if is_joint or is_verb or before.lower in words.pronouns:
            break
        first -= 1
    return list(tokens[first : last + 1])


def _joins_names(tokens: Sequence[Token], number: int) -> bool:
    """Whether "and" stands between two names."""
    if tokens[number].lower not in _AND or number == 0:
        return False
    return tokens[number - 1].is_capital and tokens[number + 1].is_capital
