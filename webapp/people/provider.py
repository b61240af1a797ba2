"""A provider of sign-on (OpenID Connect), asked by this small client and by nothing else.

It opens the issuer's metadata and the addresses these name, over https (http on this machine alone), follows no
redirect, reads a megabyte at most, and waits ten seconds at most. What a person types leads it nowhere.
"""

from __future__ import annotations

import http.client
import json
import ssl
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from webapp.faults import SignOnFailed
from webapp.settings import SignOn

ALGORITHMS = ("RS256", "ES256", "PS256")
LARGEST, SECONDS, LEEWAY = 1_000_000, 10, 60
LONGEST_SUBJECT = 255
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What is kept in the browser while somebody is at the provider."""

    state: str
    nonce: str
    verifier: str
    going: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Whom the provider says it is."""

    subject: str
    name: str
    email: str
    """Empty unless the provider has verified it."""


@dataclass(frozen=True, slots=True)
class Provider:
    """The newsroom's own sign-on."""

    settings: SignOn
    metadata: dict[str, str] = field(default_factory=dict)
    """Where its addresses are, once they were asked for."""

    def name_address(self, attempt: Attempt, back: str) -> str:
        """Where the browser goes to be known."""
        from authlib.oauth2.rfc7636 import create_s256_code_challenge  # noqa: PLC0415 - large, and seldom needed

        query = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": back,
            "scope": "openid email profile",
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": create_s256_code_challenge(attempt.verifier),
            "code_challenge_method": "S256",
        }
        address = self._find("authorization_endpoint")
        return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"

    def exchange(self, code: str, attempt: Attempt, back: str, now: float) -> Known:
        """Whom the provider says it is, for the code that the browser brought back; fails where anything is amiss."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self.settings.client_id,
            "client_secret": self.settings.client_secret,
            "code_verifier": attempt.verifier,
        }
        answer = _ask(self._find("token_endpoint"), urlencode(form))
        claims = self._read_token(str(answer.get("id_token", "")), attempt.nonce, now)
        email = str(claims.get("email", "")) if claims.get("email_verified") is True else ""
        name = str(claims.get("name") or claims.get("preferred_username") or email.partition("@")[0] or "Somebody")
        return Known(subject=str(claims["sub"]), name=name, email=email)

    def _read_token(self, value: str, nonce: str, now: float) -> dict[str, Any]:
        """What the token says, if it is signed by the issuer, for us, for this attempt, and still good."""
        from authlib.oidc.core import CodeIDToken  # noqa: PLC0415 - large, and seldom needed
        from joserfc import jwt  # noqa: PLC0415
        from joserfc.errors import JoseError  # noqa: PLC0415
        from joserfc.jwk import KeySet  # noqa: PLC0415

        try:
            keys = KeySet.import_key_set(_ask(self._find("jwks_uri")))  # type: ignore[arg-type]
            token = jwt.decode(value, keys, algorithms=list(ALGORITHMS))
            wanted = {
                "iss": {"essential": True, "value": self.settings.issuer},
                "aud": {"essential": True, "value": self.settings.client_id},
            }
            params = {"nonce": nonce, "client_id": self.settings.client_id}
            claims = CodeIDToken(token.claims, token.header, options=wanted, params=params)
            claims.validate(now=int(now), leeway=LEEWAY)
            if not 0 < len(str(claims["sub"])) <= LONGEST_SUBJECT:
                raise SignOnFailed
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise SignOnFailed from error
        return dict(claims)

    def _find(self, name: str) -> str:
        """One of the provider's addresses."""
        if not self.metadata:
            known = _ask(f"{self.settings.issuer.rstrip('/')}/.well-known/openid-configuration")
            if known.get("issuer") != self.settings.issuer:
                raise SignOnFailed
            self.metadata.update({key: value for key, value in known.items() if isinstance(value, str)})
        if name not in self.metadata:
            raise SignOnFailed
        return self.metadata[name]


def is_safe(address: str) -> bool:
    """Whether what is sent there is read by nobody else: https, or http within this machine.

    >>> is_safe("https://id.example"), is_safe("http://id.example"), is_safe("http://127.0.0.1:9")
    (True, False, True)
    """
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    )


def _ask(address: str, form: str | None = None) -> dict[str, Any]:
    """The JSON at an address of the provider; with a form it is sent."""
    if not is_safe(address):
        raise SignOnFailed
    parts = urlsplit(address)
    connection = _connect(parts.scheme, parts.hostname or "", parts.port)
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        connection.request("POST" if form is not None else "GET", path, body=form, headers=headers)
        response = connection.getresponse()
        body = response.read(LARGEST + 1)
        answer = json.loads(body) if response.status == 200 and len(body) <= LARGEST else None
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise SignOnFailed from error
    finally:
        connection.close()
    if not isinstance(answer, dict):
        raise SignOnFailed
    return answer


def _connect(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=SECONDS, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=SECONDS)
