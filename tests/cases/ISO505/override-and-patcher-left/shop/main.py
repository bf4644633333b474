from fastapi import Depends, FastAPI

app = FastAPI()


def catalogue():
    return ["chair"]


@app.get("/goods")
def goods(listed=Depends(catalogue)):
    return listed
