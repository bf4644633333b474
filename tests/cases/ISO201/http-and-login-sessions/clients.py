import aiohttp
import requests


class LoginSession: ...


class Weather:
    def __init__(self):
        self.session = requests.Session()
        self.db = aiohttp.ClientSession()
        self.login_session = LoginSession()


weather = Weather()
