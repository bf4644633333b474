import pytest


def how_wide(fixture_name, config):
    return "session"


@pytest.fixture(scope=how_wide)
def container(image):
    return [image]


@pytest.fixture(scope="session")
def image():
    return "image"
