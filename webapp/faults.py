"""What can go wrong in the shell, each as one sentence for the person in front of the page."""

from copytrail.errors import CopytrailError


class BadSetting(CopytrailError):
    """A setting has a value that cannot be used."""


class PortTaken(CopytrailError):
    """The port cannot be listened on."""


class NotFound(CopytrailError):
    """There is nothing at this address."""


class UnknownCase(NotFound):
    """The case is not here; it may have been deleted."""


class InTrash(UnknownCase):
    """The case is in the trash."""

    def __init__(self, case_id: str) -> None:
        super().__init__(str(UnknownCase()))
        self.case_id = case_id


class UnknownArticle(NotFound):
    """The article is not in the case; it may have been deleted."""


class UnknownParagraph(NotFound):
    """There is no paragraph of this number in the text."""


class UnknownDraft(NotFound):
    """The unfinished form is not here any more; it may have been compared or discarded."""


class UnknownPage(NotFound):
    """The page that your browser sent is not held any more: send it again."""


class UnknownNote(NotFound):
    """The note is not here any more: it was deleted meanwhile."""


class NoChanges(NotFound):
    """The file holds no tracked changes, so there are no two readings of it to compare."""


class UnknownShare(NotFound):
    """The link is not here, or it was revoked before."""


class ClosedLink(NotFound):
    """The link leads nowhere: it may be mistyped, have run out, or have been withdrawn."""


class TooManyGuesses(CopytrailError):
    """Too many wrong links were tried here in the last minute."""


class SharingOff(CopytrailError):
    """Sharing is switched off on this Copytrail: no link is made, and those made before lead nowhere."""


class StillComparing(CopytrailError):
    """Copytrail is still comparing the articles of this case."""

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id


class NotCompared(NotFound):
    """The article could not be compared: the page of its case says why, and lets you try again."""


class AlreadyStored(CopytrailError):
    """It was stored before, or the case it belongs to was deleted meanwhile."""


class UnfittingRows(CopytrailError):
    """Rows do not fit the tables."""


class UnreachablePage(CopytrailError):
    """The page cannot be fetched."""


class ChangedMeanwhile(CopytrailError):
    """The comparison was changed on another page meanwhile. Nothing was kept: look at the passage again."""


class NotTheWriter(CopytrailError):
    """Only who wrote a note can change or delete it."""


class BadNote(CopytrailError):
    """The note cannot be kept."""


class OrderedMeanwhile(CopytrailError):
    """Somebody else put the articles in another order meanwhile. Nothing was changed: this is how they stand now."""


class StoreUnavailable(CopytrailError):
    """The database does not answer just now."""


class StoreBusy(StoreUnavailable):
    """The database is busy with another task and did not become free in time."""


class StoreReadOnly(StoreUnavailable):
    """The database can be read but not written."""


class StoreFull(StoreUnavailable):
    """The disk that holds the database is full."""


class NewerDatabase(StoreUnavailable):
    """The database was made by a newer version of Copytrail; install that version to open it."""


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


class NoAccounts(CopytrailError):
    """Copytrail answers others only with accounts: make the first one with `copytrail user add NAME --role admin`."""


class BadAccess(CopytrailError):
    """The case cannot be shown to these people."""


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
