from dependency_injector.wiring import Closing, Provide, inject
from flask import Flask

from containers import Container, Mailer

app = Flask(__name__)


class Settings:
    mailer = None
    footer = None


settings = Settings()


@app.post("/letters/<word>")
@inject
def write(word, mailer: Mailer = Provide[Container.mailer], other: Mailer = Closing[Provide[Container.mailer]]):
    settings.mailer = mailer or other
    settings.footer = word  # expect: ISO106
    return [settings.mailer, settings.footer]
