"""A case as one zip file: every article in every format, the grid and the ledgers over all, and a page that links them.

The files are made one after the other, each written into the zip file before the next is begun.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from copytrail.display.page import name_document
from copytrail.export.cases.cover import make_case_part
from copytrail.export.cases.filing import Filing
from copytrail.export.cases.grid import list_grid_cells
from copytrail.export.cases.ledgers import list_ledger_cells, show_ledgers
from copytrail.export.csv_file import write_table
from copytrail.export.environment import make_environment
from copytrail.export.report.quoting import cut_all, limit_quotes
from copytrail.export.to_html import make_policy, make_style

if TYPE_CHECKING:
    from copytrail.export import Format
    from copytrail.export.options import ExportOptions
    from copytrail.export.report.blocks import Block
    from copytrail.model import Comparison

PROTECTING = frozenset({"notes", "names", "findings_only", "short_quotes"})
"""The choices that keep something out: a format that cannot do one of these is left out of the zip file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """A file of an article as the page links it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLinks:
    """An article with its files."""

    title: str
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A page over all articles."""

    title: str
    language: str
    style: str
    policy: str
    blocks: tuple[Block, ...]
    articles: tuple[ArticleLinks, ...] = ()
    files: tuple[FileLink, ...] = ()


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """The zip file; the same bytes every time, where the same holds of every format in it."""
    forms = list_forms(options)
    filing = Filing()
    for name, data in _write_overview(comparisons, options, forms):
        filing.add(name, data)
    for number, comparison in enumerate(comparisons, 1):
        for form in forms:
            filing.add(name_article(number, form), form.render((comparison,), narrow(options, form)))
    made = {"exported": options.made.isoformat()} if options.made else {}
    return filing.close({"engine": comparisons[0].engine, **made})


def list_forms(options: ExportOptions) -> tuple[Format, ...]:
    """The formats that can keep out what is to be kept out."""
    from copytrail.export import FORMATS  # noqa: PLC0415 - the table names this module

    protecting = PROTECTING.intersection(options.list_chosen())
    return tuple(form for form in FORMATS.values() if form.name != "zip" and protecting <= form.honours)


def narrow(options: ExportOptions, form: Format) -> ExportOptions:
    """The choices that mean something to a format: paper means nothing to a table."""
    beyond = {each.name: each.default for each in fields(options) if each.name not in form.honours | PROTECTING}
    return replace(options, **beyond)  # type: ignore[arg-type]


def name_article(number: int, form: Format) -> str:
    """Where the file of an article lies: a number, and never a word of a title."""
    return f"articles/article-{number:03d}{form.suffix}"


def _write_overview(
    comparisons: tuple[Comparison, ...], options: ExportOptions, forms: tuple[Format, ...]
) -> list[tuple[str, bytes]]:
    """What stands over all articles."""
    names = {"grid.csv": "Grid (CSV)"}
    files = [("grid.csv", write_table(list_grid_cells(comparisons), options))]
    if not options.is_digest:
        names |= {"ledgers.html": "Ledgers over all articles", "ledgers.csv": "The same ledgers (CSV)"}
        ledgers = _write_page(_make_page(comparisons, options, tuple(show_ledgers(comparisons))))
        files += [("ledgers.html", ledgers), ("ledgers.csv", write_table(list_ledger_cells(comparisons), options))]
    links = tuple(FileLink(name=title, address=address) for address, title in names.items())
    opening = make_case_part(comparisons, options).opening
    page = replace(_make_page(comparisons, options, opening), articles=_link(comparisons, forms), files=links)
    if options.short_quotes:
        limit = limit_quotes(comparisons, options.short_quotes)
        page = replace(
            page,
            title=limit.cut(page.title),
            articles=tuple(replace(each, title=limit.cut(each.title)) for each in page.articles),
            blocks=cut_all(page.blocks, limit),
        )
    return [("index.html", _write_page(page)), *files]


def _link(comparisons: tuple[Comparison, ...], forms: tuple[Format, ...]) -> tuple[ArticleLinks, ...]:
    return tuple(
        ArticleLinks(
            title=f"{number}. {name_document(comparison.derivative, 'Article')}",
            files=tuple(FileLink(name=form.name, address=name_article(number, form)) for form in forms),
        )
        for number, comparison in enumerate(comparisons, 1)
    )


def _make_page(comparisons: tuple[Comparison, ...], options: ExportOptions, blocks: tuple[Block, ...]) -> CasePage:
    style = make_style(options)
    title = name_document(comparisons[0].original, "Release")
    return CasePage(title=title, language="en-GB", style=style, policy=make_policy(style), blocks=blocks)


def _write_page(page: CasePage) -> bytes:
    return make_environment().get_template("export/case.html").render(page=page).encode("utf-8", errors="replace")
