import weakref
from contextlib import AsyncExitStack

from engines import Emitter, UserExecutionContext, UserExecutionEngine
from fastapi import BackgroundTasks, Depends, FastAPI

app = FastAPI()


def make(user_id):
    return UserExecutionEngine(UserExecutionContext(user_id))


class Runner:
    def __init__(self, user_id):
        self.engine = make(user_id)

    async def close(self):
        await self.engine.cleanup()


async def engine_of(user_id: str):
    engine = make(user_id)
    try:
        yield engine
    finally:
        await engine.cleanup()


async def finish(engine):
    await engine.run()
    await engine.cleanup()


@app.get("/block")
async def block(user_id: str):
    async with UserExecutionEngine(UserExecutionContext(user_id)) as engine:
        return await engine.run()


@app.get("/finally")
async def in_finally(user_id: str, injected=Depends(engine_of)):
    engine = make(user_id)
    try:
        return await engine.run()
    finally:
        await engine.cleanup()


@app.get("/stack")
async def stack(user_id: str):
    async with AsyncExitStack() as ends:
        engine = await ends.enter_async_context(make(user_id))
        other = make(user_id)
        ends.push_async_callback(other.cleanup)
        return await engine.run()


@app.get("/handed-on")
async def handed_on(user_id: str, later: BackgroundTasks):
    first, second, third = make(user_id), make(user_id), make(user_id)
    later.add_task(first.cleanup)
    weakref.finalize(later, print, second)
    await finish(third)
    return Runner(user_id)


@app.get("/values")
async def values(user_id: str, socket: str):
    context = UserExecutionContext(user_id)
    context.notes["seen"] = True
    Emitter(context, socket).send("done")
