import os
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="no sockets of that kind on Windows")
def test_order_is_piped():
    assert True


@pytest.mark.skipif(sys.version_info < (3, 12), reason="needs Python 3.12")
def test_order_is_typed():
    assert True


def test_order_soaks():
    if not os.environ.get("RUN_SOAK"):
        pytest.skip("soak tests are off (set RUN_SOAK to run them)")


def test_order_is_fast():
    try:
        import uvloop
    except ImportError:
        pytest.skip("uvloop is not installed")
    assert uvloop
