import sys
from unittest.mock import Mock

sys.modules.update({"printer": Mock(), "printer.paper": Mock()})  # expect: ISO505

from shop import printing


def test_prints():
    assert printing.available()
