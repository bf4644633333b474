import pytest

from shop import App


@pytest.fixture(scope="module")
def app():
    return App()


@pytest.fixture(scope="module")
def closed():  # expect: ISO502
    return App()


@pytest.fixture
def asking(request, app):
    def reset():
        app.ask_code = False

    app.ask_code = True
    request.addfinalizer(reset)
    return app
