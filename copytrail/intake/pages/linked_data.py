"""What a page says of its article to search engines (JSON-LD after schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TypeAlias

from lxml.html import HtmlElement

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Release|Reportage|Review|Statement|Speech)$")
_MOST_NODES = 5_000
_LONGEST = 2_000_000
_LINE_TAG = re.compile(r"<(?:br|/p|/h[1-6]|/li|/div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def find_article_data(root: HtmlElement) -> Mapping[str, Value]:
    """The description of the page's article, or of the page itself; empty where there is none."""
    nodes = [node for script in root.iter("script") if _is_data(script) for node in _list_nodes(script.text or "")]
    articles = [node for node in nodes if _ARTICLE.search(_tell_type(node))]
    pages = [node for node in nodes if _tell_type(node).endswith("Page")]
    publishers = [node for node in nodes if _tell_type(node) in {"Organization", "NewsMediaOrganization", "WebSite"}]
    found = {**(pages[0] if pages else {}), **(articles[0] if articles else {})}
    named = {str(node["@id"]): node for node in nodes if "@id" in node}
    if not found.get("publisher") and len(publishers) == 1:
        found["publisher"] = publishers[0]
    for key in ("author", "publisher"):
        found[key] = _resolve(found.get(key), named)
    return found


def read_words(value: Value) -> str:
    """The plain text of a value."""
    return " ".join(unescape(_TAG.sub(" ", unescape(value))).split()) if isinstance(value, str) else ""


def read_lines(value: Value) -> str:
    """The plain text of a value, with its lines."""
    text = _TAG.sub(" ", _LINE_TAG.sub("\n", unescape(value))) if isinstance(value, str) else ""
    return "\n".join(line for each in unescape(text).splitlines() if (line := " ".join(each.split())))


def read_names(value: Value) -> str:
    """The names in a value: one or several, plain or each with a description."""
    values = value if isinstance(value, list) else [value]
    names = [read_words(each.get("name") if isinstance(each, dict) else each) for each in values]
    return ", ".join(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in script.get("type", "").lower()


def _list_nodes(text: str) -> Iterator[dict[str, Value]]:
    """The objects in a piece of JSON, outer ones first; what is no JSON says nothing."""
    try:
        waiting: list[Value] = [json.loads(text.strip().rstrip(";"), strict=False)] if len(text) < _LONGEST else []
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            yield value
            waiting += [each for key, each in value.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"}]


def _tell_type(node: Mapping[str, Value]) -> str:
    kind = node.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _resolve(value: Value, named: Mapping[str, dict[str, Value]]) -> Value:
    """A value with the descriptions that it only refers to."""
    if isinstance(value, list):
        return (
            [_resolve(each, named) for each in value[:20]] if not any(isinstance(each, list) for each in value) else []
        )
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value
