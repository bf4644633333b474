import pytest


@pytest.fixture
def session_of_the_day(calendar):
    return calendar


@pytest.fixture
def calendar():
    return []


@pytest.fixture
def cold(weather):
    return weather


@pytest.fixture
def weather():
    return []


@pytest.fixture
def dark():
    return []


@pytest.fixture
def windy():
    return []
