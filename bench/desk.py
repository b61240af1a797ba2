"""Times the list of cases, and deleting, on a database filled with many.

`python -m bench.desk [--cases 1000] [--database URL]`. Each page is asked for some times through the application
itself, without a network; the median and the slowest count. The goal is 200 ms for any page of the list with 1,000
cases and 5,000 articles of 800 words, and 5 s for deleting cases for good, until no file of ours
holds anything of them.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask.testing import FlaskClient

from bench.texts import make_original
from webapp import create_app, store
from webapp.catalogue.tags import read_tags
from webapp.people.rights import ALONE
from webapp.reading import receive_text
from webapp.records import GivenText
from webapp.settings import read_settings
from webapp.views import Desk

ARTICLES = 4
WORDS = 800
ROUNDS = 9
GOAL = 200
MANY = 100
DELETING_GOAL = 5
START = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Fill a database and print how long its pages take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--database", default="", help="an empty PostgreSQL database instead of a file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings({"COPYTRAIL_DATA": folder, "COPYTRAIL_DATABASE": options.database})
        app = create_app(settings)
        desk: Desk = app.extensions["copytrail"]
        desk.services.database.upgrade()
        words = fill(desk, options.cases)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        print(
            f"{options.cases} cases, {options.cases * (ARTICLES + 1)} documents of {WORDS} words, {size / 1e6:.0f} MB"
        )
        report(app.test_client(), desk, words)
        report_deleting(desk)
        desk.services.database.close()


def fill(desk: Desk, cases: int) -> list[str]:
    """Store cases with texts like prose; gives their words, the commonest first."""
    heard: Counter[str] = Counter()
    for number in range(cases):
        with desk.services.database.writing() as connection:
            case_id, now = desk.services.make_id(), START + timedelta(minutes=number)
            title = f"The case of the number {number}" if number % 2 else ""
            store.cases.add_case(connection, case_id, title=title, bundled=None, now=now)
            texts = []
            for place in range(ARTICLES + 1):
                text = make_original(WORDS, seed=number * (ARTICLES + 1) + place)
                heard.update(text.split())
                given = GivenText(content=text.encode(), title=f"Text {place} of {number}", publisher="The Post")
                texts.append((receive_text(given, document_id=desk.services.make_id(), place=place, now=now), given))
            store.cases.fill_case(connection, case_id, texts=tuple(texts), form=None)
            store.tags.set_tags(connection, case_id, read_tags(f"tag {number % 17}, group {number % 5}"))
    return [word for word, _times in heard.most_common() if word.isalpha()]


def report(client: FlaskClient, desk: Desk, words: list[str]) -> None:
    """Print one line for each page."""
    started = time.perf_counter()
    rounds = 0
    while desk.catalogue.finding.copy_missing(ALONE):
        rounds += 1
    print(f"copying all texts for the search: {time.perf_counter() - started:.1f} s in {rounds + 1} goes")
    common, rare, none = words[3], words[-1], "qqqzzz"
    pages = {
        "first page": "/",
        "list": "/cases",
        "list by name": "/cases?sort=name",
        "list, last page": "/cases?page=9999",
        "tag": "/cases?tag=tag 3",
        "common word": f"/cases?q={common}",
        "rare word": f"/cases?q={rare}",
        "no such word": f"/cases?q={none}",
        "three words": f"/cases?q={common} {rare} {words[50]}",
        "three common words": f"/cases?q={common} {words[8]} {words[9]}",
        "phrase": f'/cases?q="{words[0]} {words[1]}"',
        "tags": "/tags",
    }
    for name, address in pages.items():
        median, slowest, size = measure(client, address)
        verdict = "" if median <= GOAL else f"  over the goal of {GOAL} ms"
        print(f"{name:<20} {median:6.0f} ms  slowest {slowest:6.0f} ms  {size / 1000:5.0f} kB{verdict}")


def report_deleting(desk: Desk) -> None:
    """Print how long it takes until a case, and many at once, are gone from the database and from memory."""
    shelving = desk.catalogue.shelving
    lying = [line.id for line in desk.services.list_cases()]
    for number in (1, 1, 1, MANY):
        gone, lying = lying[:number], lying[number:]
        desk.services.open_comparisons(gone[0])
        shelving.throw_away(gone)
        started = time.perf_counter()
        shelving.delete(gone)
        spent = time.perf_counter() - started
        verdict = "" if spent <= DELETING_GOAL else f"  over the goal of {DELETING_GOAL} s"
        print(f"{f'deleting {len(gone)} for good':<20} {1000 * spent:6.0f} ms{verdict}")


def measure(client: FlaskClient, address: str) -> tuple[float, float, int]:
    """The median and the slowest of some rounds in milliseconds, and the size of the page."""
    spent = []
    size = 0
    for _ in range(ROUNDS):
        started = time.perf_counter()
        answer = client.get(address)
        spent.append(1000 * (time.perf_counter() - started))
        size = len(answer.data)
    return statistics.median(spent), max(spent), size


if __name__ == "__main__":
    main()
