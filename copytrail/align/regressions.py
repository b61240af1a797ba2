"""The fitted regressions of data/likeness.toml: a list of numbers to a likelihood."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul


@dataclass(frozen=True, slots=True)
class Regression:
    """The weights of a regression, in the order of its features, and its intercept."""

    weights: tuple[float, ...]
    intercept: float

    def answer(self, description: Sequence[float]) -> float:
        """The likelihood, 0 to 1, that it gives to a description."""
        total = self.intercept + sum(map(mul, self.weights, description))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def load_regression(name: str, features: tuple[str, ...]) -> Regression:
    """The regression of this name over these features."""
    data = tomllib.loads(files("copytrail").joinpath("data", "likeness.toml").read_text(encoding="utf-8"))[name]
    return Regression(tuple(data["weights"][feature] for feature in features), data["intercept"])
