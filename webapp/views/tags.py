"""All tags: call one otherwise, or take it off all cases."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from webapp.catalogue.tags import BadTags, read_tag
from webapp.contexts.tags import make_tags
from webapp.presence import find_person
from webapp.security import make_token
from webapp.views import find_desk, go_to_address, show
from webapp.wording import say_done

blueprint = Blueprint("tags", __name__, url_prefix="/tags")


@blueprint.get("")
def show_tags() -> Response:
    """All tags with the number of their cases."""
    tags = find_desk().catalogue.tagging.list_all()
    return show(
        "tags/page.html", make_tags(csrf=make_token(), tags=tags, notice=say_done(request.args.get("done", "")))
    )


@blueprint.post("/rename")
def rename_tag() -> Response:
    """Call a tag otherwise on all its cases."""
    tagging = find_desk().catalogue.tagging
    key, typed = request.form.get("key", ""), request.form.get("name", "")
    try:
        tagging.rename(key, read_tag(typed), find_person())
    except BadTags as error:
        page = make_tags(csrf=make_token(), tags=tagging.list_all(), refused=(key, typed, str(error)))
        return show("tags/page.html", page, 422)
    return go_to_address(url_for("tags.show_tags", done="tag-renamed"))


@blueprint.post("/remove")
def remove_tag() -> Response:
    """Take a tag off all its cases."""
    find_desk().catalogue.tagging.remove(request.form.get("key", ""), find_person())
    return go_to_address(url_for("tags.show_tags", done="tag-removed"))
