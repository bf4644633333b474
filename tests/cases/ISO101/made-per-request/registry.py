class AgentRegistry:
    def __init__(self, user_id):
        self._user_id = user_id

    def get_agent(self, name): ...


def get_registry(user_id: str):
    return AgentRegistry(user_id)
