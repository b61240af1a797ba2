"""The numbers that the engine decides by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The numbers that decide labels, blocks and verdict; a result carries the ones it was made with.

    Numbers that only bound the work, or tell one line of a page from another, stand beside their code.
    """

    verbatim_words: int = 6
    """A run of this many words shared with the original counts as verbatim."""
    clause_words: int = 5
    """So many words are a clause: new ones inside a sentence are a passage of their own."""
    kept_share: float = 0.5
    """A passage that keeps more than this share of its words is edited, otherwise paraphrased."""
    content_share: float = 0.5
    """What keeps words must also keep this share of their weight, not only function words."""
    reworded_share: float = 0.2
    """The same for a whole sentence that keeps most words, but not in their order or together."""
    run_words: int = 4
    """What is less than most of its sentence must share a run of so many words to count as reuse."""
    telling_terms: int = 2
    """Shared words that are neither names nor function words, without which nothing counts as reuse."""
    stock_words: int = 7
    """One is enough in nearly a whole sentence, or in an unbroken run of more words than this."""
    paraphrase_terms: int = 1
    """Shared terms that are no names, without which no sentence is a paraphrase."""
    paraphrase_weight: float = 0.02
    """These terms hold at least this share of the weight of the sentence."""
    clause_share: float = 0.25
    """A sentence that keeps the original's words in a larger share of it is not taken as a paraphrase."""
    paraphrase_floor: float = 0.42
    """Likeness (0 to 1) from which a sentence is a paraphrase."""
    reworded_text: float = 0.3
    """Where this share of what keeps no words is paraphrased, a sentence needs less likeness and one shared thing."""
    reworded_floor: float = 0.25
    """The likeness from which it is a paraphrase there."""
    likely_alone: float = 0.04
    """Less than this likely without its surroundings, no sentence is a paraphrase."""
    paraphrase_sources: int = 3
    """From so many sentences at most a paraphrase can come."""
    rest_share: float = 0.35
    """What is left of a sentence says the same as the sources of its pieces if they hold this share of its weight."""
    likely_rest_share: float = 0.1
    """The same for a source that the whole sentence likely says the same as."""
    heading_margin: float = 0.2
    """How much more likeness a heading needs, and what stands between quotation marks, which would keep the words."""
    block_gap: int = 300
    """Matches at most so many code points apart, on both sides, are one reused stretch."""
    block_length: int = 120
    """A stretch with less than so many code points likely reused is a quotation or chance."""
    block_share: float = 0.1
    """In a short derivative this share of its length is enough for a stretch."""
    scattered_length: int = 450
    """Stretches of at most so many code points that follow one another are one, wherever they come from."""
    scattered_gap: int = 50
    """So many code points may stand between them."""
    scattered_proof: float = 2.0
    """So many times more must be likely reused in what comes from scattered places."""
    wholly_share: float = 0.8
    """A derivative is wholly derived when this share of its words is reused."""
    partly_share: float = 0.3
    """Below this share of reused words a derivative is not derived, unless one of the next two proves it."""
    paraphrase_share: float = 0.55
    """The same where no words of the original were kept: content alone may be about the same subject."""
    sentence_share: float = 0.5
    """A derivative of one sentence must keep this share of its words: paraphrase alone proves nothing there."""
    proof_words: int = 15
    """One run of so many words of the original makes a derivative at least partly derived."""
    proof_kept: int = 60
    """So many copied and edited words together do the same, however long the derivative is."""
    rounded_share: float = 0.03
    """A round figure may differ by this share from the original's and still be the same one."""
    approximate_share: float = 0.15
    """The same where a word such as "nearly" or "more than" stands beside it."""
    generalised_share: float = 0.35
    """This share of the words round a figure, found again without it, says it was put into words."""
    supported_share: float = 0.45
    """A sentence must be reused in this share for a figure or name of its own to be a finding."""
    restated_share: float = 0.35
    """Or some of it is reused, and this share of the words round a figure or claim restates an original sentence."""
    claim_words: int = 2
    """So many words round a claim must stand opposite each other, or nothing is said about its strength."""
    spelling_likeness: float = 0.75
    """Names at least this like each other, letter by letter, are two spellings of one."""
    quotation_share: float = 0.5
    """A quotation that keeps less than this share of a place's words does not come from there."""
    narrated_share: float = 0.8
    """The same for a place where the original's narrator speaks: he is seldom quoted."""
    joined_share: float = 0.7
    """Words of two voices are joined where this share of a clause that the one lacks stands in the other."""
    used_share: float = 0.3
    """A sentence of somebody's speech of which less was used was not used."""
    unmarked_words: int = 10
    """A run of so many words that somebody says in the original is a finding where the derivative says them itself."""
    topic_share: float = 0.25
    """At most this share of a left-out sentence's weight occurs in the derivative, or it is no lost topic."""
    shared_share: float = 0.5
    """So much of an addition must stand in another derivative, in these or other words, to be in it too."""
    shared_likeness: float = 0.5
    """Added sentences of two derivatives say the same from this cosine of their weighted terms."""
    question_share: float = 0.5
    """Amounts of two originals are for one thing where this share of the words round one stands round the other."""
