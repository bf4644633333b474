import os

import pytest
from shop.paths import exports


def test_exports_go_where_the_setting_says(tmp_path):
    os.environ["SHOP_EXPORTS"] = str(tmp_path)  # expect: ISO504
    assert exports() == tmp_path

    # leave nothing behind
    os.environ.pop("SHOP_EXPORTS", None)


def test_exports_need_a_folder():
    # what is there now
    before = os.environ.get("SHOP_EXPORTS")

    os.environ["SHOP_EXPORTS"] = "/nowhere"  # expect: ISO504
    with pytest.raises(FileNotFoundError):
        exports()
    if before is None:
        os.environ.pop("SHOP_EXPORTS", None)
    elif before:
        os.environ["SHOP_EXPORTS"] = before
    else:
        del os.environ["SHOP_EXPORTS"]


def test_exports_come_and_go(tmp_path):
    os.environ["SHOP_EXPORTS"] = f"{tmp_path}/a"  # expect: ISO504
    assert exports()
    del os.environ["SHOP_EXPORTS"]
    with pytest.raises(KeyError):
        exports()


def test_exports_of_the_folder(tmp_path):
    before = os.getcwd()
    os.chdir(tmp_path)  # expect: ISO504
    assert exports() == tmp_path
    os.chdir(before)


def test_what_is_put_aside_is_looked_at(tmp_path):
    before = os.environ.get("SHOP_EXPORTS")
    os.environ["SHOP_EXPORTS"] = "/tmp"  # expect: ISO504
    assert exports() != before
    os.environ["SHOP_EXPORTS"] = before or ""
