import requests


class Gateway:
    def __init__(self, url):
        self.url = url
        self.session = requests.Session()
        self.session.headers["User-Agent"] = "shop"

    def speak_for(self, token):
        self.session.headers["Authorization"] = f"Bearer {token}"  # expect: ISO207

    def forward(self, address):
        transport = self.session._transport
        transport.client = address  # expect: ISO207

    def fetch(self, path):
        return self.session.get(self.url + path).json()
