import pytest
from shop.users import users

pytestmark = pytest.mark.skipif(not users(), reason="nobody there")


def test_users_are_listed():  # expect: ISO606
    assert users()
