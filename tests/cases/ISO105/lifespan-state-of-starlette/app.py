from contextlib import asynccontextmanager

from notes import Notes
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

kept = Notes()  # expect: ISO105


@asynccontextmanager
async def lifespan(app):
    yield {"notes": kept}


async def note(request: Request):
    kept.add(await request.json())
    return JSONResponse(kept.lines)


app = Starlette(routes=[Route("/notes", note, methods=["POST"])], lifespan=lifespan)
