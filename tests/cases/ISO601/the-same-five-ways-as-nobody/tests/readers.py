import httpx


class ReadingClient(httpx.Client):
    def __init__(self, agent):
        super().__init__(base_url="http://localhost", headers={"User-Agent": agent})


class ReadingTest:
    def setup_method(self):
        self.http = httpx.Client(base_url="http://localhost")
        self.http.post("/shelves", json={"name": "novels"})
