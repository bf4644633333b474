import pytest

from contracts import StoreContract


@pytest.fixture
def folder():
    return "folder"


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self):
        return {}


class TestFiles(StoreContract):
    @pytest.fixture
    def store(self, folder):
        return folder

    def test_files_are_named(self, folder):
        assert folder


class TestSlowFiles(TestFiles):
    @pytest.fixture(autouse=True)
    def slow(self, full_store):
        return full_store
