def check_lamp(lamp):
    assert lamp


def should_shine(lamp):
    assert lamp


def test_is_no_name_for_a_test_here(lamp):
    assert lamp


class CheckBulbs:
    def check_bulb(self, lamp):
        assert lamp


class LampSuite:
    def should_turn_off(self, lamp):
        assert lamp


class TestLamps:
    def check_lamp(self, lamp):
        assert lamp
