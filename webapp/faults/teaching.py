"""What can go wrong with lessons and classes."""

from copytrail.errors import CopytrailError
from webapp.faults.missing import NotFound


class UnknownLesson(NotFound):
    """The lesson is not here; it may have been deleted."""


class UnknownTask(NotFound):
    """The task is not in the lesson; it may have been deleted."""


class UnknownClass(NotFound):
    """The class is not here; it may have ended, or its day may have come."""


class UnknownPupil(NotFound):
    """The pupil is not in this class any more."""


class ChangedLesson(CopytrailError):
    """The lesson was changed on another page meanwhile. Nothing was kept: look at it again."""


class NoTasks(CopytrailError):
    """The lesson has no task yet: add one before you start a class."""


class WrongCode(CopytrailError):
    """No class has this code just now. Look at the board again: a code has six letters and figures."""


class ClosedClass(CopytrailError):
    """The class is closed: ask your teacher to open it."""


class FullClass(CopytrailError):
    """The class is full: ask your teacher."""


class NameTaken(CopytrailError):
    """Somebody in this class has that name. Choose another one."""


class BadNickname(CopytrailError):
    """The name cannot be taken."""


class WrongWords(CopytrailError):
    """Nobody in this class has these words. Write the three words that your page showed you, or ask your teacher."""


class TooLate(CopytrailError):
    """The task has been revealed, so its answers stay as they were."""


class NotYet(CopytrailError):
    """Your class is not at this task yet."""


class EndedClass(CopytrailError):
    """The class has ended, so its answers stay as they were."""


class AnsweredElsewhere(CopytrailError):
    """You changed this answer on another page meanwhile. Look at it, then save again."""
