from settings import Settings


def test_region(user_id="alice"):
    Settings.region = user_id  # expect: ISO505
    Settings.names.append(user_id)
    assert Settings.region == user_id
