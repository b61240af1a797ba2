"""What can go wrong in the engine, each as one sentence for the person who can mend it."""


class CopytrailError(Exception):
    """Something went wrong in Copytrail."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or (type(self).__doc__ or "").strip())


class UnreadableInput(CopytrailError):
    """The file could not be read as text."""


class EmptyText(CopytrailError):
    """There is no text to compare."""


class StandardInputTwice(CopytrailError):
    """Only one text can come from standard input."""


class WouldOverwrite(CopytrailError):
    """The result would overwrite one of the inputs."""


class UnknownEnding(CopytrailError):
    """The ending of the file names no format that Copytrail writes."""


class BadPairLine(CopytrailError):
    """The line does not describe a pair of texts."""


class BadComparisonData(CopytrailError):
    """The data is not a comparison that this version can read."""


class BadExtractData(CopytrailError):
    """The data is not what a file yielded, in a form that this version can read."""


class BadExportOption(CopytrailError):
    """What was asked of an export is not possible."""


class BadLesson(CopytrailError):
    """The file is not a lesson that this version can read."""


class BadAnswer(CopytrailError):
    """The answer does not fit its task."""
