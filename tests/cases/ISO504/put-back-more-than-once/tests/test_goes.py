import os
from pathlib import Path

from shop.cellar import go_to


def test_goes(tmp_path):
    before = os.getcwd()
    go_to(tmp_path)
    os.chdir(before)
    go_to(before)
    assert os.getcwd() == before
    os.chdir(before)


def test_goes_by_path(tmp_path):
    before = Path.cwd()
    go_to(tmp_path)
    os.chdir(before)
    assert Path.cwd() == before


def test_goes_to_another(tmp_path):
    before = os.getcwd()
    os.chdir(tmp_path)  # expect: ISO504
    after = os.getcwd()
    go_to(before)
    os.chdir(after)
    assert os.getcwd() != before


def test_sets_what_it_was():
    token = os.environ["SHOP_TOKEN"]
    go_to("cellar")
    os.environ["SHOP_TOKEN"] = token
    assert os.environ["SHOP_TOKEN"]
