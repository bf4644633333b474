"""What a request runs has names of its own."""

from functools import wraps

from fastapi import APIRouter, Depends, FastAPI, Request, WebSocket

app = FastAPI()


@app.websocket("/talk")
async def talk(socket: WebSocket):
    spoken = ""

    async def listen():
        nonlocal spoken
        spoken = await socket.receive_text()

    await socket.accept()
    await listen()
    await socket.send_text(spoken)


def collector(request: Request):
    first = None

    def collect(name):
        nonlocal first
        first = first or request.headers[name]
        return first

    return collect


@app.get("/headers")
def headers(collect=Depends(collector)):
    return collect("accept")


@app.post("/mount")
def mount(request: Request, name: str):
    router = APIRouter()
    owner = name

    @router.get("/{one}")
    def one(one: str):
        nonlocal owner
        owner = one
        return owner

    app.include_router(router, prefix=f"/{name}")


def counted(handler):
    calls = 0

    @wraps(handler)
    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        return handler(*args, **kwargs)

    return wrapper


@app.get("/counted")
@counted
def counting(request: Request):
    return request.url.path
