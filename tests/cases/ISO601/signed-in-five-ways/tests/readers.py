import httpx


class ReadingClient(httpx.Client):
    def __init__(self, name):
        super().__init__(base_url="http://localhost", headers={"X-Reader": name})


class ReadingTest:
    def setup_method(self):
        self.http = httpx.Client(base_url="http://localhost")
        self.http.post("/login", json={"name": "dave"})
