import importlib
import os
import sys
from types import ModuleType
from unittest.mock import Mock, patch

from shop import paying


def test_without_the_terminal():
    sys.modules["terminal"] = Mock()  # expect: ISO505
    assert paying.available()


def test_in_another_currency():
    with patch.dict(os.environ, {"SHOP_CURRENCY": "NOK"}):
        importlib.reload(paying)  # expect: ISO505
        assert paying.CURRENCY == "NOK"


def install(name):
    sys.modules[name] = ModuleType(name)  # expect: ISO505


def test_with_a_plugin():
    install("shop_plugin")
    assert paying.plugins() == ["shop_plugin"]
