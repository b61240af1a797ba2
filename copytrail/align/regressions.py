"""The fitted regressions of data/likeness.toml: a list of numbers to a likelihood."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul


def answer(name: str, features: Sequence[str], description: Sequence[float]) -> float:
    """The likelihood, 0 to 1, that a regression gives to a description by these features."""
    weights, intercept = _load(name, tuple(features))
    total = intercept + sum(map(mul, weights, description))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _load(name: str, features: tuple[str, ...]) -> tuple[tuple[float, ...], float]:
    """The weights of a regression, in the order of its features, and its intercept."""
    data = tomllib.loads(files("copytrail").joinpath("data", "likeness.toml").read_text(encoding="utf-8"))[name]
    return tuple(data["weights"][feature] for feature in features), data["intercept"]
