class Agent:
    def __init__(self, name):
        self.name = name
        self.user_id = None
        self.task = None

    async def run(self, task):
        self.task = task  # expect: ISO106
        return f"{self.name} does {self.task} for {self.user_id}"
