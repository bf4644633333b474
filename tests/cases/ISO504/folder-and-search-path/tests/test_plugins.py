import os
import sys
from os import chdir

from shop.plugins import discover


def test_plugins_of_the_working_folder(tmp_path):
    os.chdir(tmp_path)  # expect: ISO504
    assert discover() == []


def test_plugins_of_the_search_path(tmp_path):
    sys.path.insert(0, str(tmp_path))  # expect: ISO504
    assert discover() == []


class TestNested:
    def setup_method(self):
        chdir("plugins")  # expect: ISO504

    def test_finds_one(self):
        assert len(discover()) == 1
