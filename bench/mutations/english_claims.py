"""How English claims are reversed and hedges dropped: way, pattern, what is put in its place."""

from __future__ import annotations

import re

from bench.mutations.word_pairs import read_pairs_of_words

_PAST = read_pairs_of_words(
    """won win, lost lose, supported support, opposed oppose, approved approve, announced announce, made make, took
    take, gave give, found find, met meet, received receive, signed sign, visited visit, called call, asked ask,
    told tell, offered offer, accepted accept, mentioned mention, knew know, saw see, voted vote, reached reach,
    paid pay, sent send, got get, began begin, led lead, provided provide, raised raise, showed show, released
    release, filed file, agreed agree, wanted want, held hold, used use, responded respond, wrote write, worked
    work, helped help""",
    " ",
)
_MODAL = "will|would|should|could|must"
_NO_NOUN = "".join(
    rf"(?<!\b{word} )" for word in ("the", "free", "good", "own", "their", "his", "her", "who", "what", "a", "at")
)
_NO_QUESTION = "".join(rf"(?<!\b{word} )" for word in ("as", "than", "so", "nor", "there", "it", "what", "which"))
_NO_INFINITIVE = "".join(
    rf"(?<!\b{word} )" for word in ("to", "would", "could", "should", "may", "might", "must", "will")
)
_GOES_ON = (
    r"(?= [a-z]+)(?! (?:not|never|only|also|even|still|likely|he|she|they|it|we|you|of|and|or|to|soon|always|no)\b)"
)
_STATE = r"(?= (?:a|an|the|in|on|going|expected|[a-z]{3,}(?:ed|ing))\b)"
_PARTICIPLE = r"(?= (?:been|[a-z]+ed)\b)"
_SUBJECT = r"\b(he|she|they|we|who|He|She|They|We|It|it|[A-Z][a-z]{2,})"
_OBJECT = r"(?= (?:the|a|an|his|her|their|its|to|on|for|that|by|into)\b)"
_TWO_WAYS = r"(?! (?:only|just|even|yet|any|to|so|\w+ly)\b)"

NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|hardly|without|cannot)\b|n[’']t\b", re.IGNORECASE
)
"""What a sentence holds that denies something already."""
ONLY_NEGATED = re.compile(
    r"\b(?:any|anyone|anything|anymore|either|yet|ever|at all|until|nor|but rather|necessarily)\b"
)
"""What can only be said beside a negation."""

REVERSALS = (
    ("not put in", rf"{_NO_NOUN}\b({_MODAL})\b{_GOES_ON}", r"\1 not"),
    ("not put in", rf"\bcan\b{_GOES_ON}", "cannot"),
    ("not put in", rf"{_NO_QUESTION}\b(is|are|was|were)\b{_STATE}", r"\1 not"),
    ("not put in", rf"{_NO_INFINITIVE}\b(has|have|had)\b{_PARTICIPLE}", r"\1 not"),
    ("n’t put in", rf"{_NO_NOUN}\b(would|should|could)\b{_GOES_ON}", r"\1n’t"),
    ("n’t put in", rf"{_NO_NOUN}\bwill\b{_GOES_ON}", "won’t"),
    ("n’t put in", rf"{_NO_QUESTION}\b(is|are|was|were)\b{_STATE}", r"\1n’t"),
    ("n’t put in", rf"{_NO_INFINITIVE}\b(has|have|had)\b{_PARTICIPLE}", r"\1n’t"),
    *(("did not put in", rf"{_SUBJECT} {past}\b{_OBJECT}", rf"\1 did not {base}") for past, base in _PAST),
    *(("didn’t put in", rf"{_SUBJECT} {past}\b{_OBJECT}", rf"\1 didn’t {base}") for past, base in _PAST),
    ("not taken out", rf"\b({_MODAL}|is|are|was|were|has|have|had|do|does|did) not\b(?= ){_TWO_WAYS}", r"\1"),
    ("not taken out", r"\bcannot\b", "can"),
    ("n’t taken out", rf"\b(would|should|could|is|are|was|were|has|have|had)n[’']t\b(?= [a-z]){_TWO_WAYS}", r"\1"),
    ("n’t taken out", rf"\b(do|does|did)n[’']t\b(?= [a-z]){_TWO_WAYS}", r"\1"),
    ("n’t taken out", r"\bwon[’']t\b", "will"),
    ("n’t taken out", r"\bcan[’']t\b", "can"),
    ("never put in", rf"{_NO_INFINITIVE}\b(has|have|had)\b(?= (?:been|made|taken|given|[a-z]+ed)\b)", r"\1 never"),
    ("never put in", rf"{_NO_NOUN}\b(would|will)\b(?= (?:be|have|make|take|give|support|accept)\b)", r"\1 never"),
    ("never taken out", r"\b(has|have|had|would|will|could|was|were|is|are) never\b", r"\1"),
    ("never taken out", r"\bnever ([a-z]+ed|knew|saw|made|took|said|did|went|got)\b", r"\1"),
    ("no exchanged", r"\bno longer\b", "still"),
    ("no exchanged", r"\bnobody (has|was|is|will|would|can|could|had|knew|wants)\b", r"everybody \1"),
    ("no exchanged", r"\bthere (is|was) no (evidence|doubt|proof|reason)\b", r"there \1 some \2"),
    ("no exchanged", r"\b(has|had|have) no (intention|evidence|plans|interest|choice|record|proof)\b", r"\1 every \2"),
    ("no exchanged", r"\bwithout (a|an|the|any)\b", r"with \1"),
    ("no exchanged", r"\bpleaded guilty\b", "pleaded not guilty"),
)
"""Negations that come or go."""

OPPOSITES = read_pairs_of_words(
    """increased/decreased, increase/decrease, increasing/decreasing, rose/fell, rising/falling, higher/lower,
    highest/lowest, gained/lost, won/lost, winning/losing, supported/opposed, supports/opposes, support
    for/opposition to, approved/rejected, accepted/refused, agreed to/refused to, agreed with/disagreed with,
    failed to/managed to, declined to/agreed to, confirmed/denied, more than/less than, before the/after the,
    legal/illegal, likely/unlikely, able/unable, possible/impossible, stronger/weaker, strong/weak,
    strengthen/weaken, better/worse, largest/smallest, success/failure, successful/unsuccessful,
    popular/unpopular, voted for/voted against, in favor of/against, true/false, safe/unsafe, allowed
    to/forbidden to, begin/end, opened/closed, appropriate/inappropriate, inside/outside""",
    "/",
)
"""Words that mean the opposite of each other."""

_BARE = r"(?!(?:have|not|only|also|well|never|still|be able)\b)([a-z]+)\b"
_GROUP = "voters|people|women|men|Americans|Republicans|Democrats|experts|supporters|states|leaders|officials"
_CERTAINLY = "reportedly|allegedly|possibly|probably|apparently|perhaps|potentially|presumably|supposedly|mostly|partly"
_ASKING = "see|know|knows|knew|ask|asked|wonder|decide|even|as|only|and|or|but|question|sure|unclear|say|says"
HEDGES = (
    ("modal verb", rf"(?<!as )\b(?:may|might) {_BARE}", r"will \1"),
    ("modal verb", rf"\b(it|this|that|which|he|she|they|we) could {_BARE}", r"\1 will \2"),
    ("modal verb", r"\b(he|she|it|He|She|It) (?:may|might|could) have been\b", r"\1 was"),
    ("plan", r"\b(?:is|are) (?:expected|likely|planning|hoping|due|scheduled|set) to\b", "will"),
    ("plan", r"\b(?:was|were) (?:expected|likely|planning|hoping|due|scheduled) to\b", "would"),
    ("plan", r"\b(?:aims|plans|hopes|wants|intends|seeks|expects|is trying) to\b", "will"),
    ("plan", r"\b([Hh]e|[Ss]he|[Ii]t) (?:wanted|hoped|planned|intended|expected) to\b", r"\1 was to"),
    ("seems", r"\b(?:appears|seems) to be\b", "is"),
    ("seems", r"(?<!would )(?<!not )(?<!n[’']t )\b(?:appear|seem) to be\b", "are"),
    ("seems", r"\b([Hh]e|[Ss]he|[Ii]t) (?:appeared|seemed) to be\b", r"\1 was"),
    ("seems", r"\b(?:appears|seems) to have\b", "has"),
    ("adverb", rf"(?<=[a-z] )(?:{_CERTAINLY}) ([a-z]+)", r"\1"),
    (
        "adjective",
        r"\b([Tt]he) (?:alleged|suspected|supposed|apparent|potential|possible|likely) ([a-z]{4,})",
        r"\1 \2",
    ),
    ("some to all", r"\b(?:some|many|several|most) of (the|his|her|their|its|those|these)\b", r"all of \1"),
    ("some to all", r"(?<=[.!?] )(?:Some|Many|Several|Most) ([a-z]+s)\b", r"All \1"),
    ("some to all", rf"\b(?:some|many|most) ({_GROUP})\b", r"all \1"),
    (
        "often to always",
        r"(?<=[a-z] )(?<!not )(?<!most )(?<!more )(?:sometimes|often|usually|generally|typically|frequently)\b",
        "always",
    ),
    ("cause", r"\b(is|are|was|were|been) (?:linked to|associated with|tied to)\b", r"\1 caused by"),
    ("cause", r"\bcontributed to (the|a|an|his|her|their|its)\b", r"caused \1"),
    ("evidence", r"\bsuggests(?= (?:that|the|a|it)\b)", "proves"),
    ("evidence", r"\bsuggest(?= (?:that|the|a|it)\b)", "prove"),
    ("evidence", r"\bbelieves(?= (?:that|the|he|she|they|it)\b)", "knows"),
    ("condition", rf"\b(?!(?:{_ASKING})\b)(\w+),? (?:if|unless) [^,.;:“”\"\n]{{8,70}}\.", r"\1."),
)
"""What makes a claim weaker, and what stands there without it."""
