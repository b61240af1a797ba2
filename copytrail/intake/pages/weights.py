"""Where the text of a page is: how much of its prose each element holds."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

_PROSE = 60
"""A stretch of so many characters outside links is prose."""
_MAIN = 0.4
"""What holds this share of a page's prose is no furniture, whatever it is called."""
_UNREAD = frozenset({"script", "style", "noscript", "template", "textarea", "svg"})


@dataclass(frozen=True, slots=True)
class Weights:
    """How many characters of prose are in each element that holds any."""

    held: dict[HtmlElement, int]
    total: int

    def is_main(self, element: HtmlElement) -> bool:
        """Whether an element holds so much of the prose that its name says nothing."""
        return self.total > 0 and self.held.get(element, 0) >= _MAIN * self.total

    def longest(self, element: HtmlElement) -> int:
        """The length of the longest paragraph in an element."""
        return max((self.held.get(each, 0) for each in element.iter("p", "blockquote")), default=0)


def weigh(root: HtmlElement) -> Weights:
    """The prose of a page, counted once for each element around it."""
    held: dict[HtmlElement, int] = {}
    order = [element for element in root.iter() if isinstance(element.tag, str)]
    for element in reversed(order):
        parent = element.getparent()
        if element.tag not in _UNREAD and element.tag != "a":
            _add(held, element, element.text)
        if parent is not None:
            _add(held, parent, element.tail)
            if element in held:
                held[parent] = held.get(parent, 0) + held[element]
    return Weights(held, held.get(root, 0))


def _add(held: dict[HtmlElement, int], element: HtmlElement, text: str | None) -> None:
    if text and len(text) >= _PROSE:
        length = len(text.strip())
        if length >= _PROSE:
            held[element] = held.get(element, 0) + length
