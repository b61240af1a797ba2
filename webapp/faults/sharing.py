"""What can go wrong with links for people without an account."""

from copytrail.errors import CopytrailError
from webapp.faults.missing import NotFound


class UnknownShare(NotFound):
    """The link is not here, or it was revoked before."""


class ClosedLink(NotFound):
    """The link leads nowhere: it may be mistyped, have run out, or have been withdrawn."""


class TooManyGuesses(CopytrailError):
    """Too many wrong links were tried here in the last minute."""


class SharingOff(CopytrailError):
    """Sharing is switched off on this Copytrail: no link is made, and those made before lead nowhere."""
