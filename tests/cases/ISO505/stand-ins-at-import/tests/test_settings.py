import importlib.util
import sys
from types import ModuleType
from unittest.mock import MagicMock, patch

import pytest
from shop import settings

settings.MARKET = "no"
sys.modules.setdefault("terminal", MagicMock())
if "drawer" not in sys.modules:
    sys.modules["drawer"] = ModuleType("drawer")
    sys.modules["drawer.lock"] = ModuleType("drawer.lock")
try:
    import printer
except ImportError:
    sys.modules["printer"] = MagicMock()

with patch.dict(sys.modules, {"scanner": MagicMock()}):
    from shop import scanning

sys.modules["till"] = MagicMock()
from shop import till

del sys.modules["till"]

spec = importlib.util.spec_from_file_location("plugin", "plugin.py")
plugin = importlib.util.module_from_spec(spec)
sys.modules["plugin"] = plugin

sys.modules["scale"] = MagicMock()


@pytest.fixture(scope="module", autouse=True)
def scale():
    yield
    sys.modules.pop("scale", None)


def test_scans():
    assert scanning.available() and till.available() and printer and plugin
