from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from feed import crew, feed

app = FastAPI()


@app.get("/feed")
async def listen(user_id: str, room: str) -> StreamingResponse:
    queue = feed.subscribe(user_id, room)

    async def events():
        try:
            while True:
                yield await queue.get()
        finally:
            feed.subscribers.discard(queue)

    return StreamingResponse(events())


@app.post("/answers")
async def answer(user_id: str, event: dict) -> None:
    feed.say(user_id, "asked")
    feed.say_in_room("lobby", "asked")
    feed.announce("somebody asked")
    crew.tell(user_id, event)
    await feed.answer(event)
    await feed.notify(user_id, event)
