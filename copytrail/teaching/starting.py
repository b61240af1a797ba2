"""What a lesson made from any two texts starts with beside its tasks: goals, questions to discuss, a glossary."""

from __future__ import annotations

from copytrail.teaching.model import LanguageLevel, Term

_PLAIN, _STANDARD = LanguageLevel.PLAIN, LanguageLevel.STANDARD
_GOALS = {
    _PLAIN: (
        "Pupils find the place in the release that a passage comes from.",
        "Pupils can say what is copied, edited, paraphrased and added.",
    ),
    _STANDARD: (
        "Pupils trace an article back to its release and say how they know.",
        "Pupils tell copying, editing, paraphrasing and adding apart, and give reasons where one can argue.",
    ),
}
_QUESTIONS = {
    _PLAIN: (
        "Does the article say that it used a release? Would you have noticed?",
        "What did the article leave out? Who would have wanted to know it?",
        "What would you check before you tell somebody else?",
    ),
    _STANDARD: (
        "Does the article name the release as its source? What changes for a reader who does not know of it?",
        "What was left out, and whom does that serve?",
        "Where did the class disagree, and what would settle it?",
    ),
}
_GLOSSARY = {
    _PLAIN: (
        ("release", "A text that an office or a company writes about itself, for newspapers to use."),
        ("source", "The person or the text that something comes from."),
        ("claim", "Something that a text says is so. It may be true or not."),
        ("to paraphrase", "To say the same thing in other words."),
    ),
    _STANDARD: (
        ("release", "A text by which an organisation tells the press what it wants to be known."),
        ("source", "The person or document that a statement comes from."),
        ("attribution", "The words that say whose statement it is, such as “the minister said”."),
        ("paraphrase", "The same content in other words."),
    ),
}


def list_goals(level: LanguageLevel) -> tuple[str, ...]:
    """What pupils learn with any two texts."""
    return _GOALS[level]


def list_questions(level: LanguageLevel) -> tuple[str, ...]:
    """What can be discussed of any two texts."""
    return _QUESTIONS[level]


def list_terms(level: LanguageLevel) -> tuple[Term, ...]:
    """The words that any such lesson uses."""
    return tuple(Term(word=word, means=means) for word, means in _GLOSSARY[level])
