"""`copytrail read`: one document as Copytrail sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copytrail.cli.streams import add_file_options, open_document, write
from copytrail.codec import document_to_data
from copytrail.export.to_json import encode_json
from copytrail.export.to_text import render_document
from copytrail.model import ParagraphKind

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from copytrail.model import Document


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `read`."""
    parser.description = "Show one document as Copytrail sees it: its paragraphs, and which of them are furniture."
    parser.epilog = """examples:
  copytrail read story.txt --furniture mark
  copytrail read story.txt --format json"""
    parser.add_argument("file", metavar="FILE", help="a file, the address of a page, or - for standard input")
    add_file_options(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", dest="format_name", help="the form of the result (text)"
    )
    parser.add_argument(
        "--furniture",
        choices=("keep", "drop", "mark"),
        default="keep",
        help="whether menus, dates of the page and the like are kept, dropped, or marked with a dot (keep)",
    )
    parser.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    document = open_document(options.file, "document", options)
    if options.furniture == "drop":
        document = _drop_furniture(document)
    if options.format_name == "json":
        write(encode_json(document_to_data(document), indent=2) + b"\n")
    else:
        write(render_document(document, mark=options.furniture == "mark").encode("utf-8", "backslashreplace"))
    return 0


def _drop_furniture(document: Document) -> Document:
    kept = tuple(part for part in document.paragraphs if part.kind is not ParagraphKind.FURNITURE)
    return replace(document, paragraphs=kept)
