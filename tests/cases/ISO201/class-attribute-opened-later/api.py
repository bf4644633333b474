from mailbox import Mailbox as Box
from fastapi import FastAPI

app = FastAPI()


class Messages:
    mailbox = Box()

    async def all(self):
        return await self.mailbox.session.scalars("messages")


@app.get("/messages")
async def messages():
    return await Messages().all()
