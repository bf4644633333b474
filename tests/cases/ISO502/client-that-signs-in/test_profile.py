import httpx
import pytest


@pytest.fixture(scope="module")
def api():  # expect: ISO502
    with httpx.Client(base_url="http://localhost:8000") as client:
        yield client


def test_own_profile(api):
    api.headers["Authorization"] = "Bearer alice"
    assert api.get("/profile").json()["name"] == "alice"


def test_a_stranger_sees_no_profile(api):
    assert api.get("/profile").status_code == 401
