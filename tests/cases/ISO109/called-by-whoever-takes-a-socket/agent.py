import os


class Agent:
    def __init__(self, model):
        self.model = model

    async def answer(self, task):
        return task


async def run_agent(task, websocket, strategy):
    os.environ["STRATEGY"] = strategy  # expect: ISO109
    answer = await Agent(strategy).answer(task)
    await websocket.send_text(answer)


def load(path):
    os.environ["DATA"] = path
