from fastapi import FastAPI
from letters import Mailbox as Box

app = FastAPI()


class Messages:
    mailbox = Box()

    async def all(self):
        return await self.mailbox.session.scalars("messages")


@app.get("/messages")
async def messages():
    return await Messages().all()
