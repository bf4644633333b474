from functools import partial


class AgentRegistry:
    def __init__(self, user_id):
        self.user_id = user_id


class Helper: ...


registry = {"helper": partial(Helper)}
