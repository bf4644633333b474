import os
from dataclasses import dataclass

from pydantic import BaseModel, SecretStr, model_validator


class Model(BaseModel):
    name: str
    access_key: SecretStr | None = None
    region: str | None = None

    @model_validator(mode="after")
    def _export(self):
        if self.access_key:
            os.environ["CLOUD_ACCESS_KEY"] = self.access_key.get_secret_value()  # expect: ISO109
        return self


class Provider:
    def __init__(self, spec, api_key):
        self.spec = spec
        self._prepare(api_key)

    def _prepare(self, api_key):
        if self.spec.gateway:
            os.environ[self.spec.variable] = api_key  # expect: ISO109
        else:
            os.environ.setdefault(self.spec.variable, api_key)


@dataclass
class Client:
    token: str

    def connect(self):
        os.environ.update(SERVICE_TOKEN=self.token)  # expect: ISO109
        return open_connection()
