"""The words that say how strongly a text claims something, by language: hedges, negations, opposites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from copytrail.lexicon import function_words, stem_words
from copytrail.read.assertion.opposites import Opposites, read_opposites
from copytrail.read.assertion.scales import EXPECTED, INFLECTED, LISTS, Meaning, Scale
from copytrail.read.tables import groups, known_language, words
from copytrail.text import fold_word

Phrase = tuple[str, ...]
PhraseMeaning = tuple[Phrase, Meaning]
KNOWN_LANGUAGES = frozenset({"en", "de", "fr", "es"})
"""The languages whose words of strength are listed."""
_TOPIC = "strength"
_SETS = (
    "adverbs", "be", "have", "between", "joining", "through", "before_infinitives", "falling_off", "put_in", "asking",
    "determining", "not_adverbs", "conditions", "unconditional", "denying",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """The words of one language, folded."""

    language: str
    phrases: Mapping[str, tuple[PhraseMeaning, ...]]
    """By their first word, the longest first."""
    sets: Mapping[str, frozenset[str]]
    """Small sets of words by the name they have in the list file."""
    common: frozenset[str]
    """Function words."""
    past_forms: frozenset[str]
    """Irregular forms of the past."""
    scheduled: frozenset[str]
    """Base forms of verbs for which "is opening" is said of what will be."""
    negative: frozenset[str]
    """Base forms of words that deny by themselves what stands beside them."""
    bases: Mapping[str, str]
    doubles: bool
    """Whether two negations of one word say the same as one: "ne … pas"."""
    opposites: Opposites

    @property
    def has_forms(self) -> bool:
        """Whether verbs say by their form and small words before them whether something is done."""
        return bool(self.sets["be"])

    def base(self, word: str) -> str:
        """The base form of a folded word: "fell" and "falling" are "fall"."""
        return self.bases.get(word) or stem_words([word], self.language)[0]

    def is_adverb(self, word: str) -> bool:
        """Whether an English word ends as adverbs do."""
        return self.language == "en" and word.endswith("ly") and word not in self.sets["not_adverbs"]

    def helps(self, word: str) -> bool:
        """Whether a word only helps a verb: "has", "also"."""
        return any(word in self.sets[name] for name in ("be", "have", "between")) or self.is_adverb(word)

    def is_past(self, word: str) -> bool:
        """Whether a word has the form of a past tense or participle."""
        return word.endswith("ed") or word in self.past_forms

    def is_negation(self, word: str) -> bool:
        """Whether a word is a negation, whatever it is said of."""
        phrases = self.phrases.get(word, ())
        return word.endswith("n't") or any(
            meaning.scale is Scale.NEGATION and meaning.rank > 0 and len(phrase) == 1 for phrase, meaning in phrases
        )

    def hedges_by_itself(self, base: str) -> bool:
        """Whether the base form of a word begins a phrase that hedges: "hope"."""
        return any(
            meaning.scale is Scale.CAUTION or (meaning.scale is Scale.CERTAINTY and meaning.rank <= EXPECTED)
            for _, meaning in self.phrases.get(base, ())
        )


@cache
def claim_words(language: str) -> ClaimWords:
    """The words of a language; those of English where it has none."""
    known = known_language(language)
    verbs = [forms for forms in groups(_TOPIC, known, "irregular") if forms]
    bases = {form: stem_words([forms[0]], known)[0] for forms in reversed(verbs) for form in forms}
    sets = {name: frozenset(map(fold_word, words(_TOPIC, known, name))) for name in _SETS}
    return ClaimWords(
        language=known,
        phrases=_list_phrases(known, bases),
        sets=sets | {"put_in": sets["put_in"] or sets["falling_off"]},
        common=function_words(known),
        past_forms=frozenset(form for forms in verbs for form in forms[1:] if not form.endswith("ing")),
        scheduled=frozenset(_reduce(words(_TOPIC, known, "scheduled"), known, bases)),
        negative=frozenset(_reduce(words(_TOPIC, known, "negative"), known, bases)),
        bases=bases,
        doubles=bool(words(_TOPIC, known, "doubled")),
        opposites=read_opposites(known, verbs),
    )


def _reduce(forms: Iterable[str], language: str, bases: Mapping[str, str]) -> Phrase:
    """Words as base forms."""
    folded = [fold_word(form) for form in forms]
    return tuple(bases.get(word) or stem_words([word], language)[0] for word in folded)


def _list_phrases(language: str, bases: Mapping[str, str]) -> Mapping[str, tuple[PhraseMeaning, ...]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[PhraseMeaning]] = {}
    for name, meaning in LISTS:
        for phrase in words(_TOPIC, language, name):
            parts = tuple(fold_word(word) for word in phrase.split())
            parts = _reduce(parts, language, bases) if name in INFLECTED else parts
            found.setdefault(parts[0], []).append((parts, meaning))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}
