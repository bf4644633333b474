import pytest
from agents import Helper, UserExecutionContext

BOB = UserExecutionContext()


def test_renamed_fixture(alice):
    assert Helper().run(alice)


def test_fixture_by_request(request):
    alice = request.getfixturevalue("alice")
    assert Helper().run(alice)


@pytest.mark.parametrize("who", [UserExecutionContext(), BOB])
def test_parameter(who):
    assert Helper().run(who)


def test_module_constant():
    assert Helper().run(BOB)
