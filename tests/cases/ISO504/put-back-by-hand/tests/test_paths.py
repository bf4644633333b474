import os
import sys
from contextlib import contextmanager

import pytest
from shop.paths import exports


def test_in_finally(tmp_path):
    before = os.getcwd()
    os.chdir(tmp_path)
    try:
        assert exports() == tmp_path
    finally:
        os.chdir(before)


def test_every_key_in_finally():
    saved = dict(os.environ)
    os.environ["SHOP_EXPORTS"] = "/tmp"
    try:
        assert exports()
    finally:
        os.environ.clear()
        os.environ.update(saved)


@pytest.fixture
def exports_folder(tmp_path):
    before = os.environ.get("SHOP_EXPORTS")
    os.environ["SHOP_EXPORTS"] = str(tmp_path)
    yield tmp_path
    if before is None:
        del os.environ["SHOP_EXPORTS"]
    else:
        os.environ["SHOP_EXPORTS"] = before


def test_behind_the_yield(exports_folder):
    assert exports() == exports_folder


@pytest.fixture
def search_path(request, tmp_path):
    sys.path.insert(0, str(tmp_path))
    request.addfinalizer(lambda: sys.path.remove(str(tmp_path)))


def test_finalizer(search_path):
    assert exports()


@contextmanager
def working_in(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


class Market:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.before = os.environ.get("SHOP_MARKET", "")
        os.environ["SHOP_MARKET"] = self.name

    def __exit__(self, *error):
        os.environ["SHOP_MARKET"] = self.before


def test_own_context_managers(tmp_path):
    with working_in(tmp_path), Market("no"):
        os.chdir("..")
        assert exports()


def test_the_mask_is_only_read():
    mask = os.umask(0)
    os.umask(mask)
    assert mask
