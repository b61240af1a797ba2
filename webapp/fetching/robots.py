"""What a site asks of programs in its robots.txt (RFC 9309): the longest rule that fits a path decides.

The standard library's reader takes the first rule and knows no wildcards, so it would fetch what many sites forbid.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

PRODUCT = "copytrail"
SIZE_LIMIT = 500_000
"""Bytes of a robots.txt."""
_KEPT = "!$%&'()*+,-./:;=?@_~[]"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said of the paths that fit a pattern."""

    pattern: str
    allows: bool

    def fits(self, target: str) -> bool:
        """Whether a path begins with the pattern, in which `*` is anything and a last `$` the end.

        >>> Rule("/news/*.pdf$", False).fits("/news/2024/a.pdf")
        True
        """
        is_whole = self.pattern.endswith("$")
        first, *parts = self.pattern.removesuffix("$").split("*")
        if not target.startswith(first):
            return False
        place = len(first)
        last = parts.pop() if is_whole and parts else ""
        for part in parts:
            place = target.find(part, place)
            if place < 0:
                return False
            place += len(part)
        if not is_whole:
            return True
        return (
            target.endswith(last) and len(target) - len(last) >= place if "*" in self.pattern else place == len(target)
        )


def allows(text: str, target: str) -> bool:
    r"""Whether a robots.txt lets us fetch a path with its query.

    >>> allows("User-agent: *\nDisallow: /archive/\nAllow: /archive/2024", "/archive/2024/bridge")
    True
    """
    groups = _read_groups(text)
    rules = groups.get(PRODUCT, groups.get("*", []))
    fitting = [rule for rule in rules if rule.fits(target)]
    best = max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
    return best is None or best.allows


def _read_groups(text: str) -> dict[str, list[Rule]]:
    """The rules by the name of the program they are for, in lower case."""
    groups: dict[str, list[Rule]] = {}
    names: list[str] = []
    is_open = False
    for line in text.removeprefix("\ufeff").splitlines():
        field, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if field.lower() == "user-agent":
            names = [*names, _name_program(value)] if is_open else [_name_program(value)]
            is_open = True
            groups.setdefault(names[-1], [])
        elif field.lower() in {"allow", "disallow"}:
            is_open = False
            if value:
                rule = Rule(quote(value, safe=_KEPT), field.lower() == "allow")
                for name in names:
                    groups[name].append(rule)
    return groups


def _name_program(value: str) -> str:
    return value.partition("/")[0].partition(" ")[0].lower()
