import pytest
from shop.halls import halls

pytestmark = [
    pytest.mark.slow,  # they are large
]


def test_halls():  # expect: ISO606
    assert halls()
