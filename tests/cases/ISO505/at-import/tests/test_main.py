import sys
from unittest.mock import patch

from shop import main


def test_imports_anew():
    sys.modules.pop("shop.main", None)  # expect: ISO505
    with patch("sys.path"):
        assert main.app
