import pytest


def test_raised_again(shop):
    try:
        assert shop.owner() == "ann"
    except Exception as error:
        raise RuntimeError("wrong owner") from error


def test_failed_by_name(shop):
    try:
        assert shop.owner() == "ann"
    except Exception as error:
        pytest.fail(str(error))


def test_the_inner_one_raises(shop):
    try:
        assert shop.owner() == "ann"
    except AssertionError:
        raise
    except Exception:
        pass


def test_collected(shop, users):
    errors = []
    for user in users:
        try:
            assert shop.owner() == user
        except AssertionError as error:
            errors.append(error)
    assert not errors


def test_flag(shop):
    fine = True
    try:
        assert shop.owner() == "ann"
    except AssertionError:
        fine = False
    assert fine


def test_flag_of_success(shop):
    fine = False
    try:
        assert shop.owner() == "ann"
        fine = True
    except Exception:
        pass
    assert fine


def test_successes_are_kept(shop, users):
    seen = []
    for user in users:
        try:
            assert shop.owner_of(user) == user
            seen.append(user)
        except Exception:
            pass
    assert seen == users


def is_mine(shop):
    try:
        assert shop.owner() == "ann"
        return True
    except AssertionError:
        return False


def test_is_mine(shop):
    assert is_mine(shop)
