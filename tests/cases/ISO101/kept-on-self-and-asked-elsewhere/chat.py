class Chat:
    def __init__(self, registry):
        self.agent_registry = registry

    async def answer(self, question):
        agent = self.agent_registry.get("helper")  # expect: ISO101
        return await agent.run(question)
