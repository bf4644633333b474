from agents import AgentRegistry
from fastapi import FastAPI


class Service:
    def __init__(self, registry, title):
        self._registry = registry
        self.title = title


class Chat(Service):
    def __init__(self, registry):
        super().__init__(registry, "chat")

    async def answer(self, question):
        return await self._registry.get_agent("helper").run(question)  # expect: ISO101


app = FastAPI()
chat = Chat(AgentRegistry())


@app.post("/ask")
async def ask(question: str):
    return await chat.answer(question)
