from agents import Helper
from somewhere import TenantCase


class TestHelper(TenantCase):
    def test_run(self):
        assert Helper().run(self.context)


def test_without_user_context():
    assert not Helper().ready


def test_ready():
    assert Helper().ready  # expect: ISO501
