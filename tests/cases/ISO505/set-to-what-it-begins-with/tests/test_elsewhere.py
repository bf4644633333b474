import pytest
from cellar.door import Door, door

from shop.scale import till
from stubs import StubDoor


@pytest.fixture
def reset():
    fresh = Door()
    door.open = fresh.open


def test_door(reset):
    door.colour = StubDoor().colour  # expect: ISO505
    assert door.colour


def test_owner_that_a_thread_sets(run):
    def hold():
        till.owner = "ann"  # expect: ISO505

    till.owner = None
    run(hold)
