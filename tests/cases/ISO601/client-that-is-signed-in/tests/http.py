import httpx


class Carol:
    def setup_method(self):
        self.http = httpx.Client(cookies={"sid": "carol"})
