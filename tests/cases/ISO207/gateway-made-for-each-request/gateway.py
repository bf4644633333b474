import requests


class Gateway:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def log_in(self, username, password):
        self.session.auth = (username, password)
        self.session.post("https://billing.example/login", data={"password": password})
        return self.session.get("https://billing.example/me").json()
