"""Stored cases in words, and as data."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from copytrail.cli.streams import say, write
from copytrail.codec import comparison_to_data, note_to_data
from copytrail.display.findings import keep_open, list_findings
from copytrail.display.notes import say_written
from copytrail.display.visible import show_line
from copytrail.export.to_json import encode_json
from copytrail.model import Note
from webapp.catalogue.asking import Asking, CaseOrder, CaseState, fold_tag
from webapp.catalogue.lines import CatalogueLine
from webapp.records import CaseRecord, ComparisonRecord, DocumentRecord
from webapp.terminal.workplace import Workplace


def list_cases(place: Workplace, options: Namespace) -> int:
    """One line for each case: its id, when it was changed, how many articles, its name."""
    asking = Asking(
        words=" ".join(f'"{word}"' if " " in word else word for word in options.words),
        tag=fold_tag(options.tag),
        state=CaseState(options.state),
        order=CaseOrder(options.sort),
        page=max(1, options.page),
    )
    found = place.catalogue.finding.find(asking)
    if options.json:
        _write_data({"cases": [_tell_line(line) for line in found.lines], "total": found.total, "pages": found.pages})
        return 0
    for line in found.lines:
        say(f"{line.id}  {line.changed:%Y-%m-%d}  {line.articles:3}  {show_line(line.name)}")
    return 0


def show_case(place: Workplace, options: Namespace) -> int:
    """What a case holds; how much of each article is the release's, the reports say."""
    case = place.services.open_case(place.find_case(options.case))
    if options.json:
        _write_data(_tell_case(case))
        return 0
    say(f"{show_line(case.name)} ({case.id})")
    parts = (("Release", (case.original,)), ("Article", case.articles), ("Reference", case.references))
    for role, documents in parts:
        for document in documents:
            number = f" {document.place}" if document.place else ""
            say(f"{role}{number}: {_describe(document)}, {document.words} words")
    if case.delete_on:
        say(f"To be deleted on {case.delete_on:%Y-%m-%d}.")
    return 0


def show_findings(place: Workplace, options: Namespace) -> int:
    """What is to be checked, article by article; what somebody dismissed is left out."""
    records = open_records(place, options)
    if options.json:
        _write_data([_tell_article(each, "findings") for each in records])
        return 0
    for record in records:
        say(f"Article {record.number}: {_describe(record.article)}")
        for line in keep_open(list_findings(record.comparison)):
            say(f"  {line.name}: {line.title}. {line.why}")
    return 0


def show_notes(place: Workplace, options: Namespace) -> int:
    """What people wrote, with the answers, article by article."""
    records = open_records(place, options)
    if options.json:
        _write_data(
            [{"article": each.number, "notes": [note_to_data(note) for note in each.review.notes]} for each in records]
        )
        return 0
    for record in records:
        lines = [line for note in record.review.notes for line in _say_note(note)]
        for line in (f"Article {record.number}: {_describe(record.article)}", *lines) if lines else ():
            say(line)
    return 0


def open_records(place: Workplace, options: Namespace) -> tuple[ComparisonRecord, ...]:
    """The comparisons of a case, or the one that is asked for."""
    case_id = place.find_case(options.case)
    if options.article:
        return (place.services.open_comparison(case_id, options.article),)
    return place.services.open_comparisons(case_id)


def _say_note(note: Note) -> Iterator[str]:
    anchor = note.place.derivative or note.place.original
    about = f"“{show_line(anchor.exact)}”: " if anchor else ""
    done = " (resolved)" if note.resolved else ""
    yield f"  {about}{show_line(note.text)} — {say_written(note.person, note.time.isoformat())}{done}"
    for reply in note.replies:
        yield f"    {show_line(reply.text)} — {say_written(reply.person, reply.time.isoformat())}"


def _describe(document: DocumentRecord) -> str:
    return show_line(", ".join(part for part in (document.name, document.publisher, document.published) if part))


def _tell_line(line: CatalogueLine) -> dict[str, object]:
    return {
        "id": line.id,
        "name": line.name,
        "articles": line.articles,
        "made": line.made.isoformat(),
        "changed": line.changed.isoformat(),
        "tags": [tag.name for tag in line.tags],
    }


def _tell_case(case: CaseRecord) -> dict[str, object]:
    return {
        "id": case.id,
        "name": case.name,
        "title": case.title,
        "made": case.created.isoformat(),
        "changed": case.changed.isoformat(),
        "archived": case.is_archived,
        "delete_on": case.delete_on.isoformat() if case.delete_on else None,
        "original": _tell_document(case.original),
        "articles": [_tell_document(each) for each in case.articles],
        "references": [_tell_document(each) for each in case.references],
    }


def _tell_document(document: DocumentRecord) -> dict[str, object]:
    names = ("id", "place", "title", "publisher", "url", "published", "words", "sha256")
    return {name: getattr(document, name) for name in names}


def _tell_article(record: ComparisonRecord, field: str) -> dict[str, object]:
    return {"article": record.number, field: comparison_to_data(record.comparison, (field,))[field]}


def _write_data(data: object) -> None:
    write(encode_json(data, indent=2) + b"\n")
