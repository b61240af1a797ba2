"""Why an element of a page is no part of its article, by its name, its role and the names of its classes."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from lxml.html import HtmlElement

HIDDEN = "not visible on the page"
CAPTION = "picture caption"
TEASER = "teaser of another article"
"""Some pages call their own first paragraph so, too."""
_TAGS = {
    "nav": "menu",
    "menu": "menu",
    "footer": "page footer",
    "aside": "beside the text",
    "form": "form",
    "button": "button",
    "label": "form",
    "legend": "form",
    "fieldset": "form",
    "figcaption": CAPTION,
    "caption": CAPTION,
    "dialog": "notice",
    "address": "contact block",
}
_ROLES = {
    "navigation": "menu",
    "menu": "menu",
    "menubar": "menu",
    "toolbar": "menu",
    "tablist": "menu",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "beside the text",
    "search": "form",
    "dialog": "notice",
    "alertdialog": "notice",
    "alert": "notice",
    "button": "button",
}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ASIDE = re.compile(r"(?:has|with|without|no|is|not|js|hide|show|single|category|template|theme|layout|page-id)-")
"""Names that begin so tell of a page, not of a part of it: `has-sidebar`, `no-comments`."""
_WIDER = re.compile(
    r"(?:^|\s)(?:\w+:(?:block|flex|grid|inline\S*|table\S*)|d-\w+-(?:block|flex|grid|inline\S*))(?:\s|$)"
)
"""What is hidden only on small screens."""
_PLACES = re.compile(r"[\W_]+")
_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\.0+)?(?:;|!|$)|font-size:0(?:\.0+)?(?:px|pt|em|rem|%)?(?:;|!|$)"
    r"|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;|!|$).*overflow:hidden|overflow:hidden.*;(?:max-)?(?:height|width):0(?:px)?(?:;|!|$)"
    r"|(?:left|top|right|text-indent|margin-left|margin-top):-\d{4,}|clip:rect\(0|clip-path:inset\((?:50|100)%"
    r"|transform:scale\(0(?:\.0+)?\)|(?:^|;)color:transparent"
)
_LONGEST_NAMES = 1_000
_LONGEST_STYLE = 1_000
_OPENING = re.compile(r"(?:^|\(\?:|\|)([a-z]+)")
_COLOUR = re.compile(r"(?:^|;)color:(#[0-9a-f]{3,8}|[a-z]+|rgba?\([\d.,%]+\))")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:(#[0-9a-f]{3,8}|[a-z]+|rgba?\([\d.,%]+\))")
_COLOURED = re.compile(r"background|bg-|\bbg|dark|black|hero|cover|banner|overlay")
_WHITE = frozenset(
    {"#fff", "#ffffff", "#fefefe", "white", "rgb(255,255,255)", "rgba(255,255,255,1)", "#ffff", "#ffffffff"}
)
_UNSEEN_CLASSES = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader",
    "u-visually-hidden", "element-invisible", "hidden", "d-none", "is-hidden", "govuk-visually-hidden", "show-for-sr",
})  # fmt: skip


def explain_place(element: HtmlElement) -> str:
    """Why the text in an element is no part of an article, by its names, its role and its tag, or ""."""
    tag, parent = element.tag, element.getparent()
    if tag in {"h1", "h2", "h3", "h4", "h5", "h6"} or tag in {"main", "article"}:
        return _explain_names(element) if tag != "h1" else ""
    if tag == "footer" and parent is not None and parent.tag == "blockquote":
        return ""
    why = _explain_names(element)
    is_lead = why == TEASER and element.find(".//a") is None
    return ("" if is_lead else why) or _explain_tag(element)


def _explain_tag(element: HtmlElement) -> str:
    """Why an element is furniture by its name or role, or ""."""
    return _ROLES.get(element.get("role", "").lower(), "") or _TAGS.get(element.tag, "")


def _explain_names(element: HtmlElement) -> str:
    """Why an element is furniture by its classes and its id, or ""."""
    names = element.get("class"), element.get("id"), element.get("data-component"), element.get("data-testid")
    return _explain(" ".join(filter(None, names)))


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element says itself that no reader sees it: hidden, without size, or white on white."""
    attributes = element.attrib
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return bool(attributes.get("hidden") != "until-found")
    classes = attributes.get("class", "").lower()
    if not _UNSEEN_CLASSES.isdisjoint(classes.split()) and not _WIDER.search(classes):
        return True
    style = "".join(attributes.get("style", "")[:_LONGEST_STYLE].lower().split())
    return bool(style) and (bool(_STYLE.search(style)) or _is_white_on_white(style, element))


def _is_white_on_white(style: str, element: HtmlElement) -> bool:
    """Whether letters have the colour of what is under them; a page is white where nothing around gives it a ground."""
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if colour is None or (ground is None and "background" in style):
        return False
    if ground:
        return colour[1] == ground[1] or {colour[1], ground[1]} <= _WHITE
    return colour[1] in _WHITE and not any(map(_has_ground, element.iterancestors()))


def _has_ground(element: HtmlElement) -> bool:
    """Whether an element may give its letters a ground that is not white."""
    said = f"{element.get('style', '')[:_LONGEST_STYLE]} {element.get('class', '')[:_LONGEST_NAMES]}".lower()
    return "bgcolor" in element.attrib or bool(_COLOURED.search(said))


@lru_cache(maxsize=10_000)
def _explain(names: str) -> str:
    """The reason that the first telling name gives."""
    openings, rules = _load()
    for name in names[:_LONGEST_NAMES].split():
        parts = [part for part in _PLACES.split(_CAMEL.sub("-", name).lower()) if part]
        if not any(part.startswith(openings) for part in parts):
            continue
        plain = "-".join(parts)
        reason = next((why for why, rule in rules if rule.search(plain)), "")
        if reason and not _ASIDE.match(plain):
            return reason
    return ""


@cache
def _load() -> tuple[tuple[str, ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    """The first letters of all telling names, which spare most names the patterns; and the patterns, with reasons."""
    data = tomllib.loads(files("copytrail").joinpath("data", "pages.toml").read_text(encoding="utf-8"))["names"]
    rules = tuple((why, _compile(names)) for why, names in data.items())
    openings = {each[:3] for names in data.values() for name in names for each in _OPENING.findall(name.split(")")[0])}
    return tuple(openings), rules


def _compile(names: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|-)(?:{'|'.join(names)})(?:$|-)")
