from unittest.mock import Mock
from uuid import uuid4

import pytest
from agents import UserExecutionContext


@pytest.mark.parametrize("user_id", ["ann", "bob"])
def test_any_user(store, user_id):
    store.put(UserExecutionContext(user_id=user_id), "note")


def test_fresh_user(store):
    store.put(UserExecutionContext(user_id=f"user-{uuid4()}", thread_id=str(uuid4())), "note")


def test_in_memory():
    store = Mock()
    store.put(UserExecutionContext(user_id="ann"), "note")
    store.put.assert_called_once()


def test_missing_user_id(store):
    store.put(UserExecutionContext(user_id="", thread_id="thread"), "note")


def test_what_a_context_says():
    context = UserExecutionContext(user_id="ann")
    assert context.user_id == "ann"
