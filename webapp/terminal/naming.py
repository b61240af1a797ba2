"""Which case is meant by what somebody typed: its id, the beginning of that, or the address of its page."""

from __future__ import annotations

from webapp.catalogue.asking import Asking, CaseState
from webapp.catalogue.finding import Finding
from webapp.faults import UnknownCase

SHORTEST_ID = 6
"""So many characters of a case's id may stand for it, where no other case begins with them."""


def name_case(finding: Finding, name: str) -> str:
    """The id of the case that is meant, among those that are found; raises UnknownCase."""
    wanted = name.rstrip("/").rpartition("/")[2]
    ids = _list_ids(finding)
    if wanted in ids:
        return wanted
    found = [each for each in ids if len(wanted) >= SHORTEST_ID and each.startswith(wanted)]
    if len(found) != 1:
        raise UnknownCase(_explain(name, len(wanted), len(found)))
    return found[0]


def _list_ids(finding: Finding) -> set[str]:
    ids = set(finding.list_trashed())
    for state in (CaseState.ACTIVE, CaseState.ARCHIVED):
        found = finding.find(Asking(state=state))
        pages = (finding.find(Asking(state=state, page=page)) for page in range(2, found.pages + 1))
        ids |= {line.id for part in (found, *pages) for line in part.lines}
    return ids


def _explain(name: str, length: int, found: int) -> str:
    if length < SHORTEST_ID:
        return f"{name!r} is too short for an id: give its first {SHORTEST_ID} characters, or more."
    if found:
        return f"The ids of {found} cases begin with {name!r}: give more of it."
    return f"There is no case of the id {name!r}: copytrail case list says which there are."
