"""What the process remembers, by user."""

from collections import deque
from typing import Any

latest: dict[str, deque[Any]] = {}
