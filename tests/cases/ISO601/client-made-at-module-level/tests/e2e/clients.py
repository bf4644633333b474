import requests

alice = requests.Session()
alice.headers["X-Session"] = "alice"
