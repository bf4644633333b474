import pytest

from memories import Memory
from users import UserContext


@pytest.fixture(scope="class")
def memory():  # expect: ISO502
    return Memory()


class TestMemory:
    def test_users_do_not_meet(self, memory):
        alice = UserContext(user_id="alice", memory=memory)
        bob = UserContext(user_id="bob", memory=memory)
        assert alice != bob
