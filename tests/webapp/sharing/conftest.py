"""A case to share, and somebody who has nothing but a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient

SECRET_TITLE = "Confidential case title"


@dataclass
class Sharer:
    """Somebody at the desk, who makes links of one case."""

    reader: object
    case: str

    @property
    def address(self) -> str:
        return f"/cases/{self.case}/shares"

    def make(self, what: str = "article-1", **fields: str) -> str:
        """Make a link; gives its path."""
        return self.find_link(self.reader.open(self.send(what, **fields).location).text)

    def send(self, what: str = "article-1", *, follow: bool = False, **fields: str):
        key = self.reader.find_field(self.reader.open(self.address).text, "key")
        return self.reader.send(self.address, {"what": what, "until": "7", "key": key, **fields}, follow=follow)

    @staticmethod
    def find_link(page: str) -> str:
        return re.search(r'id="link" value="http://localhost(/shared/[^"]+)"', page)[1]

    def list_ids(self) -> list[str]:
        return re.findall(r"/shares/([\w-]+)/revoke", self.reader.open(self.address).text)

    def revoke(self, share_id: str | None = None):
        return self.reader.send(f"{self.address}/{share_id or self.list_ids()[0]}/revoke", follow=False)


@pytest.fixture
def sharer(reader) -> Sharer:
    return Sharer(reader, reader.make_case(title=SECRET_TITLE))


@pytest.fixture
def holder(app) -> FlaskClient:
    """Somebody with a link, without a cookie."""
    return app.test_client(use_cookies=False)
