"""The forms in which a comparison leaves Copytrail, in one table that the command line and the web share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

from copytrail.discretion import Discretion, tell_comparison
from copytrail.errors import BadExportOption
from copytrail.export.options import AS_ON_SCREEN, Colours, ExportOptions, Layout, Paper, Picture, Rows

if TYPE_CHECKING:
    from copytrail.model import Comparison

__all__ = [
    "AS_ON_SCREEN",
    "FORMATS",
    "Colours",
    "ExportOptions",
    "Format",
    "Layout",
    "Paper",
    "Picture",
    "Rows",
    "render",
]

Renderer: TypeAlias = "Callable[[Iterable[Comparison], ExportOptions], bytes]"
_SAID = {
    "findings_only": "findings only",
    "short_quotes": "short quotes",
    "colours": "colours for print",
    "paper": "another size of paper",
    "layout": "another layout",
    "picture": "another picture",
    "rows": "rows of one kind",
    "bom": "a byte order mark",
    "formats": "several formats",
    "made": "a date of export",
}
PROTECTING = frozenset({"notes", "names", "findings_only", "short_quotes"})
"""The choices that keep something out: a format that cannot do one of these is left out of a zip file."""
_WORDS = frozenset({"notes", "names"})
_DIGEST = _WORDS | {"findings_only", "short_quotes"}
_DRAWN = _WORDS | {"colours", "made", "picture"}
_PAGES = _DIGEST | {"colours", "paper", "made"}


def _tell(comparison: Comparison, options: ExportOptions) -> Comparison:
    """The comparison with as much of its review as may be told."""
    if options.names and options.notes:
        return comparison
    return tell_comparison(comparison, Discretion(names=options.names, reasons=options.notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One form of export; what writes it is imported when it is first needed, because some of it is large."""

    name: str
    media_type: str
    suffix: str
    writer: str
    """The module that has its `render`."""
    honours: frozenset[str]
    """The options that it can do something with."""
    is_text: bool = True
    """Whether a terminal can show it."""

    in_turn: bool = False
    """Whether it is written comparison by comparison, so that memory need not hold them all."""

    def render(self, comparisons: Iterable[Comparison], options: ExportOptions = AS_ON_SCREEN) -> bytes:
        """All comparisons of one original; the same input and options give the same bytes.

        Raises BadExportOption where the format cannot do what was chosen.
        """
        self.check(options)
        write = cast("Renderer", import_module(f"copytrail.export.{self.writer}").render)
        told = (_tell(comparison, options) for comparison in comparisons)
        return write(told if self.in_turn else tuple(told), options)

    def check(self, options: ExportOptions) -> None:
        """Refuse what the format cannot do; raises BadExportOption."""
        chosen = options.list_chosen()
        beyond = [_SAID[name] for name in chosen if name not in self.honours]
        if beyond:
            raise BadExportOption(f"The format {self.name} cannot do this: {', '.join(beyond)}.")
        unknown = sorted(set(options.formats) - FORMATS.keys() | {"zip"}.intersection(options.formats))
        if unknown:
            raise BadExportOption(f"A zip file holds {', '.join(_INSIDE)}; not {', '.join(unknown)}.")
        unfit = [name for name in options.formats if not PROTECTING.intersection(chosen) <= FORMATS[name].honours]
        if unfit:
            raise BadExportOption(f"Not with what is to be left out: {', '.join(unfit)}.")


_ALL = (
    Format(
        name="text",
        media_type="text/plain; charset=utf-8",
        suffix=".txt",
        writer="to_text",
        honours=_DIGEST | {"made"},
    ),
    Format(
        name="json",
        media_type="application/json",
        suffix=".json",
        writer="to_json",
        honours=_WORDS | {"made"},
    ),
    Format(name="html", media_type="text/html; charset=utf-8", suffix=".html", writer="to_html", honours=_PAGES),
    Format(
        name="csv",
        media_type="text/csv; charset=utf-8",
        suffix=".csv",
        writer="to_csv",
        honours=_DIGEST | {"made", "rows", "bom"},
    ),
    Format(
        name="docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        suffix=".docx",
        writer="to_docx",
        honours=_PAGES | {"layout"},
        is_text=False,
    ),
    Format(
        name="xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        suffix=".xlsx",
        writer="to_xlsx",
        honours=_DIGEST | {"made"},
        is_text=False,
    ),
    Format(
        name="md",
        media_type="text/markdown; charset=utf-8",
        suffix=".md",
        writer="to_markdown",
        honours=_DIGEST | {"made"},
    ),
    Format(
        name="annotations",
        media_type="application/ld+json",
        suffix=".jsonld",
        writer="to_annotations",
        honours=_WORDS | {"made"},
    ),
    Format(name="tei", media_type="application/tei+xml", suffix=".xml", writer="to_tei", honours=_WORDS | {"made"}),
    Format(name="svg", media_type="image/svg+xml", suffix=".svg", writer="to_svg", honours=_DRAWN),
    Format(
        name="png",
        media_type="image/png",
        suffix=".png",
        writer="to_png",
        honours=_DRAWN,
        is_text=False,
    ),
    Format(name="pdf", media_type="application/pdf", suffix=".pdf", writer="to_pdf", honours=_PAGES, is_text=False),
    Format(
        name="zip",
        media_type="application/zip",
        suffix=".zip",
        writer="to_zip",
        honours=_PAGES | {"layout", "bom", "formats"},
        is_text=False,
        in_turn=True,
    ),
)
FORMATS: dict[str, Format] = {form.name: form for form in _ALL}
"""Every export by its name."""
_INSIDE = tuple(name for name in FORMATS if name != "zip")
"""What a zip file can hold."""


def render(
    comparisons: Comparison | Iterable[Comparison], format_name: str, options: ExportOptions = AS_ON_SCREEN
) -> bytes:
    """The file that one comparison makes, or several of one original; `FORMATS` has the names.

    Raises BadExportOption where there is no such format, or where it cannot do what was chosen.
    """
    if format_name not in FORMATS:
        raise BadExportOption(f"There is no format {format_name}; there are {', '.join(FORMATS)}.")
    several = comparisons if isinstance(comparisons, Iterable) else (comparisons,)
    return FORMATS[format_name].render(several, options)
