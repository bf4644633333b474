from shop import settings as module
from shop.settings import Door, door, limits, settings


def test_large():
    settings.model = "large"
    assert settings.model == "large"


def test_few():
    limits.most = 1
    assert limits.most == 1


def test_door():
    door.model = "glass"  # expect: ISO505
    assert door.model


def test_own_door():
    Door().restart()
    door.open = True  # expect: ISO505
    assert door.open


def test_tracking():
    module.tracking = False
    module.track_again()
    assert module.tracking


def test_tracking_asserted():
    module.tracking = False  # expect: ISO505
    assert not module.tracking
    module.track_again()


def test_not_tracking():
    module.tracking = None  # expect: ISO505
    module.stop_tracking()
    assert not module.tracking


def test_tracking_in_the_end():
    module.tracking = False
    try:
        assert not module.tracking
    finally:
        module.track_again()


class TestDoors:
    def setup_method(self):
        self.door = Door()

    def test_door_of_the_module(self):
        door.model = "glass"  # expect: ISO505
        assert self.door.model != door.model
