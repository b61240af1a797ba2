"""Matches, findings and notes as W3C Web Annotations (JSON-LD), for programs that lay them over the texts.

A match links its passage of the derivative with its passages of the original; each target says where it stands by
position and by words. Positions count code points of the text as it was compared.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from copytrail.display.correction_wording import say_said
from copytrail.display.finding_wording import say_dismissed
from copytrail.display.naming import NAMES, name_finding
from copytrail.display.wording import say_why
from copytrail.export.report.sources import trace_provenance
from copytrail.export.to_json import encode_json

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison, Document, Finding, Match, Note, Reply, Span

Data: TypeAlias = dict[str, object]
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"copytrail": "urn:copytrail:"}]
_AROUND = 32
"""In characters: so much of the text before and after a place helps to find it again."""


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """One collection with a page for each comparison."""
    pages = [_make_page(comparison, options) for comparison in comparisons]
    made = {"created": f"{options.made.isoformat()}T00:00:00Z"} if options.made else {}
    collection = {
        "@context": CONTEXT,
        "id": f"urn:copytrail:{_digest(*(str(page['id']) for page in pages))}",
        "type": "AnnotationCollection",
        "label": "Matches and findings of Copytrail",
        **made,
        "copytrail:pages": pages,
    }
    return encode_json(collection, indent=2) + b"\n"


def _make_page(comparison: Comparison, options: ExportOptions) -> Data:
    name = f"urn:copytrail:{_digest(comparison.original.text, comparison.derivative.text)}"
    items = [*_list_matches(comparison, name), *_list_findings(comparison, name), *_list_notes(comparison, name)]
    provenance = trace_provenance(comparison, options)
    return {
        "id": name,
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
        "copytrail:engine": provenance.engine,
        "copytrail:texts": [
            {"copytrail:role": each.role, **{_name_fact(fact): value for fact, value in each.facts if value}}
            for each in provenance.texts
        ],
        "copytrail:thresholds": {f"copytrail:{each}": value for each, value in provenance.thresholds},
        "copytrail:overrides": list(provenance.overrides),
    }


def _name_fact(title: str) -> str:
    """A fact as a property; with spaces in its name it would be no address, and readers of linked data drop it.

    >>> _name_fact("SHA-256 of the file")
    'copytrail:sha_256_of_the_file'
    """
    return f"copytrail:{re.sub(r'[^a-z0-9]+', '_', title.lower())}"


def _list_matches(comparison: Comparison, name: str) -> Iterator[Data]:
    for match in comparison.matches:
        bodies = [
            {"type": "TextualBody", "purpose": "classifying", "value": NAMES[match.label]},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": say_why(match.why)},
            *_say_by_hand(match),
        ]
        yield {
            "id": f"{name}#{match.id}",
            "type": "Annotation",
            "motivation": "linking",
            "body": bodies,
            "target": [
                _point(comparison.derivative, match.derivative),
                *(_point(comparison.original, span) for span in match.original),
            ],
        }


def _say_by_hand(match: Match) -> Iterator[Data]:
    if match.corrected:
        said = (
            f"Set by hand, {say_said(match.corrected.said)}; the machine said: {match.corrected.machine or 'nothing'}."
        )
        yield {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": said}


def _list_findings(comparison: Comparison, name: str) -> Iterator[Data]:
    for number, finding in enumerate(comparison.findings, 1):
        places = ((comparison.derivative, finding.derivative), (comparison.original, finding.original))
        targets = [_point(document, span) for document, span in places if span]
        if targets:
            yield {
                "id": f"{name}#finding-{number}",
                "type": "Annotation",
                "motivation": "commenting",
                "body": _describe(finding),
                "target": targets,
            }


def _list_notes(comparison: Comparison, name: str) -> Iterator[Data]:
    """The notes whose words stand in the texts, each with the answers to it."""
    for number, laid in enumerate(comparison.notes, 1):
        places = ((comparison.derivative, laid.derivative), (comparison.original, laid.original))
        targets = [_point(document, span) for document, span in places if span]
        bodies = [_tell_note(laid.note, "commenting"), *(_tell_note(each, "replying") for each in laid.note.replies)]
        if targets and any(bodies):
            yield {
                "id": f"{name}#note-{number}",
                "type": "Annotation",
                "motivation": "commenting",
                "body": [body for body in bodies if body],
                "target": targets,
            }


def _tell_note(written: Note | Reply, purpose: str) -> Data:
    """What somebody wrote; nothing where it was deleted."""
    if written.deleted:
        return {}
    creator = {"creator": {"type": "Person", "name": written.person}} if written.person else {}
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "value": written.text,
        "created": written.time.isoformat(),
        **creator,
    }


def _describe(finding: Finding) -> list[Data]:
    bodies: list[Data] = [
        {"type": "TextualBody", "purpose": "classifying", "value": name_finding(finding.kind)},
        {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": say_why(finding.why)},
    ]
    if finding.dismissed:
        bodies.append({"type": "TextualBody", "purpose": "replying", "value": say_dismissed(finding.dismissed)})
    return bodies


def _point(document: Document, span: Span) -> Data:
    """A place by its position and by its words, in the text that is named by its address or by its digest."""
    text = document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    is_address = document.url.startswith(("http://", "https://"))
    source = document.url if is_address else f"urn:sha256:{document.sha256 or _digest(text)}"
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
