from unittest.mock import AsyncMock, patch

import pytest
import websockets


async def test_assigned():
    websockets.connect = AsyncMock()  # expect: ISO505
    await websockets.connect("ws://localhost/ws")


async def test_patched():
    with patch("websockets.connect"):
        await websockets.connect("ws://localhost/ws")


async def test_nobody_listens():
    with pytest.raises(OSError):
        await websockets.connect("ws://localhost:1/ws")


async def test_really():
    await websockets.connect("ws://localhost/ws")  # expect: ISO601
