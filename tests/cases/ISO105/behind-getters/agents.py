from functools import lru_cache


class Agent:
    def __init__(self):
        self.memory = []

    def run(self, task):
        self.memory.append(task)
        return self.memory


_agent = None  # expect: ISO105


def get_agent():  # expect: ISO105
    global _agent
    if _agent is None:
        _agent = Agent()
    return _agent


class Planner:
    def __init__(self):
        self.plans = []

    def plan(self, goal):
        self.plans.append(goal)
        return self.plans


@lru_cache
def get_planner():  # expect: ISO105
    return Planner()


class Critic:
    def __init__(self):
        self.seen = []

    def judge(self, text):
        self.seen.append(text)
        return self.seen


def get_critic():  # expect: ISO105
    if not hasattr(get_critic, "critic"):
        get_critic.critic = Critic()
    return get_critic.critic
