"""How German claims are reversed and hedges dropped: way, pattern, what is put in its place."""

from __future__ import annotations

import re

from bench.mutations.word_pairs import read_pairs_of_words

_FINITE = (
    "ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|hatten|kann|können|konnte|konnten|soll|sollen|will|"
    "wollen|muss|müssen"
)
_REST = r"[^,.;:!?\n„“]"
_ADVERBIAL = "(?:in|im|von|vom|mit|auf|durch|für|an|am|bei|jedes|aus|zu|zum|zur|nach|über)"
_VERB_LAST = r"(ge\w{3,}(?:t|en)|\w{3,}iert|[a-zäöü]\w{4,}en)"
_ENDS_IN_VERB = r"(?=[^.\n,]* \w+en\.)"

NEGATED = re.compile(r"\b(?:nicht|nichts|kein\w*|nie|niemals|niemand|ohne|kaum|weder)\b", re.IGNORECASE)
"""What a sentence holds that denies something already."""
ONLY_NEGATED = re.compile(r"\b(?:sondern|weder|je|jemals|überhaupt|einmal)\b")
"""What can only be said beside a negation."""

REVERSALS = (
    (
        "nicht put in",
        rf"(?<=[.!?] )([A-ZÄÖÜ]{_REST}{{5,60}}? (?:{_FINITE})) (?={_ADVERBIAL}\b{_REST}{{3,80}} {_VERB_LAST}\.)",
        r"\1 nicht ",
    ),
    (
        "nicht put in",
        rf"(?<=[.!?] )([A-ZÄÖÜ]{_REST}{{5,60}}? (?:{_FINITE}) (?:die|der|das) [A-ZÄÖÜ]\w+) (?={_VERB_LAST}\.)",
        r"\1 nicht ",
    ),
    ("nicht taken out", r"\b(\w+) nicht (?!nur\b|mehr\b|zu\b|selten\b|zuletzt\b|einmal\b)([a-zäöü]\w+)", r"\1 \2"),
    ("nicht taken out", r"\bnicht mehr\b", "noch immer"),
    (
        "kein exchanged",
        r"\b(ist|war|hat|hatte|wird|gibt es) ein(en|e)? (?!paar\b|Drittel\b|Viertel\b)(?=[a-zäöü]*\s?[A-ZÄÖÜ])",
        r"\1 kein\2 ",
    ),
    ("kein exchanged", r"\bkein(en|em)?\b", r"ein\1"),
)
"""Negations that come or go."""

OPPOSITES = read_pairs_of_words(
    """mehr als/weniger als, größer/kleiner, größte/kleinste, größten/kleinsten, höher/niedriger, steigt/sinkt,
    steigen/sinken, stieg/sank, gestiegen/gesunken, viele/wenige, vielen/wenigen, oft/selten, erlaubt/verboten,
    wichtig/unwichtig, leicht/schwer, beginnt/endet, begann/endete, gewann/verlor, innerhalb/außerhalb,
    möglich/unmöglich, bekannt/unbekannt, meisten/wenigsten, stark/schwach, beliebt/unbeliebt, vor dem/nach dem,
    vor der/nach der, Befürworter/Gegner""",
    "/",
)
"""Words that mean the opposite of each other."""

_HEDGING = "möglicherweise|wahrscheinlich|vermutlich|vielleicht|voraussichtlich|teilweise|angeblich"
HEDGES = (
    ("modal verb", rf"\bkönnte {_ENDS_IN_VERB}", "wird "),
    ("modal verb", rf"\bkönnten {_ENDS_IN_VERB}", "werden "),
    ("modal verb", rf"(?<=\w )kann {_ENDS_IN_VERB}", "wird "),
    ("modal verb", rf"(?<=\w )können {_ENDS_IN_VERB}", "werden "),
    ("plan", rf"(?<=\w )(?:will|soll) {_ENDS_IN_VERB}", "wird "),
    ("plan", rf"(?<=\w )(?:wollen|sollen) {_ENDS_IN_VERB}", "werden "),
    ("adverb", rf"\b(?:{_HEDGING}) (\w+)", r"\1"),
    ("often to always", r"(?<=[a-zäöü] )(?:oft|häufig|manchmal|meist|meistens|in der Regel)\b", "immer"),
    ("some to all", r"\b(?:viele|einige|manche|die meisten)(?= [A-ZÄÖÜ]\w+en\b)", "alle"),
    ("some to all", r"\b(?:Viele|Einige|Manche|Die meisten)(?= [A-ZÄÖÜ]\w+en\b)", "Alle"),
)
"""What makes a claim weaker, and what stands there without it."""
