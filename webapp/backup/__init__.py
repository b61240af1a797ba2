"""Backups: everything, or one case, written to a single file and read back on any machine and database."""

from webapp.backup.backups import Backups, Restored
from webapp.backup.manifest import BadBackup, Manifest, NewerBackup

__all__ = ["Backups", "BadBackup", "Manifest", "NewerBackup", "Restored"]
