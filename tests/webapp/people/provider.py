"""A small provider of sign-on for the tests, on loopback: metadata, keys, and tokens as good or bad as asked for."""

from __future__ import annotations

import json
import threading
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

KEY = RSAKey.generate_key(2048, {"kid": "one"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "one"})
CLIENT, SECRET = "copytrail-tests", "a client's secret"


class TestProvider:
    """What the provider was asked, and what it will say."""

    __test__ = False

    def __init__(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.claims: dict = {}
        self.key, self.unsigned, self.named_issuer = KEY, False, self.issuer
        self.asked: dict = {}
        self.sent: dict = {}
        self.now = time.time
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def allow(self, address: str) -> dict[str, str]:
        """What a person's browser brings back after it was sent here."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        return {"code": "good", "state": self.asked["state"]}

    def answer(self, path: str, form: dict) -> dict:
        if path == "/.well-known/openid-configuration":
            places = {"authorization_endpoint": "/go", "token_endpoint": "/token", "jwks_uri": "/keys"}
            return {"issuer": self.named_issuer, **{name: self.issuer + place for name, place in places.items()}}
        if path == "/keys":
            return {"keys": [KEY.as_dict(private=False)]}
        self.sent = form
        digest = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")
        if digest != self.asked["code_challenge"] or form["client_secret"] != SECRET:
            return {"error": "invalid_grant"}
        return {"access_token": "x", "token_type": "Bearer", "id_token": self._make_token()}

    def _make_token(self) -> str:
        now = int(self.now())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "subject-1",
            "iat": now,
            "exp": now + 300,
            "nonce": self.asked["nonce"],
            "name": "Ida Example",
            "email": "ida@newsroom.example",
            "email_verified": True,
            **self.claims,
        }
        if self.unsigned:
            parts = ({"alg": "none"}, claims)
            return ".".join(urlsafe_b64encode(json.dumps(each).encode()).decode().rstrip("=") for each in parts) + "."
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)

    def _make_handler(provider):  # noqa: N805 - the handler's own methods have the other self
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._say(provider.answer(urlsplit(self.path).path, {}))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = {name: values[0] for name, values in parse_qs(body).items()}
                self._say(provider.answer(urlsplit(self.path).path, form))

            def _say(self, answer: dict) -> None:
                body = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_arguments: object) -> None:
                pass

        return Handler
