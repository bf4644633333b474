from fastapi import FastAPI

app = FastAPI()


class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def get_agent(self, name):
        return self._agents[name]

    def greeter(self):
        return self.get_agent("greeter")


registry = AgentRegistry()


@app.post("/ask")
async def ask(question: str):
    return await registry.get_agent("helper").run(question)  # expect: ISO101
