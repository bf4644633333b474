import pytest


@pytest.fixture
def number():
    return 1


@pytest.fixture
def text():
    return "text"


@pytest.fixture
def getcwd():
    return "here"
