import gc

import pytest


@pytest.fixture(autouse=True)
def collecting():
    yield
    gc.enable()
