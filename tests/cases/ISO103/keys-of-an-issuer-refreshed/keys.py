import time

import httpx
import jwt

ISSUER = "https://login.example"
_jwks = {"keys": [], "fetched": 0.0}


def refresh():
    _jwks["keys"] = httpx.get(f"{ISSUER}/.well-known/jwks.json").json()["keys"]
    _jwks["fetched"] = time.monotonic()


def verified(token):
    kid = jwt.get_unverified_header(token)["kid"]
    known = {key["kid"]: key for key in _jwks["keys"]}
    if kid not in known or time.monotonic() - _jwks["fetched"] > 3600:
        refresh()
        known = {key["kid"]: key for key in _jwks["keys"]}
    return jwt.decode(token, known[kid], algorithms=["RS256"])
