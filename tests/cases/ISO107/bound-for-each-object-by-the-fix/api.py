from fastapi import FastAPI
from orders import Order, Parcel

app = FastAPI()


@app.post("/orders")
def order(thing: str, note: str):
    made = Order("new")
    made.put(thing)
    made.note(note)
    return made.lines


@app.post("/parcels")
def pack(thing: str):
    parcel = Parcel()
    parcel.pack(thing)
    return parcel.labels, parcel.contents
