from dataclasses import dataclass, field

import attrs
from fastapi import FastAPI

app = FastAPI()
NOTHING = {}


@attrs.define
class Parcel:
    contents: list = attrs.field(default=[])
    labels: list = []

    def pack(self, thing):
        self.contents.append(thing)  # expect: ISO107
        self.labels.append(thing)  # expect: ISO107


@dataclass
class Order:
    options: dict = field(default=NOTHING)

    def choose(self, option):
        self.options["last"] = option  # expect: ISO107
        return self.options


@app.post("/parcels")
def pack(thing: str):
    parcel = Parcel()
    parcel.pack(thing)
    return parcel.contents, parcel.labels, Order().choose(thing)
