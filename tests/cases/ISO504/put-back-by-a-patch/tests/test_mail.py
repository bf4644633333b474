import os
from contextlib import ExitStack
from unittest import TestCase, mock
from unittest.mock import patch

import pytest
from shop.mail import sender


def test_monkeypatch(monkeypatch, tmp_path):
    monkeypatch.setenv("SHOP_SENDER", "a@shop.test")
    monkeypatch.chdir(tmp_path)
    os.environ["SHOP_SENDER"] = "b@shop.test"
    assert sender() == "b@shop.test"


def test_mocker(mocker):
    mocker.patch.dict(os.environ, clear=True)
    os.environ["SHOP_SENDER"] = "b@shop.test"
    assert sender() == "b@shop.test"


@patch.dict(os.environ)
def test_decorated():
    os.environ.pop("SHOP_SENDER", None)
    assert sender() == "nobody@shop.test"


def test_with_a_patch_by_its_name():
    with mock.patch.dict("os.environ", {"SHOP_SENDER": "c@shop.test"}):
        os.environ["SHOP_MARKET"] = "no"
        assert sender() == "c@shop.test"


def test_on_a_stack():
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ))
        os.environ["SHOP_SENDER"] = "d@shop.test"
        assert sender() == "d@shop.test"


@mock.patch.dict(os.environ, {"SHOP_MARKET": "no"})
class TestClass:
    def test_decorated_with_its_class(self):
        os.environ["SHOP_SENDER"] = "e@shop.test"
        assert sender() == "e@shop.test"


class StartedTest(TestCase):
    def setUp(self):
        self.environment = patch.dict(os.environ)
        self.environment.start()
        self.addCleanup(self.environment.stop)

    def test_started(self):
        os.environ["SHOP_SENDER"] = "f@shop.test"
        self.assertEqual(sender(), "f@shop.test")


@pytest.fixture
def empty_environment():
    with patch.dict(os.environ, clear=True):
        yield


@pytest.mark.usefixtures("empty_environment")
def test_in_a_fixtures_patch():
    os.environ["SHOP_SENDER"] = "g@shop.test"
    assert sender() == "g@shop.test"


def test_in_a_folder_of_its_own(pytester):
    os.chdir(pytester.path)
    assert sender() == "nobody@shop.test"


def test_a_copy_is_nobody_elses():
    environment = os.environ.copy()
    environment["SHOP_SENDER"] = "h@shop.test"
    assert sender(environment) == "h@shop.test"
