from fastapi import FastAPI

app = FastAPI()


class Monitor:
    def __init__(self):
        self.events = []
        self.tokens = set()
        self.notes = []

    def record(self, event):
        self.events.append(event)
        self.events = self.events[-10:]
        return len(self.events)

    def used(self, token):
        self.tokens = {token}
        return token in self.tokens

    def note(self, text):
        self.notes.append(text)

    def report(self):
        return self.notes


class Page:
    def __init__(self, events):
        self.events = events
        self.notes = []

    def shown(self):
        return self.events, self.notes


monitor = Monitor()


@app.post("/event")
def event(event: str, token: str):
    monitor.note(event)
    return monitor.record(event), monitor.used(token), Page([]).shown()
