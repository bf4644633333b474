from pytest import fixture, mark
from shop.users import users


@fixture
def user():
    return users()[0]


@mark.parametrize("name", ["a", "b"])
def test_user(user, name):  # expect: ISO606
    assert user.has(name)
