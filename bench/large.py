"""A case of many articles: how long it takes to compare in the background, and how long its pages take afterwards.

`python -m bench.large [ARTICLES] [FOLDER]`
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from copytrail.case_files import bundled_cases
from webapp import create_app
from webapp.jobs.crew import make_worker
from webapp.records import GivenText
from webapp.settings import read_settings

PAGES = ("", "?page=5", "/grid", "/grid?sort=findings&page=3", "/trail", "/ledger", "/texts", "/articles/7", "/history")
ROUNDS = 9


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        measure_case(Path(sys.argv[2] if len(sys.argv) > 2 else folder), articles)


def measure_case(folder: Path, articles: int) -> None:
    settings = replace(read_settings({"COPYTRAIL_DATA": str(folder)}), workers=0)
    app = create_app(settings)
    desk = app.extensions["copytrail"]
    desk.queue.alarm.listeners.append(lambda: None)
    original = next(iter(bundled_cases())).original.data
    begun = time.perf_counter()
    case = desk.services.create_case("Large", GivenText(content=original), tuple(make_articles(articles)))
    print(f"kept, and answered: {time.perf_counter() - begun:.2f} s")
    begun = time.perf_counter()
    steps = make_worker(desk.services.database, "bench").work_off()
    print(f"compared by one worker: {time.perf_counter() - begun:.1f} s, {steps} steps")
    client = app.test_client()
    for page in PAGES:
        times = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            answer = client.get(f"/cases/{case.id}{page}")
            times.append(time.perf_counter() - begun)
        middle, worst = statistics.median(times[1:]), max(times[1:])
        print(
            f"{page or '/':28} {answer.status_code} {len(answer.data) / 1000:7.0f} kB "
            f"first {1000 * times[0]:4.0f}, middle {1000 * middle:4.0f}, worst {1000 * worst:4.0f} ms"
        )


def make_articles(articles: int) -> Iterator[GivenText]:
    """Articles of about 700 words, made of the bundled ones: some paragraphs left out, some words changed, some new."""
    rolls = random.Random(1)
    texts = [text.data.decode().split("\n\n") for text in next(iter(bundled_cases())).derivatives[:3]]
    words = [word for text in texts for paragraph in text for word in paragraph.split()]
    for number in range(articles):
        kept = [paragraph for paragraph in texts[number % 3] if rolls.random() > 0.25]
        kept = [" ".join(w if rolls.random() > 0.04 else rolls.choice(words) for w in each.split()) for each in kept]
        for _ in range(2):
            sentence = " ".join(rolls.choice(words) for _ in range(40)).capitalize()
            kept.insert(rolls.randrange(len(kept) + 1), f"{sentence}.")
        date = f"2025-08-{1 + number % 28:02d}"
        yield GivenText(content="\n\n".join(kept).encode(), title=f"Article number {number + 1}", published=date)


if __name__ == "__main__":
    main()
