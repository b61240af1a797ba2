"""A lesson, a teacher's class on it, and pupils, each in a browser of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

RELEASE = (
    "Minister opens the new bridge\n\n"
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n"
    "The bridge cost twelve million pounds and took three years to build, the department said.\n\n"
    "“It will serve the valley for a hundred years,” said Jane Byrne, the chief engineer of the county.\n\n"
    "Lorries of more than forty tonnes must keep to the old road until the spring.\n"
)
ARTICLE = (
    "Bridge opens at last\n\n"
    "The minister opened the new bridge over the river on Monday and thanked the engineers who built it.\n\n"
    "The crossing cost fourteen million pounds and building it took three years, according to the department.\n\n"
    "“It will serve the valley for a hundred years,” said Jane Byrne, the chief engineer of the county.\n\n"
    "Residents had waited for a crossing since the ferry stopped running two winters ago.\n"
)
EXPLAINED = "Copied word for word: xylophonists agree."


@dataclass
class Pupil:
    """Somebody in a class."""

    client: FlaskClient
    address: str = ""
    seen: list[str] = field(default_factory=list)

    def open(self, path: str = "", *, follow: bool = False) -> TestResponse:
        return self._note(self.client.get(path or self.address, follow_redirects=follow))

    def join(self, code: str, name: str = "", **fields: str) -> TestResponse:
        answer = self.post("/join", {"code": code, "name": name, **fields}, source="/join")
        self.address = answer.location or ""
        return answer

    def come_back(self, code: str, words: str) -> TestResponse:
        answer = self.post("/join/again", {"code": code, "words": words}, source="/join")
        self.address = answer.location or ""
        return answer

    def answer(self, task: str = "t1", *, script: bool = False, **fields: object) -> TestResponse:
        page = self.open(f"{self.address}?task={task}").text
        known = {name: find(page, name) for name in ("version", "key")}
        headers = {"Accept": "application/json"} if script else {}
        return self.post(f"{self.address}/answers/{task}", {**known, **fields}, headers=headers)

    def post(self, path: str, fields: dict, *, source: str = "", headers: dict | None = None) -> TestResponse:
        token = find(self.open(source or self.address).text, "csrf_token")
        return self._note(self.client.post(path, data={"csrf_token": token, **fields}, headers=headers or {}))

    def _note(self, answer: TestResponse) -> TestResponse:
        self.seen.append(answer.text)
        self.seen.append(str(answer.headers))
        return answer


@dataclass
class Teacher:
    """Whoever teaches the class, in a browser."""

    reader: object
    lesson: str
    room: str = ""

    def start(self, **fields: str) -> str:
        """Start a class; gives its code."""
        answer = self.reader.send(f"/lessons/{self.lesson}/classes", {"pace": "teacher", "names": "chosen", **fields})
        assert answer.status_code == 303, answer.text
        self.room = answer.location.partition("?")[0]
        return self.code

    @property
    def code(self) -> str:
        found = re.search(r"Code: </span>([A-Z0-9 ]+)</p>", self.reader.open(self.room).text)
        return found[1].strip() if found else ""

    def lead(self, act: str, task: str = "", **fields: str) -> TestResponse:
        return self.reader.send(f"{self.room}/lead", {"act": act, "task": task, **fields})

    def door(self, act: str) -> TestResponse:
        return self.reader.send(f"{self.room}/door", {"act": act})

    def change(self, pupil: str, act: str, **fields: str) -> TestResponse:
        return self.reader.send(f"{self.room}/pupils/{self.find_pupil(pupil)}", {"act": act, **fields})

    def find_pupil(self, name: str) -> str:
        page = self.reader.open(self.room).text
        return re.search(rf"pupil=([\w-]+)#pupil\"><bdi>{re.escape(name)}</bdi>", page)[1]


def find(page: str, name: str) -> str:
    """The value of a hidden field."""
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def make_lesson(reader, **fields: str) -> str:
    """A lesson made from a comparison as a teacher makes it; gives its id."""
    case = reader.compare(RELEASE, ARTICLE, title="The bridge").location.split("/")[2].partition("?")[0]
    made = reader.send(f"/cases/{case}/articles/1/teach", {"minutes": "45", "level": "standard", **fields})
    return made.location.split("/")[2].partition("?")[0]


@pytest.fixture
def desk(app):
    return app.extensions["copytrail"]


@pytest.fixture
def teacher(reader) -> Teacher:
    return Teacher(reader, make_lesson(reader))


@pytest.fixture
def add_pupil(app: Flask):
    """Makes pupils, each in a browser of their own."""
    return lambda: Pupil(app.test_client())


@pytest.fixture
def pupil(add_pupil) -> Pupil:
    return add_pupil()
