import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def test_plugin(tmp_path):
    sys.path.append(str(tmp_path))  # expect: ISO504
    from plugin import find

    assert find("tea")


def test_from_its_folder():
    os.chdir(HERE)  # expect: ISO504
    from shop import buy

    assert buy("tea")
