import sys
from types import ModuleType
from unittest.mock import MagicMock, patch

from shop import clock, paying

terminal = MagicMock()
terminal.timeout = 3
sys.modules["terminal"] = terminal  # expect: ISO505
for name in ("drawer", "drawer.lock"):
    sys.modules[name] = ModuleType(name)  # expect: ISO505


class FrozenClock:
    def now(self):
        return 0


clock.Clock = FrozenClock  # expect: ISO505
paying.charge = lambda amount: amount  # expect: ISO505
charged = patch("shop.paying.charged")
charged.start()  # expect: ISO505


def test_pays():
    assert paying.available()
