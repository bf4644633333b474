from unittest.mock import Mock

import flask
import pytest
from shop.goods import Basket
from shop.registry import Registry


@pytest.fixture
def basket():
    return Basket()


@pytest.fixture
def registry():
    Registry._instance = None
    made = Registry()
    made.reader = Mock()
    return made


def test_own_objects(basket):
    basket.market = "no"
    second = Basket()
    second.goods = ["chair"]
    assert basket.goods != second.goods


def test_own_class():
    class Shelf(Basket):
        width = 1

    Shelf.width = 2
    assert Shelf().width == 2


def test_what_each_request_has_of_its_own():
    with flask.Flask("shop").app_context():
        flask.g.basket = Basket()
        assert flask.g.basket.goods == []


def test_mocks():
    reader = Mock()
    reader.read = Mock(return_value=b"")
    assert reader.read() == b""


def test_reset(registry):
    Registry.entries = {}
    assert registry.entries == {}
