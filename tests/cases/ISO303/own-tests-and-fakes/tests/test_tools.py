import pytest
from tools import ToolDispatcher


class RequestScopedToolDispatcher:
    """A fake."""


def test_missing_context_is_refused():
    with pytest.raises(TypeError):
        ToolDispatcher()


def test_dispatcher_without_context():
    assert ToolDispatcher().user_context is None


def test_fake():
    assert RequestScopedToolDispatcher()
