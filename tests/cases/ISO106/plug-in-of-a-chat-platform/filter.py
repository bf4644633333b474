"""The host makes one object of the class, and calls its methods for every user's chat."""

import time
from typing import Optional

from pydantic import BaseModel

started = 0.0
last_model = ""


class Filter:
    class Valves(BaseModel):
        priority: int = 0

    def __init__(self):
        self.valves = self.Valves()
        self.user = None
        self.seen = {}

    async def inlet(self, body: dict, __user__: Optional[dict] = None) -> dict:
        global started, last_model
        started = time.time()
        last_model = body["model"]  # expect: ISO104
        self.user = __user__  # expect: ISO106
        self.seen[__user__["id"]] = body["messages"]
        return body

    async def outlet(self, body: dict, __user__: Optional[dict] = None) -> dict:
        body["took"] = time.time() - started
        body["by"] = f"{last_model} {self.user} {self.seen[__user__['id']]}"
        return body
