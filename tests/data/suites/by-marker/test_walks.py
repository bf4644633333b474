import pytest

in_the_cold = pytest.mark.usefixtures("cold")


@pytest.mark.usefixtures("dark", "windy")
def test_walk_at_night():
    assert True


@in_the_cold
def test_walk_in_winter():
    assert True


@pytest.mark.usefixtures("cold")
class TestHikes:
    def test_hike(self):
        assert True

    @pytest.mark.usefixtures("dark")
    def test_night_hike(self, weather):
        assert weather == []


class TestRuns:
    pytestmark = pytest.mark.usefixtures("windy")

    def test_run(self):
        assert True


class TestLongRuns(TestRuns):
    def test_long_run(self):
        assert True
