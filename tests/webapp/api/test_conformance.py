"""Every operation, tried with what its description allows: no fault of ours, and answers that are described."""

from __future__ import annotations

from dataclasses import replace

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS

from tests.webapp.api.conftest import ROOT, Program
from tests.webapp.conftest import ARTICLE, RELEASE, Clock, make_settings
from webapp import create_app
from webapp.api.access import Scope
from webapp.people.table import RIGHTS

EXAMPLES = 5
NAMES = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
OPERATIONS = sorted(endpoint for endpoint in RIGHTS if endpoint.startswith("api."))


@schemathesis.serializer("application/zip")
def send_bytes(_context, value):
    """Any bytes: no backup will be among them."""
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The application, which opens no addresses, and its description."""
    app = create_app(replace(make_settings(tmp_path_factory.mktemp("served")), fetch=False), clock=Clock())
    yield app, schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", close_answers(app))
    app.extensions["copytrail"].services.database.close()


def close_answers(app):
    """The application behind a server that closes what it has sent, which the asking library leaves open."""

    def serve(environ, start_response):
        answer = app(environ, start_response)
        try:
            return [b"".join(answer)]
        finally:
            answer.close()

    return serve


@pytest.fixture(scope="module")
def program(served) -> Program:
    app, _ = served
    return Program(
        app.test_client(), app.extensions["copytrail"].tokens.make(None, "Tests", scope=Scope.MANAGE, days=7)
    )


def fill_places(program: Program, path: str) -> dict[str, object]:
    """Places that lead somewhere: a case with a note and a finding, and what else the path names."""
    article = ARTICLE.replace("two winters", "twelve million pounds and 3 years")
    case = program.post("/cases", {"original": RELEASE, "articles": [article]}).json
    noted = program.post(f"/cases/{case['id']}/articles/1/notes", {"text": "Why?"}).json
    claims = [finding["claim"] for finding in noted["findings"]]
    more = {}
    if "{share_id}" in path:
        more["share_id"] = program.post(f"/cases/{case['id']}/shares").json["share"]["id"]
    if "{stamp}" in path:
        more["stamp"] = program.get(f"/cases/{case['id']}/history").json["events"][-1]["then"]
    if "{lesson_id}" in path:
        more["lesson_id"] = program.post(f"/cases/{case['id']}/articles/1/lessons").json["id"]
    return {
        "case_id": case["id"],
        "document_id": case["articles"][0]["id"],
        "number": 1,
        "note_id": noted["notes"][0]["id"],
        "claim": claims[0] if claims else "none",
        **more,
    }


@pytest.mark.parametrize("endpoint", OPERATIONS)
@pytest.mark.parametrize("is_there", [True, False], ids=["there", "anywhere"])
def test_answers_are_as_described(served, program, endpoint, is_there):
    _, group, name = endpoint.split(".")
    operation = served[1].find_operation_by_id(f"{group}_{name}")
    places = fill_places(program, operation.path) if is_there and "{" in operation.path else {}
    used = {each: value for each, value in places.items() if f"{{{each}}}" in operation.path}
    checks = [check for check in CHECKS.get_all() if check.__name__ in NAMES]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(path_parameters=used or None))
    def ask(case):
        answer = case.call(headers={"Authorization": f"Bearer {program.token}", "Accept-Encoding": "identity"})
        case.validate_response(answer, checks=checks)

    ask()
    assert len(checks) == len(NAMES)
