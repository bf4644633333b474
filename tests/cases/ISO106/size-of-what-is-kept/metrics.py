from fastapi import FastAPI

app = FastAPI()


class Metrics:
    def __init__(self):
        self.size = 0
        self.known = False
        self.last = ""

    def measure(self, words):
        self.size = len(words)
        self.known = isinstance(words, list)
        self.last = words[-1]  # expect: ISO106

    def told(self):
        return self.size, self.known, self.last


metrics = Metrics()


@app.post("/words")
def words(words: list[str]):
    metrics.measure(words)
    return metrics.told()
