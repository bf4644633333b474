import os
import subprocess

from pydantic_settings import BaseSettings


class Keys(BaseSettings):
    api_key: str

    def export(self):
        os.environ["SERVICE_API_KEY"] = self.api_key


class ServiceConfig:
    def __init__(self, api_key):
        os.environ["SERVICE_API_KEY"] = api_key


class Loader:
    def load(self, settings, config):
        os.environ["SERVICE_API_KEY"] = settings.api_key
        os.environ["SERVICE_TOKEN"] = config.get("token")


class Trainer:
    def __init__(self, seed, folder, max_tokens):
        os.environ["SEED"] = str(seed)
        os.environ["CACHE"] = folder
        os.environ["MAX_TOKENS"] = max_tokens


class Child:
    def __init__(self, api_key):
        self.api_key = api_key

    def run(self):
        subprocess.run(["work"], env={**os.environ, "API_KEY": self.api_key}, check=True)


class Keyed:
    def __init__(self):
        os.environ["API_KEY"] = os.environ["OTHER_API_KEY"]
        os.environ["TOKEN"] = "none"
