import pytest


class StoreContract:
    @pytest.fixture
    def store(self):
        raise NotImplementedError

    @pytest.fixture
    def full_store(self, store):
        return [store]

    def test_store_starts_empty(self, store):
        assert store

    def test_full_store_keeps(self, full_store):
        assert full_store
