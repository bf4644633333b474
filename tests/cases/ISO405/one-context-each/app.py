import asyncio
from copy import copy
from dataclasses import replace

from contexts import UserExecutionContext
from fastapi import FastAPI

app = FastAPI()
SYSTEM_CONTEXT = UserExecutionContext("system")
ADMIN = UserExecutionContext(user_id=None)
DEFAULTS = {"plan": "free"}


async def run(context: UserExecutionContext, user_id: str, request_id: str = ""): ...


@app.get("/everybody")
async def everybody(users: list[str]):
    await run(SYSTEM_CONTEXT, "system")
    await run(ADMIN, "admin")
    tasks = []
    for user_id in users:
        context = UserExecutionContext(user_id)
        context.user_id = user_id
        tasks.append(run(context, user_id))
    await asyncio.gather(*tasks)
    await asyncio.gather(*[run(UserExecutionContext(user_id), user_id) for user_id in users])


@app.get("/one")
async def one(user_id: str, requests: list[str]):
    context = UserExecutionContext(user_id)
    await asyncio.gather(*[run(context, user_id, request) for request in requests])
    await asyncio.gather(run(context, user_id, "a"), run(context, user_id, "b"))
    await run(context, user_id)


@app.get("/children")
async def children(user_id: str, users: list[str]):
    parent = UserExecutionContext(user_id, metadata={**DEFAULTS})
    same = UserExecutionContext(user_id, metadata=parent.metadata)
    others = [UserExecutionContext(other, metadata=dict(parent.metadata)) for other in users]
    return same, others, UserExecutionContext(user_id, metadata=DEFAULTS.copy()), copy(parent), replace(parent)
