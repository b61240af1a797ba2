"""What can go wrong with accounts, signing in and rights."""

from copytrail.errors import CopytrailError
from webapp.faults.missing import NotFound


class BadPassword(CopytrailError):
    """The password cannot be taken."""


class BadName(CopytrailError):
    """The name cannot be taken."""


class UnknownPerson(NotFound):
    """There is nobody of this name."""


class UnknownTeam(NotFound):
    """There is no team of this name."""


class UnknownLink(NotFound):
    """The link is not good any more: it was used, withdrawn or has run out. Ask for a new one."""


class UnknownSignIn(NotFound):
    """The sign-in has ended already."""


class LastAdmin(CopytrailError):
    """Nobody else is an administrator: make somebody one first."""


class NotPermitted(CopytrailError):
    """Your account does not allow this. Ask an administrator if you need it."""


class OnlyHere(NotPermitted):
    """Without accounts Copytrail answers on its own computer only, and this came through another server."""


class WrongCredentials(CopytrailError):
    """Name and password do not go together."""


class TriedTooOften(CopytrailError):
    """It was tried too often."""

    def __init__(self, seconds: int) -> None:
        wait = f"{seconds} seconds" if seconds < 90 else f"{-(-seconds // 60)} minutes"
        super().__init__(f"That was tried too often: please try again in {wait}.")
        self.seconds = seconds


class SignOnFailed(CopytrailError):
    """Your newsroom's sign-on did not say who you are: try again, or sign in with a password."""


class NotInvited(CopytrailError):
    """Nobody invited you to this Copytrail yet: ask an administrator for an invitation to your e-mail address."""


class BadAccess(CopytrailError):
    """The case cannot be shown to these people."""
