import pytest


@pytest.fixture(scope="class")
def inbox():  # expect: ISO502
    return []


@pytest.fixture
def welcomed(inbox):
    inbox.append("welcome")
    return inbox


class TestInbox:
    def test_welcome(self, welcomed):
        assert len(welcomed) == 1

    def test_still_one(self, welcomed):
        assert len(welcomed) == 1
