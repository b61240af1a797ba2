"""How long to wait after so many tries, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Attempt:
    """How often something was tried, when last, and from when it may be tried again."""

    count: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """So many tries are free; each one more doubles the wait, up to the longest."""

    name: str
    free: int
    first: int
    longest: int

    def count(self, attempt: Attempt, now: datetime) -> Attempt:
        """One try more.

        >>> rule, now = Rule(name="x", free=1, first=60, longest=900), datetime(2026, 11, 22)
        >>> once = rule.count(Attempt(0, now, now), now)
        >>> (once.until - now).seconds, (rule.count(once, now).until - now).seconds
        (0, 60)
        """
        count = attempt.count + 1
        return replace(attempt, count=count, since=now, until=now + timedelta(seconds=self.wait(count)))

    def wait(self, count: int) -> int:
        """The seconds to wait after so many tries."""
        over = count - self.free
        return min(self.longest, self.first * 2 ** min(over - 1, 20)) if over > 0 else 0
