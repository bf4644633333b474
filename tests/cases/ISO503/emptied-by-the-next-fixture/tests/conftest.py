"""Fixtures of this folder.

It says a lot before it comes to its fixture, so that this stands further down than the one
that runs after it in another file: where functions stand in their files says nothing about
which of them runs first.
"""

import pytest
from tests.state import CACHE


@pytest.fixture
def filled():
    CACHE.append(1)
    return 1
