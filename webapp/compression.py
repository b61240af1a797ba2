"""Answers made smaller for browsers that ask for it.

A page holds words of the person and words of the address beside one another, so its packed size could tell
something to another site that makes the browser ask for it again and again (BREACH). Such requests, and those of
browsers that do not say where they come from, get plain answers.
"""

from __future__ import annotations

import gzip

from flask import Response, request

LEAST = 1_400
"""Smaller answers go in one packet as they are."""
LEVEL = 4
_KINDS = ("text/html", "text/css", "text/javascript", "application/json", "image/svg+xml", "text/plain")


def compress(response: Response) -> Response:
    """The answer, packed where that is asked for and worth it."""
    if response.mimetype not in _KINDS or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    own = request.headers.get("Sec-Fetch-Site", "" if request.cookies else "none") in {"same-origin", "none"}
    if not own or response.status_code in {204, 206, 304} or not request.accept_encodings["gzip"]:
        return response
    if response.is_streamed and not response.direct_passthrough:
        return response
    response.direct_passthrough = False
    content = response.get_data()
    if len(content) >= LEAST:
        response.set_data(gzip.compress(content, LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        if response.get_etag()[0]:
            response.set_etag(f"{response.get_etag()[0]}-gzip")
    return response
