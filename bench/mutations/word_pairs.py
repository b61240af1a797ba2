"""Lists of word pairs as they are written down: one of them stands in the place of the other."""

from __future__ import annotations


def read_pairs_of_words(listed: str, sign: str) -> tuple[tuple[str, str], ...]:
    """Pairs of words from a list with commas.

    >>> read_pairs_of_words("rose/fell, more than/less than", "/")
    (('rose', 'fell'), ('more than', 'less than'))
    """
    pairs = (" ".join(pair.split()).partition(sign) for pair in listed.split(","))
    return tuple((one, other) for one, _, other in pairs)
