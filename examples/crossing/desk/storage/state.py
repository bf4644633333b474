"""What the process remembers."""

from collections import deque
from typing import Any

latest: deque[Any] = deque(maxlen=5)
