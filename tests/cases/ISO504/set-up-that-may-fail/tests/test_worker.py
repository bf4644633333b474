import os

import pytest
from shop.worker import Worker


class TestWorker:
    def setup_method(self):
        self.before = dict(os.environ)
        os.environ["SHOP_QUEUE"] = "tests"  # expect: ISO504
        self.worker = Worker()

    def teardown_method(self):
        os.environ.clear()
        os.environ.update(self.before)

    def test_queue(self):
        assert self.worker.queue == "tests"


class TestSettings:
    def setup_method(self):
        self.before = dict(os.environ)
        os.environ["SHOP_QUEUE"] = "settings"

    def teardown_method(self):
        os.environ.clear()
        os.environ.update(self.before)

    def test_queue(self):
        assert Worker().queue == "settings"


@pytest.fixture
def worker():
    os.environ["SHOP_QUEUE"] = "fixture"  # expect: ISO504
    made = Worker()
    yield made
    del os.environ["SHOP_QUEUE"]


def test_queue_of_the_fixture(worker):
    assert worker.queue == "fixture"
