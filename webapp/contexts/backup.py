"""What the page for backups says."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count, say_time
from webapp.backup import Restored

EXPLANATION = (
    "One file with every case, its texts, comparisons, corrections and unfinished forms, as they are at this moment. "
    "It is not encrypted: keep it where only you can read it, or encrypt it."
)
RESTORING = (
    "Nothing that is here is changed. The cases of the backup come beside those that are here, all of them or none. "
    "A large backup is read back with the command “copytrail restore”."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPage:
    """The page that makes a backup and reads one back."""

    title: str
    csrf: str
    explanation: str
    restoring: str
    notice: str
    error: str


def make_backup(*, csrf: str, notice: str = "", error: str = "") -> BackupPage:
    """The page, with what came of the last try."""
    title = "Error: the backup was not restored" if error else "Back up and restore"
    return BackupPage(title=title, csrf=csrf, explanation=EXPLANATION, restoring=RESTORING, notice=notice, error=error)


def say_restored(restored: Restored, *, only_say: bool) -> str:
    """What a restored backup brought, or would bring."""
    parts = [
        count(restored.cases, "case"),
        count(restored.documents, "text"),
        count(restored.drafts, "unfinished form"),
    ]
    made = say_time(restored.made)
    done = "holds" if only_say else "was restored:"
    sentence = f"The backup made {made} {done} {parts[0]}, {parts[1]} and {parts[2]}."
    if restored.beside:
        place = f"{'They would stand' if only_say else 'They stand'} beside what is here"
        renamed = f"; {count(restored.renamed, 'case')} under a new address, because the old one is taken"
        sentence += f" {place}{renamed if restored.renamed else ''}."
    return f"{sentence} Nothing was restored yet." if only_say else sentence
