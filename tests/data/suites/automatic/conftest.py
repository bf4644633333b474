import sys

import pytest


@pytest.fixture
def clock():
    return 0


@pytest.fixture(autouse=True)
def frozen_time(clock):
    return clock


if sys.platform == "nowhere":

    @pytest.fixture(autouse=True)
    def elsewhere(clock):
        return clock
