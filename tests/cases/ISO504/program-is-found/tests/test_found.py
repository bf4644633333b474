import os
import sys
from pathlib import Path

import pytest

from places import ROOT, source

HERE = os.path.dirname(os.path.abspath(__file__))


@pytest.fixture(autouse=True)
def found():
    for path in (str(ROOT / "plugins"), os.path.join(HERE, "stubs")):
        if path not in sys.path:
            sys.path.insert(0, path)
    yield


@pytest.fixture
def root():
    return Path(__file__).parents[1]


def test_shop():
    sys.path.append(source())
    from shop import buy

    assert buy("tea")


def test_till(root):
    sys.path += [str(root / "till")]
    from till import sell

    assert sell("tea")
