import asyncio

from fastapi import FastAPI

app = FastAPI()


class UserExecutionContext:
    def __init__(self, user_id):
        self.user_id = user_id


async def run(context: UserExecutionContext, user_id: str): ...


@app.get("/comprehension")
async def comprehension(users: list[str]):
    context = UserExecutionContext("all")
    await asyncio.gather(*[run(context, user_id) for user_id in users])  # expect: ISO405


@app.get("/two")
async def two(first_user: str, second_user: str):
    context = UserExecutionContext(first_user)
    await asyncio.gather(
        run(context, first_user),
        run(context, second_user),  # expect: ISO405
    )


@app.get("/loop")
async def loop(users: list[str]):
    context = UserExecutionContext("all")
    tasks = []
    for user_id in users:
        context.user_id = user_id  # expect: ISO405
        tasks.append(asyncio.create_task(run(context, user_id)))  # expect: ISO405
    await asyncio.gather(*tasks)
