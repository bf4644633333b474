import sys
from unittest.mock import Mock

from shop.main import app, clock

sys.modules["terminal"] = Mock()  # expect: ISO505
app.dependency_overrides[clock] = lambda: 1  # expect: ISO505
