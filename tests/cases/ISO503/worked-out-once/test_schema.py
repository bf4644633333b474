import json

import pytest

from shop.schema import check

_TABLE = {}
_client = None
_number = 0


def schema(name):
    if name not in _TABLE:
        with open(f"{name}.json") as file:
            _TABLE[name] = json.load(file)
    return _TABLE[name]


def client():
    global _client
    if _client is None:
        _client = object()
    return _client


@pytest.fixture
def name():
    global _number
    _number += 1
    return f"user-{_number}"


def test_order(name):
    assert check(schema("order"), name, client())


def test_user(name):
    assert check(schema("user"), name, client())
