"""Each page is one value, and its template asks for nothing that the value lacks."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest
from flask import render_template
from jinja2 import StrictUndefined, UndefinedError

from webapp import contexts


def test_templates_fail_on_what_is_not_there(app):
    assert app.jinja_env.undefined is StrictUndefined
    assert app.jinja_env.autoescape

    with app.test_request_context(), pytest.raises(UndefinedError):
        render_template("error/page.html", page=object())


@pytest.mark.parametrize("name", [name for name in vars(contexts) if name.endswith("Page")])
def test_every_page_is_a_frozen_value(name):
    page = getattr(contexts, name)

    assert is_dataclass(page)
    assert page.__dataclass_params__.frozen
    assert "title" in {field.name for field in fields(page)}


def test_hostile_names_are_shown_as_text(reader):
    name = '"><script>alert(1)</script>\u202e\x07'

    page = reader.open(f"/cases/{reader.make_case(title=name)}").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;U+202EU+0007" in page
