"""The choices of an export as parameters, in the words of the command line, and the format that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from copytrail.errors import BadExportOption
from copytrail.export import FORMATS, Colours, Format, Layout, Paper, Picture, Rows
from copytrail.export.options import LONGEST_QUOTE, SHORTEST_QUOTE
from webapp.api.about import About
from webapp.api.operations import Parameter


class Yes(StrEnum):
    """The only value of a choice that is made by being there."""

    YES = "yes"


FormatName = StrEnum("FormatName", {name.upper(): name for name in FORMATS})  # type: ignore[misc]
_QUOTES = f"Of either text never more than so many words on end ({SHORTEST_QUOTE} to {LONGEST_QUOTE})."
CHOICES = (
    Parameter(name="without-notes", hint=Yes, about=About(text="Leave out what people wrote: reasons and notes.")),
    Parameter(name="without-names", hint=Yes, about=About(text="Leave out who corrected and dismissed.")),
    Parameter(name="findings-only", hint=Yes, about=About(text="Verdict, counts and findings, without the texts.")),
    Parameter(
        name="short-quotes", hint=int, about=About(text=_QUOTES, least=SHORTEST_QUOTE, most=LONGEST_QUOTE, example=25)
    ),
    Parameter(name="colours", hint=Colours, about=About(text="For screens, or for grey print.")),
    Parameter(name="paper", hint=Paper, about=About(text="The sheets of pages.")),
    Parameter(name="layout", hint=Layout, about=About(text="In Word: tracked changes, or both texts in a table.")),
    Parameter(name="rows", hint=Rows, about=About(text="In CSV: everything, or rows of one kind only.")),
    Parameter(name="picture", hint=Picture, about=About(text="In SVG and PNG: the bars, or the trail of a case.")),
    Parameter(name="bom", hint=Yes, about=About(text="CSV with a byte order mark, by which Excel tells UTF-8.")),
    Parameter(
        name="formats",
        about=About(text="Of a zip file, the formats in it, separated by commas.", longest=200, example="pdf,docx"),
    ),
    Parameter(name="date", hint=date, about=About(text="The date of the export, to stand in the file.")),
)
"""What can be chosen of any export; a format that cannot do it refuses."""
FORMAT = Parameter(name="format", hint=FormatName, about=About(text="The format; without it, `Accept` decides."))
MEDIA = tuple(form.media_type.partition(";")[0] for form in FORMATS.values())


class NotOffered(BadExportOption):
    """None of the content types that were asked for can be made of this."""


def find_format(name: str, accepted: Mapping[str, float] | None) -> Format:
    """The format that a name asks for, or else the best of the accepted content types; JSON where all are."""
    if name:
        if name not in FORMATS:
            raise BadExportOption(f"There is no such format; there are {', '.join(FORMATS)}.")
        return FORMATS[name]
    if not accepted:
        return FORMATS["json"]
    by_media = {form.media_type.partition(";")[0]: form for form in (FORMATS["json"], *FORMATS.values())}
    ranked = sorted(by_media, key=lambda media: -_weigh(media, accepted))
    if _weigh(ranked[0], accepted) <= 0:
        raise NotOffered
    return by_media[ranked[0]]


def _weigh(media: str, accepted: Mapping[str, float]) -> float:
    """How much a content type is wanted: by its own name, its kind, or as any other."""
    kind = f"{media.partition('/')[0]}/*"
    return next((accepted[name] for name in (media, kind, "*/*") if name in accepted), 0.0)
