import itertools


class Job:
    numbers = itertools.count()
    started = 0
    steps = []
    text = ""

    def __init__(self, user_id):
        self.user_id = user_id
        self.number = next(self.numbers)
        self.text = user_id
        Job.started += 1

    @classmethod
    def describe(cls):
        return f"{cls.__name__} {cls.started}"

    def run(self):
        self.result = self.text.upper()
        return self.result
