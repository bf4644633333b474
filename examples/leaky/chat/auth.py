"""Signed tokens: who is asking."""

import hashlib
import hmac
import os
from typing import Annotated

from fastapi import Depends, HTTPException, WebSocketException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

SECRET = os.environ.get("CHAT_SECRET", "for development only").encode()
bearer = HTTPBearer()


def issue_token(user_id: str) -> str:
    signature = hmac.new(SECRET, user_id.encode(), hashlib.sha256).hexdigest()
    return f"{user_id}.{signature}"


def verify_token(token: str) -> str | None:
    user_id = token.rpartition(".")[0]
    return user_id if hmac.compare_digest(token.encode(), issue_token(user_id).encode()) else None


def current_user(credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> str:
    user_id = verify_token(credentials.credentials)
    if user_id is None:
        raise HTTPException(status_code=401, detail="invalid token")
    return user_id


def socket_user(token: str) -> str:
    """Browsers cannot set headers on a WebSocket: the token is in the query."""
    user_id = verify_token(token)
    if user_id is None:
        raise WebSocketException(code=1008, reason="invalid token")
    return user_id


CurrentUser = Annotated[str, Depends(current_user)]
SocketUser = Annotated[str, Depends(socket_user)]
