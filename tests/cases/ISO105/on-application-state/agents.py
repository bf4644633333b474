class Agent:
    def __init__(self):
        self.steps = []

    def run(self, task):
        self.steps.append({"task": task})
        return self.steps


class Recorder:
    def __init__(self):
        self.marks = []

    def record(self, line):
        self.marks += [line]  # expect: ISO106
        return self.marks
