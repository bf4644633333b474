from uuid import uuid4


class JobStore:
    def __init__(self):
        self.jobs = {}

    def add(self, text):
        number = uuid4()
        self.jobs[number] = {"text": text, "status": "new"}
        return number
