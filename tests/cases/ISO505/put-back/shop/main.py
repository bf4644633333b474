from fastapi import FastAPI

app = FastAPI()


def catalogue():
    return ["chair"]
