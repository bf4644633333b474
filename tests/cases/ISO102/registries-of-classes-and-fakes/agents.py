class Helper:
    def __init__(self, user): ...


class AgentRegistry:
    """Holds classes, of which everybody makes objects of their own."""

    def __init__(self):
        self._classes: dict[str, type] = {}

    def register(self, name: str, kind: type):
        self._classes[name] = kind

    def get_agent(self, name: str) -> type[Helper]:
        return self._classes[name]


registry = AgentRegistry()
registry.register("helper", Helper)
