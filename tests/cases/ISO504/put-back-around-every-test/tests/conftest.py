import os

import pytest


@pytest.fixture(autouse=True)
def same_environment():
    before = dict(os.environ)
    folder = os.getcwd()
    yield
    os.environ.clear()
    os.environ.update(before)
    os.chdir(folder)
