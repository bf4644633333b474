import pytest

pytestmark = [pytest.mark.usefixtures("windy"), pytest.mark.filterwarnings("error")]


def test_swim():
    assert True


class TestDives:
    def test_dive(self, dark):
        assert dark == []
