from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
visits = []  # expect: ISO503


@app.get("/visit")
def visit():
    visits.append(1)
    return {"visits": len(visits)}


def test_visit():
    TestClient(app).get("/visit")
    assert len(visits) == 1


def test_no_visit():
    assert not visits
