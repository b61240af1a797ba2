"""`copytrail case`: the stored cases from the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from copytrail.cli.streams import say, warn
from copytrail.cli.verbs import Formatter
from webapp.catalogue.asking import CaseOrder, CaseState
from webapp.checking import check_title
from webapp.faults import BadName
from webapp.leavings import AGAIN, LINGERS
from webapp.people.rights import Need
from webapp.terminal import making, showing
from webapp.terminal.workplace import Workplace, add_workplace_options, open_workplace

Add = Callable[[str, str, Callable[[Workplace, Namespace], int]], ArgumentParser]
_EXAMPLES = """examples:
  copytrail case create release.txt story.txt --title "The bridge"
  copytrail case list "new bridge" --json
  copytrail case findings 3kQ9xZ"""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `case`, with a verb of its own for each thing that can be done."""
    parser.description = (
        "List, make and change the stored cases, as the pages do; the server may go on running. "
        "A case is named by the id in its address, or by the first characters of it."
    )
    parser.epilog = _EXAMPLES
    deeds = parser.add_subparsers(title="what to do", metavar="DEED", required=True)

    def add(name: str, about: str, run: Callable[[Workplace, Namespace], int]) -> ArgumentParser:
        deed = deeds.add_parser(
            name, help=about, description=f"{about[0].upper()}{about[1:]}.", formatter_class=Formatter
        )
        add_workplace_options(deed)
        deed.set_defaults(run=lambda options: _run(run, options))
        return deed

    _add_looking(add)
    _add_making(add)
    for name, act in _ACTS.items():
        add(name, act.about, _doing(act)).add_argument("cases", metavar="CASE", nargs="+", help="the cases")


def _add_looking(add: Add) -> None:
    listing = add("list", "list the cases, or those in which words are found", showing.list_cases)
    listing.add_argument(
        "words", metavar="WORD", nargs="*", help="words, or phrases in quotation marks: '\"new bridge\"'"
    )
    listing.add_argument("--tag", default="", help="only those with this tag")
    listing.add_argument(
        "--in", choices=tuple(CaseState), default=CaseState.ACTIVE, dest="state", help="where they lie (%(default)s)"
    )
    listing.add_argument(
        "--sort", choices=tuple(CaseOrder), default=CaseOrder.CHANGED, help="their order (%(default)s)"
    )
    listing.add_argument("--page", metavar="N", type=int, default=1, help="the page of a long list (%(default)s)")
    looks = (
        ("show", "show what a case holds", showing.show_case),
        ("findings", "show what is to be checked in a case", showing.show_findings),
        ("notes", "show what people wrote in a case", showing.show_notes),
    )
    for name, about, run in looks:
        look = add(name, about, run)
        look.add_argument("case", metavar="CASE", help="the case")
        look.add_argument("--article", metavar="N", type=int, default=0, help="only this article, counted from 1")
        look.add_argument("--json", action="store_true", help="as data")
    listing.add_argument("--json", action="store_true", help="as data")


def _add_making(add: Add) -> None:
    create = add("create", "make a case of files, addresses of pages, or a folder", _create)
    create.add_argument(
        "texts",
        metavar="TEXT",
        nargs="+",
        help="the release, then its articles; or a folder with a file called original or release, or with a case.toml",
    )
    create.add_argument("--title", default="", help="the name of the case")
    more = add("add", "add articles to a case", _add_texts)
    more.add_argument("case", metavar="CASE", help="the case")
    more.add_argument("texts", metavar="TEXT", nargs="*", default=[], help="files, or addresses of pages")
    for each in (create, more):
        each.add_argument(
            "--reference", metavar="FILE", action="append", default=[], dest="references", help="a further original"
        )
    rename = add("rename", "give a case another name", _rename)
    rename.add_argument("case", metavar="CASE", help="the case")
    rename.add_argument("title", metavar="TITLE", help="its new name; an empty one takes that of the release")


def _run(run: Callable[[Workplace, Namespace], int], options: Namespace) -> int:
    with open_workplace(options) as place:
        done = run(place, options)
        if not place.services.database.leavings.are_there:
            return done
        warn(f"{LINGERS} {AGAIN}")
        return done or 1


def _create(place: Workplace, options: Namespace) -> int:
    _check_title(options.title)
    place.check(Need.MEMBER)
    case = making.make_case(place, options.title, options.texts, options.references)
    say(case.id)
    return 0


def _add_texts(place: Workplace, options: Namespace) -> int:
    making.add_texts(place, place.find_case(options.case, Need.EDIT_CASE), options.texts, options.references)
    return 0


def _rename(place: Workplace, options: Namespace) -> int:
    _check_title(options.title)
    place.services.rename_case(place.find_case(options.case, Need.EDIT_CASE), options.title, person=place.person)
    return 0


def _check_title(title: str) -> None:
    errors = check_title("title", title)
    if errors:
        raise BadName(errors[0].message)


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done with several cases, what a person needs for it, and where the cases must lie."""

    about: str
    need: Need
    run: Callable[[Workplace, list[str]], int]
    condition: str


def _doing(act: _Act) -> Callable[[Workplace, Namespace], int]:
    """An act on several cases; it fails where one of them does not lie where it must."""

    def run(place: Workplace, options: Namespace) -> int:
        ids = [place.find_case(name, act.need) for name in dict.fromkeys(options.cases)]
        moved = act.run(place, ids)
        if moved == len(ids):
            return 0
        left = len(ids) - moved
        said = "was left as it was" if left == 1 else "were left as they were"
        warn(f"{left} of {len(ids)} cases {said}: {act.condition}")
        return 1

    return run


_ACTS = {
    "archive": _Act(
        "put cases into the archive",
        Need.EDIT_CASE,
        lambda place, ids: place.catalogue.shelving.archive(ids, place.person),
        "only what stands in the list can be archived.",
    ),
    "unarchive": _Act(
        "bring cases back from the archive",
        Need.EDIT_CASE,
        lambda place, ids: place.catalogue.shelving.bring_back(ids, place.person),
        "only what lies in the archive can be brought back.",
    ),
    "trash": _Act(
        "put cases into the trash, which is emptied after some days",
        Need.MANAGE_CASE,
        lambda place, ids: place.catalogue.shelving.throw_away(ids, place.person),
        "what lies in the trash already cannot be thrown away.",
    ),
    "restore": _Act(
        "take cases out of the trash",
        Need.MANAGE_CASE,
        lambda place, ids: place.catalogue.shelving.restore(ids, place.person),
        "only what lies in the trash can be restored.",
    ),
    "delete": _Act(
        "delete cases in the trash for good",
        Need.MANAGE_CASE,
        lambda place, ids: place.catalogue.shelving.delete(ids),
        "only what lies in the trash is deleted for good; put it there with copytrail case trash.",
    ),
}
