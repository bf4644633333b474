from dataclasses import dataclass, field

import attrs
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Cart:
    items = []
    total = 0

    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        self.total = item


@dataclass
class Order:
    lines: list = field(default_factory=list)

    def add(self, line):
        self.lines.append(line)


@attrs.define
class Parcel:
    contents: list = attrs.field(factory=list)

    def pack(self, thing):
        self.contents.append(thing)


class Invoice(BaseModel):
    rows: list[str] = []

    def add(self, row):
        self.rows.append(row)


@app.post("/items")
def put(item: str):
    cart, order, parcel, invoice = Cart(), Order(), Parcel(), Invoice()
    cart.put(item)
    order.add(item)
    parcel.pack(item)
    invoice.add(item)
    return cart.items, cart.total, order.lines, parcel.contents, invoice.rows
