"""The operations that the application serves, each with its address and with what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

from flask import current_app
from werkzeug.routing import Rule

from webapp.api.operations import Operation, Route
from webapp.api.problems import ROOT
from webapp.people.table import RIGHTS

_PLACE = re.compile(r"<(?:(int):)?(\w+)>")


def list_routes() -> tuple[Route, ...]:
    """All operations, in the order of their declarations."""
    rules = (rule for rule in current_app.url_map.iter_rules() if rule.endpoint.startswith("api."))
    return tuple(route for rule in rules for route in _list_methods(rule))


def find_operation(endpoint: str) -> Operation:
    """What is declared of a view, in its module."""
    _api, group, name = endpoint.split(".")
    found: Operation = import_module(f"webapp.views.api.{group}").OPERATIONS[name]
    return found


def _list_methods(rule: Rule) -> Iterator[Route]:
    _api, group, name = rule.endpoint.split(".")
    for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
        yield Route(
            name=name,
            group=group,
            method=method,
            path=_PLACE.sub(r"{\2}", rule.rule).removeprefix(ROOT),
            places={found: int if kind else str for kind, found in _PLACE.findall(rule.rule)},
            need=RIGHTS[rule.endpoint],
            operation=find_operation(rule.endpoint),
        )
