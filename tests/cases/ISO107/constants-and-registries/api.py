from fastapi import FastAPI
from shapes import Shape

app = FastAPI()


@app.get("/shapes/{name}")
def shape(name: str):
    return Shape.kinds[name]().area(), Shape.made
