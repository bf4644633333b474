from fastapi.testclient import TestClient

from api import app
from state import log, record


def test_log(user_id="alice"):
    record(user_id)
    log.append(user_id)
    assert TestClient(app).get("/log").json() == [user_id, user_id]
