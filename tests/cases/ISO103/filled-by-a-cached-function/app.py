from functools import lru_cache

from fastapi import FastAPI

app = FastAPI()


class Page:
    def __init__(self, fields: list):
        self.fields = fields

    def shown(self):
        return repr(self)


def fields_of(model: str):
    fields: list[tuple] = []
    for name in ("id", "title"):
        fields.append((name, model))
    return fields


@lru_cache
def cached_fields(model: str):
    return fields_of(model)


@app.get("/fields/{model}")
def fields(model: str):
    return Page(cached_fields(model)).shown()
