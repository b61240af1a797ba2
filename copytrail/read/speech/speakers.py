"""To whom a text gives each of its quotations, and by which words.

For each sentence with a quotation, in this order: the tag that follows a quotation which opens its sentence ("…", he
said), the lead-in before it (He said: "…", calling it "…"), "according to". A quotation without either goes with its
neighbours of the same paragraph, and a paragraph without any to who was spoken of last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.model import Span
from copytrail.read.speech.clauses import Frame, Token
from copytrail.read.speech.phrases import Phrase, breaks, leading_phrase
from copytrail.read.speech.subjects import name_at_end, sentence_subject, subject_after, subject_before
from copytrail.read.speech.words import SpeechWords

_LONGEST_TAG = 40


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and the cue that gives a quotation to him; without a cue the speaker is a guess."""

    speaker: Phrase | None
    cue: Span | None


def attribute(text: str, frame: Frame, number: int, words: SpeechWords) -> Attribution | None:
    """To whom a sentence gives one of its quotations, if it says so."""
    before, after = frame.before(number), frame.after(number)
    lead = frame.lead(text, number)
    is_first = all(token.lower in words.conjunctions or token.lower in words.auxiliaries for token in before)
    if is_first:
        return find_tag(after, words)
    if after and _starts_according(after, words):
        return find_tag(after, words)
    if lead == ":" and (named := name_at_end(before, words)):
        colon = text.rindex(":", 0, frame.quoted[number].outer.start)
        return Attribution(named, Span(colon, colon + 1))
    return find_lead_in(before, words) or (None if lead == ":" else find_tag(after, words))


def find_tag(after: Sequence[Token], words: SpeechWords) -> Attribution | None:
    """The tag after a quotation: "said X", "X, the minister, said", "according to X"."""
    if not after:
        return None
    according = _find_according(after, words)
    if according:
        return according
    for number, token in enumerate(after[:_LONGEST_TAG]):
        if not is_cue(after, number, words):
            continue
        rest = after[number + 1 :]
        is_inverted = number == 0 or all(t.lower in words.auxiliaries for t in after[:number])
        inverted = subject_after(rest, words) if is_inverted and rest and not breaks(rest[0].gap) else None
        speaker = inverted or (subject_before(after, number, words) if number else None)
        if speaker:
            return Attribution(speaker, Span(token.start, token.end))
    return None


def find_lead_in(before: Sequence[Token], words: SpeechWords) -> Attribution | None:
    """The nearest announcement before a quotation: "X said", "X did it, saying", "according to X"."""
    according = _find_according(before, words)
    weak: Attribution | None = None
    for number in range(len(before) - 1, -1, -1):
        if according and according.cue and before[number].start < according.cue.end:
            break
        if not is_cue(before, number, words, at_end=number == len(before) - 1):
            continue
        speaker = _lead_speaker(before, number, words)
        found = Attribution(speaker, Span(before[number].start, before[number].end)) if speaker else None
        if found and before[number].lower not in words.weak:
            return found
        weak = weak or found
    return according or weak or _noun_of_speech(before, words)


def is_cue(tokens: Sequence[Token], number: int, words: SpeechWords, *, at_end: bool = False) -> bool:
    """Whether a word is a verb of saying here and no noun."""
    token = tokens[number]
    if token.lower not in words.verbs or (token.is_capital and number):
        return False
    if token.lower not in words.nouns:
        return True
    before = tokens[number - 1] if number else None
    if before is None:
        return not at_end
    is_fixed = (
        before.lower in words.determiners
        or (before.lower != "to" and before.lower in words.prepositions)
        or before.lower.endswith(("'s", "s'"))
    )
    return not is_fixed and (
        at_end
        or before.is_capital
        or before.lower in words.pronouns
        or before.lower in words.auxiliaries
        or before.lower in words.roles
    )


def _starts_according(tokens: Sequence[Token], words: SpeechWords) -> bool:
    """Whether a stretch begins with "according to" or its like."""
    return any(tuple(t.lower for t in tokens[: len(phrase)]) == phrase for phrase in words.according)


def _find_according(tokens: Sequence[Token], words: SpeechWords) -> Attribution | None:
    """The last "according to X" of a stretch."""
    firsts = {phrase[0] for phrase in words.according}
    for start in [n for n, token in enumerate(tokens) if token.lower in firsts][::-1]:
        for phrase in words.according:
            end = start + len(phrase)
            if end < len(tokens) and tuple(token.lower for token in tokens[start:end]) == phrase:
                speaker = subject_after(tokens[end:], words)
                if not (speaker and speaker.is_name):
                    leading = leading_phrase(tokens[end:], words)
                    speaker = leading if leading and leading.is_name else speaker
                if speaker and (len(phrase) > 1 or speaker.is_name):
                    return Attribution(speaker, Span(tokens[start].start, tokens[end - 1].end))
    return None


def _lead_speaker(before: Sequence[Token], number: int, words: SpeechWords) -> Phrase | None:
    """Who a verb before a quotation belongs to."""
    token = before[number]
    if number == 0:
        return subject_after(before[1:], words)
    is_participle = token.lower.endswith("ing") and before[number - 1].lower not in words.auxiliaries
    if is_participle or before[number - 1].lower == "to":
        for earlier in range(number - 1, 0, -1):
            if (
                before[earlier - 1].lower != "to"
                and is_cue(before, earlier, words)
                and not before[earlier].lower.endswith("ing")
            ):
                found = subject_before(before, earlier, words)
                if found:
                    return found
        return sentence_subject(before[:number], words)
    if before[number - 1].lower in words.conjunctions and before[number - 1].lower not in words.relatives:
        return sentence_subject(before[:number], words)
    return subject_before(before, number, words)


def _noun_of_speech(before: Sequence[Token], words: SpeechWords) -> Attribution | None:
    """The speaker of a sentence that announces a quotation by a noun ("X's call for")."""
    for number in range(len(before) - 1, 0, -1):
        owner = before[number - 1]
        if before[number].lower in words.nouns_of_speech and owner.lower.endswith(("'s", "s'")) and owner.is_capital:
            name = owner.text[:-2] if owner.lower.endswith("'s") else owner.text[:-1]
            return Attribution(
                Phrase(name, Span(owner.start, owner.end), True), Span(before[number].start, before[number].end)
            )
    return None
