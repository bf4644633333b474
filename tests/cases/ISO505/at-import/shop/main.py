from fastapi import FastAPI

app = FastAPI()


def clock():
    return 0
