class Run:
    def __init__(self, bridge):
        self.bridge = bridge

    async def execute(self, request):
        await self.bridge.send({"type": "agent_started", "request": request})
        await self.bridge.send({"type": "agent_completed"})
