import pytest
from shop.till import open_till


@pytest.fixture
def ready(door):
    return door


@pytest.mark.usefixtures("cellar")
def test_opens(ready):
    assert open_till()


@pytest.mark.parametrize("kind", ["till", "price"])
def test_of_kind(request, kind):
    request.getfixturevalue(kind)
    assert open_till()
