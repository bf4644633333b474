import pytest


@pytest.fixture(scope="class")
def drafts():
    return []


class TestWriting:
    def test_write(self, drafts):
        drafts.append("a draft")
        assert len(drafts) == 1


class TestReading:
    def test_nothing_to_read(self, drafts):
        assert not drafts


def test_by_itself(drafts):
    drafts.append("a draft")


def test_by_itself_too(drafts):
    assert not drafts
