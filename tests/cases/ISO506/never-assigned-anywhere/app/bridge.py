class Bridge:
    def __init__(self):
        self.pool = None

    def configure(self, registry, pool):
        self.pool = pool

    def send(self, user, text):
        self.pool.append(text)

    async def run(self):
        return []

    def close(self):
        self.pool = None
