"""The description of the API, and the reference that people read."""

from __future__ import annotations

import json
import re
import shlex
import threading
from html import unescape

import pytest
from jsonschema import Draft202012Validator

from tests.webapp.api.conftest import ROOT
from webapp.api.access import Scope, find_scope
from webapp.api.examples import EXAMPLES
from webapp.people.table import RIGHTS
from webapp.serving import open_server


@pytest.fixture
def description(program) -> dict:
    return program.get("/openapi.json").json


def list_operations(description: dict):
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def test_every_route_is_described(app, description):
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")]
    served = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule).removeprefix(ROOT))
        for rule in rules
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }

    assert {(method, path) for method, path, _ in list_operations(description)} == served


def test_names_of_operations_are_unique(description):
    names = [operation["operationId"] for _, _, operation in list_operations(description)]

    assert len(names) == len(set(names))


def test_scopes_are_those_of_the_table(description):
    for _, _, operation in list_operations(description):
        group, _, name = operation["operationId"].partition("_")
        scope = find_scope(RIGHTS[f"api.{group}.{name}"])
        assert operation["security"] == ([{"token": [scope.value]}] if scope else [])


def test_schemas_are_ones_themselves(description):
    for schema in description["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_references_lead_somewhere(description):
    named = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(description)))

    assert named - set(description["components"]["schemas"]) == set()
    assert "TextGiven" in named


def test_every_field_is_described(description):
    for name, schema in description["components"]["schemas"].items():
        for field, part in schema["properties"].items():
            assert name == "Comparison" or part["description"], (name, field)


def test_reference_names_every_operation(reader, description):
    page = unescape(reader.open("/api").text)

    for method, path, operation in list_operations(description):
        assert f"{method} {path}</code>" in page
        assert operation["summary"] in page
    assert "<script" not in page.partition("<body>")[2]


def test_anchors_of_the_reference_exist(reader):
    page = reader.open("/api").text

    assert set(re.findall(r'href="#([\w-]+)"', page)) <= set(re.findall(r'id="([\w-]+)"', page))


@pytest.fixture
def token(app) -> str:
    return app.extensions["copytrail"].tokens.make(None, "Examples", scope=Scope.WRITE, days=7)


@pytest.fixture
def server(app):
    """The application behind a port, as programs meet it."""
    server = open_server(app, host="127.0.0.1", ports=[0])
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"{server.address}{ROOT}"
    server.stop()
    thread.join()


@pytest.mark.parametrize("example", [each for each in EXAMPLES if each.language == "Python"], ids=lambda e: e.title)
def test_python_examples_run(server, token, capsys, example):
    exec(compile(example.write(server, token), example.title, "exec"), {})

    assert "edited" in capsys.readouterr().out


@pytest.mark.parametrize("example", [each for each in EXAMPLES if each.language == "curl"], ids=lambda e: e.title)
def test_curl_examples_are_answered(program, token, example):
    words = shlex.split(example.write(ROOT, token))
    method, address = words[words.index("--request") + 1 : words.index("--request") + 3]
    headers = dict(word.split(": ", 1) for word in words if re.match(r"[A-Z][\w-]+: ", word))

    answer = program.ask(method, address.removeprefix(ROOT), data=words[-1], headers=headers)

    assert answer.status_code == 200, answer.text
