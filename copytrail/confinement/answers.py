"""What crosses the border between the process that asks and the one that reads: a request, and its answer."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from copytrail.confinement.limits import WALL_SECONDS
from copytrail.errors import BadExtractData, CopytrailError, EmptyText, UnreadableInput
from copytrail.intake.extract_data import Json, extract_from_data, extract_to_data
from copytrail.intake.extracts import Changes, Extract, FileOptions
from copytrail.intake.formats import FORMATS

_TOO_MUCH = "Reading this file takes more time or memory than Copytrail allows: copy its text and paste it."
_DAMAGED = "This is damaged, or unusual for {}: save it anew, or copy its text and paste it."


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read."""

    format_name: str
    options: FileOptions
    seconds: int = WALL_SECONDS
    """By the clock, until it is given up."""

    def encode(self) -> bytes:
        """The request without the file."""
        return json.dumps([self.format_name, asdict(self.options), self.seconds]).encode("ascii")


def read_request(data: bytes) -> Request:
    """The request that was encoded."""
    name, options, seconds = json.loads(data)
    return Request(name, FileOptions(encoding=options["encoding"], changes=Changes(options["changes"])), seconds)


def answer(request: Request, data: bytes) -> bytes:
    """Read the file and give its extract, or the reason why it cannot be read, as data."""
    kind = FORMATS[request.format_name]
    try:
        answered: Json = {"extract": extract_to_data(kind.extract(data, request.options))}
    except EmptyText:
        answered = {"empty": True}
    except CopytrailError as error:
        answered = {"problem": str(error)}
    except MemoryError:
        answered = {"problem": _TOO_MUCH}
    except Exception:  # noqa: BLE001 - a library may fail in any way; what it says is not for a reader
        answered = {"problem": _DAMAGED.format(kind.title)}
    return json.dumps(answered).encode("ascii")


def read_answer(data: bytes) -> Extract:
    """The extract of an answer; raises what went wrong.

    No answer at all means that a limit was met, and so does one that makes no sense: nothing that a hostile file may
    have had its reader say is taken on trust.
    """
    try:
        answered = json.loads(data)
        if "extract" in answered:
            return extract_from_data(answered["extract"])
        problem = EmptyText() if "empty" in answered else UnreadableInput(str(answered["problem"]))
    except (ValueError, TypeError, LookupError, RecursionError, BadExtractData) as error:
        raise UnreadableInput(_TOO_MUCH) from error
    raise problem
