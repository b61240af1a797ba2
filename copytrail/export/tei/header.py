"""The header of a TEI file: which texts it holds, where they come from, what its marks mean, who decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copytrail.display.naming import MEANINGS, NAMES
from copytrail.export.tei.cells import KINDS
from copytrail.export.tei.elements import Element, make, point

if TYPE_CHECKING:
    from copytrail.export.report.sources import Provenance, TextSource

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
ENGINE, PEOPLE = "copytrail", "people"
_METHOD = (
    "Each passage of the article is a segment. Its type is verbatim, rewrite or new, as the METER corpus has them "
    "(Clough and others, 2002), or furniture for what is no part of the text; its analysis is the label of Copytrail. "
    "A segment corresponds to the segments of the release that it comes from, and these to it; its certainty is the "
    "score of the match, and who is responsible for its label is the engine or people. Release segments are used or "
    "left out."
)


def make_header(title: str, provenance: Provenance, prefix: str = "") -> Element:
    """The header of a file: of one comparison, which says all, or with a prefix of one of a corpus."""
    described = [] if prefix else [_describe_encoding(provenance)]
    return make("teiHeader", _describe_file(title, provenance, prefix), *described, *_list_decisions(provenance))


def make_corpus_header(title: str, provenance: Provenance, *, by_people: bool) -> Element:
    """The header of several comparisons: what is the same for all of them."""
    responsible = _name_responsible(by_people=by_people)
    file = make(
        "fileDesc",
        make("titleStmt", make("title", title), *responsible),
        make("publicationStmt", make("p", _say_made(provenance))),
        make("sourceDesc", make("p", "The texts of each comparison are described in its own header.")),
    )
    return make("teiHeader", file, _describe_encoding(provenance))


def name_source(prefix: str, role: str) -> str:
    """The name that the description of a text has in the file."""
    return f"{prefix}source-{'-'.join(role.lower().split())}"


def _describe_file(title: str, provenance: Provenance, prefix: str) -> Element:
    responsible = [] if prefix else _name_responsible(by_people=bool(provenance.overrides))
    texts = [_describe_text(text, name_source(prefix, text.role)) for text in provenance.texts]
    return make(
        "fileDesc",
        make("titleStmt", make("title", title), *responsible),
        make("publicationStmt", make("p", _say_made(provenance))),
        make("sourceDesc", make("listBibl", *texts)),
    )


def _describe_encoding(provenance: Provenance) -> Element:
    return make(
        "encodingDesc",
        make("editorialDecl", make("interpretation", make("p", _METHOD))),
        make("classDecl", _define_labels()),
        make("appInfo", _describe_engine(provenance)),
    )


def _name_responsible(*, by_people: bool) -> list[Element]:
    engine = make("respStmt", make("resp", "found the labels"), make("name", "Copytrail"), id_=ENGINE)
    people = make("respStmt", make("resp", "set labels by hand"), make("name", "readers of the comparison"), id_=PEOPLE)
    return [engine, people] if by_people else [engine]


def _say_made(provenance: Provenance) -> str:
    day = f" on {provenance.made}" if provenance.made else ""
    return f"Written by Copytrail {provenance.engine}{day}. The texts belong to their publishers."


def _describe_text(text: TextSource, name: str) -> Element:
    known: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("publisher", text.publisher, {}),
        ("date", text.published, {"when": text.published if _DAY.fullmatch(text.published) else ""}),
        ("ref", text.address, {}),
        ("date", text.fetched, {"type": "fetched", "when": text.fetched}),
        ("idno", text.sha256, {"type": "sha256"}),
    )
    parts = [make(tag, value, **attributes) for tag, value, attributes in known if value]
    title = make("title", text.title or text.role)
    return make("bibl", title, *parts, id_=name, type=text.role.split()[0].lower())


def _define_labels() -> Element:
    categories = [
        make("category", make("catDesc", f"{NAMES[label]}: {MEANINGS[label]}"), id_=f"label-{label.value}", n=kind)
        for label, kind in ((each, KINDS.get(each.value, each.value)) for each in NAMES)
    ]
    return make("taxonomy", *categories, id_="labels")


def _describe_engine(provenance: Provenance) -> Element:
    numbers = "; ".join(f"{name} {value}" for name, value in provenance.thresholds)
    return make(
        "application",
        make("label", "Copytrail"),
        make("p", f"Thresholds: {numbers}."),
        ident="copytrail",
        version=provenance.engine,
    )


def _list_decisions(provenance: Provenance) -> list[Element]:
    changes = [make("change", said, who=point(PEOPLE)) for said in provenance.overrides]
    return [make("revisionDesc", *changes)] if changes else []
