import os

import pytest
from shop.paths import exports


def test_exports_go_where_the_setting_says(tmp_path):
    os.environ["SHOP_EXPORTS"] = str(tmp_path)  # expect: ISO504
    assert exports() == tmp_path
    os.environ.pop("SHOP_EXPORTS", None)


def test_exports_need_a_folder():
    before = os.environ.get("SHOP_EXPORTS")
    os.environ["SHOP_EXPORTS"] = "/nowhere"  # expect: ISO504
    with pytest.raises(FileNotFoundError):
        exports()
    os.environ["SHOP_EXPORTS"] = before or ""
