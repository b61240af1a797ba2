"""A case as one zip file: every article in every format, the grid and the ledgers over all, and a page that links them.

The files are made one after the other, each written into the zip file before the next is begun; what stands over all
articles is gathered meanwhile and written last.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from copytrail.export.cases.cover import open_case
from copytrail.export.cases.filing import Filing
from copytrail.export.cases.gathering import Gathered
from copytrail.export.cases.grid import COLUMNS, list_grid_cells
from copytrail.export.cases.ledgers import LEDGER_COLUMNS, show_ledgers
from copytrail.export.csv_file import write_table
from copytrail.export.environment import make_environment
from copytrail.export.picture import draw_trail
from copytrail.export.report.quoting import QuoteLimit, cut_all
from copytrail.export.to_html import make_policy, make_style
from copytrail.export.to_png import set_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copytrail.export import Format
    from copytrail.export.options import ExportOptions
    from copytrail.export.report.blocks import Block
    from copytrail.model import Comparison


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


def render(comparisons: Iterable[Comparison], options: ExportOptions) -> bytes:
    """The zip file of comparisons that may come one after the other, of which a few are held at a time.

    The same bytes every time, where the same holds of every format in it.
    """
    forms, filing, gathered = list_forms(options), Filing(), Gathered(options)
    group: list[Comparison] = []
    for number, comparison in enumerate(comparisons, 1):
        for form in forms:
            filing.add(name_article(number, form), form.render((comparison,), narrow(options, form)))
        group.append(comparison)
        if len(group) == COLUMNS:
            gathered.add(tuple(group))
            group.clear()
    if group:
        gathered.add(tuple(group))
    for name, data in _write_overview(gathered, forms):
        filing.add(name, data)
    made = {"exported": options.made.isoformat()} if options.made else {}
    return filing.close({"engine": gathered.engine, **made})


def list_forms(options: ExportOptions) -> tuple[Format, ...]:
    """The formats that can keep out what is to be kept out."""
    from copytrail.export import FORMATS, PROTECTING  # noqa: PLC0415 - the table names this module

    protecting = PROTECTING.intersection(options.list_chosen())
    wanted = options.formats or tuple(name for name in FORMATS if name != "zip")
    return tuple(form for name, form in FORMATS.items() if name in wanted and protecting <= form.honours)


def narrow(options: ExportOptions, form: Format) -> ExportOptions:
    """The choices that mean something to a format: paper means nothing to a table."""
    from copytrail.export import PROTECTING  # noqa: PLC0415 - the same

    beyond = {each.name: each.default for each in fields(options) if each.name not in form.honours | PROTECTING}
    return replace(options, **beyond)  # type: ignore[arg-type]


def name_article(number: int, form: Format) -> str:
    """Where the file of an article lies: a number, and never a word of a title."""
    return f"articles/article-{number:03d}{form.suffix}"


def _write_overview(gathered: Gathered, forms: tuple[Format, ...]) -> Iterator[tuple[str, bytes]]:
    """What stands over all articles."""
    options, names = gathered.options, {"grid.csv": "Grid (CSV)"}
    yield "grid.csv", write_table(list_grid_cells(gathered.uptake), options)
    if not options.is_digest:
        names |= {"ledgers.html": "Ledgers over all articles", "ledgers.csv": "The same ledgers (CSV)"}
        yield "ledgers.html", _write_page(_make_page(gathered, show_ledgers(gathered.ledgers, len(gathered.articles))))
        yield "ledgers.csv", write_table([LEDGER_COLUMNS, *gathered.ledger_cells], options)
    for address, data in _draw_trail(gathered, forms):
        names |= {address: f"Trail ({address.rpartition('.')[2].upper()})"}
        yield address, data
    links = tuple(FileLink(name=title, address=address) for address, title in names.items())
    page = replace(_make_page(gathered, open_case(gathered)), articles=tuple(_link(gathered, forms)), files=links)
    yield "index.html", _write_page(_shorten(page, gathered))


def _draw_trail(gathered: Gathered, forms: tuple[Format, ...]) -> Iterator[tuple[str, bytes]]:
    """The picture of what the articles share, in the kinds of picture that are wanted."""
    wanted = {form.name for form in forms} & {"svg", "png"}
    if wanted and len(gathered.trail) > 1:
        source = "\n".join(gathered.source)
        drawing = draw_trail(gathered.release, gathered.trail, gathered.options, source)
        pictures = {"svg": drawing, "png": set_points(drawing, source) if "png" in wanted else b""}
        yield from ((f"trail.{name}", data) for name, data in pictures.items() if name in wanted)


def _shorten(page: CasePage, gathered: Gathered) -> CasePage:
    """The page with no more words of any text on end than may be."""
    if not gathered.options.short_quotes:
        return page
    limit = QuoteLimit(gathered.texts, gathered.options.short_quotes)
    return replace(
        page,
        title=limit.cut(page.title),
        articles=tuple(replace(each, title=limit.cut(each.title)) for each in page.articles),
        blocks=cut_all(page.blocks, limit),
    )


def _link(gathered: Gathered, forms: tuple[Format, ...]) -> Iterator[ArticleLinks]:
    for place, (number, name, *_) in enumerate(gathered.articles, 1):
        files = (FileLink(name=form.name, address=name_article(place, form)) for form in forms)
        yield ArticleLinks(title=f"{number}. {name}", files=tuple(files))


def _make_page(gathered: Gathered, blocks: Iterable[Block]) -> CasePage:
    style = make_style(gathered.options)
    policy = make_policy(style)
    return CasePage(title=gathered.release, language="en-GB", style=style, policy=policy, blocks=tuple(blocks))


def _write_page(page: CasePage) -> bytes:
    return make_environment().get_template("export/case.html").render(page=page).encode("utf-8", errors="replace")
