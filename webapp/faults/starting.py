"""What keeps the server from starting."""

from copytrail.errors import CopytrailError


class BadSetting(CopytrailError):
    """A setting has a value that cannot be used."""


class PortTaken(CopytrailError):
    """The port cannot be listened on."""


class NoAccounts(CopytrailError):
    """Copytrail answers others only with accounts: make the first one with `copytrail user add NAME --role admin`."""
