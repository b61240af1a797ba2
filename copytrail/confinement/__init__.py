"""Files read in a process of their own, with limits on time and memory, so that none can hang or fill the program."""

from copytrail.confinement.reading import extract_confined, prepare

__all__ = ["extract_confined", "prepare"]
