from fastapi import FastAPI
from fastapi.responses import JSONResponse
from peewee import Model

app = FastAPI()


@app.get("/rows")
def rows(tenant: str):
    Model.table = tenant  # expect: ISO111
    JSONResponse.charset = tenant  # expect: ISO111
    return list(Model.select(Model.table)), JSONResponse.charset
