from agents import Agent


class Orchestrator:
    def __init__(self):
        self.writer = Agent("writer")

    async def run(self, user_id, task):
        self.writer.user_id = user_id  # expect: ISO106
        return await self.writer.run(task)
