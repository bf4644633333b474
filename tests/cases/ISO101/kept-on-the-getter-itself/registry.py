class AgentRegistry:
    def get_agent(self, name): ...


def get_registry():
    if not hasattr(get_registry, "only_one"):
        get_registry.only_one = AgentRegistry()
    return get_registry.only_one
