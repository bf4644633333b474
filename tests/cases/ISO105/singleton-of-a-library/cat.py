from fastapi import FastAPI
from toolkit import Singleton, named, singleton

app = FastAPI()


@singleton  # the decorator is not in the program: its name decides
class Memory:  # expect: ISO105
    def __init__(self):
        self.lines = []

    def tell(self, line):
        self.lines.append(line)
        return self.lines


class Log(metaclass=Singleton):  # expect: ISO105
    def __init__(self):
        self.lines = []

    def tell(self, line):
        self.lines.append(line)
        return self.lines


@named
class Page:
    def __init__(self):
        self.lines = []

    def tell(self, line):
        self.lines.append(line)
        return self.lines


@app.post("/say")
def say(line: str):
    return Memory().tell(line), Log().tell(line), Page().tell(line)
