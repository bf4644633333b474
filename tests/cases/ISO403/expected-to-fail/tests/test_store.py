from unittest import TestCase
from unittest.mock import patch

import pytest
from store import Store


def test_is_abstract():
    with pytest.raises(TypeError):
        Store()


def test_is_abstract_by_hand():
    try:
        Store()
    except TypeError as fault:
        assert "abstract" in str(fault)


@patch.multiple(Store, __abstractmethods__=set())
def test_patched():
    assert Store() is not None


class TestStore(TestCase):
    def test_it(self):
        with self.assertRaises(TypeError):
            Store()
        self.assertRaises(TypeError, lambda: Store())
