histories = {}


def remember(user_id=None):
    return histories.setdefault(user_id or "default_user", [])


def test_remembers():
    assert remember() == []
