class Grounding:
    def __init__(self, conf={"temperature": 0.0, "top_k": 1}):
        self.conf = conf
        self.temperature = self.conf["temperature"]

    def options(self):
        return {**self.conf}


class Tuned:
    def __init__(self, conf={"temperature": 0.0}):  # expect: ISO110
        self.conf = conf

    def warm(self, value):
        self.conf["temperature"] = value
