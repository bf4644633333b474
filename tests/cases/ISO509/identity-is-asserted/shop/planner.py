class UserExecutionContext:
    def __init__(self, user_id, run_id):
        self.user_id = user_id
        self.run_id = run_id


class Planner:
    async def plan(self, context):
        return {"for": context.user_id, "steps": []}
