from collections import defaultdict


class Entity:
    """Something with a number."""

    def __init__(self) -> None:
        self.number = 0


class Order(Entity):
    """What somebody wants."""

    currency = "EUR"

    # what is in it, by kind
    lines: dict[str, list[str]] = defaultdict(
        list,
    )
    notes: list[str] = []  # for the driver

    def __init__(self, state: str) -> None:
        """An order in a state."""
        super().__init__()
        self.state = state

    def put(self, thing: str) -> None:
        self.lines["thing"].append(thing)  # expect: ISO107

    def note(self, text: str) -> None:
        self.notes.append(text)  # expect: ISO107
        print(self.notes)


class Parcel(Entity):
    contents = []
    size = 3
    labels = {}

    # what a carrier asks for
    def pack(self, thing: str) -> None:
        self.contents.append(thing)  # expect: ISO107
        self.labels["last"] = thing  # expect: ISO107
