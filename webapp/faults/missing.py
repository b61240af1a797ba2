"""What is not there, whatever it is."""

from copytrail.errors import CopytrailError


class NotFound(CopytrailError):
    """There is nothing at this address."""
