"""What every answer carries and every request must show: headers, host, form token, secret key."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import IO

from flask import Flask, Request, Response, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFError, CSRFProtect, generate_csrf
from werkzeug.exceptions import BadRequest

from webapp.api.problems import is_api
from webapp.settings import Settings

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_OPEN_TO_OTHERS = frozenset({"pages.receive_page", "shared.refuse_write"})
"""What other sites may send: a page is held in memory only, before a person says more; a shared page takes nothing."""
_YEAR = 31_536_000


class UnknownHost(BadRequest):
    """The request names a host that this server does not answer for."""


class MemoryRequest(Request):
    """A request whose uploads stay in memory, so that no draft lies about in a temporary file."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        del total_content_length, content_type, filename, content_length
        return io.BytesIO()


class FittingCookies(SecureCookieSessionInterface):
    """Cookies that go over https only, where that is set or the page itself came over it."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether this answer's cookie is one of them."""
        return super().get_cookie_secure(app) or request.is_secure


def protect(app: Flask, settings: Settings) -> None:
    """Put the application's guards in place."""
    app.request_class = MemoryRequest
    app.session_interface = FittingCookies()
    app.config.update(
        SECRET_KEY=load_secret(settings.data_folder),
        SESSION_COOKIE_NAME="copytrail",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        MAX_CONTENT_LENGTH=settings.form_limit,
        MAX_FORM_MEMORY_SIZE=settings.form_limit,
        MAX_FORM_PARTS=20 * (settings.case_limit + 2),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        WTF_CSRF_CHECK_DEFAULT=False,
    )
    app.before_request(lambda: check_host(settings.hosts))
    app.after_request(add_headers)
    app.url_defaults(lambda endpoint, values: add_version(app, endpoint, values))


def refuse_forgeries(app: Flask) -> None:
    """Check the token of every form; put in place after the gate, so that a refusal shows nobody another's page."""
    csrf = CSRFProtect(app)
    app.before_request(lambda: check_write(csrf))


def make_token() -> str:
    """The token that every form carries; asking for it sets the cookie it is checked against."""
    token: str = generate_csrf()
    return token


def check_host(hosts: tuple[str, ...]) -> None:
    """Refuse a request for another host: a strange name may be rebound to this machine."""
    name = request.host.lower()
    bare = name.rpartition(":")[0] if name.rpartition(":")[2].isdigit() and not name.endswith("]") else name
    if bare not in hosts:
        raise UnknownHost


def check_write(csrf: CSRFProtect) -> None:
    """Refuse a write that another site began, or that comes without the form's token."""
    if request.method not in _WRITES or request.endpoint in _OPEN_TO_OTHERS:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise CSRFError("The form was sent from another site.")
    if not is_api(request.path):  # programs show a token, which no browser adds by itself
        csrf.protect()


def add_headers(response: Response) -> Response:
    """The headers of every answer; pages are never kept by a cache, versioned static files for a year."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    elif "v" in request.args and response.status_code == 200:
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    else:
        response.headers["Cache-Control"] = "no-cache"
    return response


def add_version(app: Flask, endpoint: str, values: dict[str, object]) -> None:
    """Give the address of a static file its checksum, so that it may be cached for long."""
    if endpoint == "static" and app.static_folder and "filename" in values:
        path = Path(f"{app.static_folder}/{values['filename']}")
        with contextlib.suppress(OSError):
            values["v"] = _sum_file(path, path.stat().st_mtime_ns)


def load_secret(folder: Path) -> str:
    """The key that signs cookies, made at the first start and kept for nobody else to read."""
    path = folder / "secret.key"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(32)
        file.write(key)
    return key


@lru_cache(maxsize=256)
def _sum_file(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
