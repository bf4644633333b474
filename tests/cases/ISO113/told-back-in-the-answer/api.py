import json
import logging

from fastapi import FastAPI
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, field_validator

from talks import talks

app = FastAPI()
log = logging.getLogger(__name__)


class Ask(BaseModel):
    text: str
    session_id: str | None = None


class Answer(BaseModel):
    text: str
    session_id: str

    @field_validator("text")
    @classmethod
    def is_short(cls, value):
        return value[:80]


class Plain:
    def __init__(self, session_id):
        self.session_id = session_id


class Known:
    def __init__(self, session_id):
        self.session_id = session_id
        talks.kept[session_id] = self


class Talk(BaseModel):
    session_id: str

    def said(self):
        return talks[self.session_id]


@app.post("/ask")
async def ask(body: Ask) -> Answer:
    session_id = body.session_id or "default"
    return Answer(text=body.text.upper(), session_id=session_id)


@app.post("/shout")
async def shout(body: Ask):
    answer = Answer(text=body.text.upper(), session_id=body.session_id or "default")
    log.info("shouted", extra=answer.model_dump())
    return JSONResponse(content=answer.model_dump())


@app.post("/stream")
async def stream(body: Ask):
    def parts():
        for word in body.text.split():
            part = Answer(text=word, session_id=body.session_id or "default")
            yield f"data: {json.dumps(part.model_dump())}"

    return StreamingResponse(parts())


@app.post("/plain")
async def plain(body: Ask):
    return Plain(session_id=body.session_id or "default")


@app.post("/known")
async def known(body: Ask):
    return Known(session_id=body.session_id or "default")  # expect: ISO113


@app.post("/tell")
async def tell(body: Ask):
    told = Answer(text=body.text, session_id=body.session_id or "default")  # expect: ISO113
    talks.keep(told)
    return told


@app.post("/last")
async def last(body: Ask):
    return Talk(session_id=body.session_id or "default").said()  # expect: ISO113


@app.post("/hold")
async def hold(body: Ask):
    app.state.held = Answer(text="", session_id=body.session_id or "default")  # expect: ISO113
    return {}
