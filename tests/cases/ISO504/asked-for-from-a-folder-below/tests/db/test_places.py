from tests.conftest import address as place


def test_place(place):
    assert place is None
