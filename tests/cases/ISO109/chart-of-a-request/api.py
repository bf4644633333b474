import io

import matplotlib.pyplot as plt
from fastapi import FastAPI
from matplotlib.figure import Figure

app = FastAPI()


@app.post("/chart")
def chart(values: list[float]):
    plt.figure()
    plt.plot(values)  # expect: ISO109
    plt.title("prices")
    return picture(plt)


@app.post("/line")
async def line(values: list[float]):
    plt.figure()
    plt.plot(values)
    return picture(plt)


@app.post("/stored")
async def stored(values: list[float]):
    plt.figure()
    plt.plot(values)  # expect: ISO109
    await store(values)
    return picture(plt)


@app.post("/own")
def own(values: list[float]):
    figure = Figure()
    figure.subplots().plot(values)
    other, axes = plt.subplots()
    axes.plot(values)
    return picture(figure), picture(other)


def picture(figure):
    buffer = io.BytesIO()
    figure.savefig(buffer)
    return buffer.getvalue().hex()


async def store(values):
    print(values)
