from contextvars import ContextVar
from uuid import uuid4

from fastapi import FastAPI, Request


def create_app() -> FastAPI:
    app = FastAPI()
    current = {"user": None}
    notes = []
    drafts = {}
    jobs = {}
    caller = ContextVar("caller")
    register(app, "staff")

    @app.middleware("http")
    async def who(request: Request, call_next):
        current["user"] = request.headers["x-user"]  # expect: ISO103
        caller.set(request.headers["x-user"])
        return await call_next(request)

    @app.post("/notes")
    async def note(request: Request):
        notes.append(await request.json())  # expect: ISO103
        return {"by": current["user"], "all": notes}

    @app.post("/drafts")
    async def draft(request: Request):
        user_id = request.session["user_id"]
        drafts[user_id] = await request.json()
        return drafts[user_id]

    @app.post("/jobs")
    async def start(request: Request):
        number = uuid4()
        jobs[number] = await request.json()
        return {"job": number, "waiting": jobs[number]}

    return app


def register(app: FastAPI, group: str) -> None:
    seen = []

    @app.get(f"/{group}")
    def show(name: str):
        seen.append(name)  # expect: ISO103
        return seen
