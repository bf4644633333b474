import pytest

from shop import create_app


@pytest.fixture(scope="session")
def app():
    return create_app()


def test_closed(app):
    before = app.config["OPEN"]
    app.config["OPEN"] = False
    try:
        assert app.test_client().get("/").status_code == 503
    finally:
        app.config["OPEN"] = before


def test_closed_by_a_patch(app, monkeypatch):
    monkeypatch.setitem(app.config, "OPEN", False)
    assert app.test_client().get("/").status_code == 503


def test_open(app):
    assert app.test_client().get("/").status_code == 200
