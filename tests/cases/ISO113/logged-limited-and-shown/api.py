import logging

from fastapi import FastAPI, Request

app = FastAPI()
log = logging.getLogger(__name__)
rate_limits = {}
NAMES = {"anonymous": "Guest"}


class Tracer:
    def span(self, name, session_id=None):
        return name


tracer = Tracer()


@app.get("/hello")
def hello(request: Request, username: str | None = None):
    name = username or "anonymous"
    log.info("hello", extra={"user_id": name})
    rate_limits[name] = rate_limits.get(name, 0) + 1
    tracer.span("hello", session_id=request.headers.get("X-Session-Id", "unknown"))
    parts = {}
    parts[name] = 1
    return {"hello": name, "parts": parts}
